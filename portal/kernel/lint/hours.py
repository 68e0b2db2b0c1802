"""Hours in a running text: which it names, and whether they are written as the office does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from portal.kernel.lint.dates import mentions
from portal.kernel.lint.problem import Problem, Weight
from portal.kernel.lint.rule import Rule
from portal.kernel.lint.spans import Spans
from portal.kernel.lint.writing import Block, Writing
from portal.kernel.phrases import SMALL_HOURS, clock

# Not the middle of a date, of „20.22” after a letter that numbers, nor a sum of money.
CLOCK = (
    r"(?<![\d.,:/])(?P<{0}>(?:[01]?\d|2[0-4])[.:][0-5]\d)(?![\d]|[.:,/]\d|\s*(?:zł|PLN|%|mln|tys))"
)
RANGE = re.compile(
    rf"(?P<cue>\b(?:w\s+)?godz(?:\.|inach|inie|ina)?\s*(?:od\s+)?|\bod\s+|\bo\s+)?{CLOCK.format('first')}"
    rf"(?:\s*(?:-|–|—|\bdo\b)\s*(?P<about>ok\.\s*|około\s+)?{CLOCK.format('last')})?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Hours:
    """„w godz. 14.00–18.00”; in minutes since midnight, the last None where none is said."""

    start: int
    end: int
    first: int
    last: int | None


def hours(text: str) -> list[Hours]:
    """What is an hour for sure: after „godz.” or „o”, a range, or a quarter."""
    return list(_hours(text))


@lru_cache(maxsize=128)
def _hours(text: str) -> tuple[Hours, ...]:
    days = Spans((row.start, row.end) for row in mentions(text))
    found = []
    for match in RANGE.finditer(text):
        first, last = _minutes(match["first"]), _minutes(match["last"])
        if first is None or days.hold(match.start("first")):
            continue
        if match["cue"] or last is not None or first % 15 == 0:
            found.append(Hours(match.start("first"), match.end(), first, last))
    return tuple(found)


def _minutes(text: str | None) -> int | None:
    if not text:
        return None
    hour, minute = re.split("[.:]", text)
    return int(hour) * 60 + int(minute)


ONE = r"(?<![\d.,:-])((?:[01]?\d|2[0-4])[.:][0-5]\d)"
NO_MORE = r"(?!\d|[.,:]\d)"
BARE = r"((?:[01]?\d|2[0-4]))"

HYPHENS = Rule(
    re.compile(rf"{ONE}\s*-\s*((?:[01]?\d|2[0-4])[.:][0-5]\d){NO_MORE}"),
    _("„%s”: godziny łączy półpauza, nie dywiz."),
    r"\1–\2",
)
BARE_HYPHENS = Rule(
    re.compile(rf"(?i)\bgodz(?:\.|inach)\s*{BARE}-{BARE}{NO_MORE}"),
    _("„%s”: godziny łączy półpauza, nie dywiz."),
    r"godz. \1–\2",
)
MIXED = Rule(
    re.compile(
        rf"(?i)\bod\s+(?:godz\.\s*)?{ONE}\s*[-–—]\s*((?:[01]?\d|2[0-4])[.:][0-5]\d){NO_MORE}"
    ),
    _("„%s”: albo „od … do …”, albo półpauza."),
    r"od \1 do \2",
)
AT_A_RANGE = Rule(
    re.compile(rf"(?i)\bo\s+godz\.\s*{ONE}\s*[-–—]\s*((?:[01]?\d|2[0-4])[.:][0-5]\d){NO_MORE}"),
    _("„%s”: „o godz.” mówi o jednej godzinie, o przedziale „w godz.”."),
    r"w godz. \1–\2",
)
COLONS = Rule(
    re.compile(r"(?<![\d.,:-])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])"),
    _("„%s”: na tej stronie godziny mają kropkę."),
    r"\1.\2",
    Weight.QUIET,
)
NO_SUCH = Rule(
    re.compile(r"(?i)\bgodz\.\s*(?:(?:2[5-9]|[3-9]\d)(?:[.:]\d\d)?|\d{1,2}[.:][6-9]\d)(?!\d|\.\d)"),
    _("„%s”: takiej godziny nie ma."),
    weight=Weight.WRONG,
)


def backward(writing: Writing) -> Iterator[Problem]:
    """„18.00–14.00”; small hours are those of the night that follows."""
    for number, block in writing.numbered:
        for row in hours(block.prose):
            if row.last is not None and SMALL_HOURS < row.last <= row.first:
                yield _backward(number, block, row)


def _backward(number: int, block: Block, row: Hours) -> Problem:
    words = block.text[row.start : row.end]
    sentence = _("„%s”: koniec jest przed początkiem.") % words
    instead = f"{clock(row.last or 0)}–{clock(row.first)}" if row.last != row.first else ""
    return Problem(sentence, number, row.start, row.end, instead)
