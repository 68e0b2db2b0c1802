"""What goes out comes back as it was, and nothing in it runs."""

import csv as standard_csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organizations.models import Alias
from organizations.sheets.columns import joined, parted
from organizations.sheets.guarding import guarded, unguarded
from tests.desk import words
from tests.factories import NOW, make_organization
from tests.organizations.sheets.files import HEADERS, read_back

pytestmark = pytest.mark.django_db

FORMULAS = [
    '=HYPERLINK("http://example.org";"klik")',
    "=1+1",
    "+48 12 000 00 00",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    " =1+1",
    "'=1+1",
    "'s-Hertogenbosch",
    "''",
    "=cmd|' /C calc'!A0",
    '"=1+1',
    ";=1+1",
]


def make_all(names=FORMULAS):
    return [make_organization(name, field=name[:120]) for name in names]


def test_a_workbook_has_no_live_formula(desk):
    make_all()
    cells = [cell for row in read_back(desk.get(plik="xlsx").content) for cell in row]
    assert {kind for value, kind in cells if value is not None} == {"s", "n"}
    assert {type(value) for value, kind in cells if kind == "n" and value is not None} == {int}


def test_no_text_of_a_csv_begins_like_a_formula(desk):
    make_all()
    text = desk.get(plik="csv").content.decode("utf-8-sig")
    for row in standard_csv.reader(io.StringIO(text), delimiter=";"):
        for cell in row[1:]:
            assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠")), cell


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_went_out_comes_back_as_it_was(desk, kind):
    for organization in make_all([*FORMULAS, "Zażółć gęślą jaźń", "_x0041_", "Ów; tamten", "a\\b"]):
        for name in ("=2+2", "po; średniku", "na końcu \\", "\\;"):
            Alias.objects.create(organization=organization, name=name)
    make_organization("Szkic", kind="informal", website="https://example.org/?a=1&b=2;c")
    groups = desk.look(desk.get(plik=kind).content, f"o.{kind}").context["groups"]
    assert {name: len(rows) for name, rows in groups.items()} == {
        "new": 0,
        "changed": 0,
        "doubtful": 0,
        "wrong": 0,
        "unchanged": len(FORMULAS) + 5,
    }


@pytest.mark.parametrize("text", [*FORMULAS, "", "'", "zwykły tekst", "Łąka"])
def test_the_apostrophe_goes_as_it_came(text):
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("names", [["a"], ["a;b", "c"], ["\\"], ["\\;", ";", "a\\;b"], []])
def test_other_names_part_as_they_were_joined(names):
    assert parted(joined(names)) == names


def test_the_headers_never_change(desk):
    make_organization("Ławka")
    assert [value for value, _ in read_back(desk.get(plik="xlsx").content)[0]] == HEADERS
    first = desk.get(plik="csv").content.decode("utf-8-sig").splitlines()[0]
    assert first == ";".join(HEADERS)


def test_each_row_says_what_the_portal_knows(desk):
    organization = make_organization("Ławka", kind="informal", field="sąsiedzi")
    Alias.objects.create(organization=organization, name="Ławeczka")
    [_, row] = read_back(desk.get(plik="xlsx").content)
    assert [value for value, _ in row] == [
        organization.pk,
        "Ławka",
        "Ławeczka",
        "grupa nieformalna",
        "sąsiedzi",
        None,
        "opublikowane",
    ]


def test_neither_the_bin_nor_what_was_merged_goes_out(desk):
    thrown = make_organization("Wyrzucona", published_at=None)
    thrown.discard(NOW)
    gone = make_organization("Połączona")
    gone.merged_into = make_organization("Żywa")
    gone.save()
    text = desk.get(plik="csv").content.decode("utf-8-sig")
    assert "Żywa" in text
    assert "Wyrzucona" not in text
    assert "Połączona" not in text


def test_the_file_is_named_by_its_day(desk):
    assert desk.get(plik="xlsx")["Content-Disposition"] == (
        'attachment; filename="organizacje-2026-05-08.xlsx"'
    )
    assert desk.get(plik="exe").status_code == 404


def test_the_page_says_what_each_column_holds(desk):
    text = words(desk.get())
    for header in HEADERS:
        assert header in text
    assert "apostrof" in text


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_number_of_queries_does_not_grow(desk, kind):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            desk.get(plik=kind)
        return len(asked)

    Alias.objects.create(organization=make_organization("Jedna"), name="Jedynka")
    few = queries()
    for name in ("Druga", "Trzecia", "Czwarta"):
        Alias.objects.create(organization=make_organization(name), name=f"Inna {name}")
    assert queries() <= few
