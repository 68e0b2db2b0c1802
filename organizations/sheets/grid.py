"""What a file holds, before anybody asks which column is which."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from organizations.sheets.refusal import SheetError
from portal.kernel.polish import counted

MOST_ROWS = 10_000
MOST_COLUMNS = 60
LONGEST = 5000  # letters of one cell: beyond any field, and any list of other names


@dataclass(frozen=True)
class Wrong:
    """A cell that cannot be taken for a text, and why, in a sentence."""

    sentence: str


Value = str | Wrong


@dataclass(frozen=True)
class Line:
    """`number` is that of the row in the spreadsheet, from 1."""

    number: int
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Grid:
    lines: tuple[Line, ...]
    remarks: tuple[str, ...] = ()


def bounded(rows: Iterable[tuple[int, list[Value]]]) -> Iterator[Line]:
    """The rows that hold anything. SheetError once there are too many."""
    seen = 0
    for number, values in rows:
        if not any(values):
            continue
        seen += 1
        if seen > MOST_ROWS + 1:
            raise SheetError(
                _("Arkusz ma więcej niż %s. Podziel go na mniejsze.") % counted(MOST_ROWS, "wiersz")
            )
        yield Line(number, tuple(bounded_cell(value) for value in values))


def bounded_cell(value: Value) -> Value:
    if isinstance(value, Wrong) or len(value) <= LONGEST:
        return value
    return Wrong(_("Za długi tekst: %s.") % counted(len(value), "znak"))
