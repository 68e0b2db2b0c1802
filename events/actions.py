"""Writes about events that touch several models. Keyword-only, atomic, `by` and `at` given."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from events.facts import Difference, Facts, is_within
from events.models import (
    Announcement,
    AttendanceNote,
    AttendanceNoteVersion,
    Event,
    EventChange,
    Series,
)
from events.models.event import Outcome
from events.tense import STATES, VERBS, stopped
from portal.kernel.polish import NBSP
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
    sentences = off_sentences(event) if event.is_off else ahead_sentences(event)
    # Typography belongs to output: what staff edit and the database keeps has plain spaces.
    return " ".join(map(stopped, sentences)).replace(NBSP, " ")


def ahead_sentences(event: Event) -> list[str]:
    sentences = [f"Spotykamy się {event.when.sentence()}"]
    if event.place_name:
        place = ", ".join(part for part in (event.place_name, event.place_address) if part)
        sentences.append(f"Miejsce: {place}")
    if event.sign_up == Event.SignUp.NONE:
        sentences.append("Nie trzeba się zapisywać")
    return sentences


def off_sentences(event: Event) -> list[str]:
    """„Odwołane. Miało się odbyć w środę 13 maja 2026 r. Choroba prowadzącej.”"""
    outcome = Outcome(event.outcome)
    said = [STATES[outcome], f"{VERBS[outcome]} {event.when.sentence()}", event.outcome_reason]
    return [sentence for sentence in said if sentence]


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
