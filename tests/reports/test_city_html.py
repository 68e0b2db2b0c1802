"""What is copied to the city's own site: whole, accessible, and nothing that runs or styles."""

import pytest
from bs4 import BeautifulSoup

from portal.kernel import richtext
from reports.city_html import city_html
from tests.reports import papers

TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def soup_of(made=None):
    return BeautifulSoup(city_html(papers.document(made)), "html.parser")


def test_figures_lead_to_their_sources():
    [link] = soup_of().find_all("a", string="około 140\xa0osób, nie licząc 1\xa0spotkania") or [
        tag.parent for tag in soup_of().find_all("strong") if tag.text.startswith("około 140")
    ]
    assert link["href"].endswith("/podsumowania/2026-03--2026-05/wydanie/1/liczby/osoby/")


def test_tables_have_names_and_heads():
    tables = soup_of(papers.corrected()).find_all("table")
    assert len(tables) == 3
    for table in tables:
        assert table.caption.text
        assert {head["scope"] for head in table.thead.find_all("th")} == {"col"}
        for row in table.tbody.find_all("tr"):
            assert row.find("th")["scope"] == "row"


def test_corrections_show_the_old_value_and_the_new():
    text = soup_of(papers.corrected()).get_text(" ").replace("\xa0", " ")
    assert "około 140 osób" in text
    assert "około 170 osób" in text
    assert "1. 20 maja 2026 r." in text


@pytest.mark.parametrize("name", papers.ALL)
def test_addresses_are_whole_and_nothing_is_styled(name):
    soup = soup_of(papers.ALL[name]())
    for tag in soup.find_all():
        assert tag.name in richtext.TAGS | TABLES
        assert set(tag.attrs) <= {"href", "lang", "scope", "start"}
        assert not tag.get("href") or tag["href"].startswith("http")
    assert soup.find_all("a")[-1]["href"].endswith(f"{papers.ALL[name]()['span']['slug']}/")


@pytest.mark.parametrize("text", papers.MALICE, ids=range(len(papers.MALICE)))
def test_text_that_tries_to_be_markup_stays_text(text):
    soup = soup_of(papers.everywhere(text))
    for tag in soup.find_all():
        assert tag.name in richtext.TAGS | TABLES
        assert set(tag.attrs) <= {"href", "lang", "scope", "start"}
    if "script" in text:
        assert text in soup.get_text()
