import json
import random
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.names import fold, slugify, sort_key
from portal.kernel.polish import NBSP
from portal.kernel.typography import typeset

CASES = json.loads(Path(__file__).with_name("pl_cases.json").read_text(encoding="utf-8"))
ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
LETTERS = ALPHABET + ALPHABET.upper()


# Search


# „trzecie miejsce” is another name of „3miejsce”; names are found by their aliases.
@pytest.mark.parametrize(
    "query, name",
    [
        (case["zapytanie"], case["trafia"])
        for case in CASES["search_must_find"]
        if case["zapytanie"] != "trzecie miejsce"
    ],
)
def test_names_are_found_without_diacritics(query, name):
    assert fold(query) in fold(name)


@pytest.mark.parametrize(
    "text, folded",
    [
        ("ŁAWKA", "lawka"),
        ("ławka dialogu", "lawka dialogu"),
        ("Zażółć gęślą jaźń", "zazolc gesla jazn"),
        ("ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc gesla jazn"),
        ("„Zakręcony Pan Cogito”", "zakrecony pan cogito"),
        ('"Zakręcony" «Pan» ‚Cogito’', "zakrecony pan cogito"),
        (f"w{NBSP}Krakowie", "w krakowie"),
        ("  Ławka \n\t dialogu ", "lawka dialogu"),
        ("Bieżanów–Prokocim", "biezanow-prokocim"),
        ("O’Neil", "oneil"),
        ("Café Müller", "cafe muller"),
        ("Straße", "strasse"),
        ("Zustrič Đorđević", "zustric dordevic"),
        ("Фундація", "фундація"),
        ("", ""),
    ],
)
def test_folding_leaves_what_a_hurried_person_types(text, folded):
    assert fold(text) == folded


def test_a_letter_typed_in_two_code_points_is_the_same_letter():
    assert fold("z\u0307aba") == fold("żaba") == "zaba"


def test_typography_never_hides_a_name():
    title = 'Spotkanie w "3miejscu" - ul. Zabłocie 5, 2026 r.'

    assert fold(typeset(title)) == fold(title)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=LETTERS + " „”-"))
def test_folded_polish_is_plain_ascii_in_any_case(text):
    assert fold(text).isascii()
    assert fold(text.upper()) == fold(text)


# Order


def shuffled(names):
    return random.Random(7).sample(names, len(names))


@pytest.mark.parametrize("case", CASES["collation"], ids=lambda case: case["oczekiwane"][0])
def test_lists_of_the_table_come_in_polish_order(case):
    assert sorted(case["wejscie"], key=sort_key) == case["oczekiwane"]


@pytest.mark.parametrize(
    "names",
    [
        list(ALPHABET),
        list(ALPHABET.upper()),
        ["Laska", "Lawa", "Lód", "Luty", "Ławka", "Łazienka", "Łódź", "Mapa"],
        ["Sala", "Sąd", "Szkoła", "Ściana", "Śląsk", "Świat", "Taras"],
        ["Lwów", "Łagiewniki", "„Łagiewniki” – dom", "Łobzów", "Mistrzejowice", "Zabłocie"],
        ["Grzegórzki", "Krowodrza", "Łagiewniki-Borek Fałęcki", "Nowa Huta", "Swoszowice"],
        ["1. edycja", "2. edycja", "9. edycja", "10. edycja", "11. edycja", "100. edycja"],
        ["Dom 2", "Dom 02 b", "Dom 10", "Domek", "Dom kultury"],
        ["3miejsce", "30-lecie", "100-lecie", "Ambasada"],
        ["C 2", "C 10", "Cafe"],
        ["Kaffka", "Kąt", "Kępa", "Klub", "Kłos"],
        ["Noc", "Nów", "Ńa"],
        ["Zebra", "Źrebię", "Żaba", "Фундація"],
    ],
    ids=lambda names: names[0],
)
def test_names_come_in_polish_order(names):
    assert sorted(shuffled(names), key=sort_key) == names


@pytest.mark.parametrize(
    "one, other",
    [
        ("„Łagiewniki”", "Łagiewniki"),
        ("ŁAWKA dialogu", "ławka Dialogu"),
        ("C-10", "C 10"),
        ("– Ławka", "Ławka"),
        ("007", "7"),
        (f"w{NBSP}Krakowie", "w Krakowie"),
        ("z\u0307aba", "żaba"),
        ("Café", "Cafe"),
    ],
)
def test_case_quotes_and_spaces_do_not_count_in_order(one, other):
    assert sort_key(one) == sort_key(other)


def test_twenty_and_twenty_two_are_not_two_thousand():
    assert sort_key("Zabłocie 20 22") < sort_key("Zabłocie 21")


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_numbers_in_names_compare_as_numbers(one, other):
    assert (sort_key(f"Dom {one}") < sort_key(f"Dom {other}")) == (one < other)


@given(st.text(alphabet=ALPHABET, max_size=12), st.text(alphabet=ALPHABET, max_size=12))
def test_words_compare_letter_by_letter_in_the_alphabet(one, other):
    places = [[ALPHABET.index(letter) for letter in word] for word in (one, other)]

    assert (sort_key(one) < sort_key(other)) == (places[0] < places[1])


@given(st.text())
def test_a_key_holds_only_what_all_databases_order_alike(text):
    assert set(sort_key(text)) <= set(string.ascii_lowercase + string.digits)
    assert len(sort_key(text)) <= 255


def test_a_very_long_name_or_number_still_has_a_key():
    assert len(sort_key("Ławka " * 200)) == 255
    assert len(sort_key("9" * 5000)) <= 255


# Addresses


@pytest.mark.parametrize("case", CASES["slugs"], ids=lambda case: case["slug"])
def test_slugs_read_as_in_the_table(case):
    assert slugify(case["tekst"]) == case["slug"]


@pytest.mark.parametrize(
    "text, slug",
    [
        ("Ławka dialogu dla NGO", "lawka-dialogu-dla-ngo"),
        ("„Spotkajmy się w 3miejscu” – nowy cykl", "spotkajmy-sie-w-3miejscu-nowy-cykl"),
        ("  Wspólnie   do celu II ", "wspolnie-do-celu-ii"),
        ("Śródmieście / Żabiniec & Źródło", "srodmiescie-zabiniec-zrodlo"),
        ("ĄĆĘŁŃÓŚŹŻ", "acelnoszz"),
        ("O’Neil", "oneil"),
        ("10-lecie", "10-lecie"),
        (f"w{NBSP}Krakowie", "w-krakowie"),
    ],
)
def test_slugs_transliterate_what_django_drops(text, slug):
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["", "2026", "13.05", "„…”", "---", "Фундація", "1 2 3"])
def test_a_slug_without_a_letter_is_empty(text):
    assert slugify(text) == ""


def test_a_long_slug_ends_with_a_whole_word():
    title = (
        "Spotkajmy się w 3miejscu - nowy cykl otwartych spotkań "
        "dla krakowskich organizacji i mieszkańców"
    )

    assert slugify(title) == (
        "spotkajmy-sie-w-3miejscu-nowy-cykl-otwartych-spotkan-dla-krakowskich-organizacji"
    )


def test_a_slug_of_eighty_characters_is_whole_and_one_long_word_is_cut():
    assert slugify("a" * 39 + " " + "b" * 40) == "a" * 39 + "-" + "b" * 40
    assert slugify("a" * 39 + " " + "b" * 41) == "a" * 39
    assert slugify("ł" * 90) == "l" * 80


def test_a_slug_that_loses_its_only_word_is_empty():
    assert slugify("1 " * 60 + "rok") == ""


@given(st.text())
def test_a_slug_is_a_slug_already(text):
    slug = slugify(text)

    assert slugify(slug) == slug
    assert len(slug) <= 80
    assert slug == "" or any(char in string.ascii_lowercase for char in slug)
    assert not slug.startswith("-")
    assert not slug.endswith("-")
