"""Compares what openpyxl reads of a workbook, cell for cell, with the CSV of the same answer.

workbook.py FILE.xlsx FILE.csv [LABEL=NAME ...]: labels of visible columns, and their names in CSV.
The rows of all sheets but the notes follow one another, as they do in CSV.
"""

import csv
import datetime
import re
import sys

import openpyxl

path, other, labels = sys.argv[1], sys.argv[2], dict(word.split("=") for word in sys.argv[3:])
book = openpyxl.load_workbook(path)
rows = []
days = 0
for sheet in book:
    if sheet.title in ("Notes", "Ghi chú"):
        continue
    heads = [labels.get(cell.value, cell.value) for cell in sheet[1]]
    assert sheet.freeze_panes == "A2" and sheet.print_title_rows == "$1:$1"
    assert sheet.auto_filter.ref == sheet.dimensions, (sheet.auto_filter.ref, sheet.dimensions)
    for cells in sheet.iter_rows(min_row=2):
        row = {}
        for head, cell in zip(heads, cells):
            assert cell.data_type != "f", cell.coordinate
            # What is shown stands before what programs read.
            hidden = sheet.column_dimensions[cell.column_letter].hidden
            if head not in row or hidden:
                row[head] = cell.value
        # A part that has no rows says so.
        if sum(value is not None for value in row.values()) > 1:
            rows.append(row)
        for head, value in row.items():
            if head and re.fullmatch(".*_(earliest|latest)", head) and value is not None:
                if isinstance(value, datetime.datetime):
                    days += 1
                    text = row.get(re.sub("_(earliest|latest)$", "", head))
                    # The day lies in the year that is known, where a year is.
                    if text and re.match(r"\d{4}", text):
                        assert text[:4] == str(value.year), (head, text, value)


def same(value, text):
    if value is None:
        return text == ""
    if isinstance(value, (int, float)):
        return float(value) == float(text)
    return value == text


with open(other, newline="", encoding="utf-8") as file:
    table = csv.DictReader(file)
    expected = list(table)
    missing = [name for name in table.fieldnames if any(name not in row for row in rows)]
assert not missing, (missing, list(rows[0]))
assert len(rows) == len(expected), (len(rows), len(expected))
for number, (row, want) in enumerate(zip(rows, expected)):
    for name, text in want.items():
        assert same(row[name], text), (number, name, row[name], text)
print(len(rows), "rows", days > 0 and "days" or "no days")
