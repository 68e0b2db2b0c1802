"""All that is looked at when a report is checked, read at once.

The number of queries does not grow with the rows; what follows only compares.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import F

from events.known_names import KnownNames
from events.models import Announcement, AttendanceNote, Event
from portal.kernel.months import Month
from reports.drafting import Draft, DraftLine, draft_of
from reports.models import Report, ReportLine, ReportSection
from reports.period import Meeting, PeriodFacts, load_period


@dataclass(frozen=True)
class Evidence:
    """A report beside the records of its period. `announcements` are public, by their event."""

    report: Report
    facts: PeriodFacts
    lines: tuple[ReportLine, ...]
    sections: tuple[ReportSection, ...]
    notes: dict[int, AttendanceNote]
    announcements: dict[int, list[Announcement]]
    bodies: dict[int, str]  # of the events' own pages, as HTML
    known: KnownNames

    @cached_property
    def meetings(self) -> dict[int, Meeting]:
        return {meeting.event.pk: meeting for meeting in self.facts.meetings}

    @cached_property
    def included(self) -> list[ReportLine]:
        return [line for line in self.lines if line.included]

    @cached_property
    def line_of_event(self) -> dict[int, ReportLine]:
        """The line in the report about each meeting, be it through an activity about it."""
        through = {row.about: row for row in self.included if row.about}  # type: ignore[attr-defined]  # annotated in lines_of
        return {**through, **{row.event_id: row for row in self.included if row.event_id}}

    @cached_property
    def draft(self) -> Draft:
        """What the records would make the report say now."""
        return draft_of(self.facts)

    @cached_property
    def drafted(self) -> dict[tuple[int | None, int | None], tuple[Month, DraftLine]]:
        """What the draft would write of each record, and in which month."""
        return self.draft.by_record()

    @cached_property
    def positions(self) -> dict[tuple[int | None, int | None], int]:
        """Of each line that a record gave, by that record."""
        return {(row.event_id, row.activity_id): row.position for row in self.lines}


def evidence_of(report: Report, at: datetime) -> Evidence:
    facts = load_period(report.span, through=report.data_through, at=at)
    return Evidence(
        report,
        facts,
        lines_of(report),
        tuple(report.sections.all()),
        notes_of(facts),
        announcements_of(facts, at),
        bodies_of(facts),
        KnownNames.load(),
    )


def lines_of(report: Report) -> tuple[ReportLine, ...]:
    """`about` is the event that a line's activity is about."""
    return tuple(report.lines.annotate(about=F("activity__event")).in_order())


def events_of(facts: PeriodFacts) -> dict[str, Any]:
    """The dates of the period's events, as a condition on them."""
    return {
        "starts_at__gte": facts.span.start,
        "starts_at__lt": facts.span.end,
        "discarded_at__isnull": True,
    }


def notes_of(facts: PeriodFacts) -> dict[int, AttendanceNote]:
    """The office's working copies, with all that an approval would freeze."""
    rows = (
        AttendanceNote.objects.filter(event__in=Event.objects.filter(**events_of(facts)))
        .select_related("current")
        .prefetch_related("counts", "presences", "commitments")
    )
    return {note.event_id: note for note in rows}


def announcements_of(facts: PeriodFacts, at: datetime) -> dict[int, list[Announcement]]:
    """Of those about one event alone: a text about several may speak of any of them."""
    about = Event.objects.filter(**events_of(facts)).values("pk")
    rows = Announcement.objects.public(at).filter(events__in=about).distinct()
    found: dict[int, list[Announcement]] = {}
    for row in rows.prefetch_related("events").order_by("published_at", "pk"):
        if len(events := list(row.events.all())) == 1:
            found.setdefault(events[0].pk, []).append(row)
    return found


def bodies_of(facts: PeriodFacts) -> dict[int, str]:
    """Which the period's facts, made for figures, do not carry."""
    rows = Event.objects.filter(**events_of(facts)).exclude(body="")
    return dict(rows.values_list("pk", "body"))
