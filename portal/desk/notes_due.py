"""Notes that wait for the second pair of eyes, and what was promised in them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from events.approved import is_changed
from events.models import AttendanceNote, Commitment, EventPicture
from events.models.event import Outcome
from portal.desk.line import Line, Urgency
from portal.desk.reach import form_of, list_of
from portal.desk.words import ago, ahead, days_to, on_day, passed
from portal.kernel.months import day_of

WEEK = 7  # days


def notes_due(user: Any, at: datetime) -> Iterator[Line]:
    """Five queries at most."""
    yield from to_approve(user, at)
    yield from promised(user, at)


def to_approve(user: Any, at: datetime) -> Iterator[Line]:
    """Never approved, or changed since. Of a meeting that took place: approving asks for that."""
    if not user.has_perm("events.approve_attendancenote"):
        return
    for note in written():
        if note.current is None or is_changed(note, note.current.data) or note.has_picture:
            yield Line(
                kind="approve",
                text=_("Notatka do zatwierdzenia: %s") % note.event.title,
                why=why_to_approve(note, at),
                url=form_of(AttendanceNote, note.pk),
                action=_("Przeczytaj i zatwierdź"),
                all_url=list_of(AttendanceNote),
            )


def why_to_approve(note: Any, at: datetime) -> str:
    if not note.current:
        return passed(note.event, at)
    if is_changed(note, note.current.data):
        return _("zmieniona po zatwierdzeniu")
    return _("zdjęcie czeka na zatwierdzenie")


def written() -> Any:
    """Each with `has_picture`: whether one of its photographs waits for its approval."""
    waiting = EventPicture.objects.filter(event=OuterRef("event"), waits=True)
    return (
        AttendanceNote.objects.filter(event__outcome=Outcome.HELD, event__is_example=False)
        .filter(event__discarded_at__isnull=True)
        .select_related("event", "current")
        .defer("event__body", "internal")
        .prefetch_related("counts", "presences", "commitments")
        .annotate(has_picture=Exists(waiting))
        .order_by("-event__sort_at", "-pk")
    )


def promised(user: Any, at: datetime) -> Iterator[Line]:
    """Open and due within a week, or overdue."""
    if not user.has_perm("events.change_commitment"):
        return
    for row in owed(at):
        late = days_to(row.due, at) < 0
        day = f"{ago(row.due, at) if late else ahead(row.due, at)}, {on_day(row.due, at)}"
        yield Line(
            kind="promise",
            text=row.text,
            why=(_("termin minął: %s") if late else _("termin: %s")) % day + f" – {row.owner}",
            url=reverse("admin:events_commitment_settle", args=[row.pk]),
            action=_("Rozlicz ustalenie"),
            urgency=Urgency.NOW if days_to(row.due, at) <= 0 else Urgency.WEEK,
            all_url=list_of(Commitment, stan="otwarte"),
        )


def owed(at: datetime) -> Any:
    return Commitment.objects.filter(
        state=Commitment.State.OPEN,
        due__lte=day_of(at) + timedelta(days=WEEK),
        note__event__is_example=False,
        note__event__discarded_at__isnull=True,
    ).order_by("due", "pk")
