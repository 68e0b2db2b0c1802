"""Spreadsheets for the tests: good, odd and hostile ones."""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

HEADERS = ["id", "nazwa", "inne nazwy", "rodzaj", "czym się zajmuje", "strona", "stan"]


def upload(data, name="organizacje.xlsx"):
    return SimpleUploadedFile(name, data)


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx(*rows, headers=HEADERS, change=None):
    """A workbook of one sheet; `change(book, sheet)` may do more to it."""
    book = Workbook()
    sheet = book.active
    sheet.append(list(headers))
    for row in rows:
        sheet.append(list(row))
    if change:
        change(book, sheet)
    return saved(book)


def csv(*rows, headers=HEADERS, delimiter=";", encoding="utf-8", newline="\r\n"):
    lines = [delimiter.join(str(cell) for cell in row) for row in (headers, *rows)]
    return (newline.join(lines) + newline).encode(encoding)


def repacked(data, change):
    """The parcel with `change({part: bytes})` done to what is in it."""
    with ZipFile(io.BytesIO(data)) as parcel:
        parts = {name: parcel.read(name) for name in parcel.namelist()}
    change(parts)
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as parcel:
        for name, content in parts.items():
            parcel.writestr(name, content)
    return out.getvalue()


def with_part(name, content):
    return repacked(xlsx(row()), lambda parts: parts.update({name: content}))


def rewritten(pattern, instead, part="xl/worksheets/sheet1.xml"):
    def change(parts):
        parts[part] = re.sub(pattern, instead, parts[part], count=1)

    return repacked(xlsx(row()), change)


def row(name="Fundacja Nowa", pk="", aliases="", kind="organizacja pozarządowa", **more):
    return [pk, name, aliases, kind, more.get("field", ""), more.get("website", ""), ""]


def read_back(data):
    """The rows of a workbook, each cell as (value, data type)."""
    sheet = load_workbook(io.BytesIO(data)).active
    return [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]
