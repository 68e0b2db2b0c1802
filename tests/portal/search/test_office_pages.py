"""The office's own pages are found by their titles, their subjects and who holds the office."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from organizations.models import OfficeHolder
from portal.search.office_pages import PAGES
from tests.factories import make_series, make_venue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]


def main(client, query):
    return BeautifulSoup(client.get("/szukaj/", {"q": query}).content, "html.parser").main


def pages(soup):
    line = soup.find(string=lambda text: "Strony urzędu:" in text)
    return [a.text for a in line.parent.find_all("a")] if line else []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("kontakt", "Kontakt"),
        ("telefonu", "Kontakt"),
        ("deklaracja dostępności", "Deklaracja dostępności"),
        ("deklaracje dostepnosci", "Deklaracja dostępności"),
        ("język migowy", "Deklaracja dostępności"),
        ("prywatnosc", "Prywatność"),
        ("rodo", "Prywatność"),
        ("ciasteczka", "Pliki cookie"),
        ("licencja", "Ponowne wykorzystywanie"),
        ("łatwe do czyt", "O Pełnomocniku: tekst łatwy do czytania"),
    ],
)
def test_a_page_of_the_office_is_found(client, words, title):
    soup = main(client, words)
    assert pages(soup) == [title]
    assert "Poza tym nic nie znaleźliśmy" in soup.text
    assert not soup.find(id="nic")


def test_who_holds_the_office_leads_to_the_page_about_it(client):
    OfficeHolder.objects.create(
        office=OfficeHolder.Office.PROXY,
        name="Jan Szarotka",
        title="Pełnomocnik",
        since=date(2020, 1, 1),
    )
    assert pages(main(client, "szarotka")) == ["O Pełnomocniku"]


def test_it_stands_above_what_else_is_found_and_other_words_name_none(client):
    make_series("Kontakt z naturą")
    soup = main(client, "kontakt")
    assert pages(soup) == ["Kontakt"]
    assert [" ".join(a.text.split()) for a in soup.select(".hit h2 a")] == ["Kontakt z naturą"]
    assert pages(main(client, "naturą")) == []


def test_a_filter_that_hides_what_was_found_still_says_so(client):
    make_venue("Dom Kontakt")
    query = {"q": "kontakt", "rodzaj": "cykle"}
    soup = BeautifulSoup(client.get("/szukaj/", query).content, "html.parser").main
    assert "Poza cyklami:" in soup.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.route)
def test_its_address_is_there(client, page):
    assert client.get(page.url).status_code == 200
