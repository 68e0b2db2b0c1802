"""The calendar: what lies ahead as a list by months, and a month as a table of weeks.

What has no day, or many days, stands apart from the days.
"""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import QuerySet

from events.cards import Card, card
from events.cycle import pause_sentence
from events.models import Event, Series, SeriesPause
from events.models.event import EventQuerySet
from portal.kernel.months import FIRST_YEAR, LAST_YEAR, Month, day_of
from portal.kernel.polish import MONTHS, WEEKDAYS
from portal.kernel.timed import FIELDS
from portal.kernel.when import Precision, When


@dataclass(frozen=True)
class Pause:
    """A cycle that does not meet in a month, as a page says it."""

    series: Series
    text: str


def public_pauses(rows: QuerySet[SeriesPause], at: datetime) -> dict[Month, list[Pause]]:
    """By month, for the cycles that visitors know; one query."""
    known = rows.filter(series__in=Series.objects.public(at)).select_related("series")
    found: dict[Month, list[Pause]] = defaultdict(list)
    for row in known.order_by("month", "series__sort_key", "pk"):
        found[Month.of(row.month)].append(Pause(row.series, pause_sentence(row, at)))
    return found


def without_meetings(pauses: list[Pause], rows: list[Card]) -> list[Pause]:
    """Without those that a meeting in that month, announced after all, has overtaken."""
    meeting = {
        row.event.series_id
        for row in rows
        if not row.off and row.event.precision != Precision.MONTHS
    }
    return [pause for pause in pauses if pause.series.pk not in meeting]


def undated_heading(month: Month, rows: list[Card]) -> str:
    """„W czerwcu, bez daty”; what may come in another month as well is „Bez daty” alone."""
    if any(row.event.precision == Precision.MONTHS for row in rows):
        return "Bez daty"
    words = month.name.locative
    return f"{words[0].upper()}{words[1:]}, bez daty"


# What lies ahead, as a list


@dataclass
class AgendaMonth:
    month: Month
    dated: list[Card] = field(default_factory=list)
    undated: list[Card] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)

    @property
    def undated_heading(self) -> str:
        return undated_heading(self.month, self.undated)


@dataclass(frozen=True)
class Agenda:
    """Running first, then month by month; in each the dated, then those without a day."""

    running: list[Card]
    months: list[AgendaMonth]

    @property
    def is_empty(self) -> bool:
        return not (self.running or self.months)


def agenda(
    at: datetime,
    *,
    full: bool = False,
    ahead: EventQuerySet | None = None,
    pauses: QuerySet[SeriesPause] | None = None,
) -> Agenda:
    """All that is public and not over; three queries. `full`: weekdays by their full names.

    `ahead` and `pauses` narrow it: the events that lie ahead, and the months without a meeting.
    """
    shown = Event.objects.public(at).upcoming(at) if ahead is None else ahead
    rows = [card(event, at, full=full) for event in shown.for_cards()]
    running = [row for row in rows if is_running(row, at)]
    months: dict[Month, AgendaMonth] = {}
    for row in rows:
        if not is_running(row, at):
            month = month_ahead(row, at)
            found = months.setdefault(month, AgendaMonth(month))
            (found.undated if row.event.when.is_coarse else found.dated).append(row)
    since = SeriesPause.objects.since(Month.of(at)) if pauses is None else pauses
    for month, found_pauses in public_pauses(since, at).items():
        months.setdefault(month, AgendaMonth(month)).pauses = without_meetings(
            found_pauses, [row for row in rows if is_in(row.event.when, month)]
        )
    kept = [found for found in months.values() if found.dated or found.undated or found.pauses]
    return Agenda(running, sorted(kept, key=lambda found: found.month))


def is_running(row: Card, at: datetime) -> bool:
    return row.event.is_ahead(at) and row.event.when.is_running(at)


def month_ahead(row: Card, at: datetime) -> Month:
    """Under which month it is listed: a coarse date under its last, none under one gone by."""
    when = row.event.when
    return max(Month.of(when.last_day if when.is_coarse else when.first_day), Month.of(at))


def is_in(when: When, month: Month) -> bool:
    """Whether the month's page shows it: what runs past midnight belongs to its first day."""
    last = when.last_day if when.is_coarse or when.is_long else when.first_day
    return Month.of(when.first_day) <= month <= Month.of(last)


def by_months(rows: list[Card]) -> list[AgendaMonth]:
    """Past events under their months, in the order given."""
    months: dict[Month, AgendaMonth] = {}
    for row in rows:
        when = row.event.when
        month = Month.of(when.last_day if when.is_coarse else when.first_day)
        months.setdefault(month, AgendaMonth(month)).dated.append(row)
    return list(months.values())


# Ways to other months


@dataclass(frozen=True)
class MonthLink:
    month: Month
    count: int
    is_now: bool
    names_year: bool


def months_around(at: datetime, *, before: int = 11, after: int = 11) -> list[MonthLink]:
    """This month, the two after it, and those near it that hold anything; one query."""
    now = Month.of(at)
    counts = events_in([now.shifted(shift) for shift in range(-before, after + 1)], at)
    near = {now, now.shifted(1), now.shifted(2)}
    shown = [month for month in counts if is_shown(month) and (counts[month] or month in near)]
    return [
        MonthLink(month, counts[month], month == now, not known or known.year != month.year)
        for known, month in zip([None, *shown], shown, strict=False)
    ]


def events_in(months: list[Month], at: datetime) -> dict[Month, int]:
    """How many public events touch each of the months, which follow each other; one query."""
    counts = dict.fromkeys(months, 0)
    found = Event.objects.public(at).filter(
        starts_at__lt=months[-1].end, ends_at__gt=months[0].start
    )
    for event in found.only(*FIELDS):
        for month in months:
            counts[month] += is_in(event.when, month)
    return counts


def is_shown(month: Month) -> bool:
    """Beyond the calendar's years there is no page."""
    return FIRST_YEAR <= month.year <= LAST_YEAR


def nearest_months(month: Month, at: datetime) -> tuple[Month | None, Month | None]:
    """The nearest months, before and after an empty one, that hold an event; two queries."""
    public = Event.objects.public(at)
    before = public.filter(starts_at__lt=month.start).order_by("-ends_at", "-pk").first()
    after = public.filter(starts_at__gte=month.end).order_by("starts_at", "pk").first()
    return (
        last_shown(before.when, month) if before else None,
        Month.of(after.when.first_day) if after else None,
    )


def last_shown(when: When, month: Month) -> Month:
    """The last month, up to that one, whose page shows it."""
    last = min(Month.of(when.last_day), month)
    return last if is_in(when, last) else last.previous()


# A month as a table


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
    pauses: list[Pause]

    @property
    def month_genitive(self) -> str:
        return MONTHS[self.month.number - 1].genitive

    @property
    def undated_heading(self) -> str:
        return undated_heading(self.month, self.undated)

    @property
    def has_days(self) -> bool:
        """Whether the table has anything to show."""
        return any(day.cards for week in self.weeks for day in week)

    @property
    def is_empty(self) -> bool:
        return not (self.long or self.undated or self.has_days)


def month_calendar(month: Month, at: datetime) -> MonthCalendar:
    """All public events that touch the month; three queries."""
    found = Event.objects.public(at).in_month(month).for_cards().order_by("sort_at", "pk")
    rows = [card(event, at, full=True) for event in found if is_in(event.when, month)]
    dated = [row for row in rows if not row.event.when.is_coarse]
    short = [row for row in dated if not row.event.when.is_long]
    pauses = public_pauses(SeriesPause.objects.in_month(month), at)
    return MonthCalendar(
        month=month,
        weeks=weeks(month, by_day(short), day_of(at)),
        long=[row for row in dated if row.event.when.is_long],
        undated=[row for row in rows if row.event.when.is_coarse],
        pauses=without_meetings(pauses[month], rows),
    )


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
