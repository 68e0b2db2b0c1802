"""Months of every sort, in spans of every length: no two neighbours begin alike."""

import itertools
from datetime import date

import pytest

from events.models import Event, Series
from portal.kernel.months import Month, MonthSpan
from portal.kernel.typography import typeset
from portal.kernel.when import When
from reports import prose
from reports.models import Activity, ReportLine
from reports.period import Meeting, PeriodFacts
from reports.prose.openings import PHRASINGS

JANUARY = Month(2026, 1)
Part = ReportLine.Part


def plain(text):
    return text.replace("\u00a0", " ")


def meeting(month, edition=None, series=None, title="Spotkanie"):
    event = Event(title=title, series=series, edition=edition, place_name="Kaffka")
    event.when = When.in_month(month)
    return Meeting(event, None)


def activity(month, kind="visit", title="wizyta", **fields):
    row = Activity(title=title, kind=kind, **fields)
    row.when = When.in_month(month)
    return row


def standing(span):
    row = Activity(title="akcja 1,5%", kind="campaign")
    row.when = When.in_months(span)
    return row


def facts(span, meetings=(), activities=(), through=None):
    return PeriodFacts(span, through or span.last.last_day, tuple(meetings), (), tuple(activities))


def openings(found):
    months = prose.months_of(found)
    before = (None, *months)
    return [plain(prose.opening(*pair)) for pair in zip(months, before, strict=False)]


def shape(text, month):
    """The sentence as it would stand for any month."""
    name = month.name
    forms = (name.genitive, name.nominative, name.locative.split()[-1])
    for word in sorted({*forms, *map(prose.capital, forms)}, key=len, reverse=True):
        text = text.replace(word, "M")
    return text.replace("We M", "W M").replace("we M", "w M")


def span_of(months, first=JANUARY):
    return MonthSpan(first, first.shifted(months - 1))


SORTS = {
    "nothing": lambda _month: ((), ()),
    "activities": lambda month: ((), (activity(month), activity(month))),
    "meetings": lambda month: ((meeting(month),), ()),
    "both": lambda month: ((meeting(month), meeting(month)), (activity(month),)),
}


@pytest.mark.parametrize("months", [1, 2, 12, 24])
@pytest.mark.parametrize("sort", [*SORTS, "standing", "by turns"])
def test_no_two_months_in_a_row_begin_alike(months, sort):
    span = span_of(months)
    rows = [[], []]
    for place, month in enumerate(span):
        names = [*SORTS] if sort == "by turns" else [sort]
        for store, found in zip(
            rows, SORTS.get(names[place % len(names)], SORTS["nothing"])(month), strict=True
        ):
            store.extend(found)
    if sort == "standing":
        rows[1].append(standing(MonthSpan(JANUARY.shifted(-1), JANUARY)))
    said = [
        shape(text, month) for text, month in zip(openings(facts(span, *rows)), span, strict=True)
    ]
    starts = [prose.beginning_of(text) for text in said]
    assert all(text.endswith(".") for text in said)
    assert all(one != other for one, other in itertools.pairwise(starts))


@pytest.mark.parametrize("sort", SORTS)
def test_a_phrasing_comes_back_only_after_all_others(sort):
    span = span_of(24)
    rows = [SORTS[sort](month) for month in span]
    found = facts(
        span, *[list(itertools.chain.from_iterable(part)) for part in zip(*rows, strict=True)]
    )
    said = [shape(text, month) for text, month in zip(openings(found), span, strict=True)]
    for place in range(len(said) - PHRASINGS):
        assert len(set(said[place : place + PHRASINGS])) == PHRASINGS


def test_a_month_keeps_its_words_however_long_the_report_is():
    march = Month(2026, 3)
    rows = [activity(march)]
    long, short = (
        openings(facts(MonthSpan(first, last), activities=rows))[march.number - first.number]
        for first, last in [(JANUARY, Month(2026, 5)), (march, Month(2026, 4))]
    )
    assert long == short


@pytest.mark.parametrize(
    "meetings, activities, words",
    [
        (1, 0, "Bilans marca to jedno nasze spotkanie."),
        (0, 1, "Bilans marca to jedno działanie."),
        (2, 5, "Bilans marca to dwa nasze spotkania i pięć innych działań."),
        (5, 22, "Bilans marca to pięć naszych spotkań i 22 inne działania."),
        (12, 1, "Bilans marca to 12 naszych spotkań i jedno inne działanie."),
    ],
)
def test_numbers_are_declined(meetings, activities, words):
    march = Month(2026, 3)
    rows = [meeting(march)] * meetings, [activity(march, kind="other")] * activities
    assert openings(facts(MonthSpan(march, march.next()), *rows))[0] == words


@pytest.mark.parametrize(
    "month, verb", [(Month(2026, 1), "znalazło"), (Month(2026, 5), "przypadło")]
)
def test_verbs_agree_with_the_first_number(month, verb):
    span = MonthSpan(month, month.next())
    endings = {1: verb, 2: verb[:-1] + "y", 5: verb}
    for number, form in endings.items():
        said = openings(facts(span, activities=[activity(month)] * number))[0]
        assert f" {form} " in said


def test_september_takes_its_own_preposition():
    month = Month(2026, 9)
    months = [Month(2026 + year, 9) for year in range(3)]
    said = [openings(facts(MonthSpan.of(month)))[0] for month in months]
    assert not any("W wrześniu" in text or "w wrześniu" in text for text in said)
    assert prose.list_intro(month, Part.ACTIVITY, 2, 0)


def test_a_month_of_a_lasting_activity_alone_says_so_and_is_not_empty():
    span = span_of(3)
    said = openings(facts(span, activities=[standing(MonthSpan(JANUARY, Month(2026, 2)))]))
    assert "działania" in said[0]
    assert "kilka miesięcy" in said[0]
    assert "dłużej niż miesiąc" in said[1]
    assert "nie ma w nim" in said[2]


def test_a_cycle_is_introduced_where_its_first_edition_is():
    cycle = Series(name="Herbata u sąsiada", lead="Rozmowy przy stole")
    bench = Series(name="Ławka", numbering=Series.Numbering.NONE)
    rows = [meeting(JANUARY, 1, cycle), meeting(JANUARY, None, bench)]
    rows.append(meeting(Month(2026, 2), 2, cycle))
    first, second = openings(facts(span_of(2), rows))
    assert "cykl „Herbata u sąsiada”. Rozmowy przy stole." in first.replace("cykl:", "cykl")
    assert "Ławka" not in first
    assert "cykl" not in second


def test_cycles_that_begin_together_are_introduced_in_different_words():
    cycles = [Series(name=name) for name in ("A", "B", "C")]
    said = openings(facts(span_of(1), [meeting(JANUARY, 1, cycle) for cycle in cycles]))[0]
    introduced = [part.split("„")[0] for part in said.split(". ")]
    assert len(set(introduced)) == 3


def test_what_there_was_most_of_is_said_and_not_twice_in_a_row():
    span = span_of(3)
    rows = [activity(month) for month in span for _ in range(3)]
    said = openings(facts(span, activities=rows))
    assert ["wizyt" in text for text in said] == [True, False, False]


@pytest.mark.parametrize(
    "kinds, words",
    [
        (["visit"] * 2, ""),
        (["visit"] * 3 + ["opening"] * 3, "wizyty w organizacjach oraz otwarcia"),
        (["visit"] * 3 + ["opening"] * 3 + ["festival"] * 3, ""),
        (["other"] * 9, ""),
        (["other"] * 9 + ["sitting"] * 3, "posiedzenia"),
    ],
)
def test_a_draw_of_three_or_a_handful_is_not_most(kinds, words):
    rows = [activity(JANUARY, kind=kind) for kind in kinds]
    said = openings(facts(span_of(2), activities=rows))[0]
    assert words in said
    assert ("najczęstsze" in said) == bool(words)


def test_what_was_outside_krakow_is_said():
    rows = [activity(JANUARY, place="Warszawa", outside_krakow=True)]
    assert "(Warszawa)" in openings(facts(span_of(1), activities=rows))[0]
    rows.append(activity(JANUARY, place="Łódź", outside_krakow=True))
    said = openings(facts(span_of(1), activities=rows))[0]
    assert "dwa działania (Warszawa i Łódź)" in said


def test_a_month_that_is_not_over_says_until_when():
    found = facts(span_of(2), [meeting(JANUARY)], through=date(2026, 1, 15))
    first, second = openings(found)
    assert first.endswith("To stan na 15 stycznia.")
    assert "stan na" not in second
    whole = facts(span_of(1), [meeting(JANUARY)], through=JANUARY.last_day)
    assert "stan na" not in openings(whole)[0]


@pytest.mark.parametrize("part", Part)
def test_among_others_is_said_only_when_something_is_left_out(part):
    for month in span_of(4):
        for lines in (1, 2):
            assert "m.in." in prose.list_intro(month, part, lines, 1)
            assert "m.in." not in prose.list_intro(month, part, lines, 0)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("lines, omitted", [(1, 0), (3, 0), (1, 1), (3, 2)])
def test_lists_of_neighbouring_months_are_introduced_in_different_words(part, lines, omitted):
    said = [prose.list_intro(month, part, lines, omitted) for month in span_of(13)]
    assert all(one != other for one, other in itertools.pairwise(said))


def test_an_introduction_is_typeset_already():
    for month in span_of(12):
        said = prose.list_intro(month, Part.ACTIVITY, 3, 1)
        assert typeset(said) == said
