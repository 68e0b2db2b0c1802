"""An XLSX file as a grid: its first sheet that people see, texts only, nothing computed."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]

from organizations.sheets.archive import Parcel, looked_through
from organizations.sheets.grid import MOST_COLUMNS, MOST_ROWS, Grid, Value, Wrong, bounded
from organizations.sheets.refusal import SheetError

# Empty rows that a spreadsheet counts are passed over, this many at most.
DEEPEST = 5 * MOST_ROWS
# What the library says of parts that are missing, misspelt or of another kind than they seem.
BROKEN = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, ArithmeticError),
    *(ParseError, BadZipFile, InvalidFileException, RecursionError, AssertionError),
)
FORMULA, FAULT = "f", "e"


def read_xlsx(data: bytes) -> Grid:
    """SheetError for what is no spreadsheet, or holds what no sheet of ours does."""
    parcel = looked_through(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheet, remarks = chosen(book)
        refuse_merged(sheet, parcel)
        return Grid(tuple(bounded(rows(sheet))), tuple(remarks))
    except BROKEN as refused:
        raise SheetError(
            _("Ten plik jest uszkodzony. Otwórz go w arkuszu i zapisz jeszcze raz jako XLSX.")
        ) from refused


def chosen(book: Any) -> tuple[Any, list[str]]:
    """The first visible sheet, and a word on those left aside."""
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not shown:
        raise SheetError(_("W tym pliku nie ma widocznego arkusza."))
    aside = [sheet.title for sheet in book.worksheets if sheet is not shown[0]]
    if not aside:
        return shown[0], []
    said = {"sheet": shown[0].title, "aside": ", ".join(f"„{title}”" for title in aside[:10])}
    return shown[0], [_("Czytamy arkusz „%(sheet)s”. Pominięto: %(aside)s.") % said]


def refuse_merged(sheet: Any, parcel: Parcel) -> None:
    """The reading mode that is sparing of memory does not know of them."""
    path = sheet._worksheet_path.lstrip("/")
    if refs := parcel.merged.get(path):
        raise SheetError(
            _("W arkuszu są scalone komórki: %s. Rozdziel je i wczytaj plik jeszcze raz.")
            % ", ".join(refs[:10])
        )


def rows(sheet: Any) -> Iterator[tuple[int, list[Value]]]:
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    found = sheet.iter_rows(max_row=DEEPEST + 1, max_col=MOST_COLUMNS)
    for number, cells in enumerate(found, 1):
        if number > DEEPEST:
            raise SheetError(_("Arkusz ciągnie się za daleko w dół. Usuń puste wiersze na końcu."))
        yield number, trimmed([value_of(cell) for cell in cells])


def trimmed(values: list[Value]) -> list[Value]:
    while values and values[-1] == "":
        values.pop()
    return values


def value_of(cell: Any) -> Value:
    if cell.value is None:
        return ""
    if cell.data_type == FORMULA:
        return Wrong(_("Tu jest formuła. Wklej jej wynik jako wartość."))
    if cell.data_type == FAULT:
        return Wrong(_("Tu jest błąd arkusza: %s.") % str(cell.value)[:20])
    return text_of(cell.value)


def text_of(value: Any) -> Value:
    """A name may be a whole number („2050”); what a spreadsheet made into a date is lost."""
    if isinstance(value, bool):
        return Wrong(_("Tu jest wartość „prawda” lub „fałsz”, a powinien być tekst."))
    if isinstance(value, date | datetime | time | timedelta):
        return Wrong(_("Arkusz zamienił ten tekst na datę. Ustaw komórce format „Tekst” i popraw."))
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        return Wrong(_("Tu jest liczba z ułamkiem, a powinien być tekst."))
    return str(value).strip(" ")
