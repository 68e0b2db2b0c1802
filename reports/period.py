"""What is on record about a month or a span of months: the one place that loads it.

Every figure and every sentence of a report is computed from `PeriodFacts`. `Records` reads all
that may count between two moments and cuts periods out of it, one or many, by the same rules.
The number of queries grows neither with the rows nor with the periods.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from events.models import Announcement, AttendanceNote, AttendanceNoteVersion, Event
from events.models.event import Outcome
from portal.kernel.counts import Quantity, Unit
from portal.kernel.months import Month, MonthSpan, day_of, midnight
from portal.kernel.publishing import Status
from portal.kernel.when import EndKind, Precision
from reports.contacts import Contacts, contacts_of, named_in
from reports.models import Activity

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Meeting:
    """One of our own meetings that took place, and its approved note, if there is one."""

    event: Event
    note: AttendanceNoteVersion | None

    @property
    def month(self) -> Month:
        """The month in which it began; a coarse date belongs to its (first) month."""
        return Month.of(self.event.when.first_day)

    @property
    def organizations(self) -> Rows:
        """Those on the approved list: {"id", "name", "public"}. Internal unless public."""
        rows: Rows = self.note.data["organizations"] if self.note else []
        return rows

    @property
    def promises(self) -> Rows | None:
        """As they were approved; None when nobody can tell whether there were any."""
        return self.note.data.get("commitments") if self.note else None

    def quantity(self, unit: Unit) -> Quantity | None:
        return self.note.quantity(unit) if self.note else None


@dataclass(frozen=True)
class PeriodFacts:
    """Frozen input of a draft and of the figures. Months and `through` are Warsaw's.

    `promising`: meetings, of any time, whose approved notes promise something for this period.
    `named`: by activity, the organizations that it names; `contacts` says which of them are one.
    """

    span: MonthSpan
    through: date
    meetings: tuple[Meeting, ...]
    unanswered: tuple[Event, ...]
    activities: tuple[Activity, ...]
    promising: tuple[Meeting, ...] = ()
    named: Mapping[int, frozenset[int]] = field(default_factory=dict)
    contacts: Contacts = field(default_factory=Contacts)

    @property
    def last_day(self) -> date:
        """The last day of the period of which anything may be known."""
        return min(self.span.last.last_day, self.through)

    def meetings_in(self, month: Month) -> list[Meeting]:
        return [meeting for meeting in self.meetings if meeting.month == month]

    def activities_in(self, month: Month) -> list[Activity]:
        """What happened in that month; standing activities are apart."""
        return [
            activity
            for activity in self.activities
            if not is_standing(activity) and Month.of(activity.starts_at) == month
        ]

    def standing_in(self, month: Month) -> list[Activity]:
        """Activities that span months, each in the first of its months that the period has."""
        return [
            activity
            for activity in self.activities
            if is_standing(activity) and first_month_within(activity, self.span) == month
        ]


def load_period(span: MonthSpan, *, through: date, at: datetime) -> PeriodFacts:
    """All that is on record up to the end of the day `through`, as a visitor may know it at `at`.

    Meetings are public events that somebody said took place. Public ones that are over and
    unanswered are known to be missing. An activity that is about one of the meetings is that
    meeting, not one thing more.
    """
    return Records.over(span.start, span.end, at).facts(span, through)


@dataclass(frozen=True)
class Records:
    """All that may count in any period between two moments, as known at `at`.

    `events` also holds older ones whose notes promise something for those days.
    """

    at: datetime
    events: list[Event]
    activities: list[Activity]
    named: dict[int, frozenset[int]]
    contacts: Contacts

    @classmethod
    def over(cls, start: datetime, end: datetime, at: datetime) -> "Records":
        approved = list(approved_notes(end, at))
        promising = [row.pk for row in approved if is_due(row.promises, start, end)]
        activities = activities_within(start, end)
        return cls(
            at,
            list(events_within(start, end, promising, at)),
            activities,
            named_in(activities),
            contacts_of((row.began, row.organizations) for row in approved),
        )

    def facts(self, span: MonthSpan, through: date) -> PeriodFacts:
        """One period of those that were read."""
        until = min(span.end, midnight(through + timedelta(days=1)))
        events = [row for row in self.events if span.start <= row.starts_at < until]
        held = [row for row in events if row.outcome == Outcome.HELD]
        known = {row.pk for row in held}
        activities = [row for row in self.activities if belongs(row, span, until, known)]
        return PeriodFacts(
            span,
            through,
            tuple(meeting_of(row) for row in held),
            tuple(row for row in events if row.is_unanswered(self.at)),
            tuple(activities),
            tuple(self.promising(span.start, until)),
            {row.pk: self.named[row.pk] for row in activities if row.pk in self.named},
            self.contacts,
        )

    def promising(self, start: datetime, until: datetime) -> Iterable[Meeting]:
        for event in self.events:
            if event.starts_at < until and event.outcome == Outcome.HELD:
                meeting = meeting_of(event)
                if is_due(meeting.promises, start, until):
                    yield meeting


# Which events


def counting(at: datetime) -> QuerySet[Event]:
    """What visitors may see; examples never count."""
    return Event.objects.public(at).filter(is_example=False)


def events_within(
    start: datetime, end: datetime, promising: list[int], at: datetime
) -> QuerySet[Event]:
    """In the order of their dates, with all that figures and lines read, but their long texts.

    Each knows `announced_at`, when the first text about it became public.
    """
    within = Q(starts_at__gte=start, starts_at__lt=end)
    return (
        counting(at)
        .filter(within | Q(pk__in=promising))
        .annotate(announced_at=first_announcement(at))
        .select_related("series", "venue__inside", "note__current__approved_by")
        .prefetch_related(
            "partnerships__organization",
            "programme",
            "changes",
            "note__current__approved_by__groups",
        )
        .defer("body", "note__internal")
        .order_by("sort_at", "pk")
    )


def first_announcement(at: datetime) -> Subquery:
    """Also of one that was withdrawn later: people had read it."""
    told = Announcement.objects.filter(events=OuterRef("pk"), published_at__lte=at)
    told = told.filter(is_example=False).exclude(status=Status.DRAFT)
    return Subquery(told.order_by("published_at").values("published_at")[:1])


def meeting_of(event: Event) -> Meeting:
    return Meeting(event, approved_note(event))


def approved_note(event: Event) -> AttendanceNoteVersion | None:
    """The note as it was last approved; a draft of a note is nobody's source."""
    note = getattr(event, "note", None)
    return note.current if note else None


# Which notes


@dataclass(frozen=True)
class Approved:
    """What an approved note says for other periods than its own."""

    pk: int
    began: datetime
    organizations: Rows
    promises: Rows | None


def approved_notes(until: datetime, at: datetime) -> Iterable[Approved]:
    """Of every meeting that began before, however long ago: who was met when, what was promised."""
    held = counting(at).filter(outcome=Outcome.HELD, starts_at__lt=until)
    rows = AttendanceNote.objects.filter(event__in=held, current__isnull=False).order_by("pk")
    for pk, began, data in rows.values_list("event", "event__starts_at", F("current__data")):
        yield Approved(pk, began, data["organizations"], data.get("commitments"))


def is_due(promises: Rows | None, start: datetime, end: datetime) -> bool:
    """Whether one of them had its day in that time."""
    first, after = day_of(start), day_of(end)
    days = (due_day(row) for row in promises or [])
    return any(first <= day < after for day in days if day)


def due_day(row: dict[str, Any]) -> date | None:
    return date.fromisoformat(row["due"]) if row.get("due") else None


# Which activities


def activities_within(start: datetime, end: datetime) -> list[Activity]:
    found = Activity.objects.kept().filter(starts_at__lt=end, ends_at__gt=start)
    return list(found.select_related("event", "venue__inside").defer("event__body").in_order())


def belongs(activity: Activity, span: MonthSpan, until: datetime, held: set[int]) -> bool:
    """Whether the period counts it: not what is one of its meetings, not what comes later."""
    if activity.event_id in held or activity.starts_at >= until:
        return False
    return overlaps(activity, span) and (is_standing(activity) or begins_in(activity, span))


def overlaps(activity: Activity, span: MonthSpan) -> bool:
    """As `TimedQuerySet.in_span`: an assumed end does not count as overlap."""
    assumed = activity.end_kind == EndKind.UNKNOWN and activity.starts_at < span.start
    return activity.starts_at < span.end and activity.ends_at > span.start and not assumed


def begins_in(activity: Activity, span: MonthSpan) -> bool:
    """A day trip over the turn of a month belongs to the month in which it began."""
    return Month.of(activity.when.first_day) in span


def is_standing(activity: Activity) -> bool:
    """Whether it went on through several months rather than took place in one."""
    return activity.precision == Precision.MONTHS


def first_month_within(activity: Activity, span: MonthSpan) -> Month:
    return max(Month.of(activity.when.first_day), span.first)
