"""Days as people type them: dates in figures become words; „dziś”, „w weekend” lead to a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from events.filters.days import Days, ahead
from portal.kernel.months import day_of
from portal.kernel.names import fold
from portal.kernel.polish import MONTHS

ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)\b")
FIGURES = re.compile(
    r"(?<![\d.:/-])(?P<day>[0-3]?\d)(?P<sign>[./])(?P<month>[01]?\d)"
    r"(?:(?P=sign)(?P<year>20\d\d))?(?![\d:/-]|\.\d)"
)
HOUR_BEFORE = re.compile(r"(?:godz\w*\.?|\bo)\s*$", re.IGNORECASE)  # „o 10.12” is an hour
TODAY = re.compile(r"\b(dzis|dzisiaj|dzisiejsz\w+)\b")
TOMORROW = re.compile(r"\b(jutro|jutrzejsz\w+)\b")
WEEKEND = re.compile(r"\bweekend\w*\b")
THIS_WEEK = re.compile(r"\b(ten|tego|tym) (tydzien|tygodnia|tygodniu)\b")
NEXT_WEEK = re.compile(r"\b(przyszl|nastepn)\w* (tydzien|tygodnia|tygodniu)\b")


def in_words(text: str) -> str:
    """„13.05.2026”, „13.5”, „2026-05-13” → „13 maja 2026”, „13 maja”; what is no day stays."""
    return FIGURES.sub(spelled, ISO.sub(spelled, text))


def spelled(match: re.Match[str]) -> str:
    """The day as event pages write it, so that the same words find it."""
    day, month, year = (int(match[name] or 2000) for name in ("day", "month", "year"))
    if HOUR_BEFORE.search(match.string[: match.start()]) or not is_day(year, month, day):
        return match[0]
    said = f"{day} {MONTHS[month - 1].genitive}"
    return f"{said} {year}" if match["year"] else said


def is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class Way:
    """To the list of events on the days that were named."""

    label: str
    days: str
    url: str


def way(text: str, at: datetime) -> Way | None:
    """For the first of the days of today's calendar that the text names."""
    label, days = next(named(fold(text), day_of(at)), ("", Days()))
    if not days:
        return None
    url = f"{reverse('events:event_list')}?{urlencode(list(days.pairs()))}"
    return Way(label, str(days), url)


def named(text: str, today: date) -> Iterator[tuple[str, Days]]:
    """Weeks and weekends are those that the list itself offers."""
    this_week, weekend, next_week, *_months = (quick.days for quick in ahead(today))
    tomorrow = today + timedelta(days=1)
    if TODAY.search(text):
        yield _("Wydarzenia dziś"), Days(today, today)
    if TOMORROW.search(text):
        yield _("Wydarzenia jutro"), Days(tomorrow, tomorrow)
    if WEEKEND.search(text):
        yield _("Wydarzenia w weekend"), weekend
    if THIS_WEEK.search(text):
        yield _("Wydarzenia w tym tygodniu"), this_week
    if NEXT_WEEK.search(text):
        yield _("Wydarzenia w przyszłym tygodniu"), next_week
