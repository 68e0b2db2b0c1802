"""What a place's page says about getting in: checked answers, their age, and whose they are."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import NOW, make_venue
from venues.access import Source, is_stale, lines_of, sheet_of, short_words
from venues.models import AccessFact

pytestmark = pytest.mark.django_db


def say(venue, key, answer="yes", day=date(2026, 5, 1), note=""):
    checked = None if answer == "unknown" else day
    AccessFact.objects.create(venue=venue, key=key, answer=answer, checked_on=checked, note=note)


def lines(venue, at=NOW):
    return lines_of(venue, at)


def known(venue, at=NOW):
    return {(row.key, row.said, row.source) for row in lines(venue, at) if row.is_known}


def test_what_nobody_answered_is_unknown_and_never_yes():
    venue = make_venue()
    assert {row.said for row in lines(venue)} == {"nie wiemy"}
    assert {row.key for row in lines(venue)} == set(AccessFact.Key.values)
    assert short_words(lines(venue)) == []


def test_each_question_stands_once_from_the_street_inwards():
    venue = make_venue()
    for key in ("laptop", "loop", "toilet", "step_free"):
        say(venue, key)
    groups = [
        (group.title, [row.key for row in group.lines]) for group in sheet_of(lines(venue)).groups
    ]
    assert groups == [
        ("Dojście i wejście", ["step_free"]),
        ("W środku", ["toilet"]),
        ("Słuch i wzrok", ["loop"]),
        ("Zasady domu", ["laptop"]),
    ]
    assert len(lines(venue)) == len(AccessFact.Key)


def test_what_is_unknown_stands_apart_with_its_note():
    venue = make_venue()
    say(venue, "toilet")
    say(venue, "laptop", "unknown", note="zapytamy")
    unknown = {row.key: row.note for row in sheet_of(lines(venue)).unknown}
    assert "toilet" not in unknown
    assert unknown["laptop"] == "zapytamy"


# The building around it


def test_the_building_answers_for_itself_alone():
    palace = make_venue("Pałac Krzysztofory")
    say(palace, "step_free")
    say(palace, "loop", "unknown")
    cafe = make_venue("Pan Cogito", inside=palace)
    assert known(cafe) == {("step_free", "tak", Source.BUILDING)}
    assert "step_free" in {row.key for row in sheet_of(lines(cafe)).unknown}
    assert [group.title for group in sheet_of(lines(cafe)).groups] == [
        "Budynek: Pałac Krzysztofory"
    ]
    assert short_words(lines(cafe)) == []


def test_the_rules_of_the_building_are_not_those_of_the_cafe():
    palace = make_venue()
    say(palace, "no_purchase")
    assert known(make_venue(inside=palace)) == set()


def test_a_building_that_visitors_may_not_know_says_nothing():
    palace = make_venue(published_at=None)
    say(palace, "step_free")
    assert known(make_venue(inside=palace)) == set()


# How old an answer may be


@pytest.mark.parametrize(
    "checked, today, stale",
    [
        (date(2025, 5, 8), date(2026, 5, 8), False),
        (date(2025, 5, 7), date(2026, 5, 8), True),
        (date(2026, 5, 8), date(2026, 5, 8), False),
        (date(2027, 2, 28), date(2028, 2, 29), False),
        (date(2027, 2, 27), date(2028, 2, 29), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
    ],
)
def test_after_twelve_months_an_answer_may_be_out_of_date(checked, today, stale):
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    assert is_stale(checked, noon) is stale


def test_the_day_is_that_of_warsaw():
    late = datetime(2026, 5, 8, 22, 30, tzinfo=UTC)  # 9 May there
    assert is_stale(date(2025, 5, 8), late)


def test_what_was_never_checked_has_no_age():
    assert not is_stale(None, NOW)


def test_an_old_yes_is_still_told_but_no_longer_promised():
    venue = make_venue()
    say(venue, "step_free", day=date(2025, 1, 1))
    assert known(venue) == {("step_free", "tak", Source.VENUE)}
    assert short_words(lines(venue)) == []
