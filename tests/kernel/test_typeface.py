"""Text in pictures: never over the edge, never an empty box, no orphans."""

import pytest

from portal.kernel.polish import NBSP
from portal.kernel.typeface import BOLD, drawable, fitted, typeface, width_of

SIZES = (80, 60, 40, 30)
POLISH = "ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ „tak” – 1,5% … їєґ"


def measured(setting):
    return [width_of(line, setting.font) for line in setting.lines]


def test_polish_and_ukrainian_letters_are_all_there():
    assert drawable(POLISH) == POLISH


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Spotkanie 🎉 w parku", "Spotkanie w parku"),
        ("dwa\nwiersze\r\ni\ttabulator", "dwa wiersze i tabulator"),
        ("z\u0307 o\u0301", "ż ó"),
        ("\u202eodwrotnie\u200b\x07", "odwrotnie"),
        ("漢字", ""),
        (f"w{NBSP}parku", f"w{NBSP}parku"),
    ],
)
def test_what_the_typeface_lacks_is_left_out_and_not_drawn_as_a_box(text, shown):
    assert drawable(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Krótko",
        "Konstantynopolitańczykowianeczkówna " * 3,
        "Szczebrzeszyn " * 15,
        "x" * 200,
        "https://przyklad.krakow.pl/bardzo/dlugi/adres/ktorego/nie/da/sie/zlamac/nigdzie/wcale",
        "i" * 500,
    ],
)
@pytest.mark.parametrize("width, height", [(700, 300), (300, 100), (1072, 80)])
def test_no_text_is_wider_or_higher_than_its_box(text, width, height):
    setting = fitted(text, width, height, SIZES, BOLD)
    assert setting.lines
    assert setting.height <= height
    assert max(measured(setting)) <= width


def test_the_largest_size_that_fits_is_taken():
    assert fitted("Herbata", 700, 300, SIZES, BOLD).size == 80
    assert fitted("Herbata w parku nad rzeką " * 4, 700, 300, SIZES, BOLD).size < 80


def test_a_word_is_broken_only_when_no_size_holds_it():
    whole = fitted("Konstantynopolitańczykowianeczkówna", 700, 300, SIZES, BOLD)
    assert whole.lines == ("Konstantynopolitańczykowianeczkówna",)
    assert len(fitted("Konstantynopolitańczykowianeczkówna", 200, 300, SIZES, BOLD).lines) > 1


def test_a_line_never_ends_with_what_typography_bound_to_the_next_word():
    text = f"Spotkajmy się w{NBSP}3miejscu i{NBSP}o{NBSP}tym porozmawiajmy"
    for width in range(320, 900, 20):
        setting = fitted(text, width, 400, SIZES, BOLD)
        assert not [line for line in setting.lines if line.endswith((" w", " i", " o", NBSP))]


def test_lines_are_about_as_long_as_each_other():
    setting = fitted("jeden dwa trzy cztery pięć sześć", 660, 300, (60,), BOLD)
    first, second = measured(setting)
    assert abs(first - second) < 0.4 * max(first, second)


def test_what_does_not_fit_even_when_small_ends_with_three_dots():
    setting = fitted("bardzo długie słowa " * 30, 300, 100, SIZES, BOLD)
    assert setting.size == SIZES[-1]
    assert setting.lines[-1].endswith("…")
    assert not setting.lines[-1].endswith(" …")


def test_nothing_takes_no_room():
    assert fitted("", 700, 300, SIZES, BOLD).height == 0


def test_the_weight_is_that_of_the_variable_font():
    assert width_of("Kraków", typeface(40, 700)) > width_of("Kraków", typeface(40, 400))
