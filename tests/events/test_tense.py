"""The sentence that says where in time an event stands; the clock is passed in."""

from datetime import UTC, date, datetime, timedelta

import pytest

from events.models.event import Outcome
from events.tense import countdown, status_sentence
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import NOW, make_event, make_when

pytestmark = pytest.mark.django_db
HOURS = make_when()
START, END = HOURS.starts_at, HOURS.ends_at
SECOND = timedelta(seconds=1)
JUNE = When.in_month(Month(2026, 6))
DAY = When.on_day(date(2026, 5, 13))
AFTER_JUNE = datetime(2026, 7, 1, tzinfo=UTC)


def said(when=HOURS, at=NOW, outcome=Outcome.EXPECTED):
    event = make_event(when=when, outcome=outcome, outcome_reason="Choroba.")
    return status_sentence(event, at).replace("\u00a0", " ")


def test_before():
    assert said() == "Odbędzie się w środę 13 maja 2026 r. w godz. 14.00–18.00."
    assert said(at=START - SECOND).startswith("Odbędzie się")


def test_during_from_the_first_to_the_last_second():
    for at in (START, END - SECOND):
        assert said(at=at) == "Odbywa się w środę 13 maja 2026 r. w godz. 14.00–18.00."


def test_after_while_nobody_has_answered():
    assert said(at=END) == (
        "Zapowiedziane w środę 13 maja 2026 r. w godz. 14.00–18.00; "
        "biuro nie potwierdziło jeszcze, czy się odbyło."
    )


def test_after_somebody_said_that_it_was_held():
    assert said(at=END, outcome=Outcome.HELD) == (
        "Odbyło się w środę 13 maja 2026 r. w godz. 14.00–18.00."
    )


def test_a_date_that_ends_in_a_full_stop_closes_the_sentence():
    assert said(DAY) == "Odbędzie się w środę 13 maja 2026 r."


def test_a_plan_is_never_a_promise():
    planned = make_when(confirmed=False)
    assert said(planned).startswith("Planowane w środę 13 maja")
    assert said(JUNE) == "Planowane w czerwcu 2026 r."


def test_a_month_that_runs_is_still_a_plan():
    assert said(JUNE, at=datetime(2026, 6, 15, tzinfo=UTC)) == "Planowane w czerwcu 2026 r."


def test_a_month_that_passed_in_silence_says_so():
    assert said(JUNE, at=AFTER_JUNE) == "Planowane w czerwcu 2026 r., terminu nie podano."


def test_held_is_complete_at_any_precision():
    for at in (datetime(2026, 6, 20, tzinfo=UTC), AFTER_JUNE):
        assert said(JUNE, at=at, outcome=Outcome.HELD) == "Odbyło się w czerwcu 2026 r."


@pytest.mark.parametrize(
    "outcome, words",
    [
        (Outcome.CANCELLED, "Odwołane. Miało się odbyć w środę 13 maja 2026 r."),
        (Outcome.POSTPONED, "Przełożone, nowej daty jeszcze nie ma. Miało się odbyć w środę"),
        (Outcome.NOT_HELD, "Nie odbyło się. Było planowane w środę 13 maja 2026 r."),
    ],
)
def test_what_is_off_says_so_first_whenever_one_asks(outcome, words):
    for at in (NOW, START, END, AFTER_JUNE):
        assert said(DAY, at=at, outcome=outcome).startswith(words)


## How long still


@pytest.mark.parametrize(
    "text, words",
    [
        ("2026-05-05T10:00", "za 8 dni"),
        ("2026-05-10T21:59", "za 3 dni"),
        ("2026-05-10T22:00", "pojutrze"),
        ("2026-05-11T22:00", "jutro"),
        ("2026-05-12T22:00", "dziś"),
        ("2026-05-13T11:59", "dziś"),
        ("2026-05-13T12:00", "trwa teraz"),
        ("2026-05-13T15:59", "trwa teraz"),
        ("2026-05-13T16:00", ""),
    ],
)
def test_days_are_counted_by_warsaws_midnights(text, words):
    at = datetime.fromisoformat(text).replace(tzinfo=UTC)
    assert countdown(make_event(), at) == words


def test_several_days_run_after_the_first():
    event = make_event(when=When.on_day(date(2026, 5, 13), date(2026, 5, 15)))
    assert countdown(event, datetime(2026, 5, 13, 8, tzinfo=UTC)) == "dziś"
    assert countdown(event, datetime(2026, 5, 14, 8, tzinfo=UTC)) == "trwa"


@pytest.mark.parametrize("outcome", [o for o in Outcome if o != Outcome.EXPECTED])
def test_nobody_counts_the_days_to_what_is_off_or_over(outcome):
    assert countdown(make_event(outcome=outcome, outcome_reason="Choroba."), NOW) == ""


def test_nobody_counts_the_days_to_a_month():
    assert countdown(make_event(when=JUNE), NOW) == ""
