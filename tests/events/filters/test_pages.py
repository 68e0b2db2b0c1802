"""The lists of events, narrowed, as visitors read them."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import EventAccess, SeriesPause
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_event,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db
LIST, ARCHIVE = "/wydarzenia/", "/wydarzenia/archiwum/"


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def opened(client):
    def page(address):
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content, "html.parser")

    return page


def words(element):
    text = " ".join(element.get_text(" ").replace("\u00a0", " ").split())
    return text.replace(" ,", ",").replace(" .", ".").replace(" :", ":")


def titles(soup):
    return [words(heading) for heading in soup.select(".events .event :is(h2, h3, h4)")]


def chips(soup):
    return {words(link): link["href"] for link in soup.select(".in-force li a")}


def robots(soup):
    return soup.select_one("meta[name=robots]")


def three():
    series = make_series("Ławka dialogu", slug="lawka-dialogu")
    make_event("Pierwsza", series=series, sign_up="none")
    make_event("Druga", series=series, when=make_when(date(2026, 6, 10)))
    make_event("Inna", sign_up="none")


def test_a_narrowed_list_keeps_its_form_by_months(opened):
    three()
    make_event("Bez dnia", series=make_series(slug="x"), when=When.in_month(Month(2026, 6)))
    soup = opened(f"{LIST}?od=2026-06-01")
    assert [words(heading) for heading in soup.select("main h2")] == ["Czerwiec 2026"]
    assert soup.find("h3", string="W czerwcu, bez daty")
    assert titles(soup) == ["Druga", "Bez dnia"]


def test_how_many_were_found_is_said_and_each_filter_goes_by_one_link(opened):
    three()
    soup = opened(f"{LIST}?cykl=lawka-dialogu&zapisy=bez")
    assert words(soup.select_one("[role=status]")) == "Znaleziono: 1 wydarzenie."
    assert chips(soup) == {
        "Usuń filtr Cykl: Ławka dialogu ✕": f"{LIST}?zapisy=bez",
        "Usuń filtr Zapisy: bez zapisów ✕": f"{LIST}?cykl=lawka-dialogu",
        "Usuń wszystkie": LIST,
    }


def test_one_filter_needs_no_way_to_take_away_all(opened):
    three()
    assert list(chips(opened(f"{LIST}?zapisy=bez"))) == ["Usuń filtr Zapisy: bez zapisów ✕"]


def test_without_filters_nothing_is_counted_and_the_page_may_be_indexed(opened):
    three()
    soup = opened(LIST)
    assert soup.select_one("[role=status]") is None
    assert robots(soup) is None


@pytest.mark.parametrize("address", [LIST, ARCHIVE])
def test_a_narrowed_list_is_not_for_search_engines(opened, address):
    three()
    soup = opened(f"{address}?zapisy=bez")
    assert robots(soup)["content"] == "noindex"
    assert soup.select_one("link[rel=canonical]")["href"].endswith(address)


def test_the_form_holds_what_was_chosen(opened):
    three()
    soup = opened(f"{LIST}?cykl=lawka-dialogu&zapisy=bez&od=2026-05-01&szukaj=pierwsza")
    form = soup.select_one("main form[role=search]")
    assert form["method"] == "get"
    assert form.select_one("#szukaj")["value"] == "pierwsza"
    assert form.select_one("[name=cykl] option[selected]")["value"] == "lawka-dialogu"
    assert form.select_one("[name=zapisy]").has_attr("checked")
    assert form.select_one("[name=od]")["value"] == "2026-05-01"
    assert words(form.select_one("summary")) == "Filtruj wybrano: 3"


def test_every_field_has_a_name_that_is_read_aloud(opened):
    three()
    event = make_event("Z tłumaczką")
    EventAccess.objects.create(
        event=event, key="sign_language", answer="yes", checked_on=date(2026, 4, 1)
    )
    form = opened(LIST).select_one("main form[role=search]")
    for field in form.select("input, select"):
        assert field.find_parent("label") or form.select_one(f"label[for={field['id']}]")
    for group in form.select("fieldset"):
        assert words(group.legend)


def test_a_form_sent_with_empty_fields_is_led_to_its_short_address(client):
    three()
    sent = f"{LIST}?szukaj=&cykl=lawka-dialogu&dzielnica=&od=&do=+&dla="
    response = client.get(sent)
    assert (response.status_code, response["Location"]) == (302, f"{LIST}?cykl=lawka-dialogu")
    assert client.get(f"{ARCHIVE}?szukaj=")["Location"] == ARCHIVE


def test_nothing_found_says_what_to_give_up_and_what_there_would_be(opened):
    three()
    soup = opened(f"{LIST}?cykl=lawka-dialogu&zapisy=bez&od=2026-06-01")
    assert titles(soup) == []
    ways = {words(item): item.a["href"] for item in soup.select(".ways li")}
    assert ways == {
        "bez filtra Kiedy: od 1 czerwca 2026 r. – 1 wydarzenie": (
            f"{LIST}?cykl=lawka-dialogu&zapisy=bez"
        ),
        "bez filtra Zapisy: bez zapisów – 1 wydarzenie": (
            f"{LIST}?od=2026-06-01&cykl=lawka-dialogu"
        ),
    }


def test_what_the_other_list_holds_of_the_same_choice_is_one_click_away(opened):
    three()
    make_event("Dawna", when=make_when(date(2026, 3, 10)), sign_up="required")
    choice = "?od=2026-03-01&do=2026-03-31"
    link = opened(f"{LIST}{choice}").select_one(f'main a[href="{ARCHIVE}{choice}"]')
    assert words(link.parent) == "W archiwum – 1 wydarzenie"
    back = opened(f"{ARCHIVE}?od=2026-06-01").select_one(f'main a[href="{LIST}?od=2026-06-01"]')
    assert words(back.parent) == "Wśród nadchodzących – 1 wydarzenie"


def test_the_way_to_the_archive_keeps_the_choice(opened):
    three()
    links = [link["href"] for link in opened(f"{LIST}?zapisy=bez").select("main > p a")]
    assert f"{ARCHIVE}?zapisy=bez" in links


def test_pages_of_the_archive_keep_the_filters(opened):
    series = make_series(slug="lawka")
    for number in range(21):
        make_event(f"Spotkanie {number}", series=series, when=make_when(date(2026, 1, 1 + number)))
    make_event("Inne", when=make_when(date(2026, 1, 30)))
    first = opened(f"{ARCHIVE}?cykl=lawka")
    onward = first.select_one("a[rel=next]")["href"]
    assert onward == "?cykl=lawka&strona=2"
    assert words(first.select_one("[role=status]")) == "Znaleziono: 21 wydarzeń."
    assert titles(opened(ARCHIVE + onward)) == ["Spotkanie 0"]


def test_a_filter_takes_the_reader_to_the_first_page(opened):
    for number in range(21):
        make_event(f"Spotkanie {number}", when=make_when(date(2026, 1, 1 + number)))
    soup = opened(f"{ARCHIVE}?strona=2")
    # Without an address of its own a form goes to this page, and takes its fields alone along.
    assert not soup.select_one("main form").has_attr("action")
    assert not soup.select("main form [name=strona]")
    assert all("strona" not in link["href"] for link in soup.select(".narrow a"))


def test_the_calendar_of_one_cycle_is_offered_for_that_cycle(opened):
    three()
    venue, organization = make_venue("Dom"), make_organization("Fundacja")
    event = make_event("Tutaj", venue=venue)
    make_partnership(event, organization)
    for query in ("cykl=lawka-dialogu", f"miejsce={venue.pk}", f"organizacja={organization.pk}"):
        link = opened(f"{LIST}?{query}").select_one("a.subscribe")
        assert link["href"] == f"/kalendarz/subskrypcja/?{query}"
    assert opened(LIST).select_one("a.subscribe")["href"] == "/kalendarz/subskrypcja/"


def test_what_is_unknown_is_said_and_the_list_stays(opened):
    three()
    soup = opened(f"{LIST}?cykl=nie-ma&od=31.02.2026")
    assert titles(soup) == ["Pierwsza", "Inna", "Druga"]
    said = [words(element) for element in soup.select(".problem")]
    assert "Cykl: nie znamy wartości „nie-ma”, pomijamy ją." in said
    field = soup.select_one("[name=od]")
    assert field["aria-invalid"] == "true"
    assert "31 lutego" in words(soup.select_one(f"#{field['aria-describedby']}"))
    assert soup.select_one("details.more").has_attr("open")


def test_a_month_without_a_meeting_shows_for_its_cycle_and_months_alone(opened):
    series = make_series("Ławka", slug="lawka")
    SeriesPause.objects.create(series=series, month=date(2026, 7, 1), reason="wakacje")
    make_series("Stół", slug="stol")
    make_event("Herbata", series=series)
    shown = ["", "?cykl=lawka", "?od=2026-06-15", "?cykl=lawka&od=2026-07-31"]
    hidden = ["?cykl=stol", "?zapisy=bez", "?do=2026-06-30", "?od=2026-08-01", "?szukaj=wakacje"]
    assert [query for query in shown if "Lipiec 2026" not in words(opened(LIST + query))] == []
    assert [query for query in hidden if "Lipiec 2026" in words(opened(LIST + query))] == []


def test_a_list_of_one_meeting_asks_for_no_choice(opened):
    make_event("Jedno")
    assert opened(LIST).select_one("main form") is None


def test_an_example_is_found_as_the_rest_and_says_what_it_is(opened):
    make_event("Pokazowe", is_example=True, sign_up="none")
    make_event("Prawdziwe")
    soup = opened(f"{LIST}?zapisy=bez")
    assert titles(soup) == ["Pokazowe"]
    assert "przykład" in words(soup.select_one(".event"))


@pytest.mark.parametrize("address", [LIST, ARCHIVE])
def test_a_narrowed_list_costs_the_same_with_one_row_and_with_three(client, address):
    series, venue, organization = make_series(slug="lawka"), make_venue(), make_organization()
    when = make_when() if address == LIST else make_when(date(2026, 4, 1))

    def add():
        event = make_event(series=series, venue=venue, when=when, sign_up="none")
        make_partnership(event, organization)
        make_event(series=make_series(), venue=make_venue(), when=when)

    query = f"?cykl=lawka&miejsce={venue.pk}&organizacja={organization.pk}&zapisy=bez&od=2026-01-01"
    add()
    with CaptureQueriesContext(connection) as one:
        assert "Znaleziono" in client.get(address + query).content.decode()
    add(), add()
    with CaptureQueriesContext(connection) as more:
        assert "Znaleziono" in client.get(address + query).content.decode()
    assert len(one) == len(more)
    assert len(more) <= 17


@pytest.mark.parametrize("address", [LIST, ARCHIVE])
@pytest.mark.parametrize(
    "query",
    [
        "?cykl[]=a&miejsce[0]=1",
        "?miejsce=99999999999999999999999",
        "?dzielnica=-1&organizacja=٣",
        "?od=0000-00-00&do=9999-99-99",
        "?szukaj=" + "ą" * 3000,
        "?" + "dostepnosc=step_free&" * 300,
        "?%F0%28%8C%BC=1&szukaj=%F0%28",
    ],
)
def test_no_address_breaks_a_list(opened, address, query):
    three()
    assert "wydarze" in words(opened(address + query).h1).lower()


def test_a_nul_byte_is_refused_as_everywhere(client):
    assert client.get(f"{LIST}?cykl=%00").status_code == 400
