"""Ordinals in the accusative and the genitive, by gender."""

import pytest

from portal.kernel.ordinals import accusative, genitive
from portal.kernel.polish import ordinal


@pytest.mark.parametrize(
    "n, feminine, neuter",
    [
        (1, "pierwszą", "pierwsze"),
        (2, "drugą", "drugie"),
        (3, "trzecią", "trzecie"),
        (4, "czwartą", "czwarte"),
        (7, "siódmą", "siódme"),
        (19, "dziewiętnastą", "dziewiętnaste"),
        (20, "dwudziestą", "dwudzieste"),
        (22, "dwudziestą drugą", "dwudzieste drugie"),
        (28, "dwudziestą ósmą", "dwudzieste ósme"),
        (100, "setną", "setne"),
    ],
)
def test_what_we_invite_to(n, feminine, neuter):
    assert (accusative(n, "f"), accusative(n, "n")) == (feminine, neuter)


def test_a_thing_of_masculine_gender_keeps_its_form():
    assert accusative(3, "m") == "trzeci"


@pytest.mark.parametrize(
    "n, feminine, other",
    [
        (1, "pierwszej", "pierwszego"),
        (2, "drugiej", "drugiego"),
        (3, "trzeciej", "trzeciego"),
        (5, "piątej", "piątego"),
        (12, "dwunastej", "dwunastego"),
        (23, "dwudziestej trzeciej", "dwudziestego trzeciego"),
        (100, "setnej", "setnego"),
    ],
)
def test_of_which_one(n, feminine, other):
    assert (genitive(n, "f"), genitive(n, "n"), genitive(n, "m")) == (feminine, other, other)


@pytest.mark.parametrize("n", range(1, 101))
def test_every_number_up_to_a_hundred_is_declined_word_by_word(n):
    words = len(ordinal(n).split())
    assert all(word.endswith("ą") for word in accusative(n).split())
    assert all(word.endswith("ej") for word in genitive(n).split())
    assert all(word.endswith("ego") for word in genitive(n, "n").split())
    assert len(accusative(n).split()) == len(genitive(n).split()) == words


@pytest.mark.parametrize("n", [0, -1, 101])
def test_beyond_a_hundred_it_is_not_said_in_words(n):
    with pytest.raises(ValueError, match="od 1 do 100"):
        accusative(n)
