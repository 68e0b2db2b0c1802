"""Days and months in Europe/Warsaw, whatever zone the machine is set to.

Intervals are half-open, [start, end), and their bounds are aware datetimes.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from portal.kernel.polish import MONTHS, NBSP, MonthName

WARSAW = ZoneInfo("Europe/Warsaw")
FIRST_YEAR, LAST_YEAR = 2000, 2100
# Parts of a month: days 1–10, 11–20 and 21–end.
BEGINNING, MIDDLE, END = 1, 2, 3

_SLUG = re.compile(r"([0-9]{4})-([0-9]{2})")


def local(moment: datetime) -> datetime:
    """The moment on Warsaw's clock. ValueError when it is naive: it could mean any zone."""
    if moment.utcoffset() is None:
        raise ValueError(_("Chwila bez strefy czasowej nic nie znaczy."))
    return moment.astimezone(WARSAW)


def day_of(moment: datetime) -> date:
    """The day that the moment belongs to in Warsaw."""
    return local(moment).date()


def midnight(day: date) -> datetime:
    """The start of the day in Warsaw; summer time never begins or ends at midnight there."""
    return datetime.combine(day, time.min, WARSAW)


def quoted(text: str) -> str:
    """What somebody typed, fit for an error sentence: short, on one line, printable."""
    shown = " ".join(text[:200].split())
    shown = "".join(sign if sign.isprintable() else "?" for sign in shown)
    return f"„{shown[:40]}…”" if len(shown) > 40 or len(text) > 200 else f"„{shown}”"


def known_year(year: int) -> int:
    """The year itself; ValueError beyond 2000–2100, where a year is a slip of the pen."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            _("Rok %(year)d jest poza zakresem %(first)d–%(last)d.")
            % {"year": year, "first": FIRST_YEAR, "last": LAST_YEAR}
        )
    return year


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month; any year, so that the neighbours of every parsed month exist."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12:
            raise ValueError(_("Nie ma miesiąca %d: miesiące mają numery 1–12.") % self.number)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads „2026-03”; ValueError for anything else and for years beyond 2000–2100."""
        found = _SLUG.fullmatch(text)
        if not found:
            raise ValueError(
                _("Nie rozumiem miesiąca %s. Napisz rok i miesiąc, np. 2026-03.") % quoted(text)
            )
        return cls(known_year(int(found[1])), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """The month of a date, or of an aware datetime in Warsaw."""
        day = day_of(day) if isinstance(day, datetime) else day
        return cls(day.year, day.month)

    @property
    def name(self) -> MonthName:
        return MONTHS[self.number - 1]

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    @property
    def start(self) -> datetime:
        return midnight(self.first_day)

    @property
    def end(self) -> datetime:
        """The start of the next month, which no longer belongs to this one."""
        return midnight(self.last_day + timedelta(days=1))

    def next(self) -> Self:
        return self.shifted(1)

    def previous(self) -> Self:
        return self.shifted(-1)

    def shifted(self, months: int) -> Self:
        """So many months later, or earlier when negative."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return type(self)(year, number + 1)

    def part(self, part: int) -> tuple[date, date]:
        """First day of a part of the month, and the day after its last."""
        if part not in (BEGINNING, MIDDLE, END):
            raise ValueError(_("Miesiąc ma trzy części: początek, połowę i koniec."))
        bounds = [self.first_day + timedelta(days=days) for days in (0, 10, 20)]
        bounds.append(self.last_day + timedelta(days=1))
        return bounds[part - 1], bounds[part]

    @property
    def slug(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def nominative(self) -> str:
        """„marzec 2026”"""
        return f"{self.name.nominative} {self.year}"

    @property
    def genitive(self) -> str:
        """„marca 2026”"""
        return f"{self.name.genitive} {self.year}"

    @property
    def locative(self) -> str:
        """„w marcu 2026”, „we wrześniu 2026”; a no-break space after the preposition."""
        return f"{self.name.locative.replace(' ', NBSP)} {self.year}"

    def __str__(self) -> str:
        return self.slug


@dataclass(frozen=True, order=True)
class MonthSpan:
    """One month or several in a row, 24 at most, within 2000–2100; ValueError otherwise."""

    first: Month
    last: Month

    def __post_init__(self) -> None:
        known_year(self.first.year)
        known_year(self.last.year)
        if self.last < self.first:
            raise ValueError(
                _("Okres kończy się (%(last)s) przed początkiem (%(first)s).")
                % {"last": self.last.nominative, "first": self.first.nominative}
            )
        if len(self) > 24:
            raise ValueError(_("Okres może mieć najwyżej 24 miesiące, a ten ma %d.") % len(self))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads „2026-03” or „2026-01--2026-05”; ValueError for anything else."""
        first, dashes, last = text.partition("--")
        return cls.of(Month.parse(first), Month.parse(last) if dashes else None)

    @classmethod
    def of(cls, first: Month, last: Month | None = None) -> Self:
        return cls(first, last or first)

    def __iter__(self) -> Iterator[Month]:
        return (self.first.shifted(months) for months in range(len(self)))

    def __len__(self) -> int:
        years = self.last.year - self.first.year
        return years * 12 + self.last.number - self.first.number + 1

    def __contains__(self, month: Month) -> bool:
        return self.first <= month <= self.last

    @property
    def start(self) -> datetime:
        return self.first.start

    @property
    def end(self) -> datetime:
        return self.last.end

    @property
    def is_year(self) -> bool:
        return self.first.year == self.last.year and len(self) == 12

    @property
    def slug(self) -> str:
        return str(self.first) if len(self) == 1 else f"{self.first}--{self.last}"

    @property
    def nominative(self) -> str:
        """„marzec 2026”, „styczeń–maj 2026”, „grudzień 2025 – styczeń 2026”, „rok 2026”."""
        if len(self) == 1:
            return self.first.nominative
        if self.is_year:
            return f"rok {self.first.year}"
        if self.first.year == self.last.year:
            return f"{self.first.name.nominative}–{self.last.nominative}"
        return f"{self.first.nominative} – {self.last.nominative}"

    @property
    def short(self) -> str:
        """As `nominative`, with „r.” after each year: „styczeń–maj 2026 r.”, „2026 r.”."""
        if self.is_year:
            return f"{self.first.year}{NBSP}r."
        if self.first.year == self.last.year:
            return f"{self.nominative}{NBSP}r."
        return f"{self.first.nominative}{NBSP}r. – {self.last.nominative}{NBSP}r."

    @property
    def sentence(self) -> str:
        """„w marcu 2026 r.”, „od stycznia do maja 2026 r.”, „w 2026 r.”."""
        if len(self) == 1:
            return f"{self.first.locative}{NBSP}r."
        if self.is_year:
            return f"w{NBSP}{self.first.year}{NBSP}r."
        if self.first.year == self.last.year:
            return f"od {self.first.name.genitive} do {self.last.genitive}{NBSP}r."
        return f"od {self.first.genitive}{NBSP}r. do {self.last.genitive}{NBSP}r."
