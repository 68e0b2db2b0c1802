"""Names of organizations as people write them down, and the rows of a note that come of them."""

import pytest

from events.presences import DROP, MOST, NEW, Registry, names_in, open_names, settled
from organizations.models import Alias
from tests.factories import make_organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def known():
    """{name: number}"""
    names = ("Fundacja Żółw", "Stowarzyszenie „Zosia, Kasia i my”", "Klub Seniora Ławka")
    found = {name: make_organization(name).pk for name in names}
    Alias.objects.create(organization_id=found["Klub Seniora Ławka"], name="KSŁ")
    return found


def typed(text, **more):
    return {
        "names": [text],
        "presences-TOTAL_FORMS": ["0"],
        "presences-INITIAL_FORMS": ["0"],
        **{name.replace("__", "-"): [str(value)] for name, value in more.items()},
    }


def rows(data):
    """[(number of the organization, name of a new one)]"""
    found = range(int(data["presences-TOTAL_FORMS"][0]))
    return [
        (data[f"presences-{row}-organization"][0], data[f"presences-{row}-new_name"][0])
        for row in found
    ]


def asked(data):
    return [name for _number, name in open_names(data)]


@pytest.mark.parametrize(
    "text",
    ["Fundacja Żółw", "FUNDACJA ŻÓŁW", "fundacja zolw", "„Fundacja  Żółw”", "- Fundacja Żółw"],
)
def test_a_known_name_is_taken_at_once_however_it_is_typed(known, text):
    data = settled(typed(text), Registry())
    assert rows(data) == [(str(known["Fundacja Żółw"]), "")]
    assert asked(data) == []
    assert data["names"] == [""]


def test_another_name_stands_for_its_organization(known):
    assert rows(settled(typed("KSŁ"), Registry())) == [(str(known["Klub Seniora Ławka"]), "")]


@pytest.mark.parametrize("text", ["Fundacji Żółw", "Fundację Żółw", "fundacji zolw", "Żółw"])
def test_an_inflected_or_misspelt_name_is_asked_about_and_never_guessed(known, text):
    registry = Registry()
    data = settled(typed(text), registry)
    assert rows(data) == []
    assert asked(data) == [text]
    assert [row.name for row in registry.asked(text).candidates] == ["Fundacja Żółw"]


def test_an_unknown_name_offers_nothing_known(known):
    found = Registry().asked("Towarzystwo Przyjaciół Mostów")
    assert found.candidates == ()
    assert found.question.startswith("Nie znamy")
    assert not found.is_person


def test_a_name_of_a_person_is_told_as_such(known):
    assert Registry().asked("Anna Kowalska").is_person


def test_a_list_is_read_line_by_line_and_by_commas(known):
    text = "1. Fundacja Żółw\n• KSŁ, Nowa Grupa; Inna Grupa\n\n- fundacja zolw\n"
    assert names_in(text, Registry()) == ["Fundacja Żółw", "KSŁ", "Nowa Grupa", "Inna Grupa"]


def test_a_name_that_holds_a_comma_is_one_name(known):
    data = settled(typed("Stowarzyszenie „Zosia, Kasia i my”"), Registry())
    assert rows(data) == [(str(known["Stowarzyszenie „Zosia, Kasia i my”"]), "")]


def test_what_was_decided_becomes_rows_and_the_rest_is_asked_again(known):
    turtle = known["Fundacja Żółw"]
    data = typed(
        "",
        **{
            "asked-0-name": "Fundacji Żółw",
            "asked-0-choice": turtle,
            "asked-1-name": "Nowa Grupa",
            "asked-1-choice": NEW,
            "asked-2-name": "Jakaś",
            "asked-2-choice": DROP,
            "asked-3-name": "Nie wiem",
        },
    )
    found = settled(data, Registry())
    assert rows(found) == [(str(turtle), ""), ("", "Nowa Grupa")]
    assert asked(found) == ["Nie wiem"]


def test_nobody_is_listed_twice(known):
    first = settled(typed("Fundacja Żółw\nfundacja zolw"), Registry())
    again = settled({**first, "names": ["FUNDACJA ŻÓŁW"]}, Registry())
    assert rows(again) == [(str(known["Fundacja Żółw"]), "")]


def test_what_was_ticked_to_go_stays_when_it_is_named_again(known):
    first = settled(typed("Fundacja Żółw"), Registry())
    gone = {**first, "presences-0-DELETE": ["on"], "names": ["Fundacja Żółw"]}
    assert "presences-0-DELETE" not in settled(gone, Registry())


def test_two_organizations_of_one_name_are_asked_about(known):
    other = make_organization("Fundacja Żółw")
    found = Registry().asked("Fundacja Żółw")
    assert {row.pk for row in found.candidates} == {known["Fundacja Żółw"], other.pk}
    assert asked(settled(typed("Fundacja Żółw"), Registry())) == ["Fundacja Żółw"]


def test_what_lies_in_the_bin_is_known_to_nobody(known):
    from tests.factories import NOW

    thrown = make_organization("Fundacja Dawna", published_at=None)
    thrown.discard(NOW)
    assert Registry().sure("Fundacja Dawna") is None
    assert Registry().offered("dawna") == []


def test_a_list_that_is_too_long_leaves_its_rest_in_the_field(known):
    lines = "\n".join(f"Grupa numer {number} z osiedla" for number in range(MOST + 3))
    data = settled(typed(lines), Registry())
    assert len(asked(data)) == MOST
    assert data["names"][0].splitlines()[0].startswith(f"Grupa numer {MOST}")


def test_while_somebody_types_names_that_begin_so_come_first(known):
    make_organization("Rada Żółwi")
    names = [row.name for row in Registry().offered("zol")]
    assert names == ["Fundacja Żółw", "Rada Żółwi"]
    assert Registry().offered("z") == []
    assert Registry().offered("kls") == []
    [found] = Registry().offered("ksl")
    assert (found.name, found.also) == ("Klub Seniora Ławka", "KSŁ")


def test_a_misspelt_beginning_still_finds(known):
    assert [row.name for row in Registry().offered("Klub Senjora Ławka")] == ["Klub Seniora Ławka"]


def test_the_register_is_read_in_two_queries(known, django_assert_num_queries):
    with django_assert_num_queries(2):
        settled(typed("Fundacja Żółw\nFundacji Żółw\nNikt"), Registry())
