"""Compares every row of every view of a registry, as DuckDB reads it, with what SQLite says.

views.py FILE [NAME ...]: the names are those of the views that ATTACH does not read.
"""

import collections
import glob
import os
import sqlite3
import sys

import duckdb

path, unread = sys.argv[1], set(sys.argv[2:])
packages = os.path.dirname(os.path.dirname(duckdb.__file__))
# No network: the package brings it.
extension = glob.glob(
    os.path.join(packages, "duckdb_ext*", "**", "sqlite_scanner.duckdb_extension"), recursive=True
)[0]
office = sqlite3.connect(path)
faults = []


def texts(rows):
    """DuckDB gives what a view computes as text."""
    return collections.Counter(
        tuple(None if value is None else str(value) for value in row) for row in rows
    )


def compare(view, way, ask):
    """The number of rows first: the worst is an answer that is silently empty."""
    try:
        theirs = texts(ask())
    except duckdb.Error as error:
        if way != "ATTACH" or view not in unread:
            faults.append(f"{view} by {way}: {error}")
        return
    if way == "ATTACH" and view in unread:
        faults.append(f"{view} is read by {way}")
    elif theirs.total() != ours.total():
        faults.append(f"{view} by {way}: {theirs.total()} rows for {ours.total()}")
    elif theirs != ours:
        faults.append(f"{view} by {way}: {list(theirs - ours)[:1]} for {list(ours - theirs)[:1]}")


def connected():
    connection = duckdb.connect()
    connection.execute(f"LOAD '{extension}'")
    connection.execute("SET GLOBAL sqlite_all_varchar = true")
    connection.execute(f"ATTACH '{path}' AS office (TYPE sqlite, READ_ONLY)")
    return connection


views = office.execute("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
for (view,) in views.fetchall():
    ours = texts(office.execute(f"SELECT * FROM {view}"))
    print(view, ours.total())
    # A connection for each: what one view leaves behind is no help to the next.
    connection = connected()
    compare(view, "ATTACH", lambda: connection.sql(f"SELECT * FROM office.{view}").fetchall())
    compare(
        view, "sqlite_scan", lambda: connection.sql(f"FROM sqlite_scan('{path}', '{view}')").fetchall()
    )
    compare(
        view, "sqlite_query",
        lambda: connection.sql(f"FROM sqlite_query('office', 'SELECT * FROM {view}')").fetchall(),
    )
    connection.close()

print("\n".join(faults), file=sys.stderr)
sys.exit(1 if faults else 0)
