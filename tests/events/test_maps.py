import pytest
import time_machine
from bs4 import BeautifulSoup

from events.maps import map_of
from events.models import Event
from events.page import event_page
from tests.factories import NOW, make_event, make_held, make_venue

pytestmark = pytest.mark.django_db

PIN = {"latitude": "50.06143", "longitude": "19.93658", "point_precision": 10}
VAGUE = {**PIN, "point_precision": 200}


def ways(event, at=NOW):
    """The lines of „Gdzie” that lead off the site."""
    place = {fact.term: fact for fact in shown(event, at).facts}["Gdzie"]
    return [line for line in place.lines if line.is_away]


def shown(event, at):
    return event_page(Event.objects.for_page().get(pk=event.pk), at)


def test_one_touch_leads_from_the_address_to_a_map():
    event = make_event(venue=make_venue(street="Kapelanka", number="56", **VAGUE))
    (line,) = ways(event)
    assert line.lead == "Pokaż na mapie"
    assert line.url.endswith("/search?query=Kapelanka+56%2C+Krak%C3%B3w")


def test_a_place_inside_another_is_at_the_address_of_the_building():
    palace = make_venue("Pałac", address_kind="", street="Rynek Główny", number="35")
    (line,) = ways(make_event(venue=make_venue(inside=palace, street="", number="")))
    assert "Rynek+G%C5%82%C3%B3wny+35" in line.url


def test_a_point_that_leads_to_the_door_is_better_than_an_address():
    (line,) = ways(make_event(venue=make_venue(**PIN)))
    assert "mlat=50.06143" in line.url


def test_without_an_address_there_is_no_map():
    event = make_event(venue=make_venue(street="", number=""))
    assert map_of(event, NOW) == ""
    assert ways(event) == []


def test_nobody_sets_out_for_what_is_over():
    assert ways(make_held(venue=make_venue())) == []


def test_the_link_says_that_it_leaves_the_site(client):
    event = make_event(venue=make_venue(street="Kapelanka", number="56"))
    with time_machine.travel(NOW, tick=False):
        page = client.get(event.get_absolute_url()).content
    link = BeautifulSoup(page, "html.parser").select_one('a[href*="openstreetmap.org"]')
    assert link["rel"] == ["external", "noopener"]
