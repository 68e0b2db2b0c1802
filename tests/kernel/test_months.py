from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.months import Month, MonthSpan, day_of, local, midnight, quoted

NBSP = "\u00a0"
months = st.builds(Month, st.integers(2000, 2100), st.integers(1, 12))


def month(slug):
    return Month.parse(slug)


def span(slug):
    return MonthSpan.parse(slug)


## Moments and days


def test_a_late_evening_in_utc_is_already_the_next_day_in_warsaw():
    moment = datetime(2026, 5, 31, 22, 30, tzinfo=UTC)
    assert day_of(moment) == date(2026, 6, 1)
    assert Month.of(moment) == Month(2026, 6)
    assert local(moment).isoformat() == "2026-06-01T00:30:00+02:00"


def test_the_machine_s_zone_changes_nothing(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        assert midnight(date(2026, 1, 1)) == datetime(2025, 12, 31, 23, tzinfo=UTC)
        assert day_of(datetime(2026, 5, 31, 22, 30, tzinfo=UTC)) == date(2026, 6, 1)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_moment_without_a_zone_is_refused_and_not_guessed():
    with pytest.raises(ValueError, match="strefy czasowej"):
        local(datetime(2026, 5, 13, 14, 0))  # noqa: DTZ001 -- the mistake itself


def test_the_days_on_which_clocks_change_last_23_and_25_hours():
    def length(day):
        end = midnight(day + timedelta(days=1)).astimezone(UTC)
        return end - midnight(day).astimezone(UTC)

    assert length(date(2026, 3, 29)) == timedelta(hours=23)
    assert length(date(2026, 10, 25)) == timedelta(hours=25)


def test_what_somebody_typed_is_quoted_short_and_printable():
    assert quoted("maj\x00\n 2026") == "„maj? 2026”"
    assert quoted("x" * 10_000) == f"„{'x' * 40}…”"


## Month


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-3", "2026-003", "03-2026", "2026-03\n", "２０２６-03", "2026-13", "2026-00",
     "1999-12", "2101-01", "0000-01", "2026-03-01", "\x00", "9" * 10_000],
)  # fmt: skip
def test_a_month_s_address_has_one_form_only(text):
    with pytest.raises(ValueError, match=r"miesiąca|poza zakresem"):
        Month.parse(text)


def test_the_first_and_the_last_month_of_the_site_have_neighbours():
    assert str(month("2000-01").previous()) == "1999-12"
    assert str(month("2100-12").next()) == "2101-01"


def test_december_is_followed_by_january():
    assert month("2026-12").next() == month("2027-01")
    assert month("2027-01").previous() == month("2026-12")


def test_a_month_is_named_in_three_cases():
    september = month("2026-09")
    assert september.nominative == "wrzesień 2026"
    assert september.genitive == "września 2026"
    assert september.locative == f"we{NBSP}wrześniu 2026"
    assert month("2026-03").locative == f"w{NBSP}marcu 2026"


def test_the_bounds_of_a_month_are_warsaw_midnights_across_the_change_of_clocks():
    march = month("2026-03")
    assert march.start.isoformat() == "2026-03-01T00:00:00+01:00"
    assert march.end.isoformat() == "2026-04-01T00:00:00+02:00"
    assert (march.first_day, march.last_day) == (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize("slug, last", [("2026-02", 28), ("2028-02", 29), ("2026-04", 30)])
def test_a_month_ends_on_its_own_last_day(slug, last):
    assert month(slug).last_day.day == last


def test_the_parts_of_a_month_are_1_to_10_11_to_20_and_the_rest():
    february = month("2026-02")
    assert february.part(1) == (date(2026, 2, 1), date(2026, 2, 11))
    assert february.part(2) == (date(2026, 2, 11), date(2026, 2, 21))
    assert february.part(3) == (date(2026, 2, 21), date(2026, 3, 1))
    with pytest.raises(ValueError, match="trzy części"):
        february.part(4)


@given(months)
def test_months_follow_one_another_without_gap_or_overlap(month):
    assert month.end == month.next().start
    assert month.next().previous() == month
    assert month < month.next()
    assert Month.parse(month.slug) == month
    assert Month.of(month.first_day) == Month.of(month.last_day) == month


@given(months)
def test_the_three_parts_fill_the_month(month):
    first, second, third = (month.part(part) for part in (1, 2, 3))
    assert first[0] == month.first_day
    assert (first[1], second[1]) == (second[0], third[0])
    assert midnight(third[1]) == month.end


## MonthSpan


def test_a_span_counts_and_lists_its_months_over_the_end_of_a_year():
    winter = span("2025-11--2026-02")
    assert len(winter) == 4
    assert [str(month) for month in winter] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert month("2025-12") in winter
    assert month("2026-03") not in winter
    assert (winter.start, winter.end) == (month("2025-11").start, month("2026-03").start)


def test_one_month_is_a_span_with_that_month_s_address():
    assert MonthSpan.of(month("2026-03")) == span("2026-03")
    assert span("2026-03").slug == "2026-03"
    assert span("2026-01--2026-05").slug == "2026-01--2026-05"


@pytest.mark.parametrize(
    "slug, nominative, short, sentence",
    [
        ("2026-03", "marzec 2026", "marzec 2026~r.", "w~marcu 2026~r."),
        ("2026-09", "wrzesień 2026", "wrzesień 2026~r.", "we~wrześniu 2026~r."),
        (
            "2026-01--2026-05",
            "styczeń–maj 2026",
            "styczeń–maj 2026~r.",
            "od stycznia do maja 2026~r.",
        ),
        (
            "2025-12--2026-01",
            "grudzień 2025 – styczeń 2026",
            "grudzień 2025~r. – styczeń 2026~r.",
            "od grudnia 2025~r. do stycznia 2026~r.",
        ),
        ("2026-01--2026-12", "rok 2026", "2026~r.", "w~2026~r."),
    ],
)
def test_a_span_is_named_as_people_would_say_it(slug, nominative, short, sentence):
    months = span(slug)
    named = (months.nominative, months.short, months.sentence)
    assert named == tuple(text.replace("~", NBSP) for text in (nominative, short, sentence))


@pytest.mark.parametrize(
    "slug, reason",
    [
        ("2026-05--2026-01", "Okres kończy się (styczeń 2026) przed początkiem (maj 2026)."),
        ("2024-01--2026-01", "Okres może mieć najwyżej 24 miesiące, a ten ma 25."),
        ("2026-01--2101-01", "Rok 2101 jest poza zakresem 2000–2100."),
        ("2026-01--2026-13", "Nie ma miesiąca 13: miesiące mają numery 1–12."),
        (
            "2026-01---2026-05",
            "Nie rozumiem miesiąca „-2026-05”. Napisz rok i miesiąc, np. 2026-03.",
        ),
    ],
)
def test_an_impossible_span_is_refused_in_words(slug, reason):
    with pytest.raises(ValueError) as refused:
        span(slug)
    assert str(refused.value) == reason


def test_twenty_four_months_are_not_too_many():
    assert len(span("2024-02--2026-01")) == 24


def test_a_neighbour_outside_the_site_s_years_makes_no_span():
    with pytest.raises(ValueError, match="1999"):
        MonthSpan.of(month("2000-01").previous())


@given(months, st.integers(0, 23))
def test_a_span_reads_its_own_address(first, further):
    last = first.shifted(further)
    if last.year <= 2100:
        months = MonthSpan(first, last)
        assert MonthSpan.parse(months.slug) == months
        assert list(months)[-1] == last
        assert len(list(months)) == len(months) == further + 1
