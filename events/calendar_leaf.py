"""The leaf of a calendar on a poster: huge words for exactly what is known of the date."""

import re
from dataclasses import dataclass, replace
from datetime import date

from events.cards import is_all_to_come, whole_days
from events.models import Event
from events.tense import hours_to_come
from portal.kernel import phrases
from portal.kernel.polish import MONTHS, WEEKDAYS
from portal.kernel.when import Precision, When

YEAR = re.compile(r"[ \u00a0](\d{4})[ \u00a0]r\.$")  # „ 2026 r.” at the end of a sentence


@dataclass(frozen=True)
class Leaf:
    """`big` is a number of days when `numeric`, else words; a coarse date is not `precise`."""

    band: str
    big: str
    small: str = ""
    year: str = ""
    hours: str = ""
    note: str = ""
    aside: str = ""
    numeric: bool = False
    precise: bool = True
    struck: bool = False
    said_elsewhere: bool = False


def leaf_of(event: Event) -> Leaf:
    """What is off has its date struck out; the words beside it say so, too."""
    when, off = event.when, event.is_off
    if when.is_coarse:
        return coarse_leaf(event)
    first, last = days_of(when)
    one_month = (first.year, first.month) == (last.year, last.month)
    return replace(
        numbered(when) if one_month else in_words(when),
        hours="" if off else when.hours(),
        note="" if off else note_of(when),
        aside="" if off or event.confirmed else "planowane",
        numeric=one_month,
        struck=off,
        said_elsewhere=off,
    )


def days_of(when: When) -> tuple[date, date]:
    """What merely runs past midnight belongs to the day on which it begins."""
    first = when.first_day
    return first, when.last_day if when.is_long else first


def numbered(when: When) -> Leaf:
    """„13” or „13–15”, with weekdays and the month in words."""
    first, last = days_of(when)
    return Leaf(
        band=weekdays(when),
        big=str(first.day) if first == last else f"{first.day}–{last.day}",
        small=MONTHS[first.month - 1].genitive,
        year=str(first.year),
    )


def in_words(when: When) -> Leaf:
    """„28 lutego – 2 marca”: two months have no number of their own."""
    big, year = without_year(phrases.days(*days_of(when)))
    return Leaf(band=weekdays(when), big=big, year=year)


def weekdays(when: When) -> str:
    """„środa”, „piątek–niedziela”"""
    names = [WEEKDAYS[day.weekday()].nominative for day in days_of(when)]
    return "–".join(dict.fromkeys(names))


def note_of(when: When) -> str:
    """What is to be known of the hours."""
    if when.precision == Precision.TIME:
        return "można wejść w dowolnej chwili" if when.drop_in else ""
    if when.all_day:
        return whole_days(when)
    soon = hours_to_come(when).removesuffix(".")
    return soon[:1].lower() + soon[1:]


def coarse_leaf(event: Event) -> Leaf:
    """Never a fake day: „w czerwcu”, „w połowie maja”, „od stycznia do maja”."""
    big, year = without_year(event.when.sentence())
    what = "dzień i miejsce podamy wkrótce" if is_all_to_come(event) else "dzień podamy wkrótce"
    off = event.is_off
    return Leaf(
        band="było planowane" if off else "planowane",
        big=big,
        year=year,
        note="" if off else what,
        precise=False,
        struck=off,
        said_elsewhere=off,
    )


def without_year(phrase: str) -> tuple[str, str]:
    """The words and, apart, their year; words with two years stay whole."""
    found = YEAR.search(phrase)
    if found is None or len(re.findall(r"\d{4}", phrase)) > 1:
        return phrase, ""
    return phrase[: found.start()], found[1]
