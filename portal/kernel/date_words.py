"""What dates are written with: the forms of names, and the tokens of a text."""

import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from portal.kernel.months import BEGINNING, END, MIDDLE
from portal.kernel.polish import MONTHS, WEEKDAYS, roman

T = TypeVar("T")

LONGEST_TEXT = 150  # a date written in full has about 90 signs


def plain(text: str) -> str:
    """Small letters without accents, one kind of dash, nothing invisible.

    Apart from the folding of search, which may come to drop the dots and dashes needed here.
    """
    signs = unicodedata.normalize("NFKD", text.casefold()).replace("ł", "l")
    kinds = [(sign, unicodedata.category(sign)) for sign in signs]
    return "".join(
        "-" if kind == "Pd" or sign == "\u2212" else sign
        for sign, kind in kinds
        if kind not in ("Mn", "Cf")
    )


def _weekday_words() -> dict[str, int]:
    words = {"pn": 0, "cz": 3, "so": 5, "nd": 6}
    for index, weekday in enumerate(WEEKDAYS):
        for form in (weekday.nominative, weekday.accusative, weekday.genitive, weekday.short):
            words[plain(form).split()[-1].rstrip(".")] = index
    return words


def _month_words() -> dict[str, int]:
    words = {}
    for number, month in enumerate(MONTHS, start=1):
        for form in (month.nominative, month.genitive, month.locative):
            words[plain(form).split()[-1]] = number
        words[plain(month.nominative)[:3]] = number
    return words


WEEKDAY_FORMS = _weekday_words()
MONTH_FORMS = _month_words()
ROMAN_MONTHS = {roman(number).casefold(): number for number in range(1, 13)}
PART_FORMS = {
    "poczatek": BEGINNING,
    "poczatku": BEGINNING,
    "polowa": MIDDLE,
    "polowie": MIDDLE,
    "koniec": END,
    "koncu": END,
}
HOUR_WORDS = ("godz", "godzina", "godzinie", "godziny", "godzinach", "g", "o")


class NoMatchError(Exception):
    """The text has not the shape that was tried."""


class Tokens:
    """The words, numbers and signs of one text, and a place among them.

    A shape is a method that reads from that place on, or raises NoMatchError.
    """

    def __init__(self, text: str) -> None:
        text = text.strip()
        readable = text if len(text) <= LONGEST_TEXT else ""
        self.tokens = re.findall(r"[0-9]+|[a-z]+|\S", plain(readable))
        self.place = 0

    def whole(self, shape: Callable[[], T]) -> T | None:
        """What the shape makes of the whole text, but for a closing full stop."""
        self.place = 0
        found = self.maybe(shape)
        self.skip(".")
        return found if self.place == len(self.tokens) else None

    def maybe(self, shape: Callable[[], T]) -> T | None:
        """What the shape reads here, or None and not a step further."""
        place = self.place
        try:
            return shape()
        except NoMatchError:
            self.place = place
            return None

    def need(self, condition: bool) -> None:
        if not condition:
            raise NoMatchError

    def peek(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.tokens[place] if place < len(self.tokens) else ""

    def skip(self, *words: str) -> bool:
        found = self.peek() in words
        self.place += found
        return found

    def sign(self, signs: str) -> str:
        found = self.peek()
        self.need(found != "" and found in signs)
        self.place += 1
        return found

    def number(self, shortest: int, longest: int) -> int:
        found = self.peek()
        self.need(found.isascii() and found.isdigit() and shortest <= len(found) <= longest)
        self.place += 1
        return int(found)

    def word(self, words: dict[str, int]) -> int:
        found = words.get(self.peek())
        if found is None:
            raise NoMatchError
        self.place += 1
        return found
