"""The directory narrowed by kind and by part taken, and its letters."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import ProgrammeItem
from organizations.filters import KINDS
from organizations.letters import letter_of
from organizations.models import Organization
from portal.kernel.names import sort_key
from tests.factories import NOW, make_event, make_organization, make_partnership

pytestmark = pytest.mark.django_db
LIST = "/organizacje/"


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def opened(client):
    def page(query=""):
        response = client.get(f"{LIST}{query}")
        assert response.status_code == 200, query
        return BeautifulSoup(response.content, "html.parser")

    return page


def words(element):
    return " ".join(element.get_text(" ").replace("\u00a0", " ").split()).replace(" .", ".")


def names(soup):
    return [words(link) for link in soup.select(".plain li a")]


def options(soup, name):
    """{value: what the select says of it}, without the empty one."""
    found = soup.select(f"select[name={name}] option")
    return {option["value"]: words(option) for option in found if option["value"]}


@pytest.fixture
def cast():
    """A foundation that hosted, a company that performed, a group that did nothing yet."""
    host = make_organization("Fundacja Stół", kind="ngo")
    performer = make_organization("Muzyka sp. z o.o.", kind="company")
    make_organization("Grupa Ławka", kind="informal")
    make_organization("Coś", kind="other")
    event = make_event()
    make_partnership(event, host, "host")
    make_partnership(event, host, "funder")
    ProgrammeItem.objects.create(event=event, title="Koncert", performer=performer)


def test_kinds_are_offered_with_how_many_there_are(cast, opened):
    assert options(opened(), "rodzaj") == {
        "pozarzadowe": "organizacja pozarządowa (1)",
        "nieformalne": "grupa nieformalna (1)",
        "firmy": "firma (1)",
    }
    assert names(opened("?rodzaj=nieformalne")) == ["Grupa Ławka"]


def test_the_part_taken_is_what_public_meetings_say(cast, opened):
    assert options(opened(), "udzial") == {
        "goscila": "gościła nas u siebie (1)",
        "wspoltworzyla": "współtworzyła spotkanie (1)",
        "wystapila": "wystąpiła w programie (1)",
    }
    assert names(opened("?udzial=goscila")) == ["Fundacja Stół"]
    assert names(opened("?udzial=wspoltworzyla")) == ["Fundacja Stół"]
    assert names(opened("?udzial=wystapila")) == ["Muzyka sp. z o.o."]


def test_a_part_in_a_draft_or_withdrawn_meeting_is_not_said(opened):
    make_organization("Inna")
    for event in (make_event(published_at=None), withdrawn()):
        organization = make_organization(f"Po cichu {event.pk}")
        make_partnership(event, organization, "host")
        ProgrammeItem.objects.create(event=event, title="Koncert", performer=organization)
    soup = opened()
    assert options(soup, "udzial") == {}
    assert names(opened("?udzial=goscila")) == []


def withdrawn():
    event = make_event()
    event.withdraw(NOW, "pomyłka")
    return event


def test_filters_hold_at_once_and_counts_follow(cast, opened):
    make_organization("Fundacja Cicha", kind="ngo")
    soup = opened("?rodzaj=pozarzadowe&udzial=goscila")
    assert names(soup) == ["Fundacja Stół"]
    assert options(soup, "rodzaj") == {"pozarzadowe": "organizacja pozarządowa (1)"}
    removals = [link["href"] for link in soup.select(".in-force a")]
    assert removals == [f"{LIST}?udzial=goscila", f"{LIST}?rodzaj=pozarzadowe", LIST]


def test_a_draft_organization_is_neither_listed_nor_counted(opened):
    make_organization("Szkic", kind="company", published_at=None)
    for number in range(2):
        make_organization(f"Fundacja {number}")
    assert "firmy" not in options(opened(), "rodzaj")
    assert names(opened("?rodzaj=firmy")) == []


def test_what_is_unknown_is_said(cast, opened):
    soup = opened("?rodzaj=other&udzial=x")
    assert len(names(soup)) == 4
    assert [words(problem) for problem in soup.select(".problem")] == [
        "Rodzaj: nie znamy wartości „other”, pomijamy ją.",
        "Udział: nie znamy wartości „x”, pomijamy ją.",
    ]


def test_nothing_found_says_what_to_give_up(cast, opened):
    soup = opened("?rodzaj=firmy&udzial=goscila")
    assert [words(way) for way in soup.select(".ways li")] == [
        "bez filtra Rodzaj: firma – 1 organizacja",
        "bez filtra Udział: gościła nas u siebie – 1 organizacja",
    ]


def test_a_form_sent_with_empty_fields_is_led_to_its_short_address(client):
    response = client.get(f"{LIST}?szukaj=&rodzaj=firmy&udzial=")
    assert (response.status_code, response["Location"]) == (302, f"{LIST}?rodzaj=firmy")


def test_every_kind_that_is_known_has_its_word_in_the_address():
    assert set(KINDS) == set(Organization.Kind) - {Organization.Kind.OTHER}


def test_a_narrowed_directory_is_not_for_search_engines(cast, opened):
    assert opened().select_one("meta[name=robots]") is None
    assert opened("?rodzaj=firmy").select_one("meta[name=robots]")["content"] == "noindex"


## Letters


@pytest.mark.parametrize(
    "name, letter",
    [("„Ławka”", "Ł"), ("ławka", "Ł"), ("Éclair", "E"), ("3miejsce", "0–9"), ("Łódź", "Ł"),
     ("Живе", "…"), ("Źródło", "Ź"), ("!!!", "0–9")],
)  # fmt: skip
def test_a_name_stands_under_the_letter_that_it_sorts_by(name, letter):
    assert letter_of(sort_key(name)) == letter


def test_letters_lead_to_the_page_on_which_each_begins(opened):
    for number in range(61):
        make_organization(f"Koło {number:02}")
    make_organization("Łąka")
    make_organization("Éclair")
    soup = opened()
    assert {words(link): link["href"] for link in soup.select(".letters a")} == {
        "E": "#litera-E",
        "K": "#litera-K",
        "Ł": "?strona=2#litera-Ł",
    }
    assert words(opened("?strona=2").find(id="litera-Ł")) == "Ł"


def test_letters_keep_the_filters(opened):
    for number in range(61):
        make_organization(f"Koło {number:02}", kind="company")
    make_organization("Żuraw", kind="company")
    last = opened("?rodzaj=firmy").select(".letters a")[-1]
    assert last["href"] == "?rodzaj=firmy&strona=2#litera-Ż"


def test_a_short_directory_needs_no_letters(opened):
    for number in range(19):
        make_organization(f"Koło {number}")
    assert opened().select(".letters") == []


def test_the_directory_costs_the_same_with_one_row_and_with_three(client):
    def add():
        make_partnership(make_event(), make_organization(), "host")

    add()
    with CaptureQueriesContext(connection) as one:
        client.get(f"{LIST}?udzial=goscila&rodzaj=pozarzadowe&szukaj=fundacja")
    add(), add()
    with CaptureQueriesContext(connection) as three:
        client.get(f"{LIST}?udzial=goscila&rodzaj=pozarzadowe&szukaj=fundacja")
    assert len(one) == len(three) == 6
