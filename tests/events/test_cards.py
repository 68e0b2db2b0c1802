from datetime import UTC, date, datetime, timedelta

import pytest

from events.cards import DateBlock, card
from events.models import Count, Event, EventChange
from events.models.event import Outcome
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_event,
    make_held,
    make_note,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db
JUNE = When.in_month(Month(2026, 6))
DAY = When.on_day(date(2026, 5, 13))
OVER = When.on_day(date(2026, 5, 30), date(2026, 6, 2))
DAYS = When.on_day(date(2026, 5, 13), date(2026, 5, 15))
END = make_when().ends_at
START = make_when().starts_at


def shown(event, at=NOW):
    return card(Event.objects.for_cards().get(pk=event.pk), at)


def chips(event, at=NOW):
    return [(chip.kind, chip.text.replace("\u00a0", " ")) for chip in shown(event, at).chips]


## The leaf of a calendar


@pytest.mark.parametrize(
    "when, week, big, small",
    [
        (make_when(), "śr.", "13", "maja"),
        (DAY, "śr.", "13", "maja"),
        (DAYS, "śr.–pt.", "13–15", "maja"),
        (OVER, "sob.", "30", "maja"),
        (make_when(date(2026, 5, 13), 20, 6), "śr.", "13", "maja"),
        (JUNE, "bez daty", "VI", "czerwiec"),
        (When.in_part(Month(2026, 6), 1), "początek", "VI", "czerwca"),
        (When.in_part(Month(2026, 6), 2), "połowa", "VI", "czerwca"),
        (When.in_part(Month(2026, 6), 3), "koniec", "VI", "czerwca"),
        (When.in_months(MonthSpan(Month(2026, 1), Month(2026, 5))), "bez daty", "I–V", "2026"),
        (
            When.in_months(MonthSpan(Month(2025, 12), Month(2026, 1))),
            "bez daty",
            "XII–I",
            "2025–2026",
        ),
    ],
)
def test_a_coarse_date_is_never_drawn_as_the_first_of_the_month(when, week, big, small):
    block = DateBlock.of(when, NOW)
    assert (block.week, block.big, block.small) == (week, big, small)
    assert block.precise is not when.is_coarse


def test_a_weekday_is_written_out_where_there_is_room():
    assert DateBlock.of(DAY, NOW, full=True).week == "środa"


@pytest.mark.parametrize("when", [make_when(date(2027, 5, 13)), When.in_month(Month(2027, 6))])
def test_another_year_is_said(when):
    assert DateBlock.of(when, NOW).year == "2027"
    assert DateBlock.of(when, datetime(2027, 1, 1, tzinfo=UTC)).year == ""


def test_the_year_is_warsaws():
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert DateBlock.of(make_when(date(2026, 12, 31)), new_year).year == "2026"


## Hours and place


@pytest.mark.parametrize(
    "when, before, after",
    [
        (make_when(), "14.00–18.00", "14.00–18.00"),
        (
            make_when(drop_in=True),
            "14.00–18.00, można wejść w dowolnej chwili",
            "14.00–18.00",
        ),
        (When.at_time(START), "od 14.00", "od 14.00"),
        (DAY, "godzina wkrótce", ""),
        (DAYS, "godziny wkrótce", ""),
        (When.on_day(date(2026, 5, 13), date(2026, 5, 15), all_day=True), "całe dni", "całe dni"),
        (When.on_day(date(2026, 5, 13), all_day=True), "cały dzień", "cały dzień"),
        (OVER, "do 2 czerwca, godziny wkrótce", "do 2 czerwca"),
        (JUNE, "dzień podamy wkrótce", ""),
    ],
)
def test_hours_say_what_is_known_and_what_is_to_come(when, before, after):
    event = make_event(when=when, venue=make_venue())
    assert shown(event).hours.replace("\u00a0", " ") == before
    assert shown(event, when.ends_at).hours.replace("\u00a0", " ") == after


def test_a_planned_end_is_about():
    event = make_event(when=make_when(planned_end=True))
    assert shown(event).hours.replace("\u00a0", " ") == "14.00 – ok. 18.00"


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.HELD])
def test_nothing_is_promised_of_what_is_settled(outcome):
    for when in (DAY, JUNE):
        event = make_event(when=when, outcome=outcome, outcome_reason="Choroba.")
        assert "wkrótce" not in shown(event).hours + shown(event).place


def test_a_place_is_told_with_its_district_or_its_buildings():
    palace = make_venue("Pałac", district=1)
    inner = make_venue("Pan Cogito", inside=palace, district=None)
    assert shown(make_event(venue=inner)).place == "Pan Cogito, Pałac, Stare Miasto"
    assert shown(make_event(venue=make_venue("Kaffka", district=18))).place == "Kaffka, Nowa Huta"
    assert shown(make_event(venue=make_venue("Gdzieś", district=None))).place == "Gdzieś"


def test_a_place_to_come_is_promised_only_while_it_may_come():
    event = make_event()
    assert shown(event).place == "miejsce podamy wkrótce"
    assert shown(event, END).place == ""


def test_when_neither_day_nor_place_is_known_one_sentence_says_both():
    found = shown(make_event(when=JUNE))
    assert (found.hours, found.place) == ("dzień i miejsce podamy wkrótce", "")


## States in words


def test_before_during_and_after():
    event = make_event(sign_up="none")
    assert chips(event) == [("fine", "bez zapisów")]
    for at in (START, END - timedelta(seconds=1)):
        assert chips(event, at) == [("now", "trwa do 18.00"), ("fine", "bez zapisów")]
    assert chips(event, END) == [("plan", "nie wiemy, czy się odbyło")]


@pytest.mark.parametrize(
    "when, words",
    [
        (make_when(drop_in=True), "trwa, można wejść do 18.00"),
        (make_when(planned_end=True), "trwa do ok. 18.00"),
        (When.at_time(START), "trwa"),
        (When.on_day(date(2026, 5, 13), all_day=True), "trwa cały dzień"),
        (make_when(date(2026, 5, 13), 12, 10), "trwa do 24.00"),
    ],
)
def test_what_runs_says_until_when_as_far_as_it_is_known(when, words):
    assert chips(make_event(when=when), START) == [("now", words)]


@pytest.mark.parametrize("when", [make_when(confirmed=False), JUNE])
def test_a_plan_is_called_one(when):
    assert chips(make_event(when=when)) == [("plan", "planowane")]


def test_a_month_that_runs_does_not_run_as_a_meeting_does():
    middle = datetime(2026, 6, 15, tzinfo=UTC)
    assert chips(make_event(when=JUNE), middle) == [("plan", "planowane")]


def test_a_month_that_passed_in_silence():
    assert chips(make_event(when=JUNE), JUNE.ends_at) == [("plan", "terminu nie podano")]


@pytest.mark.parametrize(
    "outcome, kind, words",
    [
        ("held", "fine", "odbyło się"),
        ("not_held", "off", "nie odbyło się"),
        ("cancelled", "off", "odwołane"),
        ("postponed", "off", "przełożone, bez nowej daty"),
    ],
)
def test_what_somebody_said_stands_alone_before_and_after(outcome, kind, words):
    event = make_event(outcome=outcome, outcome_reason="Choroba.", sign_up="none")
    for at in (NOW, START, END):
        assert chips(event, at) == [(kind, words)]
        assert shown(event, at).off is (kind == "off")


def test_held_in_a_month_that_still_runs_is_complete():
    event = make_held(month=Month(2026, 5))
    assert chips(event) == [("fine", "odbyło się")]
    assert shown(event).hours == ""


def test_sign_up_is_said_where_it_is_known():
    assert chips(make_event(sign_up="required")) == [("note", "zapisy")]
    assert chips(make_event(sign_up="unknown")) == []


def test_an_example_is_called_one_first():
    assert chips(make_event(is_example=True))[0] == ("example", "przykład")


def test_each_kind_of_change_is_said_once_newest_first_and_never_a_private_one():
    event = make_event()
    for hour, (kind, public) in enumerate(
        [("date", True), ("place", True), ("date", True), ("title", False)]
    ):
        EventChange.objects.create(
            event=event,
            kind=kind,
            public=public,
            before="a",
            before_iso="2026-05-12" if kind == "date" else "",
            after="b",
            reason="c",
            sequence=hour,
            at=NOW + timedelta(hours=hour),
        )
    assert chips(event) == [("warn", "nowy termin"), ("warn", "zmiana miejsca")]


## Aloud


def test_the_link_says_the_date_after_the_title_and_that_it_is_off():
    name = "Herbata, 13 maja 2026 r., godz. 14.00–18.00"
    assert shown(make_event("Herbata")).name.replace("\u00a0", " ") == name
    off = make_event("Herbata", outcome="cancelled", outcome_reason="Choroba.")
    assert shown(off).name.replace("\u00a0", " ") == f"{name}, odwołane"


## What came of it


def test_the_counted_counts_of_an_approved_note_are_the_summary():
    event = make_held()
    note = make_note(event, ("nearly", 100, "people"), ("about", 70, "organizations"))
    Count.objects.create(note=note, value=300, unit="people", counted=False)
    summary = "blisko 100 osób, około 70 organizacji"
    assert shown(event).summary.replace("\u00a0", " ") == summary


def test_without_approval_or_without_a_meeting_there_is_no_summary():
    waiting, off = make_held(), make_held()
    make_note(waiting, ("exactly", 5, "people"), approved_at=None)
    make_note(off, ("exactly", 5, "people"))
    Event.objects.filter(pk=off.pk).update(outcome="not_held")
    assert shown(waiting).summary == shown(off).summary == ""


def test_a_card_carries_the_sign_of_its_cycle():
    event = make_event(series=make_series(emblem="bench"))
    assert (shown(event).emblem, shown(event).hue) == ("bench", "moss")
    assert (shown(make_event()).emblem, shown(make_event()).hue) == ("", "")
