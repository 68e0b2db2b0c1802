from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F, ProtectedError

from tests.factories import NOW, make_event, make_venue
from venues.districts import CHOICES, DISTRICTS
from venues.models import AccessFact, Venue

pytestmark = pytest.mark.django_db
PIN = {"latitude": "50.06143", "longitude": "19.93658", "point_precision": 20}


def refused(rule):
    return pytest.raises(IntegrityError, match=rule)


## What it is called and where it is


@pytest.mark.parametrize(
    "fields, address",
    [
        ({"address_kind": "ul.", "street": "Kapelanka", "number": "56"}, "ul. Kapelanka 56"),
        ({"address_kind": "os.", "street": "Zgody", "number": "7"}, "os. Zgody 7"),
        ({"address_kind": "", "street": "Rynek Główny", "number": "35"}, "Rynek Główny 35"),
        ({"address_kind": "pl.", "street": "Wolnica", "number": ""}, "pl. Wolnica"),
        ({"address_kind": "ul.", "street": "", "number": "5"}, ""),
    ],
)
def test_an_address_is_written_as_people_write_it(fields, address):
    assert make_venue(**fields).address == address


def test_a_place_in_a_building_names_the_building():
    palace = make_venue("Pałac Krzysztofory")
    assert make_venue("Pan Cogito", inside=palace).full_name == "Pan Cogito, Pałac Krzysztofory"
    assert palace.full_name == "Pałac Krzysztofory"


@pytest.mark.parametrize("name, slug", [("Łaźnia Nowa", "laznia-nowa"), ("3/4", "miejsce")])
def test_an_address_of_its_page_always_holds_a_letter(name, slug):
    venue = make_venue(name)
    assert venue.get_absolute_url() == f"/miejsca/{venue.pk}/{slug}/"


def test_the_eighteen_districts_are_in_the_citys_order():
    assert list(DISTRICTS) == list(range(1, 19))
    assert CHOICES[3] == (4, "IV Prądnik Biały")
    assert CHOICES[8][1].startswith("IX ")
    assert make_venue(district=18).district_name == "Nowa Huta"
    assert make_venue(district=None).district_name == ""


@pytest.mark.parametrize("precision, shown", [(0, True), (50, True), (51, False), (None, False)])
def test_a_pin_that_may_be_a_street_away_is_not_shown(precision, shown):
    point = {**PIN, "point_precision": precision} if precision is not None else {}
    assert make_venue(**point).has_pin is shown


def test_a_link_leads_only_where_a_visitor_finds_something():
    venue = make_venue(published_at=NOW)
    assert venue.public_url(NOW) == venue.get_absolute_url()
    assert venue.public_url(NOW - timedelta(minutes=1)) == ""


## What the database refuses


@pytest.mark.parametrize("missing", PIN)
def test_a_point_is_whole_or_not_there(missing):
    with refused("point_whole"), transaction.atomic():
        make_venue(**{key: value for key, value in PIN.items() if key != missing})


@pytest.mark.parametrize("district", [0, 19])
def test_a_district_that_does_not_exist(district):
    with refused("district_exists"), transaction.atomic():
        make_venue(district=district)


def test_a_place_inside_itself():
    venue = make_venue()
    with refused("not_inside_itself"), transaction.atomic():
        Venue.objects.filter(pk=venue.pk).update(inside=F("pk"))


@pytest.mark.parametrize(
    "change, rule",
    [
        ({"name": ""}, "named"),
        ({"published_at": None}, "published_has_date"),
        ({"status": "withdrawn"}, "withdrawn_has_reason"),
        ({"status": "x"}, "status_known"),
    ],
)
def test_a_row_that_contradicts_itself(change, rule):
    venue = make_venue()
    with refused(rule), transaction.atomic():
        Venue.objects.filter(pk=venue.pk).update(**change)


def test_a_place_where_something_was_cannot_be_deleted():
    venue = make_venue()
    make_event(venue=venue)
    with pytest.raises(ProtectedError):
        venue.delete()


## Access


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_whoever_says_yes_or_no_says_when_it_was_checked(answer):
    venue = make_venue()
    with refused("answer_was_checked"), transaction.atomic():
        AccessFact.objects.create(venue=venue, key="step_free", answer=answer)
    fact = AccessFact(venue=venue, key="step_free", answer=answer, checked_on=date(2026, 5, 1))
    fact.save()
    assert str(fact) == f"wejście bez stopni: {'tak' if answer == 'yes' else 'nie'}"


def test_nobody_knows_until_somebody_looks():
    fact = AccessFact.objects.create(venue=make_venue(), key="toilet")
    assert fact.get_answer_display() == "nie wiemy"


def test_a_question_is_answered_once():
    venue = make_venue()
    AccessFact.objects.create(venue=venue, key="toilet")
    with pytest.raises(IntegrityError), transaction.atomic():
        AccessFact.objects.create(venue=venue, key="toilet")
