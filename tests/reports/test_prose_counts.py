from dataclasses import dataclass, field

import pytest

from portal.kernel.counts import Qualifier, Quantity, Unit
from reports.prose.counts import attendance, how_many


@dataclass
class Counted:
    """As a meeting: only its counts matter here."""

    people: Quantity | None = None
    groups: Quantity | None = None
    promises: list = field(default_factory=list)

    def quantity(self, unit):
        return self.people if unit == Unit.PEOPLE else self.groups


def people(value, qualifier=Qualifier.EXACTLY):
    return Quantity(qualifier, value, Unit.PEOPLE)


def groups(value, qualifier=Qualifier.EXACTLY):
    return Quantity(qualifier, value, Unit.ORGANIZATIONS)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "counts, words",
    [
        ((None, None), ""),
        ((people(41), None), "41 osób"),
        ((people(22), groups(1)), "22 osoby z jednej organizacji"),
        (
            (people(100, Qualifier.NEARLY), groups(70, Qualifier.ABOUT)),
            "blisko 100 osób z około 70 organizacji",
        ),
        ((people(200), groups(120)), "200 osób ze 120 organizacji"),
        ((people(200), groups(22, Qualifier.OVER)), "200 osób z ponad 22 organizacji"),
        (
            (people(22, Qualifier.ABOUT), groups(None, Qualifier.A_FEW)),
            "około 22 osób z kilku organizacji",
        ),
        (
            (people(None, Qualifier.DOZENS), groups(None, Qualifier.DOZENS)),
            "kilkadziesiąt osób z kilkudziesięciu organizacji",
        ),
        ((people(50), groups(20, Qualifier.UP_TO)), "50 osób, do 20 organizacji"),
        ((None, groups(12)), "12 organizacji"),
        ((people(5), groups(0)), "5 osób"),
        ((None, groups(0)), ""),
        ((people(0), None), "nikt nie przyszedł"),
    ],
)
def test_how_many_came_is_said_in_the_right_cases_and_never_as_zero(counts, words):
    assert plain(how_many(Counted(*counts))) == words


@pytest.mark.parametrize(
    "counts, words",
    [
        ((people(1), None), "Na spotkanie przyszła 1 osoba."),
        ((people(22), None), "Na spotkanie przyszły 22 osoby."),
        ((people(41), groups(12)), "Na spotkanie przyszło 41 osób z 12 organizacji."),
        ((people(22, Qualifier.ABOUT), None), "Na spotkanie przyszło około 22 osób."),
        ((people(22, Qualifier.OVER), None), "Na spotkanie przyszły ponad 22 osoby."),
        ((people(None, Qualifier.A_FEW), None), "Na spotkanie przyszło kilka osób."),
        ((people(0), None), "Na spotkanie nikt nie przyszedł."),
        (
            (None, groups(70, Qualifier.ABOUT)),
            "W spotkaniu wzięło udział około 70 organizacji; liczby osób nie zapisano.",
        ),
        ((None, groups(3)), "W spotkaniu wzięły udział 3 organizacje; liczby osób nie zapisano."),
        ((None, None), "Frekwencji na spotkaniu nie zapisano."),
    ],
)
def test_the_attendance_of_one_meeting(counts, words):
    assert plain(attendance([Counted(*counts)])) == words


@pytest.mark.parametrize(
    "meetings, words",
    [
        ([Counted(), Counted()], "Liczby osób na spotkaniach nie zapisano."),
        (
            [Counted(), Counted(people(41), groups(7)), Counted()],
            "Liczbę osób zapisano na jednym z trzech spotkań: 41 osób z 7 organizacji.",
        ),
        (
            [Counted(people(41)), Counted(people(27))],
            "Łączna frekwencja na spotkaniach to 68 osób; kto był na kilku, liczy się za każdym "
            "razem.",
        ),
        (
            [Counted(people(41)), Counted(people(100, Qualifier.NEARLY)), Counted(), Counted()],
            "Łączna frekwencja na spotkaniach to około 140 osób; kto był na kilku, liczy się za "
            "każdym razem. Liczby osób na dwóch spotkaniach nie zapisano.",
        ),
        (
            [Counted(people(41)), Counted(people(1)), *[Counted()] * 12],
            "Łączna frekwencja na spotkaniach to 42 osoby; kto był na kilku, liczy się za każdym "
            "razem. Liczby osób na 12 spotkaniach nie zapisano.",
        ),
    ],
)
def test_the_attendance_of_several_meetings_says_what_it_does_not_know(meetings, words):
    assert plain(attendance(meetings)) == words


def test_one_vague_word_is_not_an_unknown_number():
    vague = [Counted(people(None, Qualifier.DOZENS)), Counted(people(41)), Counted()]
    assert "41 osób" in plain(attendance(vague))
    assert "kilkadziesiąt" not in attendance(vague)
