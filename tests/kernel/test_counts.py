import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.counts import Qualifier, Quantity, Unit, as_sentence, left_out, total
from portal.kernel.polish import NBSP

CASES = json.loads((Path(__file__).parent / "pl_cases.json").read_text())["approximations"]
P, ORGS = Unit.PEOPLE, Unit.ORGANIZATIONS


def people(value, qualifier=Qualifier.EXACTLY):
    return Quantity(qualifier, value, P)


def plain(text):
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("qualifier", "value", "unit", "text"),
    [
        ("nearly", 100, P, "blisko 100 osób"),
        ("about", 70, ORGS, "około 70 organizacji"),
        ("nearly", 22, P, "blisko 22 osoby"),
        ("about", 22, P, "około 22 osób"),
        ("about", 1, P, "około 1 osoby"),
        ("up_to", 3, P, "do 3 osób"),
        ("over", 22, P, "ponad 22 osoby"),
        ("at_least", 3, ORGS, "co najmniej 3 organizacje"),
        ("exactly", 0, P, "0 osób"),
        ("exactly", 12345, P, "12 345 osób"),
        ("a_few", None, P, "kilka osób"),
        ("dozens", None, ORGS, "kilkadziesiąt organizacji"),
    ],
)
def test_a_count_reads_as_the_office_writes_it(qualifier, value, unit, text):
    assert plain(Quantity(Qualifier(qualifier), value, unit).text) == text


def test_the_shared_cases_come_out():
    known = {str(q.label): q for q in Qualifier}
    units = {"osoba": P, "organizacja": ORGS}
    checked = 0
    for case in CASES:
        if case["kwalifikator"] in known and case["rzeczownik"] in units:
            quantity = Quantity(known[case["kwalifikator"]], case["n"], units[case["rzeczownik"]])
            assert plain(quantity.text) == plain(case["tekst"])
            checked += 1
    assert checked >= 4


@pytest.mark.parametrize(
    ("qualifier", "value"),
    [("exactly", None), ("dozens", 30), ("exactly", -1), ("about", 0)],
)
def test_a_count_that_contradicts_itself_is_refused(qualifier, value):
    with pytest.raises(ValueError, match=r"[Ll]iczb|Zero"):
        Quantity(Qualifier(qualifier), value, P)


def test_the_sum_of_the_specification():
    parts = [people(41), people(27), people(100, Qualifier.NEARLY)]
    assert plain(total(parts, P).text) == "około 170 osób"


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([people(41), people(27)], "68 osób"),
        ([people(100, Qualifier.NEARLY)], "blisko 100 osób"),
        ([people(7), people(8, Qualifier.ABOUT)], "około 15 osób"),
        ([people(12), people(13, Qualifier.ABOUT)], "około 30 osób"),
        ([people(12), people(12, Qualifier.ABOUT)], "około 20 osób"),
        ([people(1000), people(149, Qualifier.ABOUT)], "około 1100 osób"),
        ([people(1000), people(50, Qualifier.ABOUT)], "około 1100 osób"),
        ([people(41), people(50, Qualifier.OVER)], "co najmniej 91 osób"),
        ([people(50, Qualifier.OVER), people(9, Qualifier.AT_LEAST)], "co najmniej 59 osób"),
        ([people(50, Qualifier.OVER), people(9, Qualifier.ABOUT)], "około 60 osób"),
        ([people(50, Qualifier.UP_TO), people(9)], "około 60 osób"),
    ],
)
def test_sums_keep_the_worst_doubt(parts, text):
    assert plain(total(parts, P).text) == text


def test_unknown_is_left_out_and_counted_never_zero():
    answer = total([None, people(5), Quantity(Qualifier.DOZENS, None, P)], P)
    assert (plain(answer.text), answer.parts, answer.missing) == ("5 osób", 1, 2)
    nothing = total([None, None], P)
    assert (nothing.text, nothing.quantity, nothing.missing) == ("brak danych", None, 2)


def test_a_known_zero_stays_a_zero():
    assert plain(total([people(0), None], P).text) == "0 osób"


def test_people_and_organizations_never_mix():
    with pytest.raises(ValueError, match="Osób nie dodaje się"):
        total([people(3), Quantity(Qualifier.EXACTLY, 3, ORGS)], P)


quantities = st.one_of(
    st.none(),
    st.sampled_from([Qualifier.A_FEW, Qualifier.DOZENS]).map(lambda q: Quantity(q, None, P)),
    st.tuples(
        st.sampled_from([q for q in Qualifier if q not in {Qualifier.A_FEW, Qualifier.DOZENS}]),
        st.integers(1, 5000),
    ).map(lambda pair: Quantity(pair[0], pair[1], P)),
)


@given(st.lists(quantities, max_size=8), st.randoms())
def test_no_order_changes_a_sum(parts, random):
    shuffled = parts[:]
    random.shuffle(shuffled)
    assert total(shuffled, P) == total(parts, P)


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=8))
def test_exact_stays_exact(values):
    answer = total([people(value) for value in values], P)
    assert answer.quantity == people(sum(values))


@given(st.lists(quantities, max_size=8))
def test_known_and_missing_are_all_there_is(parts):
    answer = total(parts, P)
    assert answer.parts + answer.missing == len(parts)
    assert (answer.quantity is None) == (answer.parts == 0)


@pytest.mark.parametrize(
    ("meetings", "text"),
    [
        (0, ""),
        (1, "nie licząc 1 spotkania"),
        (2, "nie licząc 2 spotkań"),
        (22, "nie licząc 22 spotkań"),
    ],
)
def test_what_a_sum_leaves_out_is_said_in_words_that_read_alone(meetings, text):
    assert plain(left_out(meetings)) == text


def test_a_sum_says_itself_and_what_it_leaves_out():
    assert plain(total([people(41), None], P).sentence) == (
        "41 osób, nie licząc 1 spotkania bez zapisanej liczby osób"
    )
    assert plain(total([Quantity(Qualifier.EXACTLY, 7, ORGS), None, None], ORGS).sentence) == (
        "7 organizacji, nie licząc 2 spotkań bez zapisanej liczby organizacji"
    )
    assert plain(total([people(41)], P).sentence) == "41 osób"


def test_of_nothing_nothing_is_left_out():
    answer = total([None, None], P)
    assert (answer.sentence, answer.missing_text, answer.missing) == ("brak danych", "", 2)


def test_what_is_left_out_reads_as_a_sentence_too():
    assert plain(as_sentence(left_out(2, "bez listy"))) == "Nie wliczono 2 spotkań bez listy."
    assert as_sentence("zapisy dopiero się zaczynają") == "Zapisy dopiero się zaczynają."
    assert as_sentence("") == ""


@given(st.lists(quantities, max_size=8), st.integers(0, 3))
def test_more_of_the_unknown_changes_no_sum_only_what_it_leaves_out(parts, more):
    fuller, bare = total([*parts, *[None] * more], P), total(parts, P)
    assert (fuller.quantity, fuller.missing) == (bare.quantity, bare.missing + more)


@given(st.lists(quantities, min_size=1, max_size=8))
def test_a_sum_is_zero_only_where_somebody_said_so(parts):
    answer = total(parts, P)
    said = [part for part in parts if part and part.value is not None]
    zero = answer.quantity is not None and answer.quantity.value == 0
    assert zero == (bool(said) and all(part.value == 0 for part in said))
