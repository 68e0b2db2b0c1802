"""LAST-MODIFIED moves when the served entry changes, and only then."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.actions import change_event
from events.entry import entry_of
from events.facts import Facts
from events.models import Event, EventChange
from events.stamps import changed_at, feeds_changed_at, for_feed, in_feeds
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_event,
    make_held,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
POINT = {"latitude": "50.06123", "longitude": "19.93712", "point_precision": 20}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def later(clock):
    """An hour later than before; gives the hour."""
    hours = iter(range(1, 99))

    def move():
        at = NOW + next(hours) * HOUR
        clock.move_to(at)
        return at

    return move


def stamp_of(event, at=None):
    fresh = for_feed(Event.objects.all()).get(pk=event.pk)
    return changed_at(fresh, entry_of(fresh, at or NOW))


def test_publishing_stamps_and_saving_without_a_served_change_does_not(later):
    event = make_event("Herbata", published_at=NOW)
    assert stamp_of(event) == NOW
    later()
    event.body, event.audience = "<p>Zapraszamy.</p>", "wszyscy"
    event.save()
    make_partnership(event, make_organization())
    assert stamp_of(event) == NOW


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Kawa"},
        {"lead": "Przy stole."},
        {"room": "sala 7", "place_name": "Dom"},
        {"sign_up": "none"},
        {"is_free": True},
        {"is_example": True},
        {"outcome": "cancelled", "outcome_reason": "Choroba."},
        {"when": make_when(date(2026, 5, 14))},
        {"when": make_when(drop_in=True)},
        {"when": make_when(confirmed=False)},
    ],
    ids=str,
)
def test_whatever_feeds_say_moves_the_stamp(later, values):
    event = make_event("Herbata")
    at = later()
    for name, value in values.items():
        setattr(event, name, value)
    event.save()
    assert stamp_of(event, at) == at
    later()
    event.save()
    assert stamp_of(event, at) == at


def test_a_slip_of_the_pen_moves_the_stamp_and_no_sequence(later):
    event = make_event("Hrebata")
    at, before = later(), Facts.of(event)
    event.title = "Herbata"
    change_event(event=event, before=before, by=None, at=at, reason="", minor=True)
    event.refresh_from_db()
    assert (stamp_of(event, at), event.sequence) == (at, 0)


def test_a_change_that_is_told_moves_both(later):
    event = make_event(venue=make_venue())
    at, before = later(), Facts.of(event)
    event.venue = make_venue()
    change_event(event=event, before=before, by=None, at=at, reason="Remont.")
    event.refresh_from_db()
    assert (stamp_of(event, at), event.sequence) == (at, 1)


def test_a_change_corrected_or_struck_from_the_log_moves_it(later):
    event = make_event(venue=make_venue())
    row = EventChange.objects.create(
        event=event, kind="place", before="x", after="y", reason="Remont.", sequence=1, at=NOW
    )
    at = later()
    row.reason = "Remont sali."
    row.save()
    assert stamp_of(event, at) == at
    at = later()
    row.delete()
    assert stamp_of(event, at) == at


def test_the_stamp_makes_no_version_and_no_history(later):
    venue = make_venue("Kaffka")
    event = make_event(venue=venue)
    event.refresh_from_db()
    version, rows = event.version, event.history.count()
    later()
    venue.name = "Kaffka na Zgody"
    venue.save()
    event.refresh_from_db()
    assert (event.version, event.history.count()) == (version, rows)
    assert event.place_name == "Kaffka na Zgody"


def test_a_venue_renamed_moves_events_ahead_and_leaves_past_ones_alone(later):
    palace = make_venue("Pałac")
    venue = make_venue("Kaffka", inside=palace)
    past = make_event(venue=venue, when=make_when(date(2026, 4, 1)), outcome="held")
    ahead = make_event(venue=venue)
    for place in (venue, palace):
        at = later()
        place.name += " po remoncie"
        place.save()
        assert stamp_of(ahead, at) == at
        assert stamp_of(past, at) == NOW
    at = later()
    venue.description = "<p>Kawiarnia.</p>"
    venue.save()
    assert stamp_of(ahead, at) == at - HOUR


def test_a_cycle_renamed_moves_its_editions_and_no_others(later):
    series = make_series()
    event, other = make_event(series=series), make_event(series=make_series())
    at = later()
    series.name = "Ławka dialogu"
    series.save()
    assert (stamp_of(event, at), stamp_of(other, at)) == (at, NOW)


def test_what_falls_due_by_itself_counts_from_its_hour():
    due = NOW + HOUR
    scheduled = make_event(published_at=due)
    assert stamp_of(scheduled, due) == due
    edition = make_event(series=make_series(published_at=due))
    placed = make_event(venue=make_venue(published_at=due, **POINT))
    for event in (edition, placed):
        assert stamp_of(event, NOW) == NOW
        assert stamp_of(event, due) == due


def test_a_save_after_that_hour_moves_nothing(later):
    due = NOW + HOUR
    event = make_event(series=make_series(published_at=due))
    later(), later()
    event.save()
    assert stamp_of(event, NOW + 2 * HOUR) == due


def test_an_event_that_no_save_has_stamped_is_stamped_by_its_publication():
    event = Event(title="Herbata", status="published", published_at=NOW - HOUR)
    event.when = make_when()
    Event.objects.bulk_create([event])
    assert stamp_of(event) == NOW - HOUR


def test_an_event_read_earlier_does_not_put_an_old_stamp_back(later):
    venue = make_venue("Kaffka")
    event = make_event(venue=venue)
    stale = Event.objects.get(pk=event.pk)
    for name in ("Inna", "Kaffka"):
        at = later()
        venue.name = name
        venue.save()
    later()
    stale.save()
    assert stamp_of(event, at) == at


def test_a_return_is_newer_than_the_withdrawal(later):
    event = make_event()
    event.withdraw(later(), "Pomyłka.")
    gone = feeds_changed_at(NOW + HOUR)
    assert gone == NOW + HOUR
    event.publish(at := later())
    assert stamp_of(event, at) == at
    assert feeds_changed_at(at) == at


def test_a_withdrawal_of_what_no_save_has_stamped_is_seen(later):
    event = Event(title="Herbata", status="published", published_at=NOW - HOUR)
    event.when = make_when()
    Event.objects.bulk_create([event])
    event.withdraw(at := later(), "Pomyłka.")
    assert feeds_changed_at(at) == at


## Which events


def test_feeds_hold_ninety_days_and_all_that_lies_ahead(clock):
    end = make_when(date(2026, 2, 7), start=8, hours=2).ends_at  # 90 days before NOW
    kept = make_event("Dawne", when=make_when(date(2026, 2, 7), start=8, hours=3), outcome="held")
    make_event("Za dawne", when=make_when(date(2026, 2, 7), start=8, hours=2))
    assert end + timedelta(days=90) == NOW
    ahead = make_event("Odległe", when=make_when(date(2027, 12, 31)))
    off = make_event("Odwołane", outcome="cancelled", outcome_reason="Choroba.")
    make_event("Bez dnia", when=When.in_month(Month(2026, 6)))
    make_held("Kiedyś w kwietniu", month=Month(2026, 4))
    make_event("Szkic", published_at=None)
    make_event("Zaplanowane", published_at=NOW + HOUR)
    make_event("Wycofane").withdraw(NOW, "Pomyłka.")
    assert list(in_feeds(NOW)) == [kept, off, ahead]


def test_what_grows_too_old_is_a_change_of_the_feed():
    old = make_when(date(2026, 2, 1)).ends_at
    make_event(when=make_when(date(2026, 2, 1)), published_at=old)
    Event.objects.update(feed_changed_at=old)
    day = timedelta(days=90)
    assert feeds_changed_at(old + day - HOUR) == old
    assert feeds_changed_at(old + day + HOUR) == old + day


## Cost


def queries(act):
    with CaptureQueriesContext(connection) as context:
        act()
    return len(context)


def test_saving_a_place_or_a_cycle_costs_the_same_with_one_event_and_with_thirty():
    venue, series = make_venue(), make_series()
    counts = []
    for number in (1, 29):
        for _ in range(number):
            make_event(venue=venue, series=series)
        for record in (venue, series):
            record.name += f" i dalej {number}"
            counts.append(queries(record.save))
    assert counts[:2] == counts[2:]


def test_a_save_that_changes_nothing_served_writes_no_stamp():
    event = make_event()
    with CaptureQueriesContext(connection) as context:
        event.save()
    assert not [row for row in context if "UPDATE" in row["sql"] and "CASE" in row["sql"]]
