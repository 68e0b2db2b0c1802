import pytest
import time_machine
from bs4 import BeautifulSoup

from organizations.models import Alias
from tests.factories import (
    NOW,
    make_event,
    make_held,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


def page(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    text = " ".join(element.get_text(" ").replace("\u00a0", " ").split())
    return text.replace(" ,", ",")


def names(soup):
    return [words(heading) for heading in soup.select(".plain li a")]


## The list


def test_the_list_is_in_polish_order(client):
    for name in ("Łódź dla Ziemi", "Lublin razem", "Ósemka", "Osa", "„Ławka”"):
        make_organization(name)
    assert names(page(client, "/organizacje/")) == [
        "Lublin razem",
        "„Ławka”",
        "Łódź dla Ziemi",
        "Osa",
        "Ósemka",
    ]


@pytest.mark.parametrize("words", ["lawka", "ŁAWKA", "Ławka", "  ławka  ", "ław", "lawka dialogu"])
def test_polish_letters_and_capitals_are_not_needed(client, words):
    make_organization("Fundacja Ławka Dialogu")
    make_organization("Fundacja Stół")
    assert names(page(client, "/organizacje/", szukaj=words)) == ["Fundacja Ławka Dialogu"]


def test_another_name_finds_it_once(client):
    organization = make_organization("Towarzystwo Przyjaciół Dzieci")
    Alias.objects.create(organization=organization, name="TPD")
    Alias.objects.create(organization=organization, name="TPD Kraków")
    soup = page(client, "/organizacje/", szukaj="tpd")
    assert names(soup) == ["Towarzystwo Przyjaciół Dzieci"]
    assert words(soup.select_one("[role=status]")) == "Znaleziono: 1 organizacja ."


@pytest.mark.parametrize("sign", ["%", "_", "\\", "*", "'"])
def test_signs_of_a_search_language_mean_nothing(client, sign):
    make_organization("Fundacja")
    assert names(page(client, "/organizacje/", szukaj=f"x{sign}x")) == []


def test_nothing_found_says_so_and_keeps_what_was_asked(client):
    make_organization("Fundacja")
    soup = page(client, "/organizacje/", szukaj='<b>"kot"')
    assert "Nic takiego tu nie ma" in words(soup)
    assert soup.select_one("#szukaj")["value"] == '<b>"kot"'


@pytest.mark.parametrize("nothing", ["„”", "''", "\u00ad"])
def test_a_search_without_a_letter_or_number_is_no_search(client, nothing):
    make_organization("Fundacja")
    soup = page(client, "/organizacje/", szukaj=nothing)
    assert names(soup) == ["Fundacja"]
    assert soup.select_one("[role=status]") is None


def test_pages_of_a_search_keep_the_search(client):
    for number in range(61):
        make_organization(f"Koło nr {number}")
    soup = page(client, "/organizacje/", szukaj="koło & nr")
    link = soup.select_one(".pagination a[rel=next]")["href"]
    assert link == "?szukaj=ko%C5%82o+%26+nr&strona=2"
    assert names(page(client, f"/organizacje/{link}")) == ["Koło nr 60"]


def test_an_empty_list_says_so(client):
    assert "Spis organizacji jest jeszcze pusty" in words(page(client, "/organizacje/"))


## One organization


def test_its_thread_holds_what_it_runs_and_takes_part_in(client):
    organization = make_organization("Fundacja Tytano", kind="ngo", field="kultura")
    Alias.objects.create(organization=organization, name="Tytano")
    make_venue("Dom Tytano", operator=organization)
    make_series("Wspólnie do celu").organizers.add(organization)
    ahead, past = make_event("Majówka"), make_held("Marcówka")
    for role in ("host", "support"):
        make_partnership(ahead, organization, role)
        make_partnership(past, organization, role)
    text = words(page(client, organization.get_absolute_url()).main)
    for part in (
        "Organizacja pozarządowa · kultura",
        "Inne nazwy: Tytano",
        "Prowadzi Dom Tytano",
        "Współtworzy cykl Wspólnie do celu",
    ):
        assert part in text
    assert text.count("Majówka") == 1
    assert text.index("Nadchodzące spotkania") < text.index("Majówka")
    assert text.index("Dotychczasowe spotkania") < text.index("Marcówka")


def test_an_example_is_kept_from_search_engines(client):
    organization = make_organization(is_example=True)
    soup = page(client, organization.get_absolute_url())
    assert soup.select_one('meta[name="robots"]')["content"] == "noindex"
