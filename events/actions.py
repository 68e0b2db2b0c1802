"""Writes about events that touch several models. Keyword-only, atomic, `by` and `at` given."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from events.facts import Facts
from events.models import (
    Announcement,
    AttendanceNote,
    AttendanceNoteVersion,
    Event,
    EventChange,
    Series,
)
from events.models.event import Outcome
from portal.kernel.polish import NBSP
from portal.kernel.when import When


@transaction.atomic
def change_event(
    *, event: Event, before: Facts, by: Any, at: datetime, reason: str, minor: bool = False
) -> list[EventChange]:
    """Save an event; log each fact that changed since `before`, once it is public.

    A minor change (a slip of the pen) logs nothing and raises no sequence.
    Raises ValidationError when a public event changes without a reason.
    """
    event.take_place_unless_over(at)
    found = [] if minor or not event.is_public(at) else before.differences(Facts.of(event))
    if found and not reason.strip():
        raise ValidationError(_("Napisz, dlaczego: tę zmianę zobaczą odwiedzający."))
    if found:
        event.sequence += 1
    event.save()
    return [
        EventChange.objects.create(
            event=event,
            kind=kind,
            before=old,
            after=new,
            reason=reason.strip(),
            sequence=event.sequence,
            at=at,
            by=by,
        )
        for kind, old, new in found
    ]


@transaction.atomic
def say_held(*, event: Event, by: Any, at: datetime) -> Event:
    """Record that somebody said the event took place; at any precision, never before it began."""
    if event.starts_at > at:
        raise ValidationError(_("To wydarzenie jeszcze się nie zaczęło."))
    if event.is_off:
        raise ValidationError(
            _("To wydarzenie ma stan „%s”. Najpierw go zmień.") % event.get_outcome_display()
        )
    event.outcome = Outcome.HELD
    event._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    event.save()
    return event


@transaction.atomic
def draft_next_edition(*, series: Series, when: When, by: Any) -> Event:
    """A draft of the next edition: the next number, the usual hours' manner and audience.

    Never the old date, status, attendance or publication (events-domain.md, 2.15).
    """
    numbered = series.numbering != Series.Numbering.NONE
    last = series.events.aggregate(last=Max("edition"))["last"] or 0
    edition = last + 1 if numbered else None
    event = Event(
        series=series,
        edition=edition,
        title=series.title_of(edition),
        lead=series.lead,
        audience=series.audience,
    )
    event.when = when
    event._history_user = by  # type: ignore[attr-defined]
    event.save()
    return event


@transaction.atomic
def draft_announcement(*, event: Event, kind: str, by: Any) -> Announcement:
    """An announcement's draft about an event, its lead stating the facts."""
    announcement = Announcement(kind=kind, title=event.title, lead=lead_of(event))
    announcement._history_user = by  # type: ignore[attr-defined]
    announcement.save()
    announcement.events.add(event)
    return announcement


def lead_of(event: Event) -> str:
    """„Spotykamy się w środę 13 maja 2026 r. w godz. 14.00–18.00. Miejsce: …”"""
    sentences = [f"Spotykamy się {event.when.sentence()}"]
    if event.place_name:
        sentences.append(
            "Miejsce: " + ", ".join(p for p in (event.place_name, event.place_address) if p)
        )
    if event.sign_up == Event.SignUp.NONE:
        sentences.append("Nie trzeba się zapisywać")
    text = " ".join(s if s.endswith(".") else f"{s}." for s in sentences)
    # Typography belongs to output: what staff edit and the database keeps has plain spaces.
    return text.replace(NBSP, " ")


@transaction.atomic
def approve_note(*, note: AttendanceNote, by: Any, at: datetime) -> AttendanceNoteVersion:
    """Freeze the note as its next version, the one that figures and pages read from now on.

    Raises ValidationError for an event that nobody has said took place.
    """
    if note.event.outcome != Outcome.HELD:
        raise ValidationError(
            _("Najpierw powiedz, że wydarzenie się odbyło. Sama zapowiedź niczego nie dowodzi.")
        )
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
    return version


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
    }
