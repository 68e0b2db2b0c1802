from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup

from tests.factories import NOW, make_event, make_held, make_organization, make_venue
from venues.models import AccessFact, VenueAlias

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def words(element):
    text = " ".join(element.get_text(" ").replace("\u00a0", " ").split())
    return text.replace(" ,", ",")


def test_the_list_says_where_each_place_is(client):
    palace = make_venue("Pałac", street="Rynek Główny", number="35", address_kind="")
    make_venue("Pan Cogito", inside=palace, street="", number="")
    make_venue("Łaźnia", street="", number="", district=None)
    text = words(page(client, "/miejsca/"))
    assert text.index("Łaźnia") < text.index("Pałac") < text.index("Pan Cogito")
    assert "Rynek Główny 35" in text.partition("Pan Cogito")[2]


def test_an_empty_list_says_so(client):
    assert "pusty" in words(page(client, "/miejsca/"))


def test_the_passport_says_what_is_known_and_when_it_was_checked(client):
    operator = make_organization("Fundacja Hamlet")
    palace = make_venue("Pałac Krzysztofory")
    venue = make_venue(
        "Zakręcony Pan Cogito",
        inside=palace,
        operator=operator,
        entrance="od ul. Szczepańskiej",
        stop="Teatr Bagatela",
        description="<p>Kawiarnia społeczna.</p>",
    )
    VenueAlias.objects.create(venue=venue, name="Cogito")
    for key, answer in (("step_free", "yes"), ("toilet", "no")):
        AccessFact.objects.create(
            venue=venue, key=key, answer=answer, checked_on=date(2026, 2, 1), note="od podwórza"
        )
    AccessFact.objects.create(venue=venue, key="loop")
    soup = page(client, venue.get_absolute_url())
    text = words(soup)
    for part in (
        "Cogito",
        "Kawiarnia społeczna.",
        "od ul. Szczepańskiej",
        "Teatr Bagatela",
        "Wejście bez stopni: tak",
        "Toaleta dostępna: nie",
        "niesprawdzone: pętla indukcyjna",
        "sprawdzono 1 lutego 2026",
    ):
        assert part in text, part
    links = {a["href"] for a in soup.find_all("a")}
    assert {operator.get_absolute_url(), palace.get_absolute_url()} <= links


def test_a_place_with_its_own_places_leads_to_them(client):
    palace = make_venue("Pałac")
    inner = make_venue("Pan Cogito", inside=palace)
    hidden = make_venue("W remoncie", inside=palace, published_at=None)
    text = str(page(client, palace.get_absolute_url()))
    assert inner.get_absolute_url() in text
    assert hidden.name not in text


def test_a_map_is_offered_only_for_a_point_that_leads_to_the_door(client):
    point = {"latitude": "50.06143", "longitude": "19.93658"}
    sure = page(client, make_venue(**point, point_precision=10).get_absolute_url())
    assert sure.select_one('a[href^="geo:"]')["href"] == "geo:50.06143,19.93658"
    vague = page(client, make_venue(**point, point_precision=200).get_absolute_url())
    assert vague.select_one('a[href^="geo:"]') is None


def test_its_meetings_stand_below_those_ahead_first(client):
    venue = make_venue()
    make_held("Marcowe", venue=venue)
    make_event("Majowe", venue=venue)
    make_event("Gdzie indziej", venue=make_venue())
    text = words(page(client, venue.get_absolute_url()))
    assert text.index("Majowe") < text.index("Marcowe")
    assert "Gdzie indziej" not in text


def test_a_place_of_which_little_is_known_says_so(client):
    text = words(page(client, make_venue(street="", number="", district=None).get_absolute_url()))
    assert "Nie mamy pewnego adresu" in text
    assert "Nie sprawdziliśmy jeszcze, czy wejście jest bez stopni" in text
