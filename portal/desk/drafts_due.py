"""Drafts that wait for somebody, and what will appear by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Model, OuterRef, Q, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Announcement, Event, Series
from organizations.models import Organization
from portal.desk.line import Line, Urgency
from portal.desk.reach import form_of, list_of, may, may_change
from portal.desk.words import ago, ahead, at_hour, days_to, due, passed
from portal.kernel.months import day_of
from portal.kernel.publishing import Status
from portal.kernel.when import FINE
from reports.models import Report
from venues.models import Venue

CLOSE = 14  # days


@dataclass(frozen=True)
class Kind:
    """One model with drafts, and what it has once nothing is missing; `long`: not read here."""

    model: Any
    label: Promise
    ready: Q
    long: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """A draft, or what was scheduled."""

    kind: Kind
    row: Any

    @property
    def name(self) -> str:
        return str(getattr(self.row, "title", "") or getattr(self.row, "name", ""))


KINDS = (
    Kind(
        Event,
        gettext_lazy("wydarzenie"),
        Q(venue__isnull=False, precision__in=FINE) & ~Q(sign_up=Event.SignUp.UNKNOWN),
        ("body",),
    ),
    Kind(Announcement, gettext_lazy("aktualność"), ~Q(lead="") & ~Q(body=""), ("body",)),
    Kind(Report, gettext_lazy("podsumowanie"), ~Q(lead="") & ~Q(closing=""), ("closing",)),
    Kind(Series, gettext_lazy("cykl"), ~Q(lead="") & ~Q(idea=""), ("idea",)),
    Kind(Venue, gettext_lazy("miejsce"), ~Q(street="") & ~Q(description=""), ("description",)),
    Kind(Organization, gettext_lazy("organizacja"), ~Q(description=""), ("description",)),
)


def unpublished(at: datetime) -> list[Waiting]:
    """Drafts and what is scheduled, of every kind; a query for each."""
    return [Waiting(kind, row) for kind in KINDS for row in rows_of(kind, at)]


def rows_of(kind: Kind, at: datetime) -> Any:
    waits = Q(status=Status.DRAFT) | Q(status=Status.PUBLISHED, published_at__gt=at)
    ready = ExpressionWrapper(kind.ready, BooleanField())
    rows = kind.model.objects.kept().filter(waits, is_example=False).defer(*kind.long)
    if kind.model is Announcement:
        rows = rows.annotate(meets_at=next_meeting(at))
    return rows.annotate(ready=ready, touched=touched(kind.model)).order_by("-touched", "-pk")


def next_meeting(at: datetime) -> Subquery:
    """The first meeting ahead that the announcement is about: until then it has to be out."""
    about = Event.objects.kept().upcoming(at).expected().filter(announcements=OuterRef("pk"))
    return Subquery(about.values("sort_at")[:1])


def touched(model: type[Model]) -> Subquery:
    """When it was last saved, as its history says."""
    history = model.history.model.objects.filter(id=OuterRef("pk"))  # type: ignore[attr-defined]
    return Subquery(history.order_by("-history_date").values("history_date")[:1])


def drafts_due(found: list[Waiting], user: Any, at: datetime) -> Iterator[Line]:
    """`found` is what `unpublished` gave."""
    for own in found:
        if own.row.status == Status.DRAFT and may_change(user, own.kind.model):
            yield draft_line(own, at, ready=own.row.ready and may(user, "publish", own.kind.model))


def draft_line(own: Waiting, at: datetime, *, ready: bool) -> Line:
    """Ready for whoever may publish; to be written by others, and while it lacks something."""
    model = own.kind.model
    return Line(
        kind=f"{'ready' if ready else 'draft'}_{model._meta.model_name}",
        text=(_("Czeka na publikację: %s") if ready else _("Szkic: %s")) % own.name,
        why=f"{own.kind.label}, {day_of_draft(own.row, at)}",
        url=form_of(model, own.row.pk),
        action=_("Sprawdź i opublikuj") if ready else _("Dokończ"),
        urgency=urgency_of(own.row, at, ready=ready),
        all_url=list_of(model, status__exact=Status.DRAFT),
    )


def day_of_draft(row: Any, at: datetime) -> str:
    """When it takes place, or when somebody last wrote in it."""
    if isinstance(row, Event):
        when = due(row, at) if row.ends_at > at else passed(row, at)
        return when if row.venue_id else _("%s – bez miejsca") % when
    if meets_at := getattr(row, "meets_at", None):
        return _("spotkanie %s") % ahead(day_of(meets_at), at)
    # Without a history, as after an import, at least one word is true.
    return _("zmieniono %s") % ago(day_of(row.touched), at) if row.touched else _("szkic")


def urgency_of(row: Any, at: datetime, *, ready: bool) -> Urgency:
    meets_at = row.sort_at if isinstance(row, Event) else getattr(row, "meets_at", None)
    if meets_at and 0 <= days_to(day_of(meets_at), at) <= CLOSE:
        return Urgency.NOW
    return Urgency.WEEK if ready else Urgency.LATER


def waiting(found: list[Waiting], user: Any, at: datetime) -> list[Line]:
    """What was scheduled, soonest first: nothing to do about it."""
    scheduled = [own for own in found if own.row.status == Status.PUBLISHED]
    return [
        scheduled_line(own, at)
        for own in sorted(scheduled, key=lambda own: own.row.published_at)
        if may(user, "view", own.kind.model)
    ]


def scheduled_line(own: Waiting, at: datetime) -> Line:
    return Line(
        kind="scheduled",
        text=own.name,
        why=f"{own.kind.label}, {at_hour(own.row.published_at, at)}",
        url=form_of(own.kind.model, own.row.pk),
        action=_("Zobacz"),
    )
