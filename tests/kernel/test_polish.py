import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.kernel.polish import (
    MONTHS,
    NBSP,
    NOUNS,
    WEEKDAYS,
    agree,
    arabic_ordinal,
    counted,
    duration,
    form,
    from_roman,
    number,
    ordinal,
    plural_category,
    roman,
)

CASES = json.loads(Path(__file__).with_name("pl_cases.json").read_text(encoding="utf-8"))
FEW = {2, 3, 4, 22, 23, 24, 32, 34, 42, 92, 94, 102, 103, 104, 122, 124, 202, 222, 1002, 1022, 1122}
MANY = {0, 5, 9, 10, 11, 12, 13, 14, 15, 19, 20, 21, 25, 30, 31, 91, 99, 100, 101, 105, 111, 112}
MORE_MANY = {113, 114, 115, 121, 212, 214, 1000, 1001, 1012, 1014, 1021, 1101, 1111, 1112, 10**6}


# Plurals


@pytest.mark.parametrize("n", sorted(FEW))
def test_two_three_and_four_take_the_few_form_but_not_in_the_teens(n):
    assert plural_category(n) == "few"


@pytest.mark.parametrize("n", sorted(MANY | MORE_MANY))
def test_all_other_numbers_take_the_many_form(n):
    assert plural_category(n) == "many"


def test_one_is_alone_among_the_first_1123_numbers():
    assert [n for n in range(1123) if plural_category(n) == "one"] == [1]


def test_few_up_to_1122_are_those_that_are_read_with_dwa_trzy_or_cztery():
    read_so = [n for n in range(1123) if str(n)[-1] in "234" and f"{n:02}"[-2] != "1"]

    assert [n for n in range(1123) if plural_category(n) == "few"] == read_so


@pytest.mark.parametrize("n", [0.5, 1.5, 2.5, 22.5, 100.1, Decimal("1.5"), Decimal("-0.5")])
def test_a_fraction_takes_the_genitive_singular(n):
    assert plural_category(n) == "other"


@pytest.mark.parametrize("n, category", [(1.0, "one"), (Decimal("2.00"), "few"), (5.0, "many")])
def test_a_whole_value_is_whole_however_it_is_stored(n, category):
    assert plural_category(n) == category


@pytest.mark.parametrize("n, category", [(-1, "one"), (-3, "few"), (-12, "many"), (-1.5, "other")])
def test_a_number_below_zero_inflects_like_its_opposite(n, category):
    assert plural_category(n) == category


def test_no_number_is_too_great_to_inflect():
    assert plural_category(10**40 + 2) == "few"


@pytest.mark.parametrize("row", CASES["plural_table"], ids=lambda row: str(row["n"]))
@pytest.mark.parametrize("noun", ["spotkanie", "organizacja", "osoba", "rok"])
def test_counts_read_as_in_the_table(row, noun):
    assert plural_category(row["n"]) == row["forma"]
    assert counted(row["n"], noun) == row[noun].replace(" ", NBSP)


@pytest.mark.parametrize("noun, forms", CASES["plural_noun_forms"].items())
def test_nouns_of_the_table_have_their_four_forms(noun, forms):
    assert [form(1, noun), form(2, noun), form(5, noun), form(1.5, noun)] == list(forms.values())


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_is_found_by_its_singular_and_has_a_gender(noun):
    assert form(1, noun) == noun
    assert NOUNS[noun].gender in ("f", "n", "m")


@pytest.mark.parametrize("noun", NOUNS)
def test_gender_agrees_with_the_ending_of_the_noun(noun):
    usual = {"a": "f", "e": "n", "ć": "f", "o": "n"}
    exceptions = {"odbiorca": "m", "gość": "m", "aktualność": "f", "odpowiedź": "f", "zdjęcie": "n"}

    assert NOUNS[noun].gender == exceptions.get(noun, usual.get(noun[-1], "m"))


@pytest.mark.parametrize(
    "n, noun, text",
    [
        (5, "notatka", "5 notatek"),
        (2, "aktualność", "2 aktualności"),
        (22, "podsumowanie", "22 podsumowania"),
        (5, "źródło", "5 źródeł"),
        (4, "cykl", "4 cykle"),
        (12, "próba", "12 prób"),
        (3, "gość", "3 goście"),
        (5, "pole", "5 pól"),
        (1.5, "spotkanie", "1,5 spotkania"),
        (Decimal("1.5"), "organizacja", "1,5 organizacji"),
        (1.5, "osoba", "1,5 osoby"),
        (1.5, "rok", "1,5 roku"),
        (12345, "osoba", "12 345 osób"),
    ],
)
def test_a_count_keeps_to_its_noun_on_one_line(n, noun, text):
    assert counted(n, noun) == text.replace(" ", NBSP)


def test_an_unknown_noun_is_an_error_not_a_guess():
    with pytest.raises(KeyError):
        counted(5, "pies")


@pytest.mark.parametrize("case", CASES["verb_agreement"], ids=lambda case: str(case["n"]))
def test_verbs_agree_with_the_count(case):
    verb = agree(case["n"], "wzięła", "wzięły", "wzięło")

    assert f"{counted(case['n'], 'organizacja')} {verb} udział".replace(NBSP, " ") == case["tekst"]


@pytest.mark.parametrize("case", CASES["adjective_agreement"], ids=lambda case: str(case["n"]))
def test_adjectives_agree_with_the_count(case):
    n = case["n"]
    adjective = agree(n, "nadchodzące", "nadchodzące", "nadchodzących")

    assert f"{n} {adjective} {form(n, 'spotkanie')}" == case["tekst"]


@pytest.mark.parametrize(
    "n, verb",
    [
        (0, "wzięło"),
        (12, "wzięło"),
        (22, "wzięły"),
        (101, "wzięło"),
        (104, "wzięły"),
        (1.5, "wzięło"),
    ],
)
def test_verbs_agree_past_twenty_and_a_hundred(n, verb):
    assert agree(n, "wzięła", "wzięły", "wzięło") == verb


# Numbers


@pytest.mark.parametrize(
    "n, text",
    [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (1234, "1234"),
        (9999, "9999"),
        (10000, "10 000"),
        (12345, "12 345"),
        (123456, "123 456"),
        (1000000, "1 000 000"),
        (1.5, "1,5"),
        (0.25, "0,25"),
        (2.0, "2"),
        (Decimal("1.50"), "1,5"),
        (Decimal("1E+3"), "1000"),
        (1234.5, "1234,5"),
        (12345.67, "12 345,67"),
        (-5, "−5"),
        (-12345, "−12 345"),
    ],
)
def test_numbers_have_a_comma_and_groups_from_five_digits(n, text):
    assert number(n) == text.replace(" ", NBSP)


@given(st.integers())
@example(10**28 + 1)
def test_a_written_number_is_still_that_number(n):
    assert int(number(n).replace(NBSP, "").replace("−", "-")) == n


@pytest.mark.parametrize("case", CASES["durations"], ids=lambda case: str(case["min"]))
def test_durations_read_as_in_the_table(case):
    assert duration(case["min"]) == case["tekst"].replace(" ", NBSP)


@pytest.mark.parametrize(
    "minutes, text",
    [
        (0, "0 minut"),
        (2, "2 minuty"),
        (15, "15 minut"),
        (22, "22 minuty"),
        (45, "45 minut"),
        (60, "1 godzina"),
        (61, "1 godzina 1 minuta"),
        (75, "1 godzina 15 minut"),
        (150, "2,5 godziny"),
        (165, "2 godziny 45 minut"),
        (180, "3 godziny"),
        (300, "5 godzin"),
        (690, "11,5 godziny"),
        (1440, "24 godziny"),
        (1500, "25 godzin"),
    ],
)
def test_durations_are_hours_halves_and_minutes(minutes, text):
    assert duration(minutes).replace(NBSP, " ") == text


def test_a_duration_breaks_between_hours_and_minutes_only():
    assert duration(75) == f"1{NBSP}godzina 15{NBSP}minut"


def test_a_duration_below_zero_is_refused():
    with pytest.raises(ValueError, match="ujemny"):
        duration(-1)


# Months and weekdays


@pytest.mark.parametrize("case", CASES["months"], ids=lambda case: str(case["nr"]))
def test_months_have_their_four_cases(case):
    month = MONTHS[case["nr"] - 1]

    assert month.nominative == case["mianownik"]
    assert month.genitive == case["dopelniacz"]
    assert month.locative == case["miejscownik_z_przyimkiem"]
    assert month.instrumental == case["narzednik"]


@pytest.mark.parametrize("case", CASES["weekdays"], ids=lambda case: str(case["iso"]))
def test_weekdays_have_their_forms_from_monday_on(case):
    day = WEEKDAYS[case["iso"] - 1]

    assert day.nominative == case["mianownik"]
    assert day.accusative == case["kiedy"]
    assert day.genitive == case["dopelniacz"]
    assert day.short == case["skrot"]


def test_there_are_twelve_months_and_seven_weekdays():
    assert (len(MONTHS), len(WEEKDAYS)) == (12, 7)


# Ordinals


@pytest.mark.parametrize("case", CASES["roman"], ids=lambda case: case["rzymska"])
def test_roman_numbers_are_written_and_read(case):
    assert roman(case["n"]) == case["rzymska"]
    assert from_roman(case["rzymska"]) == case["n"]


@pytest.mark.parametrize(
    "n, text",
    [(400, "CD"), (444, "CDXLIV"), (1999, "MCMXCIX"), (2026, "MMXXVI"), (3999, "MMMCMXCIX")],
)
def test_roman_numbers_go_on_past_a_hundred(n, text):
    assert roman(n) == text


@given(st.integers(min_value=1, max_value=3999))
def test_every_roman_number_reads_back(n):
    assert from_roman(roman(n)) == n


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_what_romans_could_not_write_is_refused(n):
    with pytest.raises(ValueError, match="od 1 do 3999"):
        roman(n)


@pytest.mark.parametrize(
    "text", ["", "IIII", "VV", "IC", "xii", "III.", " II", "Centrum", "MMMM", "IXI", "2"]
)
def test_what_is_not_a_roman_number_is_refused(text):
    with pytest.raises(ValueError, match="nie jest liczbą rzymską"):
        from_roman(text)


@pytest.mark.parametrize("n, word", CASES["ordinals_fem"].items())
def test_feminine_ordinals_read_as_in_the_table(n, word):
    assert ordinal(int(n)) == word


@pytest.mark.parametrize(
    "n, feminine, neuter, masculine",
    [
        (1, "pierwsza", "pierwsze", "pierwszy"),
        (2, "druga", "drugie", "drugi"),
        (3, "trzecia", "trzecie", "trzeci"),
        (6, "szósta", "szóste", "szósty"),
        (8, "ósma", "ósme", "ósmy"),
        (12, "dwunasta", "dwunaste", "dwunasty"),
        (15, "piętnasta", "piętnaste", "piętnasty"),
        (16, "szesnasta", "szesnaste", "szesnasty"),
        (19, "dziewiętnasta", "dziewiętnaste", "dziewiętnasty"),
        (20, "dwudziesta", "dwudzieste", "dwudziesty"),
        (22, "dwudziesta druga", "dwudzieste drugie", "dwudziesty drugi"),
        (28, "dwudziesta ósma", "dwudzieste ósme", "dwudziesty ósmy"),
        (33, "trzydziesta trzecia", "trzydzieste trzecie", "trzydziesty trzeci"),
        (40, "czterdziesta", "czterdzieste", "czterdziesty"),
        (51, "pięćdziesiąta pierwsza", "pięćdziesiąte pierwsze", "pięćdziesiąty pierwszy"),
        (64, "sześćdziesiąta czwarta", "sześćdziesiąte czwarte", "sześćdziesiąty czwarty"),
        (77, "siedemdziesiąta siódma", "siedemdziesiąte siódme", "siedemdziesiąty siódmy"),
        (80, "osiemdziesiąta", "osiemdziesiąte", "osiemdziesiąty"),
        (
            99,
            "dziewięćdziesiąta dziewiąta",
            "dziewięćdziesiąte dziewiąte",
            "dziewięćdziesiąty dziewiąty",
        ),
        (100, "setna", "setne", "setny"),
    ],
)
def test_ordinals_agree_in_gender(n, feminine, neuter, masculine):
    assert [ordinal(n, gender) for gender in "fnm"] == [feminine, neuter, masculine]


@pytest.mark.parametrize("gender, endings", [("f", "a"), ("n", "e"), ("m", "yi")])
def test_a_hundred_ordinals_differ_and_end_in_their_gender(gender, endings):
    words = [ordinal(n, gender) for n in range(1, 101)]

    assert len(set(words)) == 100
    assert all(part[-1] in endings for word in words for part in word.split())


@pytest.mark.parametrize("n", [0, 101, -3])
def test_ordinals_outside_a_hundred_are_refused(n):
    with pytest.raises(ValueError, match="od 1 do 100"):
        ordinal(n)


def test_editions_are_written_in_the_styles_of_the_sources():
    seventh, sixth, tax = (case["tekst"] for case in CASES["edition_styles"])

    assert f"{roman(7)} posiedzenie" == seventh
    assert f"{arabic_ordinal(6)} urodziny" == sixth
    assert f"{number(1.5)}% podatku" == tax


def test_the_gender_of_a_noun_chooses_its_ordinal():
    assert f"{ordinal(3, NOUNS['odsłona'].gender)} odsłona" == "trzecia odsłona"
    assert f"{ordinal(2, NOUNS['spotkanie'].gender)} spotkanie" == "drugie spotkanie"
    assert f"{ordinal(1, NOUNS['cykl'].gender)} cykl" == "pierwszy cykl"
