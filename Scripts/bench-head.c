/* bench-head: the peer of `legation head add` on SQLite's C interface alone: one head, who is new,
 * into a sample registry, in one change, past the same triggers, indexes and foreign keys.
 *
 *   bench-head DATABASE
 *
 * It writes the rows that Scripts/bench has legation write, and looks nothing up: the seal of the
 * change is a text as long as one.
 *
 * Built by Scripts/bench: cc -O2 -o bench-head bench-head.c -lsqlite3
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static void stop(const char *what, const char *why) {
  fprintf(stderr, "bench-head: %s: %s\n", what, why);
  exit(1);
}

static void run(sqlite3 *db, const char *sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) stop(sql, sqlite3_errmsg(db));
}

#define SEAL "'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'"

int main(int count, char **words) {
  if (count != 2) stop("usage", "bench-head DATABASE");
  /* As the registry's writer. */
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3 *db;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(words[1], &db, flags, NULL) != SQLITE_OK)
    stop(words[1], sqlite3_errmsg(db));
  run(db, "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;"
          "PRAGMA cache_size = -16000; PRAGMA journal_mode = WAL");
  run(db, "BEGIN IMMEDIATE");
  run(db, "INSERT INTO change (made_at, author, action, program)"
          " VALUES (max(strftime('%Y-%m-%dT%H:%M:%SZ'), (SELECT max(made_at) FROM change)),"
          " 'bench', 'head add', 'bench-head')");
  run(db, "INSERT INTO person (key, name, search_key, sort_key, entered_in)"
          " VALUES ('tran-van-an', 'Trần Văn An', 'tran van an', 'an0  va~n0  tra~~n1',"
          " (SELECT number FROM open_change))");
  run(db, "INSERT INTO posting (key, person, mission, title, term, entered_in)"
          " VALUES ('tl-dili-tran-van-an', 'tran-van-an', 'tl-dili', 'ambassador',"
          " '2024-2027', (SELECT number FROM open_change))");
  run(db, "INSERT INTO accreditation (key, posting, mission, receiver, is_resident,"
          " functions_begin, appointed, entered_in)"
          " VALUES ('tl-dili-tran-van-an-tl', 'tl-dili-tran-van-an', 'tl-dili', 'tl', 1,"
          " 'credentials', '2026-01', (SELECT number FROM open_change))");
  run(db, "DELETE FROM open_change");
  run(db, "UPDATE change SET seal = " SEAL " WHERE seal IS NULL");
  run(db, "UPDATE sealed_head SET seal = " SEAL ", proof = " SEAL ","
          " number = (SELECT max(number) FROM change)");
  run(db, "COMMIT");
  return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
