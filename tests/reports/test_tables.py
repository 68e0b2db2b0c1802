"""CSV and JSON: figures with the notes behind them, and no cell that a spreadsheet would run."""

import csv
import json
from hashlib import sha256
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizations.sheets.guarding import is_dangerous
from reports.tables import COLUMNS, as_csv, as_json
from tests.reports import papers


def rows(document):
    text = as_csv(document).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def of_kind(document, kind):
    return [row for row in rows(document) if row["rodzaj"] == kind]


def test_polish_excel_opens_it_by_a_double_click():
    content = as_csv(papers.document())
    assert content.startswith(b"\xef\xbb\xbfrodzaj;klucz;nazwa;")
    assert content.endswith(b"\r\n")
    assert "łączna frekwencja" in content.decode("utf-8-sig")
    assert "\xa0" not in content.decode()


def test_each_figure_is_a_row_with_its_notes_under_it():
    people, kinds = of_kind(papers.document(), "liczba")
    assert (people["klucz"], people["wartosc"], people["pominieto"]) == ("osoby", "141", "1")
    assert people["tekst"] == "około 140 osób, nie licząc 1 spotkania"
    [source] = of_kind(papers.document(), "źródło")
    assert (source["notatka"], source["wersja_notatki"], source["wydarzenie"]) == ("1", "1", "7")
    assert source["wliczono"] == "tak"
    assert source["adres"].startswith("http")
    assert [row["wartosc"] for row in of_kind(papers.document(), "część")] == ["12", "3"]
    assert kinds["klucz"] == "dzialania"


def test_unknown_is_an_empty_cell_and_never_zero():
    held, people = of_kind(papers.document(papers.nothing()), "liczba")
    assert held["wartosc"] == "0"
    assert (people["wartosc"], people["tekst"]) == ("", "brak danych")


def test_it_says_what_it_is_and_on_what_terms():
    document = papers.document()
    said = {row["klucz"]: row["tekst"] for row in of_kind(document, "opis")}
    assert said["suma_kontrolna"] == document.checksum
    assert said["adres"] == document.address
    assert said["wydanie"] == "1"
    assert "bez opłat" in said["licencja"]


def test_a_correction_shows_the_old_value_and_the_new():
    [row] = of_kind(papers.document(papers.corrected()), "sprostowanie")
    assert row["tekst"] == "około 170 osób"
    assert row["uwaga"].startswith("Było: około 140 osób.")


@pytest.mark.parametrize("name", papers.ALL)
def test_every_row_has_every_column(name):
    text = as_csv(papers.document(papers.ALL[name]())).decode("utf-8-sig")
    widths = {len(row) for row in csv.reader(StringIO(text, newline=""), delimiter=";")}
    assert widths == {len(COLUMNS)}


@pytest.mark.parametrize("text", papers.MALICE, ids=range(len(papers.MALICE)))
def test_no_cell_is_a_formula(text):
    for row in rows(papers.document(papers.everywhere(text))):
        assert None not in row
        assert not [cell for cell in row.values() if is_dangerous(cell)]


@given(st.text(max_size=40))
def test_no_text_breaks_out_of_its_cell(text):
    document = papers.document(papers.everywhere(text))
    assert len(rows(document)) == len(rows(papers.document(papers.corrected())))
    assert not [cell for row in rows(document) for cell in row.values() if is_dangerous(cell)]
    json.loads(as_json(document))


def test_the_checksum_in_json_can_be_computed_again():
    found = json.loads(as_json(papers.document()))
    written = json.dumps(
        found["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert found["checksum"] == {
        "algorithm": "SHA-256",
        "value": sha256(written.encode()).hexdigest(),
    }


def test_json_names_the_version_the_address_the_terms_and_the_notes():
    document = papers.document(number=2)
    found = json.loads(as_json(document))
    assert (found["schema"], found["version"]) == (1, 2)
    assert found["address"].endswith("/podsumowania/2026-03--2026-05/wydanie/2/")
    assert found["newest"].endswith("/podsumowania/2026-03--2026-05/")
    assert found["published_at"] == "2026-05-15T12:00:00+02:00"
    assert "bez warunków" in found["licence"]
    assert found["content"]["notes"] == [{"event": 7, "note": 1, "version": 1}]


def test_the_same_report_gives_the_same_bytes():
    assert as_csv(papers.document()) == as_csv(papers.document())
    assert as_json(papers.document()) == as_json(papers.document())
