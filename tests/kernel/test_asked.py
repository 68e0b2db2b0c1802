"""What an address asks of a list, as read by one who trusts nothing."""

import pytest
from django.http import QueryDict

from portal.kernel.asked import Asked, whole


@pytest.mark.parametrize("text", ["", "-1", "1.0", "٣", "１", "9" * 10, "0x1"])
def test_only_plain_digits_are_a_number(text):
    assert whole(text) is None


def test_a_number_is_read():
    assert whole("0042") == 42


def test_words_are_cut_and_tidied_and_signs_alone_are_none():
    assert Asked(QueryDict("szukaj=++nowa+++huta+")).words() == "nowa huta"
    assert len(Asked(QueryDict("szukaj=" + "ą" * 5000)).words()) == 100
    assert Asked(QueryDict("szukaj=„”")).words() == ""


def test_what_is_unknown_is_said_shortened_and_printable():
    asked = Asked(QueryDict("rodzaj=" + "x" * 500))
    assert asked.one("rodzaj", "Rodzaj", lambda text: text) is None
    assert asked.problems == [f"Rodzaj: nie znamy wartości „{'x' * 40}…”, pomijamy ją."]


def test_several_values_keep_the_order_of_the_list_and_come_once():
    asked = Asked(QueryDict("d=b&d=a&d=b&d=zzz"))
    assert asked.several("d", "Dostępność", ("a", "b", "c")) == ("a", "b")
    assert asked.problems == ["Dostępność: nie znamy wartości „zzz”, pomijamy ją."]
