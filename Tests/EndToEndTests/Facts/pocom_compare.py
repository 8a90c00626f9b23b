#!/usr/bin/env python3
"""Compares two copies of pocom, record by record and field by field.

usage: pocom_compare.py ONE OTHER

Prints each difference as a line: file, record, field, what stands in the one, what in the other.
White space is as in any XML that is printed for people: a run of it is one space.
"""
import glob
import os
import sys
import xml.etree.ElementTree as ET


def words(element):
    return " ".join("".join(element.itertext()).split())


def fields(record):
    """The fields of one record, in order: path and text."""
    found = []
    for child in record:
        if child.tag in ("appointed", "arrived", "started", "ended"):
            found += [(f"{child.tag}/{e.tag}", words(e)) for e in child]
        elif child.tag in ("persName", "residence", "old-ids", "resident-at", "names"):
            found += [(f"{child.tag}/{e.tag}", words(e)) for e in child]
        else:
            found.append((child.tag, words(child)))
    return found


def records(file):
    root = ET.parse(file).getroot()
    if root.tag not in ("country-mission", "org-mission"):
        return [(root.findtext("id"), fields(root))]
    found = [("mission", [
        (e.tag, words(e)) for e in root
        if e.tag not in ("chiefs", "other-nominees", "other-appointees")])]
    for section in root:
        if section.tag in ("chiefs", "other-nominees", "other-appointees"):
            for number, row in enumerate(section, 1):
                name = f"{section.tag} {number} {row.findtext('id') or row.tag}"
                found.append((name, fields(row)))
    return found


def main(one, other):
    folders = ("people", "missions-countries", "missions-orgs", "concurrent-appointments",
               "roles-country-chiefs", "people-pending")
    for folder in folders:
        files = sorted(
            os.path.relpath(f, one) for f in glob.glob(f"{one}/{folder}/**/*.xml", recursive=True))
        for file in files:
            if not os.path.exists(f"{other}/{file}"):
                print(file, "", "missing", "", "", sep="\t")
                continue
            mine, theirs = records(f"{one}/{file}"), records(f"{other}/{file}")
            for (name, left), (_, right) in zip(mine, theirs):
                # Members of a group and other names are sets.
                left, right = sorted(left), sorted(right)
                if left != right:
                    for field, text in left:
                        if (field, text) not in right and text:
                            print(file, name, field, text, "", sep="\t")
                    for field, text in right:
                        if (field, text) not in left and text:
                            print(file, name, field, "", text, sep="\t")
            if len(mine) != len(theirs):
                print(file, "", "records", len(mine), len(theirs), sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
