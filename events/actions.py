"""Writes about events that touch several models. Keyword-only, atomic, `by` and `at` given."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from events.editions import next_number
from events.facts import Difference, Facts, is_within
from events.leads import lead_of
from events.models import (
    Announcement,
    AnnouncementChange,
    AttendanceNote,
    AttendanceNoteVersion,
    Event,
    EventChange,
    Series,
)
from events.models.event import Outcome
from events.pictures import release_waiting
from events.promises import promises_data
from portal.kernel.richtext import clean
from portal.kernel.when import When


@transaction.atomic
def change_event(
    *, event: Event, before: Facts, by: Any, at: datetime, reason: str, minor: bool = False
) -> list[EventChange]:
    """Save an event; log each fact that changed since `before`, once it is public.

    A minor change (a slip of the pen) logs nothing and raises no sequence; a change of status is
    never minor. Raises ValidationError when a public event changes without a reason, save that a
    day or a place yet to be said needs none.
    """
    event.take_place_unless_over(at)
    if not event.is_off:
        event.outcome_reason = ""
    found = told_differences(before, event, at, minor=minor)
    if not reason.strip() and any(not row.fills_gap for row in found):
        raise ValidationError(_("Napisz, dlaczego: tę zmianę zobaczą odwiedzający."))
    if found:
        event.sequence += 1
    event._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    event.save()
    return [log_change(event, row, by=by, at=at, reason=reason) for row in found]


def told_differences(
    before: Facts, event: Event, at: datetime, *, minor: bool = False
) -> list[Difference]:
    """What visitors are told of; nothing of an event that they have not seen yet."""
    if not event.is_public(at):
        return []
    found = before.differences(Facts.of(event))
    return [row for row in found if row.kind == EventChange.Kind.STATUS or not minor]


def log_change(event: Event, row: Difference, *, by: Any, at: datetime, reason: str) -> EventChange:
    return EventChange.objects.create(
        event=event,
        kind=row.kind,
        before=row.before,
        after=row.after,
        before_iso=row.before_iso,
        reason=reason.strip(),
        sequence=event.sequence,
        at=at,
        by=by,
    )


@transaction.atomic
def say_held(*, event: Event, by: Any, at: datetime, when: When | None = None) -> Event:
    """Record that somebody said the event took place; at any precision, never before it began.

    With `when`, also the day that a coarse date had left open; ValidationError for another one.
    """
    check_held(event, when or event.when, at)
    before = Facts.of(event)
    event.outcome = Outcome.HELD
    event.when = when or event.when
    reason = _("Podajemy dzień, w którym się odbyło.") if when else ""
    change_event(event=event, before=before, by=by, at=at, reason=reason)
    return event


def check_held(event: Event, when: When, at: datetime) -> None:
    if event.is_off:
        raise ValidationError(
            _("To wydarzenie ma stan „%s”. Najpierw go zmień.") % event.get_outcome_display()
        )
    if event.starts_at > at or when.starts_at > at:
        raise ValidationError(_("To wydarzenie jeszcze się nie zaczęło."))
    if when != event.when and not is_within(when, event.when):
        raise ValidationError(
            _("Zapowiadano inaczej: %s. Inny termin wpisz jako zmianę terminu.")
            % event.when.short()
        )


@transaction.atomic
def unsay_held(*, event: Event, by: Any, at: datetime) -> Event:
    """Take a mistaken „odbyło się” back; nothing is told, as nothing was.

    Raises ValidationError once figures rest on it: an approved note says who came.
    """
    note = getattr(event, "note", None)
    if note and note.current_id:
        raise ValidationError(
            _("Notatka z tego spotkania jest zatwierdzona. Jeśli go nie było: „Nie odbyło się”.")
        )
    if event.outcome == Outcome.HELD:
        before = Facts.of(event)
        event.outcome = Outcome.EXPECTED
        change_event(event=event, before=before, by=by, at=at, reason="")
    return event


@transaction.atomic
def draft_next_edition(*, series: Series, when: When, by: Any) -> Event:
    """A draft of the next edition: the next number, the usual hours' manner and audience.

    Never the old date, status, attendance or publication (events-domain.md, 2.15).
    """
    edition = next_number(series)
    event = Event(
        series=series,
        edition=edition,
        title=series.title_of(edition),
        lead=series.lead,
        audience=series.audience,
        addressed_to=series.addressed_to,
    )
    event.when = when
    event._history_user = by  # type: ignore[attr-defined]
    event.save()
    return event


@transaction.atomic
def draft_announcement(*, event: Event, kind: str, by: Any, at: datetime) -> Announcement:
    """An announcement's draft about an event, its lead stating the facts as they are at `at`."""
    announcement = Announcement(kind=kind, title=event.title, lead=lead_of(event, at))
    announcement._history_user = by  # type: ignore[attr-defined]
    announcement.save()
    announcement.events.add(event)
    return announcement


@transaction.atomic
def approve_note(*, note: AttendanceNote, by: Any, at: datetime) -> AttendanceNoteVersion:
    """Freeze the note as its next version, the one that figures and pages read from now on.

    Raises ValidationError for an event that nobody has said took place.
    """
    if refusal := why_not_approved(note):
        raise ValidationError(refusal)
    version = AttendanceNoteVersion.objects.create(
        note=note,
        number=(note.versions.aggregate(last=Max("number"))["last"] or 0) + 1,
        data=note_data(note),
        approved_at=at,
        approved_by=by,
        own_work=by is not None and note.written_by_id == by.pk,
    )
    note.current = version
    note._history_user = by  # type: ignore[attr-defined]
    note.save()
    release_waiting(note.event, by)
    return version


def why_not_approved(note: AttendanceNote) -> str:
    """A sentence for a note that nothing may rest on; "" for one that may be approved."""
    if note.event.outcome == Outcome.HELD:
        return ""
    return _("Najpierw powiedz, że wydarzenie się odbyło. Sama zapowiedź niczego nie dowodzi.")


def note_data(note: AttendanceNote) -> dict[str, Any]:
    """All that a version freezes; see AttendanceNoteVersion."""
    fields = ("unit", "qualifier", "value", "method", "source", "counted")
    return {
        "summary": note.summary,
        "counts": list(note.counts.order_by("pk").values(*fields)),
        "organizations": [
            {"id": row.organization_id, "name": row.organization.name, "public": row.public}
            for row in note.presences.select_related("organization").order_by("pk")
        ],
        "commitments": promises_data(note.commitments.all()),
    }


@transaction.atomic
def change_announcement(
    *, announcement: Announcement, by: Any, at: datetime, note: str = "", minor: bool = False
) -> AnnouncementChange | None:
    """Save an announcement; of a public one, tell in its note what was changed.

    Raises ValidationError when public words change with neither a note nor the word that it is
    minor (a slip of the pen). The events that it is about are saved by whoever calls this.
    """
    stored = Announcement.objects.select_for_update().get(pk=announcement.pk)
    told = stored.is_public(at) and not minor
    if told and not note.strip() and is_rewritten(stored, announcement):
        raise ValidationError(_("Napisz, co się zmieniło, albo zaznacz, że to literówka."))
    announcement._history_user = by  # type: ignore[attr-defined]
    announcement.save()
    if not told or not note.strip():
        return None
    return AnnouncementChange.objects.create(
        announcement=announcement, note=note.strip(), at=at, by=by
    )


def is_rewritten(
    stored: Announcement, now: Announcement, events: Iterable[Event] | None = None
) -> bool:
    """Whether its readers find other words there, or other events where those are given."""
    fields = ("title", "lead", "kind")
    if any(getattr(stored, name) != getattr(now, name) for name in fields):
        return True
    if clean(stored.body) != clean(now.body):
        return True
    return events is not None and {row.pk for row in stored.events.all()} != {
        row.pk for row in events
    }
