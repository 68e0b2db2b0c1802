"""Counts of people and organizations, as texts write them: digits, words, and how sure they are."""

import pytest

from events.checks.numbers import numbers


@pytest.mark.parametrize(
    "text, value, unit, qualifier",
    [
        ("blisko 70 organizacji", 70, "organizations", "nearly"),
        ("Niemal sto osób", 100, "people", "nearly"),
        ("około siedemdziesięciu krakowskich organizacji", 70, "organizations", "about"),
        ("mniej więcej 20 gości", 20, "people", "about"),
        ("stu dwudziestu pięciu uczestników", 125, "people", "exactly"),
        ("ponad 1 200 osób", 1200, "people", "over"),
        ("12\u00a0345 osób", 12345, "people", "exactly"),
        ("co najmniej 8 organizacji", 8, "organizations", "at_least"),
    ],
)
def test_a_count_is_read_with_how_sure_it_is(text, value, unit, qualifier):
    (found,) = numbers(text)
    assert (found.value, found.unit, found.qualifier) == (value, unit, qualifier)


@pytest.mark.parametrize("text", ["w mieście osób", "dwie organizacje na scenie", "prostu osób"])
def test_what_only_looks_like_a_count_is_none(text):
    assert list(numbers(text)) == []
