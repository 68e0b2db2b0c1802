"""A grid with its headers understood: which text stands in which column of which row."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from organizations.sheets.columns import BY_HEADER, COLUMNS, Column
from organizations.sheets.csv_reading import read_csv
from organizations.sheets.grid import Grid, Line, Value, Wrong
from organizations.sheets.refusal import SheetError
from organizations.sheets.xlsx_reading import read_xlsx
from portal.kernel.names import fold

HEAVIEST = 5_000_000  # bytes of a file
OLD_EXCEL, PARCEL = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
OTHERS = ((b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"{\\rtf", "RTF"))
REQUIRED = "name"


@dataclass
class Row:
    """`texts` and `wrong` go by the columns' keys; `wrong[""]` is of the row as a whole."""

    number: int
    texts: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


def read_table(name: str, data: bytes) -> Table:
    """SheetError when nothing of the file can be taken."""
    refuse(name, data)
    grid = read_xlsx(data) if data.startswith(PARCEL) else read_csv(data)
    if not grid.lines:
        raise SheetError(_("Ten arkusz jest pusty."))
    return with_headers(grid)


def refuse(name: str, data: bytes) -> None:
    """What is no XLSX and no CSV, or is another of the two than its name says."""
    if sentence := why_not(name.lower().rpartition(".")[2], data):
        raise SheetError(sentence)


def why_not(ending: str, data: bytes) -> str:
    if not data:
        return _("Ten plik jest pusty.")
    if len(data) > HEAVIEST:
        return _("Ten plik jest za duży: ma ponad 5 MB. Podziel go na mniejsze.")
    if ending in {"xlsm", "xltm", "xlsb"}:
        return _("Plik .%s może mieć makra. Zapisz go jako zwykły XLSX.") % ending
    if data.startswith(OLD_EXCEL):
        return _("To stary plik Excela (.xls) albo plik z hasłem. Zapisz go bez hasła jako XLSX.")
    if kind := next((kind for start, kind in OTHERS if data.startswith(start)), ""):
        return _("To nie arkusz, tylko plik %s.") % kind
    if ending not in {"xlsx", "csv", "txt", "tsv", "ods"}:
        return _("Wczytujemy arkusze XLSX i CSV. Zapisz plik w jednym z tych formatów.")
    return why_named_otherwise(ending, is_parcel=data.startswith(PARCEL))


def why_named_otherwise(ending: str, *, is_parcel: bool) -> str:
    if is_parcel and ending not in {"xlsx", "ods"}:
        return _("Plik nazywa się .%s, a w środku jest co innego. Zapisz go jako XLSX.") % ending
    if not is_parcel and ending in {"xlsx", "ods"}:
        return _("Plik nazywa się .%s, a w środku jest co innego. Zapisz go jako XLSX.") % ending
    return ""


def with_headers(grid: Grid) -> Table:
    head, *lines = grid.lines
    headers = [value if isinstance(value, str) else "" for value in head.values]
    refuse_headers(headers)
    places = {i: BY_HEADER[fold(header)] for i, header in known(headers)}
    rows = tuple(row_of(line, places, len(headers)) for line in lines)
    columns = tuple(column for column in COLUMNS if column in places.values())
    return Table(columns, rows, (*grid.remarks, *remarks(headers, columns)))


def known(headers: list[str]) -> list[tuple[int, str]]:
    return [(i, header) for i, header in enumerate(headers) if fold(header) in BY_HEADER]


def refuse_headers(headers: list[str]) -> None:
    folded = Counter(fold(header) for _place, header in known(headers))
    if doubled := [BY_HEADER[name].header for name, count in folded.items() if count > 1]:
        raise SheetError(_("Kolumna „%s” jest w arkuszu dwa razy. Usuń jedną.") % doubled[0])
    if BY_HEADER[fold("nazwa")].header not in {BY_HEADER[name].header for name in folded}:
        found = ", ".join(f"„{header}”" for header in headers if header)[:200]
        raise SheetError(
            _("W pierwszym wierszu nie ma kolumny „nazwa”. Jest tam: %s.") % (found or _("nic"))
        )


def remarks(headers: list[str], columns: tuple[Column, ...]) -> list[str]:
    found = []
    if unknown := [h for h in headers if h and fold(h) not in BY_HEADER]:
        names = ", ".join(f"„{header[:40]}”" for header in unknown[:10])
        found.append(_("Pominięto kolumny, których portal nie zna: %s.") % names)
    if missing := [c.header for c in COLUMNS if c not in columns and c.key != "state"]:
        names = ", ".join(f"„{header}”" for header in missing)
        found.append(_("Tych kolumn nie ma, więc nic się w nich nie zmieni: %s.") % names)
    return found


def row_of(line: Line, places: dict[int, Column], width: int) -> Row:
    row = Row(line.number)
    for place, column in places.items():
        value: Value = line.values[place] if place < len(line.values) else ""
        if isinstance(value, Wrong):
            row.wrong[column.key] = value.sentence
        else:
            row.texts[column.key] = value
    if any(line.values[width:]):
        row.wrong[""] = _("W tym wierszu jest więcej komórek niż nagłówków.")
    return row
