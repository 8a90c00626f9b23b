"""Says what python-docx finds in a text document: its tables, their rows, and the sheets."""

import sys

import docx

document = docx.Document(sys.argv[1])
for table in document.tables:
    print("table", len(table.rows), len(table.columns))
for section in document.sections:
    print("section", round(section.page_width.mm), round(section.page_height.mm), round(section.left_margin.mm))
print("title", [p.text for p in document.paragraphs if p.style.name == "Title"])
for table in document.tables:
    for row in table.rows:
        print("\t".join(cell.text for cell in row.cells))
