"""Counts that a text gives of a meeting, beside those that the note of it holds (S1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.checks.numerals import WRITTEN, value_of
from portal.kernel.counts import Qualifier, Unit

QUALIFIERS = {
    "blisko": Qualifier.NEARLY,
    "prawie": Qualifier.NEARLY,
    "niemal": Qualifier.NEARLY,
    "około": Qualifier.ABOUT,
    "ok.": Qualifier.ABOUT,
    "mniej więcej": Qualifier.ABOUT,
    "ponad": Qualifier.OVER,
    "przeszło": Qualifier.OVER,
    "co najmniej": Qualifier.AT_LEAST,
    "przynajmniej": Qualifier.AT_LEAST,
    "do": Qualifier.UP_TO,
    "aż": Qualifier.EXACTLY,
}
QUALIFIER = rf"(?:(?P<qualifier>{'|'.join(map(re.escape, QUALIFIERS))})\s+)?".replace("\\ ", r"\s+")
DIGITS = r"\d{1,3}(?:[ \xa0]\d{3}){1,3}|\d{1,12}"
PEOPLE = r"os(?:ób|oby|oba|obami|obom)|uczestni\w+|mieszka[nń]\w+|gości"
ORGANIZATIONS = r"organizacj\w+|fundacj\w+ i stowarzysze\w+|podmiot\w+"
COUNT = re.compile(
    rf"(?i)\b{QUALIFIER}(?P<value>{DIGITS}|{WRITTEN})\s+"
    r"(?:[a-ząćęłńóśźż]+(?:ich|ych)\s+)?"
    rf"(?:(?P<people>{PEOPLE})|(?P<organizations>{ORGANIZATIONS}))\b"
)


@dataclass(frozen=True)
class Number:
    value: int
    unit: Unit
    words: str
    qualifier: Qualifier = Qualifier.EXACTLY


def numbers(text: str) -> Iterator[Number]:
    for found in COUNT.finditer(text):
        unit = Unit.PEOPLE if found["people"] else Unit.ORGANIZATIONS
        qualifier = " ".join((found["qualifier"] or "").lower().split())
        said = QUALIFIERS.get(qualifier, Qualifier.EXACTLY)
        yield Number(value_of(found["value"]), unit, found[0], said)


def contradiction(told: list[Number], known: list[Number], whose: str) -> str:
    """A sentence on the first number that no known one of its unit matches, or "".

    Different units may both be true; that is said as gently as it deserves.
    """
    for row in told:
        same = [other for other in known if other.unit == row.unit]
        if same and all(other.value != row.value for other in same):
            return _(
                "Tekst mówi: „%(told)s”, a %(whose)s: „%(known)s”. Sprawdź, co się zgadza."
            ) % {
                "told": row.words,
                "whose": whose,
                "known": same[0].words,
            }
    return _other_units(told, known, whose)


def _other_units(told: list[Number], known: list[Number], whose: str) -> str:
    if not told or not known or {row.unit for row in told} & {row.unit for row in known}:
        return ""
    return _(
        "Tekst liczy „%(told)s”, a %(whose)s „%(known)s”. Oba mogą być prawdziwe: "
        "najlepiej, żeby notatka miała jedno i drugie."
    ) % {"told": told[0].words, "whose": whose, "known": known[0].words}
