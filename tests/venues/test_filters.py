"""The list of places, narrowed by what somebody checked there and by the part of the city."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup

from tests.factories import NOW, make_venue
from venues.models import AccessFact

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 1)


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


def place(name, *keys, **fields):
    venue = make_venue(name, **fields)
    for key in keys:
        AccessFact.objects.create(venue=venue, key=key, answer="yes", checked_on=DAY)
    return venue


@pytest.fixture
def seen(client):
    def page(query=""):
        response = client.get(f"/miejsca/{query}")
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser").main

    return page


def names(main):
    return [row.get_text(strip=True) for row in main.select(".plain h2")]


def in_force(main):
    """{what the filter says: the address without it}"""
    rows = main.select(".in-force li a:not([data-kind])")
    return {" ".join(row.select_one("b").get_text().split()): row["href"] for row in rows}


def test_every_chosen_thing_must_be_there(seen):
    place("Ćma", "step_free")
    place("Łaźnia", "step_free", "toilet")
    place("Ratusz", "toilet")
    assert names(seen("?dostepnosc=step_free")) == ["Ćma", "Łaźnia"]
    assert names(seen("?dostepnosc=step_free&dostepnosc=toilet")) == ["Łaźnia"]


@pytest.mark.parametrize("answer", ["no", "unknown"])
def test_nothing_but_a_yes_is_a_yes(seen, answer):
    AccessFact.objects.create(
        venue=place("Ćma"), key="step_free", answer=answer, checked_on=DAY, note="tak"
    )
    place("Łaźnia", "step_free")
    assert names(seen("?dostepnosc=step_free")) == ["Łaźnia"]


def test_a_place_does_not_borrow_the_yes_of_its_building(seen):
    palace = place("Pałac", "step_free")
    place("Pan Cogito", inside=palace)
    assert names(seen("?dostepnosc=step_free")) == ["Pałac"]


def test_what_visitors_may_not_know_is_neither_shown_nor_counted(seen):
    place("Ćma", "step_free")
    place("Łaźnia")
    place("Szkic", "step_free", "toilet", published_at=None)
    main = seen()
    assert "Szkic" not in str(main)
    boxes = {box["value"]: box.find_next("small").text for box in main.select("[name=dostepnosc]")}
    assert boxes == {"step_free": "1"}


def test_a_district_also_holds_what_lies_in_its_buildings(seen):
    palace = place("Pałac", district=1)
    place("Pan Cogito", inside=palace, district=None)
    place("Cafe NOWA", district=18)
    assert names(seen("?dzielnica=1")) == ["Pałac", "Pan Cogito"]


def test_a_part_of_the_city_is_several_districts(seen):
    place("Bieńczyce", district=16)
    place("Cafe NOWA", district=18)
    place("Rynek", district=1)
    assert names(seen("?dzielnica=nowa-huta")) == ["Bieńczyce", "Cafe NOWA"]


def test_each_filter_is_taken_away_alone(seen):
    place("Łaźnia", "step_free", "toilet", district=18)
    main = seen("?dzielnica=18&dostepnosc=step_free&dostepnosc=toilet")
    assert in_force(main) == {
        "XVIII Nowa Huta": "/miejsca/?dostepnosc=step_free&dostepnosc=toilet",
        "wejście bez stopni": "/miejsca/?dzielnica=18&dostepnosc=toilet",
        "toaleta dostępna": "/miejsca/?dzielnica=18&dostepnosc=step_free",
    }


def test_words_narrow_the_list_too(seen):
    place("Łaźnia Nowa")
    place("Cafe NOWA Księgarnia")
    place("Ratusz")
    assert names(seen("?szukaj=laznia")) == ["Łaźnia Nowa"]


def test_when_nothing_is_found_the_way_out_is_shown(seen):
    place("Łaźnia", "step_free", district=18)
    place("Ratusz", district=1)
    main = seen("?dzielnica=1&dostepnosc=step_free")
    assert names(main) == []
    ways = {row["href"] for row in main.select(".empty .ways a")}
    assert ways == {"/miejsca/?dostepnosc=step_free", "/miejsca/?dzielnica=1"}


def test_what_nobody_knows_is_said_and_left_out(seen):
    place("Łaźnia")
    place("Ratusz")
    main = seen("?dostepnosc=winda-do-nieba&dzielnica=99")
    assert names(main) == ["Łaźnia", "Ratusz"]
    assert len(main.select(".problem")) == 2


def test_a_form_sent_with_empty_fields_has_a_short_address(client):
    place("Łaźnia")
    response = client.get("/miejsca/?szukaj=&dzielnica=&dostepnosc=step_free")
    assert response["Location"] == "/miejsca/?dostepnosc=step_free"


def test_the_list_says_in_words_what_is_certain(seen):
    venue = place("Łaźnia", "step_free", "toilet")
    AccessFact.objects.create(venue=venue, key="loop", answer="no", checked_on=DAY)
    assert "bez stopni, toaleta dostępna" in seen().select_one(".plain li").get_text()
    assert "pętla" not in seen().select_one(".plain li").get_text()
