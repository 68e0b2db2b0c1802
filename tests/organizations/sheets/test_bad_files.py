"""Files that are not what they should be: a sentence each, nothing saved, nothing fetched."""

import io
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from organizations.models import Organization
from organizations.sheets import grid, table
from organizations.sheets.archive import LARGEST
from organizations.sheets.refusal import SheetError
from organizations.sheets.table import read_table
from tests.desk import words
from tests.factories import make_organization
from tests.organizations.sheets.files import (
    HEADERS,
    csv,
    repacked,
    rewritten,
    row,
    saved,
    with_part,
    xlsx,
)

pytestmark = pytest.mark.django_db

CORRUPT = "Ten plik jest uszkodzony."
STRANGE = "W tym pliku jest coś, czego arkusze nie mają."
HUGE = "po rozpakowaniu jest za duży"
AMISS = "Wiersz 2: tekst jest za długi albo cudzysłów"
OTHERWISE = "a w środku jest co innego"
GOOD = xlsx(row())
DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "haha">'
    + b"".join(b'<!ENTITY a%d "&a;&a;&a;&a;&a;&a;&a;&a;">' % i for i in range(9))
    + b"]><l>&a;</l>"
)
SHEET = "xl/worksheets/sheet1.xml"
START = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def encrypted():
    """A parcel whose part says that it has a password."""
    data = bytearray(GOOD)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start != -1:
            data[start + place] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def deep():
    return with_part(SHEET, START + b"<row>" * 50_000 + b"</row>" * 50_000)


def without(*names):
    return repacked(GOOD, lambda parts: [parts.pop(name) for name in names])


def doubled_part():
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as parcel, pytest.warns(UserWarning, match="Duplicate"):
        parcel.writestr(SHEET, b"x")
    return out.getvalue()


FILES = {
    "empty": (b"", "o.xlsx", "Ten plik jest pusty."),
    "empty csv": (b"", "o.csv", "Ten plik jest pusty."),
    "spaces": (b" \r\n \r\n", "o.csv", "Ten arkusz jest pusty."),
    "mark alone": (b"\xef\xbb\xbf", "o.csv", "Ten arkusz jest pusty."),
    "no rows": (saved(Workbook()), "o.xlsx", "Ten arkusz jest pusty."),
    "old excel": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "o.xls",
        "To stary plik Excela",
    ),
    "old excel renamed": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "o.xlsx", "To stary plik Excela"),
    "macro name": (GOOD, "o.xlsm", "może mieć makra"),
    "macro binary": (GOOD, "o.xlsb", "może mieć makra"),
    "macro inside": (with_part("xl/vbaProject.bin", b"x"), "o.xlsx", "Ten arkusz ma makra."),
    "text as xlsx": (csv(row()), "o.xlsx", OTHERWISE),
    "xlsx as csv": (GOOD, "o.csv", OTHERWISE),
    "pdf": (b"%PDF-1.7\n%", "o.xlsx", "tylko plik PDF"),
    "png": (b"\x89PNG\r\n\x1a\n", "o.csv", "tylko plik PNG"),
    "exe": (b"MZ\x90\0", "o.exe", "Wczytujemy arkusze XLSX i CSV."),
    "no ending": (csv(row()), "organizacje", "Wczytujemy arkusze XLSX i CSV."),
    "double ending": (csv(row()), "o.csv.php", "Wczytujemy arkusze XLSX i CSV."),
    "ods": (
        repacked(GOOD, lambda p: p.update({"content.xml": b"<x/>"})),
        "o.ods",
        "To arkusz ODS.",
    ),
    "docx": (without("xl/workbook.xml"), "o.xlsx", "To nie jest arkusz XLSX"),
    "zip": (repacked(GOOD, lambda p: p.clear()), "o.xlsx", "uszkodzony|co innego|To nie jest"),
    "html": (
        b"<html><table><tr><td>nazwa</td></tr></table></html>",
        "o.csv",
        "To strona lub plik XML",
    ),
    "xml": (DTD, "o.csv", "To strona lub plik XML"),
    "truncated": (GOOD[: len(GOOD) // 2], "o.xlsx", CORRUPT),
    "head alone": (GOOD[:4], "o.xlsx", CORRUPT),
    "noise": (b"PK\x03\x04" + bytes(range(256)) * 20, "o.xlsx", CORRUPT),
    "flipped": (GOOD[:200] + b"\xff" * 40 + GOOD[240:], "o.xlsx", CORRUPT),
    "password": (encrypted(), "o.xlsx", CORRUPT),
    "no sheet": (without(SHEET), "o.xlsx", "nie ma widocznego arkusza"),
    "no links": (without("xl/_rels/workbook.xml.rels"), "o.xlsx", CORRUPT),
    "broken xml": (with_part(SHEET, b"<worksheet><row"), "o.xlsx", CORRUPT),
    "broken workbook": (with_part("xl/workbook.xml", b"<a>"), "o.xlsx", CORRUPT),
    "no styles": (with_part("xl/styles.xml", b"<x>"), "o.xlsx", CORRUPT),
    "entity": (with_part(SHEET, DTD), "o.xlsx", STRANGE),
    "entity in links": (with_part("xl/_rels/workbook.xml.rels", DTD), "o.xlsx", STRANGE),
    "entity in types": (with_part("[Content_Types].xml", DTD), "o.xlsx", STRANGE),
    "laughs": (with_part("xl/sharedStrings.xml", LAUGHS), "o.xlsx", STRANGE),
    "entity in utf-16": (with_part(SHEET, DTD.decode().encode("utf-16")), "o.xlsx", STRANGE),
    "odd encoding": (
        with_part(SHEET, b'<?xml version="1.0" encoding="cp037"?><x/>'),
        "o.xlsx",
        STRANGE,
    ),
    "late entity": (with_part(SHEET, b" " * 70_000 + DTD), "o.xlsx", STRANGE),
    "split entity": (with_part(SHEET, b" " * 65_532 + b"<!DOCTYPE x>"), "o.xlsx", STRANGE),
    "bomb": (with_part(SHEET, b" " * (LARGEST + 1)), "o.xlsx", HUGE),
    "bomb aside": (with_part("xl/media/x.bin", b"\0" * (LARGEST + 1)), "o.xlsx", HUGE),
    "many tags": (with_part(SHEET, START + b"<c/>" * 1_000_001), "o.xlsx", HUGE),
    "many parts": (
        repacked(GOOD, lambda p: p.update({f"x{i}": b"" for i in range(400)})),
        "o.xlsx",
        "za dużo części",
    ),
    "deep": (deep(), "o.xlsx", CORRUPT),
    "far row": (
        xlsx(row(), change=lambda _book, sheet: sheet.cell(1_048_576, 2, "daleko")),
        "o.xlsx",
        "ciągnie się za daleko",
    ),
    "merged": (
        xlsx(row(), change=lambda _book, sheet: sheet.merge_cells("B2:B4")),
        "o.xlsx",
        "W arkuszu są scalone komórki: B2:B4.",
    ),
    "merged title": (
        xlsx(row(), change=lambda _book, sheet: sheet.merge_cells("A1:G1")),
        "o.xlsx",
        "scalone komórki: A1:G1",
    ),
    "no name": (csv(["1"], headers=["id"]), "o.csv", "nie ma kolumny „nazwa”. Jest tam: „id”."),
    "title above": (csv(HEADERS, headers=["Spis organizacji"]), "o.csv", "„Spis organizacji”"),
    "doubled": (
        csv(headers=["nazwa", "strona", "NAZWA "]),
        "o.csv",
        "„nazwa” jest w arkuszu dwa razy",
    ),
    "open quote": (b'nazwa;strona\r\n"Fundacja;x\r\n', "o.csv", AMISS),
    "quote inside": (b'nazwa;strona\r\n"Fund"acja;x\r\n', "o.csv", AMISS),
    "long first line": (b"nazwa;" + b"x" * 200_000, "o.csv", "za długi"),
    "zeros": (b"nazwa\r\n" + b"\0" * 50 + b"a" * 500, "o.csv", "są w nim bajty zerowe"),
    "half a letter": (b"\xff\xfen\0a\0z\0w\0a", "o.csv", "Nie da się odczytać liter"),
    "wrong mark": (b"\xef\xbb\xbfnazwa\n\xb9\xb9", "o.csv", "Nie da się odczytać liter"),
    "heavy": (b"nazwa\n" + b"a" * 5_000_000, "o.csv", "ponad 5 MB"),
    "many rows": (
        csv(*([f"X{i}"] for i in range(10_001)), headers=["nazwa"]),
        "o.csv",
        "10 000 wierszy",
    ),
    "doubled part": (doubled_part(), "o.xlsx", CORRUPT),
}


@pytest.mark.parametrize("name", FILES)
def test_each_bad_file_is_answered_with_a_sentence(desk, name):
    data, file, sentence = FILES[name]
    answer = desk.look(data, file)
    assert answer.status_code == 200
    said = words(answer).replace("\u00a0", " ")
    assert any(part in said for part in sentence.split("|")), answer.context.get("refusal")
    assert Organization.objects.count() == 0


def test_no_file_at_all(desk):
    assert "Wybierz plik: arkusz XLSX albo CSV." in words(desk.client.post(desk.address))
    assert "Wybierz plik" in words(desk.client.post(desk.address, {"file": "tekst"}))


def test_where_every_sheet_is_hidden_there_is_none(desk):
    data = repacked(
        GOOD,
        lambda parts: parts.update(
            {
                "xl/workbook.xml": parts["xl/workbook.xml"].replace(
                    b'state="visible"', b'state="hidden"'
                )
            }
        ),
    )
    assert "nie ma widocznego arkusza" in words(desk.look(data))


def test_hidden_and_further_sheets_are_left_aside_and_told(desk):
    def change(book, sheet):
        book.create_sheet("Tajny", 0).sheet_state = "hidden"
        book.create_sheet("Drugi").append(["nazwa", "Nie ta"])

    seen = desk.look(xlsx(row("Ta"), change=change))
    assert "Czytamy arkusz „Sheet”. Pominięto: „Tajny”, „Drugi”." in words(seen)
    assert [outcome.name for outcome in seen.context["groups"]["new"]] == ["Ta"]


# Cells


CELLS = {
    "formula": ("=1+1", "Tu jest formuła."),
    "link": ('=HYPERLINK("http://example.org")', "Tu jest formuła."),
    "day": (date(2026, 5, 3), "Arkusz zamienił ten tekst na datę."),
    "moment": (datetime.fromisoformat("2026-05-03T12:00"), "Arkusz zamienił ten tekst na datę."),
    "hour": (time(12, 30), "Arkusz zamienił ten tekst na datę."),
    "fraction": (1.5, "Tu jest liczba z ułamkiem"),
    "truth": (True, "Tu jest wartość „prawda” lub „fałsz”"),
    "fault": ("#N/A", "Tu jest błąd arkusza: #N/A."),
    "long": ("x" * 201, "200"),
    "very long": ("x" * 6000, "Za długi tekst: 6000 znaków."),
}


@pytest.mark.parametrize("name", CELLS)
def test_each_bad_cell_is_told_by_row_and_column(desk, name):
    value, sentence = CELLS[name]
    text = words(desk.look(xlsx(row("Dobra"), row(value)))).replace("\u00a0", " ")
    assert "Wiersz 3" in text
    assert "nazwa: " in text
    assert sentence in text
    assert "Wiersz 2 " not in text.partition("Do poprawienia")[2].partition("Nowe")[0]


@pytest.mark.parametrize(
    "line, sentence",
    [
        (row("", field="bez nazwy"), "nazwa: To pole jest wymagane."),
        (row("X", kind="kółko różańcowe"), "„kółko różańcowe” nie jest rodzajem organizacji."),
        (row("X", website="nie adres"), "strona: Wpisz poprawny URL."),
        (row("X", website="javascript:alert(1)"), "strona: "),
        (row("X", website="ftp://" + "a" * 300), "strona: "),
        (row("X", field="x" * 121), "czym się zajmuje: "),
        (row("X", aliases="a;" + "x" * 201), "inne nazwy: Za długa nazwa"),
        ([*row("X"), "za dużo"], "W tym wierszu jest więcej komórek niż nagłówków."),
    ],
    ids=["name", "kind", "website", "script", "long address", "field", "alias", "width"],
)
def test_each_wrong_row_says_what_is_wrong(desk, line, sentence):
    text = words(desk.look(xlsx(row("Dobra"), line)))
    assert "Wiersz 3" in text
    assert sentence in text
    assert Organization.objects.count() == 0


def test_a_text_that_looks_like_a_formula_is_a_text(desk):
    seen = desk.look(csv(row("=1+1"), row("'=2+2"), row("@nie")), "o.csv")
    desk.load(seen)
    names = set(Organization.objects.values_list("name", flat=True))
    assert names == {"=1+1", "=2+2", "@nie"}


def test_a_whole_number_is_a_name(desk):
    desk.load(desk.look(xlsx(row(2050))))
    assert Organization.objects.get().name == "2050"


def test_what_no_eye_sees_does_not_come_in(desk):
    name = "Fun\u200bda\u0007cja\u202e  Ukryta\nw dwóch"
    desk.load(desk.look(csv(row(f'"{name}"')), "o.csv"))
    stored = Organization.objects.get().name
    assert stored.isprintable()
    assert stored.endswith("Ukryta w dwóch")


# Letters, separators, headers


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1250", "iso8859-2"],
)
def test_any_usual_separator_and_encoding_is_read(desk, delimiter, encoding):
    data = csv(row("Zażółć gęślą jaźń Śródmieście"), delimiter=delimiter, encoding=encoding)
    seen = desk.look(data, "o.csv")
    assert [outcome.name for outcome in seen.context["groups"]["new"]] == [
        "Zażółć gęślą jaźń Śródmieście"
    ]
    assert ("starym kodowaniu" in words(seen)) == (encoding in {"cp1250", "iso8859-2"})


@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_any_end_of_line_is_read(desk, newline):
    seen = desk.look(csv(row("Jedna"), row("Druga osobna"), newline=newline), "o.csv")
    assert [outcome.number for outcome in seen.context["groups"]["new"]] == [2, 3]


def test_excels_own_hint_is_understood(desk):
    seen = desk.look(b"sep=,\r\n" + csv(row("Jedna"), delimiter=","), "o.csv")
    assert [outcome.number for outcome in seen.context["groups"]["new"]] == [3]


def test_headers_are_known_in_any_order_and_case(desk):
    seen = desk.look(csv(["x.example", "Jedna"], headers=[" STRONA", "Nazwa "]), "o.csv")
    [outcome] = seen.context["groups"]["new"]
    assert outcome.values["website"] == "https://x.example"


def test_rows_are_numbered_as_the_spreadsheet_shows_them(desk):
    seen = desk.look(xlsx(row("Jedna"), [], [None, ""], row("Druga osobna")))
    assert [outcome.number for outcome in seen.context["groups"]["new"]] == [2, 5]


# Size


@pytest.mark.drill
def test_ten_thousand_rows_are_read_in_bounded_memory(desk):
    lines = [row(f"Fundacja {i:05d} nazwana {i * 7919 % 10007}") for i in range(10_000)]
    data = xlsx(*lines)
    tracemalloc.start()
    found = read_table("o.xlsx", data)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found.rows) == 10_000
    assert peak < 150_000_000


def test_a_cell_that_claims_a_far_column_costs_nothing(desk):
    data = rewritten(rb'<c r="B2"', b'<c r="XFD2"')
    assert desk.look(data).status_code == 200
    wide = csv([f"x{i}" for i in range(5000)], headers=["nazwa"])
    assert "więcej komórek niż nagłówków" in words(desk.look(wide, "o.csv"))


def test_a_size_that_the_file_claims_is_not_believed(desk):
    data = rewritten(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A1"')
    assert len(desk.look(data).context["groups"]["new"]) == 1
    data = rewritten(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"')
    assert len(desk.look(data).context["groups"]["new"]) == 1


def test_too_many_doubts_are_for_smaller_sheets(desk, monkeypatch):
    monkeypatch.setattr("organizations.sheets.admin.MOST_DOUBTS", 2)
    make_organization("Ławka dialogu")
    names = [row(f"{kind} Ławka Dialogu") for kind in ("Fundacja", "Grupa", "Związek")]
    assert "Wątpliwych wierszy jest więcej niż" in words(desk.look(xlsx(*names)))


def test_what_no_form_can_carry_is_refused(desk, monkeypatch):
    monkeypatch.setattr("organizations.sheets.carrying.HEAVIEST", 100)
    assert "Zmian jest za dużo na jeden raz." in words(desk.look(xlsx(row())))


def test_the_limits_say_what_the_page_says():
    assert (grid.MOST_ROWS, table.HEAVIEST) == (10_000, 5_000_000)


@pytest.mark.parametrize("place", range(0, len(GOOD), len(GOOD) // 60))
def test_a_byte_that_went_wrong_is_a_sentence_at_worst(place):
    data = GOOD[:place] + bytes([GOOD[place] ^ 0xFF]) + GOOD[place + 1 :]
    with suppress(SheetError):
        read_table("o.xlsx", data)
