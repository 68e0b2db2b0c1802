"""What typst is told: letters that can be set, words that can be broken, drawings left whole."""

from dataclasses import dataclass

import pytest

from portal.kernel.typesetting import Drawing, broken, fingerprint, plain, settable, told

TROUBLES = [
    ("Herbata 😀 i kawa", "Herbata i kawa"),
    ("dwa\nwiersze\tz\u2028rozpędu", "dwa wiersze z rozpędu"),
    ("\x00\u202ea\u200fb\ufeff\u00adc\ufe0f", "abc"),
    ("e\u0301", "é"),
    ("會議 w Krakowie", "會議 w Krakowie"),
    ("13\u00a0maja", "13\u00a0maja"),
    ("😀", ""),
]


@pytest.mark.parametrize("text, kept", TROUBLES)
def test_a_line_for_a_wall_keeps_every_letter_and_no_unseen_mark(text, kept):
    assert plain(text) == kept


def test_a_sign_that_cannot_be_set_is_marked():
    assert settable("Było 😀 miło, 會") == "Było □ miło, □"
    assert settable("plain ASCII") == "plain ASCII"


def test_a_long_word_may_be_broken_and_an_address_may_not():
    assert broken("a" * 40).replace("\u200b", "") == "a" * 40
    assert "\u200b" in broken("a" * 40)
    assert broken("a" * 35) == "a" * 35
    address = "https://organizacje.example/" + "a" * 40
    assert broken(address) == address


@dataclass(frozen=True)
class Leaf:
    words: str
    href: str
    picture: Drawing | None
    rows: tuple[str, ...] = ()


def test_records_become_dictionaries_that_name_their_kind():
    word = "b" * 40
    made = told(Leaf("😀", word, Drawing(f'<svg><path d="{word}"/></svg>', "koło"), ("a",)))
    assert (made["is"], made["words"], made["href"], made["rows"]) == ("leaf", "□", word, ["a"])
    assert made["picture"]["svg"] == f'<svg><path d="{word}"/></svg>'
    assert told(Leaf("", "", None))["picture"] is None


def test_the_fingerprint_changes_with_any_of_its_files(tmp_path):
    template = tmp_path / "a.typ"
    template.write_text("1")
    before = fingerprint([template])
    assert fingerprint([template]) == before
    template.write_text("2")
    assert fingerprint([template]) != before
