"""The row of one event, and what the database refuses of it. Dates are in kernel/test_timed.py."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import Event
from events.models.event import Outcome
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import NOW, make_event, make_held, make_series, make_venue, make_when

pytestmark = pytest.mark.django_db
AFTER = make_when().ends_at


def refused(rule):
    return pytest.raises(IntegrityError, match=rule)


@pytest.mark.parametrize(
    "change, rule",
    [
        ({"title": ""}, "titled"),
        ({"outcome": "maybe"}, "outcome_known"),
        ({"outcome": "cancelled"}, "off_has_reason"),
        ({"outcome": "postponed"}, "off_has_reason"),
        ({"edition": 1}, "edition_of_a_series"),
        ({"published_at": None}, "published_has_date"),
        ({"status": "withdrawn"}, "withdrawn_has_reason"),
        ({"status": "hidden"}, "status_known"),
        ({"ends_at": NOW - timedelta(days=99)}, "ends_after_start"),
    ],
)
def test_the_database_refuses_a_row_that_contradicts_itself(change, rule):
    event = make_event()
    with refused(rule), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**change)


def test_an_edition_of_zero_is_none():
    event = make_event(series=make_series(), edition=1)
    with refused("edition_of_a_series"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(edition=0)


def test_a_number_is_given_once_in_a_cycle():
    series = make_series()
    make_event(series=series, edition=3)
    with refused("unique|UNIQUE|edition_once"), transaction.atomic():
        make_event(series=series, edition=3)


def test_another_cycle_has_its_own_numbers_and_some_meetings_have_none():
    for _ in range(2):
        make_event(series=make_series(), edition=3)
        make_event(series=make_series())
    series = make_series()
    make_event(series=series), make_event(series=series)
    assert Event.objects.filter(edition=None).count() == 4


@pytest.mark.parametrize("outcome", ["cancelled", "postponed"])
def test_what_is_off_says_why(outcome):
    assert make_event(outcome=outcome, outcome_reason="Choroba.").is_off


## Where it stands


def test_it_is_ahead_until_it_is_over_or_somebody_says_what_became_of_it():
    event = make_event()
    assert event.is_ahead(AFTER - timedelta(seconds=1))
    assert not event.is_ahead(AFTER)
    for outcome in set(Outcome) - {Outcome.EXPECTED}:
        event.outcome = outcome
        assert not event.is_ahead(NOW)


def test_it_is_unanswered_from_its_very_end_until_somebody_answers():
    event = make_event()
    assert not event.is_unanswered(AFTER - timedelta(seconds=1))
    assert event.is_unanswered(AFTER)
    event.outcome = Outcome.NOT_HELD
    assert not event.is_unanswered(AFTER)


def test_held_and_expected_are_what_somebody_said():
    held, expected = make_held(), make_event()
    assert list(Event.objects.held()) == [held]
    assert list(Event.objects.expected()) == [expected]


def test_public_upcoming_and_past_go_together():
    ahead, past = make_event("przed"), make_held("po")
    make_event("szkic", published_at=None)
    public = Event.objects.public(NOW)
    assert list(public.upcoming(NOW)) == [ahead]
    assert list(public.past(NOW)) == [past]
    assert list(public.in_month(Month(2026, 5))) == [ahead]


## Its place


def test_it_takes_its_place_from_the_venue_when_it_is_made():
    palace = make_venue("Pałac", address_kind="", street="Rynek Główny", number="35")
    event = make_event(venue=make_venue("Pan Cogito", inside=palace, street="", number=""))
    assert (event.place_name, event.place_address) == ("Pan Cogito, Pałac", "Rynek Główny 35")


def test_without_a_venue_it_has_no_place():
    assert (make_event().place_name, make_event().place_address) == ("", "")


def test_a_past_event_keeps_the_old_name_and_one_ahead_follows_the_new():
    venue = make_venue("Klub Stary", street="Długa", number="5")
    past = make_event(venue=venue, when=make_when(NOW.date() - timedelta(days=30)))
    ahead = make_event(venue=venue, when=make_when(NOW.date() + timedelta(days=9000)))
    venue.name, venue.number = "Klub Nowy", "7"
    venue.save()
    past.refresh_from_db(), ahead.refresh_from_db()
    assert (past.place_name, past.place_address) == ("Klub Stary", "ul. Długa 5")
    assert (ahead.place_name, ahead.place_address) == ("Klub Nowy", "ul. Długa 7")


def test_it_follows_the_building_around_its_venue_too():
    palace = make_venue("Pałac")
    venue = make_venue("Pan Cogito", inside=palace)
    ahead = make_event(venue=venue, when=make_when(NOW.date() + timedelta(days=9000)))
    palace.name = "Pałac Krzysztofory"
    palace.save()
    ahead.refresh_from_db()
    assert ahead.place_name == "Pan Cogito, Pałac Krzysztofory"


def test_a_place_chosen_after_the_event_is_taken_and_later_kept():
    """April's meeting was entered in May, first without a place (events-domain.md, section 0)."""
    event = make_held(month=Month(2026, 4))
    event.venue = make_venue("Kaffka")
    event.take_place_unless_over(NOW)
    event.save()
    assert event.place_name == "Kaffka"
    event.venue.name = "Inna nazwa"
    event.take_place_unless_over(NOW)
    assert event.place_name == "Kaffka"
    event.venue = make_venue("Naprawdę tutaj")
    event.take_place_unless_over(NOW)
    assert event.place_name == "Naprawdę tutaj"


def test_a_place_taken_away_is_gone():
    event = make_event(venue=make_venue("Kaffka"))
    event.venue = None
    event.take_place_unless_over(NOW)
    assert (event.place_name, event.place_address) == ("", "")


## Its address and its name


@pytest.mark.parametrize(
    "title, slug",
    [
        ("Ławka dialogu dla NGO", "lawka-dialogu-dla-ngo"),
        ("2026", "wydarzenie"),
        ("?!", "wydarzenie"),
    ],
)
def test_its_address_holds_its_number_and_at_least_a_letter(title, slug):
    event = make_event(title)
    assert event.get_absolute_url() == f"/wydarzenia/{event.pk}/{slug}/"


def test_it_names_itself_with_its_date():
    event = make_event("Herbata", when=When.in_month(Month(2026, 6)))
    assert str(event) == "Herbata, czerwiec 2026\u00a0r."
    assert make_event().uid != make_event().uid


def test_it_cannot_be_announced_for_an_hour_at_which_it_is_over(db):
    event = make_event("Warsztat", published_at=None)
    with pytest.raises(ValidationError, match="spotkanie już się skończy"):
        event.schedule(NOW, event.ends_at)
    event.refresh_from_db()
    assert event.status == "draft"
    event.schedule(NOW, event.starts_at)
    assert event.published_at == event.starts_at
