import json
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
        "pętla indukcyjna",
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


def test_a_pin_is_shown_only_for_a_point_that_leads_to_the_door(client):
    point = {"latitude": "50.06143", "longitude": "19.93658"}
    sure = page(client, make_venue(**point, point_precision=10).get_absolute_url())
    assert sure.select_one('a[href^="geo:"]')["href"] == "geo:50.06143,19.93658"
    assert "mlat=50.06143" in map_link(sure)["href"]
    vague = page(client, make_venue(**point, point_precision=200).get_absolute_url())
    assert vague.select_one('a[href^="geo:"]') is None
    assert "mlat" not in map_link(vague)["href"]


def map_link(soup):
    return soup.select_one('a[href*="openstreetmap.org"]')


def test_an_address_without_a_pin_is_looked_up_on_the_map(client):
    venue = make_venue(street="Kapelanka", number="56")
    link = map_link(page(client, venue.get_absolute_url()))
    assert link["href"].endswith("/search?query=Kapelanka+56%2C+Krak%C3%B3w")
    assert link["rel"] == ["external", "noopener"]


def test_a_place_inside_a_building_is_looked_up_by_the_buildings_address(client):
    palace = make_venue("Pałac", street="Rynek Główny", number="35", address_kind="")
    venue = make_venue("Pan Cogito", inside=palace, street="", number="")
    assert "Rynek+G" in map_link(page(client, venue.get_absolute_url()))["href"]


def test_no_address_is_not_looked_up(client):
    assert map_link(page(client, make_venue(street="", number="").get_absolute_url())) is None


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
    assert "Nikt jeszcze nie sprawdził, czy łatwo tu wejść i zostać" in text
    assert text.count("Nie wiemy:") == 1


def test_the_door_comes_before_the_address_and_the_buildings_door_before_the_rooms(client):
    palace = make_venue("Pałac", entrance="brama od Rynku")
    venue = make_venue("Pan Cogito", inside=palace, entrance="drugie drzwi po lewej")
    facts = page(client, venue.get_absolute_url()).select_one(".door")
    assert facts.parent.find("div") == facts
    assert words(facts) == "Którędy wejść Pałac: brama od Rynku drugie drzwi po lewej"


def test_the_answers_of_the_building_are_told_as_the_buildings(client):
    palace = make_venue("Pałac Krzysztofory")
    AccessFact.objects.create(
        venue=palace, key="step_free", answer="yes", checked_on=date(2026, 5, 5)
    )
    soup = page(client, make_venue("Pan Cogito", inside=palace).get_absolute_url())
    line = soup.select_one(".access li")
    assert "Pałac Krzysztofory: Wejście bez stopni: tak" in words(line)
    assert "Nie wiemy: wejście bez stopni" in words(soup)


def test_an_old_answer_says_that_it_may_be_out_of_date(client):
    venue = make_venue()
    for key, day in (("toilet", date(2026, 5, 5)), ("loop", date(2025, 5, 5))):
        AccessFact.objects.create(venue=venue, key=key, answer="yes", checked_on=day)
    new, old = page(client, venue.get_absolute_url()).select(".access li")
    assert "sprawdzono 5 maja 2026 r." in words(new)
    assert "mogło się zmienić" not in words(new)
    assert "sprawdzono 5 maja 2025 r., ponad rok temu: mogło się zmienić" in words(old)
    assert old.time["datetime"] == "2025-05-05"


def test_what_the_host_told_the_office_is_never_published(client):
    palace = make_venue("Pałac", host_contact="portier, 600 000 000")
    venue = make_venue("Pan Cogito", inside=palace, host_contact="recepcja, 12 000 00 00")
    for place in (palace, venue):
        response = client.get(place.get_absolute_url())
        assert b"000 00" not in response.content


def test_machines_are_told_what_was_checked_and_nothing_else(client):
    venue = make_venue("Łaźnia")
    for key, answer in (("step_free", "yes"), ("toilet", "no"), ("loop", "unknown")):
        day = date(2026, 5, 5) if answer != "unknown" else None
        AccessFact.objects.create(venue=venue, key=key, answer=answer, checked_on=day)
    soup = BeautifulSoup(client.get(venue.get_absolute_url()).content, "html.parser")
    data = json.loads(soup.select_one('script[type="application/ld+json"]').string)
    assert data["@type"] == "Place"
    assert {row["name"]: row["value"] for row in data["amenityFeature"]} == {
        "wejście bez stopni": True,
        "toaleta dostępna": False,
    }
