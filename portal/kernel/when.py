"""When something happens or happened, as exactly as anybody knows: to the hour, day or month.

A `When` is an interval that covers everything its date may mean. The instants are kept in UTC, so
that comparing and subtracting them is right over a change of clocks; days and months are those
of Europe/Warsaw.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Self

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel import phrases
from portal.kernel.months import (
    FIRST_YEAR,
    LAST_YEAR,
    Month,
    MonthSpan,
    day_of,
    known_year,
    local,
    midnight,
)

DAY = timedelta(days=1)
USUAL_LENGTH = timedelta(hours=2)


class Precision(models.TextChoices):
    """How exactly the date is known."""

    TIME = "time", gettext_lazy("co do godziny")
    DAY = "day", gettext_lazy("co do dnia")
    PART_OF_MONTH = "part_of_month", gettext_lazy("co do części miesiąca")
    MONTH = "month", gettext_lazy("co do miesiąca")
    MONTHS = "months", gettext_lazy("kilka miesięcy")


FINE = (Precision.TIME, Precision.DAY)


class EndKind(models.TextChoices):
    """Where the end comes from; an unknown one is assumed, for ordering only, and never shown."""

    STATED = "stated", gettext_lazy("podany")
    PLANNED = "planned", gettext_lazy("orientacyjny („ok.”)")
    UNKNOWN = "unknown", gettext_lazy("nieznany")


class Phase(StrEnum):
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True)
class When:
    """A half-open interval [starts_at, ends_at) and what is known about it.

    ValueError, with a Polish sentence, for what contradicts itself: an end before the start, a
    day that does not begin at Warsaw's midnight, a month that is not a month, flags that do not
    fit the precision.
    """

    starts_at: datetime
    ends_at: datetime
    precision: Precision
    all_day: bool = False
    drop_in: bool = False
    end_kind: EndKind = EndKind.STATED
    confirmed: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts_at", _utc(self.starts_at))
        object.__setattr__(self, "ends_at", _utc(self.ends_at))
        if self.ends_at <= self.starts_at:
            raise ValueError(_("Koniec musi być po początku."))
        self._check_flags()
        self._check_alignment()

    # Constructors

    @classmethod
    def at_time(
        cls,
        start: datetime,
        end: datetime | None = None,
        *,
        planned_end: bool = False,
        drop_in: bool = False,
        confirmed: bool = True,
        assumed: timedelta = USUAL_LENGTH,
    ) -> Self:
        """To the hour; without an end, one is assumed that long after the start."""
        kind = EndKind.PLANNED if planned_end else EndKind.STATED
        if end is None:
            kind, end = EndKind.UNKNOWN, _utc(start) + assumed
        return cls(start, end, Precision.TIME, drop_in=drop_in, end_kind=kind, confirmed=confirmed)

    @classmethod
    def on_day(
        cls,
        day: date,
        last_day: date | None = None,
        *,
        all_day: bool = False,
        confirmed: bool = True,
    ) -> Self:
        """One day or several, the last included; unless `all_day`, the hour is yet to be said."""
        last = last_day or day
        known_year(last.year)
        end = midnight(last + DAY)
        return cls(midnight(day), end, Precision.DAY, all_day=all_day, confirmed=confirmed)

    @classmethod
    def in_part(cls, month: Month, part: int) -> Self:
        """The beginning, middle or end of a month (1, 2, 3)."""
        first, after = month.part(part)
        return cls(midnight(first), midnight(after), Precision.PART_OF_MONTH, confirmed=False)

    @classmethod
    def in_month(cls, month: Month) -> Self:
        return cls(month.start, month.end, Precision.MONTH, confirmed=False)

    @classmethod
    def in_months(cls, span: MonthSpan) -> Self:
        """Somewhere in a span of months, or all along it."""
        if len(span) == 1:
            return cls.in_month(span.first)
        return cls(span.start, span.end, Precision.MONTHS, confirmed=False)

    # Facts

    @property
    def is_coarse(self) -> bool:
        """Whether not even the day is known."""
        return self.precision not in FINE

    @property
    def is_long(self) -> bool:
        """Several days; what merely runs past midnight belongs to the day it starts on."""
        return self.duration > timedelta(hours=24) and self.last_day > self.first_day

    @property
    def sort_at(self) -> datetime:
        """The start; for a coarse date the end, so that it follows the dated ones."""
        return self.ends_at if self.is_coarse else self.starts_at

    @property
    def first_day(self) -> date:
        return day_of(self.starts_at)

    @property
    def last_day(self) -> date:
        """The last day in Warsaw; an end at 0.00 is „24.00” of the day before."""
        if self.end_kind == EndKind.UNKNOWN:
            return self.first_day
        return day_of(self.ends_at - timedelta(minutes=1))

    @property
    def months(self) -> MonthSpan:
        """The months that it touches; ValueError when they are more than 24."""
        return MonthSpan(Month.of(self.first_day), Month.of(self.last_day))

    @property
    def part(self) -> int:
        """The part of its month in which it begins: 1, 2 or 3."""
        return min((self.first_day.day - 1) // 10 + 1, 3)

    @property
    def duration(self) -> timedelta:
        """Real length: nine hours for 22.00–6.00 on the night when clocks go back."""
        return self.ends_at - self.starts_at

    def phase(self, at: datetime) -> Phase:
        if at < self.starts_at:
            return Phase.BEFORE
        return Phase.DURING if at < self.ends_at else Phase.AFTER

    def days_until(self, at: datetime) -> int:
        """Warsaw days until the first day: 0 on that day, negative after it."""
        return (self.first_day - day_of(at)).days

    # In Polish

    def short(self) -> str:
        """„13 maja 2026 r., godz. 14.00–18.00”, „połowa maja 2026 r.”, „maj 2026 r.”"""
        if self.precision == Precision.TIME:
            return self._timing.short()
        if self.precision == Precision.DAY:
            return phrases.days(self.first_day, self.last_day)
        if self.precision == Precision.PART_OF_MONTH:
            return phrases.part(self.part, self.months.first)
        return self.months.short

    def sentence(self) -> str:
        """„w środę 13 maja 2026 r. w godz. 14.00–18.00”.

        It may end in „r.”, whose full stop then closes the sentence too.
        """
        if self.precision == Precision.TIME:
            return self._timing.sentence()
        if self.precision == Precision.DAY:
            return phrases.on_days(self.first_day, self.last_day)
        if self.precision == Precision.PART_OF_MONTH:
            return phrases.in_part(self.part, self.months.first)
        return self.months.sentence

    def hours(self) -> str:
        """„14.00–18.00”, „od 17.30”, „17.30 – ok. 19.30”; empty when no hour is known."""
        return self._timing.hours() if self.precision == Precision.TIME else ""

    def is_running(self, at: datetime) -> bool:
        """Whether it surely goes on: not within a coarse date, nor on a day of unknown hours."""
        hour_unknown = self.precision == Precision.DAY and not self.all_day
        return (
            not self.is_coarse
            and self.phase(at) == Phase.DURING
            and not (hour_unknown and self.first_day == self.last_day)
        )

    def running(self, at: datetime) -> str:
        """„trwa do 18.00”, „trwa, można wejść do 18.00”, „trwa do 15 maja”; empty unless it runs.

        An end that nobody has said is not said here either: „trwa”.
        """
        if not self.is_running(at):
            return ""
        until = self._until(day_of(at))
        if not until:
            return _("trwa")
        return (_("trwa, można wejść %s") if self.drop_in else _("trwa %s")) % until

    def _until(self, today: date) -> str:
        if self.precision == Precision.TIME:
            return self._timing.until(today)
        if self.last_day == today:
            return _("cały dzień") if self.first_day == self.last_day else _("ostatni dzień")
        return phrases.until_day(self.last_day, today)

    @property
    def minutes(self) -> tuple[int, int | None]:
        """Start and end on Warsaw's clock, since each day's midnight; a closing one is 1440."""
        if self.end_kind == EndKind.UNKNOWN:
            return _minutes(self.starts_at), None
        return _minutes(self.starts_at), _minutes(self.ends_at) or 24 * 60

    @property
    def _timing(self) -> phrases.Timing:
        start, end = self.minutes
        about = self.end_kind == EndKind.PLANNED
        return phrases.Timing(self.first_day, start, self.last_day, end, about)

    # For machines

    @property
    def iso_start(self) -> str:
        """For `datetime=` of the element time: „2026-05-13T14:00+02:00”, a day or a month."""
        if self.precision == Precision.TIME:
            return local(self.starts_at).isoformat(timespec="minutes")
        day = self.first_day.isoformat()
        return day[:7] if self.is_coarse else day

    @property
    def iso_end(self) -> str:
        """As `iso_start`, of the end; the last day or month itself; empty when unknown."""
        if self.end_kind == EndKind.UNKNOWN:
            return ""
        if self.precision == Precision.TIME:
            return local(self.ends_at).isoformat(timespec="minutes")
        day = self.last_day.isoformat()
        return day[:7] if self.is_coarse else day

    # What must not be

    def _check_flags(self) -> None:
        if self.is_coarse and self.confirmed:
            raise ValueError(_("Termin bez dnia nie może być potwierdzony."))
        if self.all_day and self.precision != Precision.DAY:
            raise ValueError(_("Cały dzień wymaga daty co do dnia, bez godzin."))
        if self.drop_in and self.precision != Precision.TIME:
            raise ValueError(_("Wejście w dowolnej chwili wymaga podania godzin."))
        if self.end_kind != EndKind.STATED and self.precision != Precision.TIME:
            raise ValueError(_("Koniec orientacyjny lub nieznany wymaga godziny początku."))

    def _check_alignment(self) -> None:
        if not self._is_aligned():
            raise ValueError(
                _("Przedział czasu nie zgadza się z dokładnością „%s”.")
                % Precision(self.precision).label
            )

    def _is_aligned(self) -> bool:
        """Whether the interval is what its precision says: whole minutes, days, parts, months."""
        if self.precision == Precision.TIME:
            return not any(at.second or at.microsecond for at in (self.starts_at, self.ends_at))
        if self.precision == Precision.MONTH and len(self.months) > 1:
            return False
        if self.precision == Precision.MONTHS and len(self.months) == 1:
            return False
        return (self.starts_at, self.ends_at) == self._whole_interval()

    def _whole_interval(self) -> tuple[datetime, datetime]:
        """The calendar's own interval, of this precision, around the first and the last day."""
        if self.precision == Precision.DAY:
            return midnight(self.first_day), midnight(self.last_day + DAY)
        if self.precision == Precision.PART_OF_MONTH:
            first, after = Month.of(self.first_day).part(self.part)
            return midnight(first), midnight(after)
        return self.months.start, self.months.end


_EARLIEST, _AFTER_LATEST = Month(FIRST_YEAR, 1).start, Month(LAST_YEAR, 12).end


def _utc(moment: datetime) -> datetime:
    """The same instant in UTC; ValueError when it is naive or beyond the years the site knows."""
    if moment.utcoffset() is None:
        raise ValueError(_("Chwila bez strefy czasowej nic nie znaczy."))
    if not _EARLIEST <= moment <= _AFTER_LATEST:
        raise ValueError(
            _("Data musi leżeć w latach %(first)d–%(last)d.")
            % {"first": FIRST_YEAR, "last": LAST_YEAR}
        )
    return moment.astimezone(UTC)


def _minutes(moment: datetime) -> int:
    """Minutes since midnight on Warsaw's clock."""
    clock = local(moment)
    return clock.hour * 60 + clock.minute
