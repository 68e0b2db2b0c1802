"""Numbers of editions: „trzecia odsłona”, „VII posiedzeniu”, „6. edycja”, „Wspólnie do celu II”."""

import re
from dataclasses import dataclass
from functools import cache

from portal.kernel.names import fold
from portal.kernel.polish import from_roman, ordinal

NOUNS = r"(?:odslon|edycj|spotkani|posiedzeni)\w*"
BEFORE_NOUN = re.compile(rf"\b(?P<number>[a-z]+(?: [a-z]+)?|\d{{1,2}}\.)\s+(?P<noun>{NOUNS})")
ROMAN_BEFORE_NOUN = re.compile(
    r"\b(?P<number>[IVXL]{1,7})\s+(?:odsłon|edycj|spotkani|posiedzeni|Odsłon|Edycj|Spotkani)\w*"
)
ROMAN_AFTER = re.compile(r"[”\"]?\s+(?P<number>[IVXL]{1,7})\b(?!\w)")
ENDINGS = r"(?:a|e|y|i|ej|ego|emu|ym|im|iej|iego|iemu|ia|ie)"


@dataclass(frozen=True)
class Edition:
    number: int
    start: int
    end: int


@cache
def ordinals() -> list[tuple[re.Pattern[str], int]]:
    """1 to 40, each in every case and gender; the longer words first."""
    found = []
    for number in range(40, 0, -1):
        words = [fold(word).rstrip("aei") for word in ordinal(number, "f").split()]
        pattern = r"\s+".join(f"{re.escape(word)}{ENDINGS}" for word in words)
        found.append((re.compile(pattern), number))
    return found


def find_editions(text: str) -> list[Edition]:
    """Beside the noun of an edition; folding keeps the length of Polish words."""
    found = [
        Edition(number, match.start(), match.end())
        for match in BEFORE_NOUN.finditer(fold_in_place(text))
        if (number := in_words(match["number"]))
    ]
    for match in ROMAN_BEFORE_NOUN.finditer(text):
        if number := roman_or_zero(match["number"]):
            found.append(Edition(number, match.start(), match.end()))
    return found


def edition_after(text: str, end: int) -> Edition | None:
    """The Roman numeral right after the name of a cycle."""
    match = ROMAN_AFTER.match(text, end)
    number = roman_or_zero(match["number"]) if match else 0
    return Edition(number, match.start(), match.end()) if match and number else None


def in_words(written: str) -> int:
    if written.endswith("."):
        return int(written[:-1])
    last = written.split()[-1]
    for pattern, number in ordinals():
        if pattern.fullmatch(written) or pattern.fullmatch(last):
            return number
    return 0


def roman_or_zero(written: str) -> int:
    try:
        return from_roman(written)
    except ValueError:
        return 0


def fold_in_place(text: str) -> str:
    """Folded letter by letter, so that places stay; what folds to nothing becomes a space."""
    return "".join((fold(char) or " ")[:1] for char in text)
