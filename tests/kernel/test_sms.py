"""How long a text message is, as networks count it."""

import pytest

from portal.kernel.sms import is_gsm, length, parts, without_accents


@pytest.mark.parametrize(
    "text, units, messages",
    [
        ("", 0, 1),
        ("a" * 160, 160, 1),
        ("a" * 161, 161, 2),
        ("a" * 306, 306, 2),
        ("a" * 307, 307, 3),
        ("[" * 80, 160, 1),
        ("[" * 81, 162, 2),
        ("ł" * 70, 70, 1),
        ("ł" * 71, 71, 2),
        ("ł" * 134, 134, 2),
        ("ł" * 135, 135, 3),
        ("ó" + "a" * 69, 70, 1),
        ("ó" + "a" * 70, 71, 2),
        ("😀" * 35, 70, 1),
        ("😀" * 36, 72, 2),
    ],
)
def test_one_polish_letter_halves_a_message(text, units, messages):
    assert (length(text), parts(text)) == (units, messages)


def test_what_is_written_without_polish_letters_fits_the_short_alphabet():
    text = "Zażółć „gęślą” jaźń – w\u00a0sobotę… ŁÓDŹ 😀"
    assert without_accents(text) == 'Zazolc "gesla" jazn - w sobote... LODZ '
    assert is_gsm(without_accents(text))


def test_an_address_stays_as_it_is():
    address = "https://portal.example.org/w/12/3"
    assert without_accents(address) == address
