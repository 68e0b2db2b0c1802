"""The days of a list: chosen by hand or by one click, and what falls on them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from portal.kernel import phrases
from portal.kernel.months import Month, midnight
from portal.kernel.reading import read_when
from portal.kernel.when import EndKind, When

LONGEST = 40  # letters of a date
SUNDAY = 6


@dataclass(frozen=True)
class Days:
    """Both days included; None where it is open. Open on both sides it is no filter."""

    since: date | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        return bool(self.since or self.until)

    def __str__(self) -> str:
        """„11–17 maja 2026 r.”, „od 11 maja 2026 r.”, „do 17 maja 2026 r.”"""
        if self.since and self.until:
            return phrases.days(self.since, self.until)
        word, day = ("od", self.since) if self.since else ("do", self.until)
        return f"{word} {phrases.full_day(day)}" if day else ""

    def pairs(self) -> Iterator[tuple[str, str]]:
        if self.since:
            yield "od", self.since.isoformat()
        if self.until:
            yield "do", self.until.isoformat()

    def condition(self) -> Q:
        """What touches the days. A coarse date does when it may fall on one of them.

        An end that was only assumed, shown nowhere, does not reach into the days.
        """
        found = Q()
        if self.until:
            found &= Q(starts_at__lt=midnight(self.until + timedelta(days=1)))
        if self.since:
            start = midnight(self.since)
            found &= Q(ends_at__gt=start) & ~Q(end_kind=EndKind.UNKNOWN, starts_at__lt=start)
        return found


def first_day(text: str) -> date | None:
    """„2026-05-11”, „11.05.2026”, „maj 2026” → its first day; ValueError, in Polish, for others."""
    return day_in(text, lambda when: when.first_day)


def last_day(text: str) -> date | None:
    return day_in(text, lambda when: when.last_day)


def day_in(text: str, pick: Callable[[When], date]) -> date | None:
    if not text.strip():
        return None
    try:
        return pick(read_when(text[:LONGEST]))
    except ValidationError as error:
        raise ValueError(" ".join(error.messages)) from error


@dataclass(frozen=True)
class QuickDays:
    """One click; the address holds the days themselves, so that it means the same for ever."""

    label: str
    days: Days


def ahead(today: date) -> list[QuickDays]:
    """For what is to come."""
    month = Month.of(today)
    monday = today - timedelta(days=today.weekday())
    return [
        QuickDays(_("ten tydzień"), Days(monday, monday + timedelta(days=SUNDAY))),
        QuickDays(_("ten weekend"), Days(monday + timedelta(days=5), monday + timedelta(days=6))),
        QuickDays(_("przyszły tydzień"), week_after(monday)),
        QuickDays(_("ten miesiąc"), whole_month(month)),
        QuickDays(_("przyszły miesiąc"), whole_month(month.next())),
    ]


def week_after(monday: date) -> Days:
    return Days(monday + timedelta(days=7), monday + timedelta(days=13))


def back(today: date) -> list[QuickDays]:
    """For what is over."""
    month = Month.of(today)
    return [
        QuickDays(_("ten miesiąc"), whole_month(month)),
        QuickDays(_("poprzedni miesiąc"), whole_month(month.previous())),
        QuickDays(_("ten rok"), whole_year(today.year)),
        QuickDays(_("poprzedni rok"), whole_year(today.year - 1)),
    ]


def whole_month(month: Month) -> Days:
    return Days(month.first_day, month.last_day)


def whole_year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))
