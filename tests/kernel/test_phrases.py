"""Every phrase of a date that the site can show: short, in a sentence, and for machines."""

from datetime import date, datetime, timedelta

import pytest

from portal.kernel.months import WARSAW, Month, MonthSpan
from portal.kernel.reading import read_when
from portal.kernel.when import Phase, When


def at(text, fold=0):
    """A moment on Warsaw's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW, fold=fold)


def hours(start, end=None, **facts):
    return When.at_time(at(start), at(end) if end else None, **facts)


def spaced(text):
    return text.replace("~", "\u00a0")


PHRASES = {
    "hour and day": (
        hours("2026-05-13T14:00", "2026-05-13T18:00"),
        "13~maja 2026~r., godz.~14.00–18.00",
        "w środę 13~maja 2026~r. w godz.~14.00–18.00",
        ("2026-05-13T14:00+02:00", "2026-05-13T18:00+02:00"),
    ),
    "start only": (
        hours("2026-02-27T17:30"),
        "27~lutego 2026~r., godz.~17.30",
        "w piątek 27~lutego 2026~r. o godz.~17.30",
        ("2026-02-27T17:30+01:00", ""),
    ),
    "estimated end": (
        hours("2026-02-27T17:30", "2026-02-27T19:30", planned_end=True),
        "27~lutego 2026~r., godz.~17.30~– ok.~19.30",
        "w piątek 27~lutego 2026~r. o godz.~17.30, do ok.~19.30",
        ("2026-02-27T17:30+01:00", "2026-02-27T19:30+01:00"),
    ),
    "before nine": (
        hours("2026-05-12T09:05", "2026-05-12T10:00"),
        "12~maja 2026~r., godz.~9.05–10.00",
        "we wtorek 12~maja 2026~r. w godz.~9.05–10.00",
        ("2026-05-12T09:05+02:00", "2026-05-12T10:00+02:00"),
    ),
    "over midnight": (
        hours("2026-06-05T20:00", "2026-06-06T01:00"),
        "5~czerwca 2026~r., godz.~20.00 – 6~czerwca 2026~r., godz.~1.00",
        "od 5~czerwca 2026~r., godz.~20.00, do 6~czerwca 2026~r., godz.~1.00",
        ("2026-06-05T20:00+02:00", "2026-06-06T01:00+02:00"),
    ),
    "over the end of a month": (
        hours("2026-05-31T20:00", "2026-06-01T01:00"),
        "31~maja 2026~r., godz.~20.00 – 1~czerwca 2026~r., godz.~1.00",
        "od 31~maja 2026~r., godz.~20.00, do 1~czerwca 2026~r., godz.~1.00",
        ("2026-05-31T20:00+02:00", "2026-06-01T01:00+02:00"),
    ),
    "over new year": (
        hours("2026-12-31T20:00", "2027-01-01T02:00"),
        "31~grudnia 2026~r., godz.~20.00 – 1~stycznia 2027~r., godz.~2.00",
        "od 31~grudnia 2026~r., godz.~20.00, do 1~stycznia 2027~r., godz.~2.00",
        ("2026-12-31T20:00+01:00", "2027-01-01T02:00+01:00"),
    ),
    "ending at 24.00": (
        hours("2026-12-31T18:00", "2027-01-01T00:00"),
        "31~grudnia 2026~r., godz.~18.00–24.00",
        "w czwartek 31~grudnia 2026~r. w godz.~18.00–24.00",
        ("2026-12-31T18:00+01:00", "2027-01-01T00:00+01:00"),
    ),
    "beginning at midnight": (
        hours("2026-05-13T00:00", "2026-05-13T01:00"),
        "13~maja 2026~r., godz.~0.00–1.00",
        "w środę 13~maja 2026~r. w godz.~0.00–1.00",
        ("2026-05-13T00:00+02:00", "2026-05-13T01:00+02:00"),
    ),
    "the night when clocks go on": (
        hours("2026-03-28T22:00", "2026-03-29T06:00"),
        "28~marca 2026~r., godz.~22.00 – 29~marca 2026~r., godz.~6.00",
        "od 28~marca 2026~r., godz.~22.00, do 29~marca 2026~r., godz.~6.00",
        ("2026-03-28T22:00+01:00", "2026-03-29T06:00+02:00"),
    ),
    "the night when clocks go back": (
        hours("2026-10-24T22:00", "2026-10-25T06:00"),
        "24~października 2026~r., godz.~22.00 – 25~października 2026~r., godz.~6.00",
        "od 24~października 2026~r., godz.~22.00, do 25~października 2026~r., godz.~6.00",
        ("2026-10-24T22:00+02:00", "2026-10-25T06:00+01:00"),
    ),
    "the day of 23 hours": (
        When.on_day(date(2026, 3, 29)),
        "29~marca 2026~r.",
        "w niedzielę 29~marca 2026~r.",
        ("2026-03-29", "2026-03-29"),
    ),
    "the day of 25 hours": (
        When.on_day(date(2026, 10, 25)),
        "25~października 2026~r.",
        "w niedzielę 25~października 2026~r.",
        ("2026-10-25", "2026-10-25"),
    ),
    "29 February": (
        When.on_day(date(2028, 2, 29)),
        "29~lutego 2028~r.",
        "we wtorek 29~lutego 2028~r.",
        ("2028-02-29", "2028-02-29"),
    ),
    "several days": (
        When.on_day(date(2026, 5, 13), date(2026, 5, 15)),
        "13–15~maja 2026~r.",
        "od 13 do 15~maja 2026~r.",
        ("2026-05-13", "2026-05-15"),
    ),
    "days of two months": (
        When.on_day(date(2028, 2, 28), date(2028, 3, 2)),
        "28~lutego – 2~marca 2028~r.",
        "od 28~lutego do 2~marca 2028~r.",
        ("2028-02-28", "2028-03-02"),
    ),
    "days of two years": (
        When.on_day(date(2026, 12, 30), date(2027, 1, 2)),
        "30~grudnia 2026~r. – 2~stycznia 2027~r.",
        "od 30~grudnia 2026~r. do 2~stycznia 2027~r.",
        ("2026-12-30", "2027-01-02"),
    ),
    "beginning of a month": (
        When.in_part(Month(2026, 9), 1),
        "początek września 2026~r.",
        "na początku września 2026~r.",
        ("2026-09", "2026-09"),
    ),
    "middle of a month": (
        When.in_part(Month(2028, 2), 2),
        "połowa lutego 2028~r.",
        "w~połowie lutego 2028~r.",
        ("2028-02", "2028-02"),
    ),
    "end of a month": (
        When.in_part(Month(2026, 12), 3),
        "koniec grudnia 2026~r.",
        "pod koniec grudnia 2026~r.",
        ("2026-12", "2026-12"),
    ),
    "a month": (
        When.in_month(Month(2026, 9)),
        "wrzesień 2026~r.",
        "we~wrześniu 2026~r.",
        ("2026-09", "2026-09"),
    ),
    "months": (
        When.in_months(MonthSpan.parse("2026-01--2026-05")),
        "styczeń–maj 2026~r.",
        "od stycznia do maja 2026~r.",
        ("2026-01", "2026-05"),
    ),
    "months of two years": (
        When.in_months(MonthSpan.parse("2026-12--2027-01")),
        "grudzień 2026~r. – styczeń 2027~r.",
        "od grudnia 2026~r. do stycznia 2027~r.",
        ("2026-12", "2027-01"),
    ),
    "a year": (
        When.in_months(MonthSpan.parse("2026-01--2026-12")),
        "2026~r.",
        "w~2026~r.",
        ("2026-01", "2026-12"),
    ),
}


@pytest.mark.parametrize("case", PHRASES)
def test_a_date_has_a_short_form_a_sentence_and_a_form_for_machines(case):
    when, short, sentence, iso = PHRASES[case]
    assert when.short() == spaced(short)
    assert when.sentence() == spaced(sentence)
    assert (when.iso_start, when.iso_end) == iso


def test_a_planned_day_reads_as_a_confirmed_one_since_its_doubt_is_said_beside_it():
    planned = hours("2026-05-13T14:00", "2026-05-13T18:00", confirmed=False)
    assert planned.short() == PHRASES["hour and day"][0].short()
    assert not planned.confirmed


## While it runs

OVERNIGHT = hours("2026-06-05T20:00", "2026-06-06T01:00")
CONGRESS = hours("2026-05-13T10:00", "2026-05-15T18:00")


@pytest.mark.parametrize(
    "when, moment, running",
    [
        (hours("2026-05-13T14:00", "2026-05-13T18:00"), "2026-05-13T15:00", "trwa do~18.00"),
        (
            hours("2026-05-13T14:00", "2026-05-13T18:00", drop_in=True),
            "2026-05-13T17:59",
            "trwa, można wejść do~18.00",
        ),
        (
            hours("2026-05-13T17:30", "2026-05-13T19:30", planned_end=True),
            "2026-05-13T18:00",
            "trwa do~ok.~19.30",
        ),
        (hours("2026-05-13T17:30"), "2026-05-13T18:00", "trwa"),
        (hours("2026-12-31T18:00", "2027-01-01T00:00"), "2026-12-31T23:59", "trwa do~24.00"),
        (OVERNIGHT, "2026-06-05T23:00", "trwa do~1.00"),
        (OVERNIGHT, "2026-06-06T00:30", "trwa do~1.00"),
        (CONGRESS, "2026-05-13T11:00", "trwa do~15~maja, godz.~18.00"),
        (CONGRESS, "2026-05-14T20:00", "trwa do~15~maja, godz.~18.00"),
        (CONGRESS, "2026-05-15T11:00", "trwa do~18.00"),
        (
            hours("2026-12-30T10:00", "2027-01-02T12:00"),
            "2026-12-31T12:00",
            "trwa do~2~stycznia 2027~r., godz.~12.00",
        ),
        (
            When.on_day(date(2026, 5, 13), date(2026, 5, 15)),
            "2026-05-14T08:00",
            "trwa do~15~maja",
        ),
        (
            When.on_day(date(2026, 5, 13), date(2026, 5, 15)),
            "2026-05-15T08:00",
            "trwa ostatni dzień",
        ),
        (When.on_day(date(2026, 5, 13), all_day=True), "2026-05-13T08:00", "trwa cały dzień"),
        # The wall's clock on the days when it is moved.
        (hours("2026-03-29T01:00", "2026-03-29T04:00"), "2026-03-29T03:30", "trwa do~4.00"),
        (hours("2026-10-25T01:00", "2026-10-25T04:00"), "2026-10-25T03:30", "trwa do~4.00"),
    ],
)
def test_what_runs_says_until_when(when, moment, running):
    assert when.phase(at(moment)) == Phase.DURING
    assert when.running(at(moment)) == spaced(running)


def test_both_hours_that_october_repeats_lie_within_what_runs_through_them():
    when = hours("2026-10-25T01:30", "2026-10-25T03:00")
    assert when.duration == timedelta(hours=2, minutes=30)
    for fold in (0, 1):
        assert when.running(at("2026-10-25T02:30", fold)) == spaced("trwa do~3.00")


@pytest.mark.parametrize(
    "when, moment",
    [
        (hours("2026-05-13T14:00", "2026-05-13T18:00"), "2026-05-13T13:59"),
        (hours("2026-05-13T14:00", "2026-05-13T18:00"), "2026-05-13T18:00"),
        (When.on_day(date(2026, 5, 13)), "2026-05-13T12:00"),  # its hour is not known
        (When.in_month(Month(2026, 5)), "2026-05-13T12:00"),
        (When.in_months(MonthSpan.parse("2026-01--2026-05")), "2026-03-13T12:00"),
    ],
)
def test_nothing_is_said_to_run_before_after_or_when_nobody_knows(when, moment):
    assert not when.is_running(at(moment))
    assert when.running(at(moment)) == ""


## Hours that do not exist, and those that come twice


@pytest.mark.parametrize(
    "text, sentence",
    [
        (
            "29.03.2026 2.30",
            "29 marca 2026 o 2.30 nie ma takiej godziny: zegary przeskakują z 2.00 na 3.00.",
        ),
        (
            "25.10.2026 2.30",
            "25 października 2026 godzina 2.30 wypada dwa razy: zegary cofają się z 3.00 na 2.00. "
            "Podaj godzinę przed 2.00 albo od 3.00.",
        ),
    ],
)
def test_an_hour_that_clocks_leave_out_or_repeat_is_refused_with_its_reason(text, sentence):
    with pytest.raises(Exception) as refused:
        read_when(text)
    assert refused.value.message_dict == {"when_from": [sentence]}


@pytest.mark.parametrize(
    "text", ["29.03.2026 1.59", "29.03.2026 3.00", "25.10.2026 1.59", "25.10.2026 3.00"]
)
def test_the_hours_beside_them_are_read(text):
    assert read_when(text).short().endswith(text.split()[1])


## Several days


@pytest.mark.parametrize(
    "when, is_long",
    [
        (When.on_day(date(2026, 5, 13), date(2026, 5, 14)), True),
        (CONGRESS, True),
        (OVERNIGHT, False),
        (hours("2026-05-10T18:00", "2026-05-11T18:00"), False),
        (When.on_day(date(2026, 10, 25)), False),  # 25 hours, one day
        (hours("2026-05-13T14:00", "2026-05-14T00:00"), False),
    ],
)
def test_what_merely_runs_past_midnight_is_not_several_days(when, is_long):
    assert when.is_long is is_long
