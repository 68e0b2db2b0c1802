"""What is on record about a month or a span of months: the one place that loads it.

Every figure and every sentence of a report is computed from `PeriodFacts`. The number of queries
does not grow with the rows.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from events.models import AttendanceNoteVersion, Event
from events.models.event import Outcome
from portal.kernel.counts import Quantity, Unit
from portal.kernel.months import Month, MonthSpan, midnight
from portal.kernel.when import Precision
from reports.models import Activity


@dataclass(frozen=True)
class Meeting:
    """One of our own meetings that took place, and its approved note, if there is one."""

    event: Event
    note: AttendanceNoteVersion | None

    @property
    def month(self) -> Month:
        """The month in which it began; a coarse date belongs to its (first) month."""
        return Month.of(self.event.when.first_day)

    def quantity(self, unit: Unit) -> Quantity | None:
        return self.note.quantity(unit) if self.note else None


@dataclass(frozen=True)
class PeriodFacts:
    """Frozen input of a draft and of the figures. Months and `through` are Warsaw's."""

    span: MonthSpan
    through: date
    meetings: tuple[Meeting, ...]
    unanswered: tuple[Event, ...]
    activities: tuple[Activity, ...]

    def meetings_in(self, month: Month) -> list[Meeting]:
        return [meeting for meeting in self.meetings if meeting.month == month]

    def activities_in(self, month: Month) -> list[Activity]:
        """What happened in that month; standing activities are apart."""
        return [
            activity
            for activity in self.activities
            if not is_standing(activity) and Month.of(activity.when.first_day) == month
        ]

    def standing_in(self, month: Month) -> list[Activity]:
        """Activities that span months, each in the first of its months that the period has."""
        return [
            activity
            for activity in self.activities
            if is_standing(activity) and first_month_within(activity, self.span) == month
        ]


def is_standing(activity: Activity) -> bool:
    """Whether it went on through several months rather than took place in one."""
    return activity.precision == Precision.MONTHS


def first_month_within(activity: Activity, span: MonthSpan) -> Month:
    return max(Month.of(activity.when.first_day), span.first)


def load_period(span: MonthSpan, *, through: date, at: datetime) -> PeriodFacts:
    """All that is on record up to the end of the day `through`, as a visitor may know it at `at`.

    Meetings are public events that somebody said took place. Public ones that are over and
    unanswered are known to be missing. An activity that is about one of the meetings is that
    meeting, not one thing more.
    """
    until = min(span.end, midnight(through + timedelta(days=1)))
    events = list(events_of(span, until, at))
    held = [event for event in events if event.outcome == Outcome.HELD]
    meetings = tuple(Meeting(event, approved_note(event)) for event in held)
    return PeriodFacts(
        span,
        through,
        meetings,
        tuple(event for event in events if event.is_unanswered(at)),
        activities_of(span, until, {event.pk for event in held}),
    )


def events_of(span: MonthSpan, until: datetime, at: datetime) -> "list[Event]":
    """Public events that began in the period, in the order of their dates; examples never count."""
    public = Event.objects.public(at).filter(is_example=False)
    began = public.filter(starts_at__gte=span.start, starts_at__lt=until)
    return list(
        began.filter(is_example=False)
        .select_related("series", "venue__inside", "note__current__approved_by")
        .prefetch_related("partnerships__organization", "note__current__approved_by__groups")
        .order_by("sort_at", "pk")
    )


def approved_note(event: Event) -> AttendanceNoteVersion | None:
    """The note as it was last approved; a draft of a note is nobody's source."""
    note = getattr(event, "note", None)
    return note.current if note else None


def activities_of(span: MonthSpan, until: datetime, held: set[int]) -> tuple[Activity, ...]:
    found = (
        Activity.objects.kept()
        .in_span(span)
        .filter(starts_at__lt=until)
        .select_related("event", "venue__inside")
        .in_order()
    )
    return tuple(
        activity
        for activity in found
        if activity.event_id not in held and (is_standing(activity) or begins_in(activity, span))
    )


def begins_in(activity: Activity, span: MonthSpan) -> bool:
    """A day trip over the turn of a month belongs to the month in which it began."""
    return Month.of(activity.when.first_day) in span
