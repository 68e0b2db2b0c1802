"""Beside its number the name of a figure takes the form that Polish gives it."""

import pytest

from reports.figures import DEFINITIONS, beside, lacking


def frozen(key, value, short=None, **fields):
    words = {"label": "nazwa jak w dniu publikacji", "missing": 0, "missing_text": ""}
    return {"key": key, "value": value, "short": short or str(value), **words, **fields}


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("spotkania", 0, "naszych spotkań, które się odbyły"),
        ("spotkania", 1, "nasze spotkanie, które się odbyło"),
        ("spotkania", 3, "nasze spotkania, które się odbyły"),
        ("spotkania", 12, "naszych spotkań, które się odbyły"),
        ("dzialania", 1, "działanie poza własnymi spotkaniami"),
        ("dzialania", 22, "działania poza własnymi spotkaniami"),
        ("dzialania", 55, "działań poza własnymi spotkaniami"),
        ("osoby", 41, "osób – łączna frekwencja; jedna mogła przyjść kilka razy"),
        ("organizacje-spotkane", 1, "organizacja na spotkaniach i w działaniach"),
    ],
)
def test_the_noun_agrees_with_its_number(key, value, words):
    assert beside(frozen(key, value)) == words


@pytest.mark.parametrize(
    ("short", "value", "first"),
    [
        ("co\xa0najmniej\xa029", 29, "różnych organizacji"),
        ("co\xa0najmniej\xa02", 2, "różne organizacje"),
        ("około\xa02", 2, "różnych organizacji"),
    ],
)
def test_a_preposition_before_the_number_governs_the_noun(short, value, first):
    assert beside(frozen("organizacje-spotkane", value, short)).startswith(f"{first} na")


@pytest.mark.parametrize(("short", "first"), [("blisko\xa022", "osoby"), ("około\xa022", "osób")])
def test_only_some_words_before_the_number_are_prepositions(short, first):
    assert beside(frozen("osoby", 22, short)).startswith(f"{first} –")


@pytest.mark.parametrize(
    "figure",
    [
        frozen("spotkania", None, "brak danych"),
        frozen("dzielnice", 5, "5 z\xa018"),
        frozen("liczba-ktorej-juz-nie-ma", 7),
        {"key": "osoby", "value": 100, "label": "nazwa jak w dniu publikacji"},
    ],
)
def test_where_no_bare_number_comes_first_the_frozen_name_stands(figure):
    assert beside(figure) == "nazwa jak w dniu publikacji"


def test_the_forms_of_a_figure_begin_with_what_it_counts():
    nouns = {"osoby": "osob", "spotkania": "nasze", "dzialania": "działani", "miejsca": "miejsc"}
    known = {row.key: row.after for row in DEFINITIONS if row.after}
    assert nouns.keys() <= known.keys()
    assert all(known[key].one.startswith(stem) for key, stem in nouns.items())


def test_what_is_left_out_is_a_sentence_of_its_own():
    missing = "nie licząc 2\xa0spotkań bez listy organizacji"
    assert lacking(frozen("osoby", 3, missing=2, missing_text=missing)) == (
        "Nie wliczono 2\xa0spotkań bez listy organizacji."
    )
    assert lacking(frozen("osoby", None, missing=2)) == "Nie wliczono 2\xa0spotkań."
    assert lacking(frozen("osoby", 3)) == ""
