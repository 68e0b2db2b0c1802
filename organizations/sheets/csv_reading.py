"""A CSV file as a grid: any of the usual separators, any of the usual encodings."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from organizations.sheets.columns import BY_HEADER
from organizations.sheets.encodings import decoded
from organizations.sheets.grid import MOST_COLUMNS, Grid, Value, bounded
from organizations.sheets.guarding import unguarded
from organizations.sheets.refusal import SheetError
from portal.kernel.names import fold

DELIMITERS = (";", ",", "\t", "|")
# Excel's own way to say which separator it is.
HINT = "sep="


def read_csv(data: bytes) -> Grid:
    """SheetError for what is no table."""
    text, remark = decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_markup(text)
    first, _newline, rest = text.partition("\n")
    is_hint = first.strip().lower().startswith(HINT)
    delimiter = first.strip()[len(HINT) :][:1] or ";" if is_hint else delimiter_of(first)
    rows = cells(rest if is_hint else text, delimiter, 2 if is_hint else 1)
    return Grid(tuple(bounded(rows)), (remark,) if remark else ())


def refuse_markup(text: str) -> None:
    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    if start.startswith(("<html", "<!doctype", "<?xml", "<table")):
        raise SheetError(
            _("To strona lub plik XML, tylko nazwany arkuszem. Zapisz go jako XLSX lub CSV.")
        )


def delimiter_of(first: str) -> str:
    """The one by which the first line falls apart into most known headers."""
    return max(DELIMITERS, key=lambda sign: (known(first, sign), first.count(sign)))


def known(first: str, delimiter: str) -> int:
    try:
        found = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        return 0
    return sum(fold(cell) in BY_HEADER for cell in found)


def cells(text: str, delimiter: str, number: int) -> Iterator[tuple[int, list[Value]]]:
    """SheetError that names the row of a quote which nobody closed."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as refused:
            raise SheetError(
                _("Wiersz %d: tekst jest za długi albo cudzysłów stoi nie tam, gdzie trzeba.")
                % number
            ) from refused
        if row is None:
            return
        yield number, [unguarded(cell.strip(" ")) for cell in row[:MOST_COLUMNS]]
        number += 1
