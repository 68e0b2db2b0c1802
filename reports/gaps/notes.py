"""Meetings whose figures nobody has written down, or nobody has approved."""

import json
from collections.abc import Iterator

from django.utils.translation import gettext as _

from events.approved import as_frozen, is_changed
from events.models import AttendanceNote
from events.promises import promises_data
from reports.gaps.evidence import Evidence
from reports.gaps.gap import Detail, Gap, Kind
from reports.gaps.links import note_url, to_new_note, to_note
from reports.gaps.naming import name_of_event
from reports.period import Meeting


def unwritten(evidence: Evidence) -> Iterator[Gap]:
    """At most one gap a meeting: no note, none approved, or changed since."""
    for meeting in evidence.facts.meetings:
        note = evidence.notes.get(meeting.event.pk)
        if note is None:
            yield without_note(meeting)
        elif note.current is None:
            yield unapproved(meeting, note)
        elif is_changed(note, note.current.data):
            yield changed(meeting, note, note.current.number)


def without_note(meeting: Meeting) -> Gap:
    name = name_of_event(meeting.event)
    return Gap(
        key=f"no_note:{meeting.event.pk}",
        kind=Kind.NO_NOTE,
        subject=name,
        sentence=_("Nie ma notatki ze spotkania, więc liczby je pomijają: %s.") % name,
        ways=(to_new_note(meeting.event),),
    )


def unapproved(meeting: Meeting, note: AttendanceNote) -> Gap:
    name = name_of_event(meeting.event)
    return Gap(
        key=f"unapproved:{meeting.event.pk}",
        kind=Kind.UNAPPROVED,
        subject=name,
        sentence=_("Notatki nikt nie zatwierdził, więc liczby ją pomijają: %s.") % name,
        details=said_in(note),
        ways=(to_note(note, _("Przeczytaj i zatwierdź")),),
    )


def changed(meeting: Meeting, note: AttendanceNote, version: int) -> Gap:
    name = name_of_event(meeting.event)
    sentence = _("Zmieniono ją po zatwierdzeniu, a liczby są z wersji %(n)s: %(name)s.")
    return Gap(
        key=f"changed:{meeting.event.pk}",
        kind=Kind.CHANGED,
        subject=name,
        sentence=sentence % {"n": version, "name": name},
        facts=(as_it_stands(note),),
        details=said_in(note),
        ways=(to_note(note, _("Przeczytaj i zatwierdź")),),
    )


def as_it_stands(note: AttendanceNote) -> str:
    """The working copy, so that another change to it is another thing to settle."""
    present = [(row.organization_id, row.public) for row in note.presences.all()]
    counts = [as_frozen(row) for row in note.counts.all()]
    return json.dumps([note.summary, present, counts, promises_data(note.commitments.all())])


def said_in(note: AttendanceNote) -> tuple[Detail, ...]:
    """The counts of the working copy, and of what was approved when that is something else."""
    now = ", ".join(str(row) for row in note.counts.all()) or _("bez liczb")
    found = [Detail(_("Notatka dziś"), now, note_url(note))]
    if note.current:
        counts = ", ".join(row["text"] for row in note.current.counts()) or _("bez liczb")
        found.insert(0, Detail(_("Zatwierdzona wersja %d") % note.current.number, counts))
    return tuple(found)
