"""Cycles, meetings, notes and announcements of the demo, by the actions of the events app."""

from datetime import datetime

from events.actions import (
    approve_note,
    change_event,
    draft_announcement,
    draft_next_edition,
    say_held,
)
from events.facts import Facts
from events.models import (
    AttendanceNote,
    Commitment,
    Count,
    Event,
    EventAccess,
    Partnership,
    Presence,
    ProgrammeItem,
    Series,
    SeriesAlias,
)
from organizations.models import Organization
from portal.demo import examples, sources
from portal.demo.announcements import TEXTS, Text
from portal.demo.events import MEETINGS, Meeting
from portal.demo.notes import NOTES, Note
from portal.demo.organizations import PROXY
from portal.demo.record import Desk, check, fill, keep, publish
from portal.demo.series import CYCLES, Cycle
from portal.kernel.reading import read_when
from venues.models import Venue

Events = dict[str, Event]


def load(desk: Desk, now: datetime) -> None:
    for cycle in CYCLES:
        add_cycle(cycle, desk)
    meetings = (*MEETINGS, *examples.meetings(now))
    events = {meeting.key: add_meeting(meeting, desk) for meeting in meetings}
    move(examples.move_of_the_bench(now), events, desk)
    for note in NOTES:
        add_note(note, events, desk)
    for text in TEXTS:
        add_announcement(text, events, desk)
    add_announcement(examples.announcement(now), events, desk, is_example=True)


def add_cycle(cycle: Cycle, desk: Desk) -> None:
    start, end = cycle.hours or (None, None)
    first_day, last_day = cycle.window or (None, None)
    series = Series(
        slug=cycle.slug,
        name=cycle.name,
        lead=cycle.lead,
        idea=cycle.idea,
        host_label=cycle.host,
        cadence=cycle.cadence,
        audience=cycle.audience,
        addressed_to=cycle.addressed_to,
        usual_start=start,
        usual_end=end,
        usually_drop_in=cycle.drop_in,
        window_first_day=first_day,
        window_last_day=last_day,
        numbering=cycle.numbering,
        edition_noun=cycle.noun,
        emblem=cycle.emblem,
    )
    keep(series, desk.writer)
    series.organizers.set([Organization.objects.get(name=cycle.host)])
    for name in cycle.aliases:
        keep(SeriesAlias(series=series, name=name), desk.writer)
    publish(series, desk, cycle.since)


def add_meeting(meeting: Meeting, desk: Desk) -> Event:
    """Drafted as the next edition, filled in, published; held when a text says so."""
    event = fill_in(draft(meeting, desk), meeting, desk)
    add_partners(event, meeting, desk)
    add_programme(event, meeting, desk)
    add_access(event, meeting, desk)
    publish(event, desk, meeting.since)
    if meeting.held:
        say_held(event=event, by=desk.writer, at=meeting.held)
    return event


def draft(meeting: Meeting, desk: Desk) -> Event:
    when = read_when(
        meeting.starts,
        meeting.ends,
        planned_end=meeting.planned_end,
        drop_in=meeting.drop_in,
    )
    series = Series.objects.get(slug=meeting.series)
    return draft_next_edition(series=series, when=when, by=desk.writer)


def fill_in(event: Event, meeting: Meeting, desk: Desk) -> Event:
    before = Facts.of(event)
    venue = Venue.objects.get(name=meeting.venue) if meeting.venue else None
    fill(event, venue=venue, **meeting.facts)
    check(event)
    change_event(event=event, before=before, by=desk.writer, at=meeting.since, reason="")
    return event


def move(told: examples.Move, events: Events, desk: Desk) -> None:
    event = events[told.meeting]
    before = Facts.of(event)
    event.venue = Venue.objects.get(name=told.venue)
    check(event)
    change_event(event=event, before=before, by=desk.publisher, at=told.at, reason=told.reason)


def add_partners(event: Event, meeting: Meeting, desk: Desk) -> None:
    for partner in meeting.partners:
        organization = Organization.objects.get(name=partner.organization)
        partnership = Partnership(
            event=event, organization=organization, role=partner.role, note=partner.note
        )
        keep(partnership, desk.writer)


def add_programme(event: Event, meeting: Meeting, desk: Desk) -> None:
    for position, item in enumerate(meeting.programme, start=1):
        performer = Organization.objects.filter(name=item.performer).first()
        row = ProgrammeItem(
            event=event,
            position=position,
            title=item.title,
            description=item.description,
            performer=performer,
        )
        keep(row, desk.writer)


def add_access(event: Event, meeting: Meeting, desk: Desk) -> None:
    for said in meeting.access:
        keep(EventAccess(event=event, **vars(said)), desk.writer)


def add_note(note: Note, events: Events, desk: Desk) -> None:
    """Written by one account and approved by the other, as it should be."""
    row = AttendanceNote(
        event=events[note.meeting],
        summary=note.summary,
        internal=note.internal,
        written_by=desk.writer,
    )
    keep(row, desk.writer)
    for given in note.counts:
        keep(Count(note=row, **vars(given)), desk.writer)
    for name in note.present:
        organization = Organization.objects.get(name=name)
        keep(Presence(note=row, organization=organization, public=True), desk.writer)
    if note.promise:
        promise = Commitment(note=row, text=note.promise, owner=PROXY, due=note.due)
        keep(promise, desk.writer)
    approve_note(note=row, by=desk.publisher, at=sources.NOTES_APPROVED)


def add_announcement(text: Text, events: Events, desk: Desk, *, is_example: bool = False) -> None:
    """Drafted from its first event; an empty lead keeps the drafted one."""
    about = [events[key] for key in text.about]
    announcement = draft_announcement(event=about[0], kind=text.kind, by=desk.writer, at=text.since)
    lead = text.lead or announcement.lead
    fill(announcement, title=text.title, lead=lead, body=text.body, is_example=is_example)
    keep(announcement, desk.writer)
    announcement.events.set(about)
    publish(announcement, desk, text.since)
