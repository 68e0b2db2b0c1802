"""A month as a table of weeks; what has no day, or many days, stands apart."""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from events.cards import Card, cards
from events.models import Event
from portal.kernel.months import Month, day_of
from portal.kernel.polish import MONTHS, WEEKDAYS


@dataclass(frozen=True)
class CalendarDay:
    day: date
    in_month: bool
    is_today: bool
    cards: list[Card]

    @property
    def weekday(self) -> str:
        return WEEKDAYS[self.day.weekday()].nominative


@dataclass(frozen=True)
class MonthCalendar:
    month: Month
    weeks: list[list[CalendarDay]]
    long: list[Card]
    undated: list[Card]

    @property
    def month_genitive(self) -> str:
        return MONTHS[self.month.number - 1].genitive

    @property
    def has_days(self) -> bool:
        """Whether the table has anything to show."""
        return any(day.cards for week in self.weeks for day in week)

    @property
    def is_empty(self) -> bool:
        return not (self.long or self.undated or self.has_days)


def month_calendar(month: Month, at: datetime) -> MonthCalendar:
    """All public events that touch the month; three queries."""
    rows = cards(Event.objects.public(at).in_month(month).for_cards().order_by("sort_at", "pk"), at)
    undated = [row for row in rows if row.event.when.is_coarse]
    dated = [row for row in rows if not row.event.when.is_coarse]
    return MonthCalendar(
        month=month,
        weeks=weeks(month, by_day([row for row in dated if not is_long(row)]), day_of(at)),
        long=[row for row in dated if is_long(row)],
        undated=undated,
    )


def is_long(row: Card) -> bool:
    """Several days. One that runs past midnight belongs to the day it starts on."""
    when = row.event.when
    return when.duration > timedelta(hours=24) and when.last_day > when.first_day


def by_day(rows: list[Card]) -> dict[date, list[Card]]:
    found = defaultdict(list)
    for row in rows:
        found[row.event.when.first_day].append(row)
    return found


def weeks(month: Month, found: dict[date, list[Card]], today: date) -> list[list[CalendarDay]]:
    return [
        [
            CalendarDay(
                day=day,
                in_month=day.month == month.number,
                is_today=day == today,
                cards=found.get(day, []) if day.month == month.number else [],
            )
            for day in week
        ]
        for week in Calendar().monthdatescalendar(month.year, month.number)
    ]
