import itertools
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models.event import Outcome
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.figures import DEFINITIONS, figures_of
from reports.period import load_period
from tests.factories import (
    make_activity,
    make_event,
    make_held,
    make_note,
    make_user,
    make_venue,
)

MARCH = Month(2026, 3)
SPAN = MonthSpan(MARCH, Month(2026, 5))
MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def figures(span=SPAN, through=date(2026, 5, 15), at=MID_MAY):
    found = figures_of(load_period(span, through=through, at=at))
    return {figure.key: figure for figure in found}


def held_with(*counts, **fields):
    event = make_held(**fields)
    make_note(event, *counts)
    return event


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_sum_keeps_the_doubt_and_says_what_it_leaves_out():
    held_with(("exactly", 41, "people"))
    held_with(("exactly", 27, "people"))
    held_with(("nearly", 100, "people"))
    make_held()
    assert plain(figures()["osoby"].sentence) == (
        "około 170 osób, nie licząc 1 spotkania bez zapisanej liczby osób"
    )


def test_exact_counts_make_an_exact_sum():
    held_with(("exactly", 41, "people"))
    held_with(("exactly", 27, "people"))
    assert plain(figures()["osoby"].sentence) == "68 osób"


def test_the_order_of_meetings_never_changes_a_sum():
    counts = [("exactly", 41, "people"), ("nearly", 100, "people"), ("over", 12, "people")]
    sentences = set()
    for number, order in enumerate(itertools.permutations(counts)):
        month = Month(2024, number + 1)
        for count in order:
            held_with(count, month=month)
        one = MonthSpan(month, month)
        sentences.add(figures(one, month.last_day)["osoby"].sentence)
    assert [plain(text) for text in sentences] == ["około 150 osób"]


def test_people_and_organizations_are_never_added():
    held_with(("nearly", 100, "people"), ("about", 70, "organizations"))
    found = figures()
    assert plain(found["osoby"].text) == "blisko 100 osób"
    assert plain(found["organizacje-na-spotkaniach"].text) == "około 70 organizacji"


def test_the_unknown_is_no_zero():
    make_held()
    held_with(("dozens", None, "people"))
    people = figures()["osoby"]
    assert (people.text, people.value, people.missing) == ("brak danych", None, 2)
    assert (people.sentence, people.missing_text) == ("brak danych", "")


def test_nobody_came_is_a_number():
    held_with(("exactly", 0, "people"))
    people = figures()["osoby"]
    assert (plain(people.text), people.value, people.missing) == ("0 osób", 0, 0)


def test_a_draft_of_a_note_counts_nowhere():
    make_note(make_held(), ("exactly", 27, "people"), approved_at=None)
    found = figures()
    assert found["osoby"].text == "brak danych"
    assert plain(found["bez-notatki"].text) == "1 spotkanie"
    [source] = found["osoby"].sources
    assert source.remark == "Nie ma zatwierdzonej notatki."


def test_an_announcement_alone_proves_nothing():
    make_held()
    make_event(
        "Może było", when=When.in_month(MARCH), published_at=datetime(2026, 3, 1, tzinfo=UTC)
    )
    meetings = figures()["spotkania"]
    assert plain(meetings.sentence) == (
        "1 spotkanie, nie licząc 1, o którym nie wiemy, czy się odbyło"
    )
    assert [s.remark for s in meetings.sources if not s.counted] == [
        "Nikt jeszcze nie powiedział, czy się odbyło."
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at": None},
        {"published_at": datetime(2026, 6, 1, tzinfo=UTC)},
        {"month": Month(2026, 2)},
        {"when": When.on_day(date(2026, 5, 16))},
    ],
    ids=["draft", "scheduled", "before the period", "after the data's last day"],
)
def test_what_is_not_public_or_not_of_the_period_does_not_count(fields):
    make_held(**fields)
    assert figures()["spotkania"].value == 0


def test_a_figure_has_a_short_form_whose_noun_is_said_by_its_label():
    held_with(("nearly", 100, "people"), venue=make_venue(district=8))
    found = figures()
    assert [plain(found[key].short) for key in ("spotkania", "osoby", "dzielnice")] == [
        "1",
        "blisko 100",
        "1 z 18",
    ]
    assert found["organizacje-na-spotkaniach"].short == "brak danych"


@pytest.mark.parametrize("outcome", [Outcome.NOT_HELD, Outcome.CANCELLED, Outcome.POSTPONED])
def test_what_did_not_take_place_is_no_meeting_and_no_riddle(outcome):
    make_event(
        when=When.in_month(MARCH),
        published_at=datetime(2026, 3, 1, tzinfo=UTC),
        outcome=outcome,
        outcome_reason="choroba",
    )
    meetings = figures()["spotkania"]
    assert (meetings.value, meetings.missing) == (0, 0)


def test_a_withdrawn_meeting_does_not_count():
    make_held().withdraw(MID_MAY, "pomyłka")
    assert figures()["spotkania"].value == 0


def test_an_activity_about_a_meeting_is_not_counted_twice():
    meeting = make_held()
    make_activity("nasze spotkanie", event=meeting)
    make_activity("wizyta w Fundacji Hamlet")
    found = figures()
    assert plain(found["dzialania"].text) == "1 działanie"
    assert plain(found["spotkania"].text) == "1 spotkanie"


def test_a_campaign_counts_once_in_the_period_and_in_each_of_its_months():
    make_activity(when=When.in_months(MonthSpan(Month(2026, 1), Month(2026, 4))))
    april = MonthSpan.of(Month(2026, 4))
    assert figures()["dzialania"].value == 1
    assert figures(april, april.last.last_day)["dzialania"].value == 1


def test_districts_are_counted_once_and_the_unknown_ones_are_told():
    make_held(venue=make_venue(district=18))
    make_held(venue=make_venue(district=18))
    make_held(venue=make_venue("Sala", district=None, inside=make_venue("Pałac", district=1)))
    make_held(venue=make_venue(district=None))
    make_held(venue=make_venue(district=None, city="Warszawa"))
    assert plain(figures()["dzielnice"].sentence) == (
        "2 z 18 dzielnic, nie licząc 1 spotkania bez zapisanej dzielnicy"
    )


def test_sources_name_the_version_the_day_and_the_role_but_no_person():
    approver = make_user("publikacja", username="anna.nowak")
    event = make_held("Spotkanie w Kaffce")
    make_note(event, ("exactly", 27, "people"), by=approver, internal="tylko dla biura")
    [source] = figures()["osoby"].sources
    assert (source.title, source.version, source.approved_by) == (
        "Spotkanie w Kaffce",
        1,
        "publikacja",
    )
    assert source.approved_at == "2026-05-08T12:00+02:00"
    assert "anna" not in repr(source)
    assert "tylko dla biura" not in repr(source)


def test_every_figure_says_how_it_is_counted_in_one_sentence():
    for definition in DEFINITIONS:
        sentence = str(definition.sentence)
        assert sentence.startswith(("Liczymy", "Dodajemy"))
        assert sentence.count(".") == 1
        assert sentence.endswith(".")


def test_loading_a_period_costs_the_same_for_one_row_and_for_three():
    costs = []
    for month, rows in [(Month(2025, 1), 1), (Month(2025, 2), 3)]:
        for _ in range(rows):
            held_with(("exactly", 5, "people"), venue=make_venue(), month=month)
            make_activity(when=When.in_month(month))
        with CaptureQueriesContext(connection) as queries:
            figures(MonthSpan.of(month), month.last_day)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_an_example_event_is_in_no_figure():
    held_with(("exactly", 41, "people"))
    held_with(("exactly", 500, "people"), is_example=True)
    found = figures()
    assert plain(found["osoby"].sentence) == "41 osób"
    assert plain(found["spotkania"].sentence) == "1 spotkanie"
