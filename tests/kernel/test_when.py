import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.months import WARSAW, Month, MonthSpan, midnight
from portal.kernel.when import EndKind, Phase, Precision, When

NBSP = "\u00a0"
CASES = json.loads((Path(__file__).parent / "pl_cases.json").read_text())["date_phrases"]


def at(text):
    """A moment on Warsaw's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def hours(start, end=None, **facts):
    return When.at_time(at(start), at(end) if end else None, **facts)


def typed(text):
    return text.replace("~", NBSP)


def phrased(case):
    """The When of a table's row: its precision is that of the text's length."""
    start, end = case["start"], case["end"]
    if "T" in start:
        return hours(start, end)
    if len(start) == 10:
        return When.on_day(date.fromisoformat(start), date.fromisoformat(end) if end else None)
    if len(start) == 7:
        return When.in_month(Month.parse(start))
    return When.in_months(MonthSpan.parse(f"{start}-01--{start}-12"))


## In Polish


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_date_is_phrased_as_in_the_table_of_polish_cases(case):
    when = phrased(case)
    assert (when.short(), when.sentence()) == (case["krotko"], case["zdaniem"])


@pytest.mark.parametrize(
    "when, short, sentence, in_hours",
    [
        (
            hours("2026-02-27T17:30"),
            "27~lutego 2026~r., godz.~17.30",
            "w piątek 27~lutego 2026~r. o godz.~17.30",
            "od 17.30",
        ),
        (
            hours("2026-02-27T17:30", "2026-02-27T19:30", planned_end=True),
            "27~lutego 2026~r., godz.~17.30~– ok.~19.30",
            "w piątek 27~lutego 2026~r. o godz.~17.30, do ok.~19.30",
            "17.30~– ok.~19.30",
        ),
        (
            hours("2026-05-12T09:05", "2026-05-12T10:00"),
            "12~maja 2026~r., godz.~9.05–10.00",
            "we wtorek 12~maja 2026~r. w godz.~9.05–10.00",
            "9.05–10.00",
        ),
        (
            hours("2026-05-13T18:00", "2026-05-14T00:00"),
            "13~maja 2026~r., godz.~18.00–24.00",
            "w środę 13~maja 2026~r. w godz.~18.00–24.00",
            "18.00–24.00",
        ),
        (
            hours("2026-06-05T20:00", "2026-06-06T01:00", planned_end=True),
            "5~czerwca 2026~r., godz.~20.00 – 6~czerwca 2026~r., ok.~godz.~1.00",
            "od 5~czerwca 2026~r., godz.~20.00, do 6~czerwca 2026~r., ok.~godz.~1.00",
            "20.00~– 6~czerwca, ok.~godz.~1.00",
        ),
        (
            hours("2026-12-31T20:00", "2027-01-01T02:00"),
            "31~grudnia 2026~r., godz.~20.00 – 1~stycznia 2027~r., godz.~2.00",
            "od 31~grudnia 2026~r., godz.~20.00, do 1~stycznia 2027~r., godz.~2.00",
            "20.00~– 1~stycznia 2027~r., godz.~2.00",
        ),
        (
            When.on_day(date(2026, 12, 30), date(2027, 1, 2)),
            "30~grudnia 2026~r. – 2~stycznia 2027~r.",
            "od 30~grudnia 2026~r. do 2~stycznia 2027~r.",
            "",
        ),
        (
            When.in_part(Month(2026, 5), 1),
            "początek maja 2026~r.",
            "na początku maja 2026~r.",
            "",
        ),
        (When.in_part(Month(2026, 5), 2), "połowa maja 2026~r.", "w~połowie maja 2026~r.", ""),
        (When.in_part(Month(2026, 5), 3), "koniec maja 2026~r.", "pod koniec maja 2026~r.", ""),
        (When.in_month(Month(2026, 6)), "czerwiec 2026~r.", "w~czerwcu 2026~r.", ""),
        (
            When.in_months(MonthSpan.parse("2026-01--2026-05")),
            "styczeń–maj 2026~r.",
            "od stycznia do maja 2026~r.",
            "",
        ),
        (
            When.in_months(MonthSpan.parse("2025-12--2026-01")),
            "grudzień 2025~r. – styczeń 2026~r.",
            "od grudnia 2025~r. do stycznia 2026~r.",
            "",
        ),
    ],
)
def test_every_kind_of_date_has_a_short_form_a_sentence_and_hours(when, short, sentence, in_hours):
    phrases = (when.short(), when.sentence(), when.hours())
    assert phrases == tuple(typed(text) for text in (short, sentence, in_hours))


def test_an_assumed_end_is_never_shown_even_when_it_falls_on_the_next_day():
    when = hours("2026-05-31T23:00", assumed=timedelta(hours=3))
    assert when.end_kind == EndKind.UNKNOWN
    assert when.ends_at == at("2026-06-01T02:00")
    assert when.last_day == date(2026, 5, 31)
    assert when.iso_end == ""
    assert when.short() == typed("31~maja 2026~r., godz.~23.00")
    assert when.hours() == "od 23.00"


def test_a_day_whose_hour_is_yet_to_come_differs_from_a_whole_day_but_reads_alike():
    open_hour = When.on_day(date(2026, 5, 13))
    whole_day = When.on_day(date(2026, 5, 13), all_day=True)
    assert open_hour != whole_day
    assert open_hour.short() == whole_day.short() == typed("13~maja 2026~r.")


## Days and instants


def test_the_last_day_of_several_is_included():
    when = When.on_day(date(2026, 5, 13), date(2026, 5, 15))
    assert when.ends_at == midnight(date(2026, 5, 16))
    assert (when.first_day, when.last_day) == (date(2026, 5, 13), date(2026, 5, 15))


def test_an_end_at_midnight_belongs_to_the_day_before():
    assert hours("2026-05-13T18:00", "2026-05-14T00:00").last_day == date(2026, 5, 13)
    assert hours("2026-05-13T18:00", "2026-05-14T00:01").last_day == date(2026, 5, 14)


@pytest.mark.parametrize("day, part", [(1, 1), (10, 1), (11, 2), (20, 2), (21, 3), (31, 3)])
def test_a_day_lies_in_a_part_of_its_month(day, part):
    assert When.on_day(date(2026, 5, day)).part == part


@pytest.mark.parametrize(
    "start, end, real",
    [
        ("2026-10-24T22:00", "2026-10-25T06:00", 9),
        ("2026-03-28T22:00", "2026-03-29T06:00", 7),
        ("2026-05-13T22:00", "2026-05-14T06:00", 8),
    ],
)
def test_a_night_of_changing_clocks_lasts_its_real_hours_and_shows_those_on_the_wall(
    start, end, real
):
    when = hours(start, end)
    assert when.duration == timedelta(hours=real)
    assert when.hours().startswith("22.00\u00a0– ")
    assert when.hours().endswith("6.00")


def test_an_assumed_end_counts_real_hours_over_the_change_of_clocks():
    assert hours("2026-03-29T01:00").ends_at == at("2026-03-29T04:00")


def test_one_wall_hour_of_october_names_two_instants_in_the_right_order():
    first = at("2026-10-25T02:30")
    second = first.replace(fold=1)
    assert When.at_time(first, second).duration == timedelta(hours=1)
    with pytest.raises(ValueError, match="Koniec musi być po początku"):
        When.at_time(second, first)


def test_the_same_instant_in_another_zone_is_the_same_date():
    tokyo = datetime(2026, 5, 13, 21, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert When.at_time(tokyo) == hours("2026-05-13T14:00")
    assert When.at_time(tokyo).first_day == date(2026, 5, 13)


@pytest.mark.parametrize(
    "when, start, end",
    [
        (
            hours("2026-05-13T14:00", "2026-05-13T18:00"),
            "2026-05-13T14:00+02:00",
            "2026-05-13T18:00+02:00",
        ),
        (hours("2026-02-27T17:30"), "2026-02-27T17:30+01:00", ""),
        (When.on_day(date(2026, 5, 13), date(2026, 5, 15)), "2026-05-13", "2026-05-15"),
        (When.in_part(Month(2026, 5), 2), "2026-05", "2026-05"),
        (When.in_months(MonthSpan.parse("2026-01--2026-05")), "2026-01", "2026-05"),
    ],
)
def test_machines_read_an_hour_with_its_offset_a_day_or_a_month(when, start, end):
    assert (when.iso_start, when.iso_end) == (start, end)


## Before, during, after


def test_an_event_runs_from_its_first_minute_up_to_its_end():
    when = hours("2026-05-13T14:00", "2026-05-13T18:00")
    moments = ["2026-05-13T13:59", "2026-05-13T14:00", "2026-05-13T17:59", "2026-05-13T18:00"]
    phases = [when.phase(at(moment)) for moment in moments]
    assert phases == [Phase.BEFORE, Phase.DURING, Phase.DURING, Phase.AFTER]


def test_days_until_are_counted_by_warsaw_s_calendar():
    when = hours("2026-05-13T00:30", "2026-05-13T18:00")
    assert when.days_until(datetime(2026, 5, 12, 21, 59, tzinfo=UTC)) == 1
    assert when.days_until(datetime(2026, 5, 12, 22, 0, tzinfo=UTC)) == 0
    assert when.days_until(at("2026-05-14T00:00")) == -1


def test_a_plan_for_june_sorts_after_every_dated_event_of_june():
    last_dated = hours("2026-06-30T23:00", "2026-07-01T03:00")
    plan = When.in_month(Month(2026, 6))
    july = hours("2026-07-01T00:30")
    assert last_dated.sort_at < plan.sort_at < july.sort_at


## What must not be


DAY = date(2026, 5, 13)
MAY = Month(2026, 5)


@pytest.mark.parametrize(
    "start, end, precision, facts, reason",
    [
        (midnight(DAY), at("2026-05-13T23:59"), "day", {}, "co do dnia"),
        (datetime(2026, 5, 13, tzinfo=UTC), datetime(2026, 5, 14, tzinfo=UTC), "day", {}, "co do"),
        (MAY.start, midnight(date(2026, 5, 12)), "part_of_month", {"confirmed": False}, "części"),
        (midnight(DAY), MAY.end, "part_of_month", {"confirmed": False}, "części"),
        (MAY.start, midnight(date(2026, 5, 31)), "month", {"confirmed": False}, "co do miesiąca"),
        (MAY.start, Month(2026, 6).end, "month", {"confirmed": False}, "co do miesiąca"),
        (MAY.start, MAY.end, "months", {"confirmed": False}, "kilka miesięcy"),
        (MAY.start, Month(2028, 6).end, "months", {"confirmed": False}, "24 miesiące"),
        (at("2026-05-13T14:00:01"), at("2026-05-13T15:00"), "time", {}, "co do godziny"),
        (at("2026-05-13T14:00"), at("2026-05-13T14:00"), "time", {}, "po początku"),
        (at("2026-05-13T14:00"), at("2026-05-13T13:00"), "time", {}, "po początku"),
        (MAY.start, MAY.end, "month", {"confirmed": True}, "nie może być potwierdzony"),
        (at("2026-05-13T14:00"), at("2026-05-13T15:00"), "time", {"all_day": True}, "Cały dzień"),
        (midnight(DAY), midnight(date(2026, 5, 14)), "day", {"drop_in": True}, "podania godzin"),
        (
            midnight(DAY),
            midnight(date(2026, 5, 14)),
            "day",
            {"end_kind": EndKind.UNKNOWN},
            "wymaga godziny",
        ),
        (at("1999-12-31T23:00"), at("2000-01-01T01:00"), "time", {}, "2000–2100"),
        (datetime.max.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC), "time", {}, "2100"),
    ],
)
def test_a_date_that_contradicts_itself_is_refused_in_words(start, end, precision, facts, reason):
    with pytest.raises(ValueError, match=reason):
        When(start, end, Precision(precision), **facts)


def test_a_date_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="strefy czasowej"):
        When.at_time(datetime(2026, 5, 13, 14, 0))  # noqa: DTZ001 -- the mistake itself


def test_a_last_day_before_the_first_is_refused():
    with pytest.raises(ValueError, match="po początku"):
        When.on_day(date(2026, 5, 15), date(2026, 5, 13))


@pytest.mark.parametrize("day", [date.min, date.max, date(1999, 12, 31), date(2101, 1, 1)])
def test_a_day_beyond_the_site_s_years_is_refused(day):
    with pytest.raises(ValueError, match="2000–2100"):
        When.on_day(day)


## For every date


minutes = st.datetimes(datetime(2000, 1, 2), datetime(2100, 12, 30)).map(  # noqa: DTZ001 -- zone below
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)
lengths = st.integers(1, 60 * 24 * 3).map(lambda length: timedelta(minutes=length))
days = st.dates(date(2000, 1, 1), date(2100, 12, 1))
months = st.builds(Month, st.integers(2000, 2098), st.integers(1, 12))
whens = st.one_of(
    st.builds(
        lambda start, length, planned: When.at_time(start, start + length, planned_end=planned),
        minutes,
        lengths,
        st.booleans(),
    ),
    st.builds(lambda start, length: When.at_time(start, assumed=length), minutes, lengths),
    st.builds(
        lambda day, more, whole: When.on_day(day, day + timedelta(days=more), all_day=whole),
        days,
        st.integers(0, 30),
        st.booleans(),
    ),
    st.builds(When.in_part, months, st.integers(1, 3)),
    st.builds(When.in_month, months),
    st.builds(
        lambda month, more: When.in_months(MonthSpan(month, month.shifted(more))),
        months,
        st.integers(1, 23),
    ),
)


@given(whens)
def test_a_date_covers_its_days_and_sorts_by_one_of_its_ends(when):
    assert when.starts_at < when.ends_at
    assert when.first_day <= when.last_day
    assert midnight(when.first_day) <= when.starts_at < midnight(when.last_day + timedelta(days=1))
    assert when.sort_at == (when.ends_at if when.is_coarse else when.starts_at)
    assert not (when.is_coarse and when.confirmed)


@given(whens, minutes)
def test_at_every_moment_a_date_has_exactly_one_phase(when, moment):
    phase = when.phase(moment)
    assert (phase == Phase.AFTER) == (when.ends_at <= moment)
    assert (phase == Phase.BEFORE) == (moment < when.starts_at)


@given(whens)
def test_every_phrase_keeps_its_year_on_the_line_and_ends_without_a_second_full_stop(when):
    for phrase in (when.short(), when.sentence()):
        assert " r." not in phrase
        assert ".." not in phrase
        assert str(when.first_day.year) in phrase or str(when.last_day.year) in phrase


@given(whens)
def test_only_a_date_with_hours_shows_hours(when):
    assert bool(when.hours()) == ("godz." in when.short()) == (when.precision == Precision.TIME)
