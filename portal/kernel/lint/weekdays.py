"""Checks of days: do they exist, do they fall on the weekday that is said, are they still ahead."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from django.utils.translation import gettext as _

from portal.kernel import phrases
from portal.kernel.lint.dates import (
    ACCUSATIVE,
    SHORT,
    WEEKDAY_FORMS,
    Mention,
    Weekday,
    bare,
    mentions,
)
from portal.kernel.lint.problem import Problem, Weight
from portal.kernel.lint.writing import Around, Block, Writing
from portal.kernel.polish import MONTHS, WEEKDAYS

HALF_A_YEAR = timedelta(days=183)
LEAP_YEAR = 2024


def unfitting_weekdays(writing: Writing) -> Iterator[Problem]:
    """„w piątek 13 maja 2026”: a day that says no year is of the event's, else of the nearest."""
    for number, block in writing.numbered:
        for mention in mentions(block.prose):
            for weekday, meant in _misfits(mention, writing.around):
                yield _misfit(number, block, mention, weekday, meant, writing.around)


def _misfits(mention: Mention, around: Around) -> list[tuple[Weekday, date]]:
    """None when one of the years that may be meant fits."""
    found: list[list[tuple[Weekday, date]]] = []
    for year in _years(mention, around):
        days = [day for day in mention.dates(year) if day]
        if not days or not mention.weekdays:
            return []
        found.append(_misfits_of(mention.weekdays, days))
    return min(found, key=len)


def _misfits_of(weekdays: tuple[Weekday, ...], days: list[date]) -> list[tuple[Weekday, date]]:
    if len(weekdays) == len(days):
        pairs = list(zip(weekdays, days, strict=True))
    elif len(days) == 1:
        pairs = [(weekday, days[0]) for weekday in weekdays]
    elif any(weekday.index == day.weekday() for weekday in weekdays for day in days):
        pairs = []
    else:
        pairs = [(weekdays[0], days[0])]
    return [(weekday, day) for weekday, day in pairs if weekday.index != day.weekday()]


def _years(mention: Mention, around: Around) -> tuple[int, ...]:
    if mention.year is not None:
        return (mention.year,)
    return around.years or (nearest_year(mention, around.day),)


def nearest_year(mention: Mention, day: date) -> int:
    """Of a day without a year: the one that brings it nearest to the day of publication."""
    years = range(day.year - 1, day.year + 2)
    dated = [(year, mention.dates(year)[0]) for year in years]
    near = [(abs(found - day), year) for year, found in dated if found]
    return min(near)[1] if near else day.year


def _misfit(
    number: int, block: Block, mention: Mention, weekday: Weekday, meant: date, around: Around
) -> Problem:
    words = block.text[mention.start : mention.end].strip(" ,(")
    right = _corrected(block.text, mention, weekday, meant)
    sentence = _("„%(words)s”: %(day)s to %(weekday)s.") % {
        "words": words,
        "day": phrases.full_day(meant),
        "weekday": WEEKDAYS[meant.weekday()].nominative,
    }
    is_sure = mention.year is not None or bool(around.years)
    weight = Weight.WRONG if is_sure else Weight.DOUBTFUL
    return Problem(sentence, number, mention.start, mention.end, right, weight)


def _corrected(text: str, mention: Mention, weekday: Weekday, meant: date) -> str:
    """The same words with the right weekday in the same case: „we wtorek 12 maja”."""
    before = text[mention.start : weekday.start]
    case = (
        ACCUSATIVE if not weekday.form and re.search(r"\bwe? $", before.lower()) else weekday.form
    )
    form = WEEKDAY_FORMS[meant.weekday()][case]
    if case == SHORT and text[weekday.end : weekday.end + 1] == ".":
        form = form.rstrip(".")
    if text[weekday.start].isupper():
        form = form.capitalize()
    right = f"{before}{form}{text[weekday.end : mention.end]}"
    we = "we" if bare(form) == "wtorek" else "w"
    return re.sub(r"^([Ww])e? (?=\w)", lambda found: found[1] + we[1:] + " ", right)


def impossible_days(writing: Writing) -> Iterator[Problem]:
    """„31 kwietnia”, „30 lutego”, „29 lutego 2026”."""
    for number, block in writing.numbered:
        for mention in mentions(block.prose):
            if sentence := _impossible(mention):
                words = block.text[mention.start : mention.end].strip(" ,(")
                whole = _("„%(words)s”: %(why)s") % {"words": words, "why": sentence}
                yield Problem(whole, number, mention.start, mention.end, "", Weight.WRONG)


def _impossible(mention: Mention) -> str:
    if not 1 <= mention.month <= 12:
        return ""  # a number of a case or of a version, and no date
    if None not in mention.dates(LEAP_YEAR) and mention.year is None:
        return ""
    if None not in mention.dates(mention.year or LEAP_YEAR):
        return ""
    month = MONTHS[mention.month - 1]
    if mention.month == 2 and max(mention.days) == 29:
        return _("w %s roku luty ma 28 dni.") % mention.year
    last = 29 if mention.month == 2 else 30 if mention.month in {4, 6, 9, 11} else 31
    return _("%(month)s ma najwyżej %(days)s dni.") % {"month": month.nominative, "days": last}


AHEAD = re.compile(
    r"odbedzie|odbeda|zaprasza|spotykamy sie|spotkamy|zaczynamy|rozpocznie|przyjdz|czekamy"
    r"|do zobaczenia|widzimy sie"
)


@lru_cache(maxsize=8)
def looks_ahead(sentence: str) -> bool:
    """Of one sentence asked for each of its days, which follow one another."""
    return bool(AHEAD.search(bare(sentence)))


def days_gone_by(writing: Writing) -> Iterator[Problem]:
    """In an invitation, a day of the past beside words of what is to come."""
    if not writing.around.inviting:
        return
    for number, block in writing.numbered:
        for mention in mentions(block.prose):
            if _is_past(mention, writing) and looks_ahead(block.sentence_at(mention.start)):
                words = block.text[mention.start : mention.end].strip(" ,(")
                sentence = _("„%s” już minęło, a tekst zaprasza. Sprawdź datę.") % words
                yield Problem(sentence, number, mention.start, mention.end)


def _is_past(mention: Mention, writing: Writing) -> bool:
    around = writing.around
    years = _years(mention, around)
    days = [day for year in years for day in mention.dates(year) if day]
    return bool(days) and max(days) < around.day
