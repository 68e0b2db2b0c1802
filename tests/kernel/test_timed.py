from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from events.models import Event
from portal.kernel.months import WARSAW, Month, MonthSpan
from portal.kernel.when import When
from reports.models import Activity
from tests.factories import make_activity, make_event

pytestmark = pytest.mark.django_db

MAY, JUNE = Month(2026, 5), Month(2026, 6)


def at(text):
    """A moment on Warsaw's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def hours(start, end=None, **facts):
    return When.at_time(at(start), at(end) if end else None, **facts)


def titles(events):
    return [event.title for event in events]


def stored(when):
    return Event.objects.get(pk=make_event(when=when).pk)


EVERY_KIND = [
    hours("2026-05-13T14:00", "2026-05-13T18:00", drop_in=True),
    hours("2026-02-27T17:30", "2026-02-27T19:30", planned_end=True, confirmed=False),
    hours("2026-02-27T17:30"),
    hours("2026-10-24T22:00", "2026-10-25T06:00"),
    When.on_day(date(2026, 5, 13), date(2026, 5, 15), all_day=True),
    When.on_day(date(2026, 5, 13)),
    When.in_part(MAY, 2),
    When.in_month(JUNE),
    When.in_months(MonthSpan.parse("2025-12--2026-01")),
]


@pytest.mark.parametrize("when", EVERY_KIND, ids=lambda when: when.short())
def test_every_kind_of_date_comes_back_from_the_database_as_it_went_in(when):
    event = stored(when)
    assert event.when == when
    assert event.sort_at == when.sort_at


def test_a_date_may_be_given_where_the_row_is_made():
    event = Event(title="Spotkanie", when=When.in_month(JUNE))
    assert (event.precision, event.confirmed) == ("month", False)
    assert event.sort_at == JUNE.end


def test_saving_keeps_the_order_right_when_the_start_alone_is_changed():
    event = stored(hours("2026-05-13T14:00", "2026-05-13T18:00"))
    event.starts_at = at("2026-05-13T15:00")
    event.save(update_fields=["starts_at"])
    event.refresh_from_db()
    assert event.sort_at == event.starts_at == at("2026-05-13T15:00")


def test_saving_another_field_writes_no_date():
    event = stored(hours("2026-05-13T14:00"))
    Event.objects.filter(pk=event.pk).update(title="Zmienione obok")
    event.lead = "Przyjdź."
    event.save(update_fields=["lead"])
    event.refresh_from_db()
    assert (event.title, event.lead) == ("Zmienione obok", "Przyjdź.")


def test_a_row_that_contradicts_itself_is_not_saved():
    event = stored(When.on_day(date(2026, 5, 13)))
    event.ends_at += timedelta(hours=1)
    with pytest.raises(ValueError, match="co do dnia"):
        event.save()


## Lists


@pytest.mark.parametrize(
    "moment",
    ["2026-05-13T13:59", "2026-05-13T14:00", "2026-05-13T17:59", "2026-05-13T18:00",
     "2026-05-31T23:59", "2026-06-01T00:00"],
)  # fmt: skip
def test_everything_is_either_upcoming_or_past_and_never_both(moment):
    make_event("z godziną", when=hours("2026-05-13T14:00", "2026-05-13T18:00"))
    make_event("w maju", when=When.in_month(MAY))
    upcoming = titles(Event.objects.upcoming(at(moment)))
    past = titles(Event.objects.past(at(moment)))
    assert sorted(upcoming + past) == ["w maju", "z godziną"]


def test_what_runs_is_upcoming_until_the_very_minute_of_its_end():
    make_event("trwa", when=hours("2026-05-13T14:00", "2026-05-13T18:00"))
    assert titles(Event.objects.upcoming(at("2026-05-13T17:59"))) == ["trwa"]
    assert titles(Event.objects.past(at("2026-05-13T18:00"))) == ["trwa"]


def test_a_plan_for_june_follows_the_dated_events_of_june():
    make_event("w lipcu", when=hours("2026-07-02T10:00"))
    make_event("plan na czerwiec", when=When.in_month(JUNE))
    make_event("ostatni czerwca", when=hours("2026-06-30T20:00", "2026-06-30T22:00"))
    make_event("połowa czerwca", when=When.in_part(JUNE, 2))
    make_event("piętnasty", when=hours("2026-06-15T10:00"))
    ahead = ["piętnasty", "połowa czerwca", "ostatni czerwca", "plan na czerwiec", "w lipcu"]
    assert titles(Event.objects.upcoming(at("2026-06-01T00:00"))) == ahead
    assert titles(Event.objects.past(at("2026-08-01T00:00"))) == ahead[::-1]


def test_a_month_holds_what_touches_it():
    make_event("do północy", when=hours("2026-05-31T20:00", "2026-06-01T00:00"))
    make_event("przez noc", when=hours("2026-05-31T20:00", "2026-06-01T02:00"))
    make_event("dwa dni", when=When.on_day(date(2026, 5, 31), date(2026, 6, 1)))
    make_event("pierwszego", when=When.on_day(date(2026, 6, 1)))
    make_event("plan", when=When.in_month(JUNE))
    make_event("od maja do lipca", when=When.in_months(MonthSpan(MAY, Month(2026, 7))))
    make_event("w lipcu", when=hours("2026-07-01T00:00"))
    may, june = Event.objects.in_month(MAY), Event.objects.in_month(JUNE)
    assert set(titles(may)) == {"do północy", "przez noc", "dwa dni", "od maja do lipca"}
    assert set(titles(june)) == {"przez noc", "dwa dni", "pierwszego", "plan", "od maja do lipca"}
    assert Event.objects.in_span(MonthSpan(MAY, JUNE)).count() == 6


def test_an_assumed_end_carries_nobody_into_the_next_month():
    make_event("koniec nieznany", when=hours("2026-05-31T23:00", assumed=timedelta(hours=3)))
    assert titles(Event.objects.in_month(MAY)) == ["koniec nieznany"]
    assert titles(Event.objects.in_month(JUNE)) == []


def test_each_month_of_a_date_and_no_other_lists_it():
    for when in EVERY_KIND:
        event = make_event(when=when)
        for month in MonthSpan.parse("2025-11--2026-12"):
            listed = Event.objects.in_month(month).filter(pk=event.pk).exists()
            assert listed == (month in when.months), (when, month)


def test_dated_and_undated_share_all_rows_between_them():
    for when in EVERY_KIND:
        make_event(when.precision, when=when)
    assert set(titles(Event.objects.dated())) == {"time", "day"}
    assert sorted(titles(Event.objects.undated())) == ["month", "months", "part_of_month"]
    assert Event.objects.count() == Event.objects.dated().count() + 3


## What the database itself refuses


@pytest.mark.parametrize(
    "when, change, rule",
    [
        (hours("2026-05-13T14:00"), {"ends_at": at("2026-05-13T14:00")}, "ends_after_start"),
        (When.in_month(JUNE), {"precision": "fortnight"}, "precision_known"),
        (hours("2026-05-13T14:00"), {"end_kind": "maybe"}, "end_kind_known"),
        (hours("2026-05-13T14:00"), {"sort_at": at("2026-05-13T15:00")}, "sorted_by_its_date"),
        (When.in_month(JUNE), {"sort_at": JUNE.start}, "sorted_by_its_date"),
        (When.in_month(JUNE), {"confirmed": True}, "coarse_is_unconfirmed"),
        (hours("2026-05-13T14:00"), {"all_day": True}, "all_day_is_a_day"),
        (When.in_month(JUNE), {"all_day": True}, "all_day_is_a_day"),
        (When.on_day(date(2026, 5, 13)), {"drop_in": True}, "drop_in_has_hours"),
    ],
)
def test_the_database_refuses_a_date_that_contradicts_itself(when, change, rule):
    event = make_event(when=when)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**change)


def test_activities_live_under_the_same_rules():
    activity = make_activity(when=When.in_month(JUNE))
    with pytest.raises(IntegrityError, match="coarse_is_unconfirmed"), transaction.atomic():
        Activity.objects.filter(pk=activity.pk).update(confirmed=True)
    assert list(Activity.objects.in_month(JUNE)) == [activity]
