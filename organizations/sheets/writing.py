"""All organizations as one sheet. What a spreadsheet would run is written as text."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.styles import Font  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from organizations.models import Organization
from organizations.sheets.columns import COLUMNS, Column, cells_of, plain, with_names
from organizations.sheets.guarding import guarded, is_dangerous

TITLE = "Organizacje"
AS_TEXT = "@"  # the format in which „3 maja” stays „3 maja”
BATCH = 2000


def rows(at: datetime) -> Iterable[dict[str, Any]]:
    """Neither the bin nor what was merged into another."""
    found = with_names(Organization.objects.kept().in_order())
    return (cells_of(organization, at) for organization in found.iterator(chunk_size=BATCH))


def as_csv(found: Iterable[dict[str, Any]]) -> bytes:
    """As Polish spreadsheets read it by a double click: UTF-8 with its mark, semicolons."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.header for column in COLUMNS)
    for row in found:
        writer.writerow(csv_cell(column, row[column.key]) for column in COLUMNS)
    return out.getvalue().encode("utf-8-sig")


def csv_cell(column: Column, value: Any) -> str:
    return guarded(plain(value)) if column.is_free else str(value)


def as_xlsx(found: Iterable[dict[str, Any]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(TITLE)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(COLUMNS, 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        if column.key != "pk":
            dimension.number_format = AS_TEXT  # of rows that somebody adds
    sheet.append([heading(sheet, column.header) for column in COLUMNS])
    for row in found:
        sheet.append([xlsx_cell(sheet, row[column.key]) for column in COLUMNS])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def heading(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def xlsx_cell(sheet: Any, value: Any) -> Any:
    """A number is a number; a text is said to be one, whatever it begins with."""
    if isinstance(value, int):
        return WriteOnlyCell(sheet, value)
    text = plain(value)
    if not text:
        return None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.number_format = AS_TEXT
    if is_dangerous(text):
        cell.quotePrefix = True  # stays a text when somebody opens the cell and leaves it
    return cell
