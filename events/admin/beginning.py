"""How a new event begins: as a cycle's next edition, or as a meeting once more."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events import editions
from events.models import Event, Partnership, ProgrammeItem, Series
from portal.kernel.admin import DeskAdmin, Link
from portal.kernel.months import day_of
from portal.kernel.publishing import Status

SERIES, AFTER, AGAIN = "series", "po", "powtorz"


@dataclass(frozen=True)
class Beginning:
    """What the address of the empty form asks for: `series` alone, or after an event, or again."""

    series: Series | None
    model: Event | None

    @classmethod
    def asked(cls, request: HttpRequest) -> "Beginning":
        model = event_of(request, AGAIN)
        if model:
            return cls(None, model)
        key = key_of(request, SERIES)
        series = Series.objects.kept().filter(pk=key).first() if key is not None else None
        if not series:
            return cls(None, None)
        after = event_of(request, AFTER)
        fits = after is not None and after.series_id == series.pk
        return cls(series, after if fits else editions.last_edition(series))

    def fields(self) -> dict[str, Any]:
        if self.series:
            return editions.next_edition(self.series, self.model)
        return editions.once_more(self.model) if self.model else {}

    def rows(self, model: Any) -> editions.Rows:
        """Of the partners and of the programme, as the form's rows."""
        if model is Partnership:
            if self.series:
                return editions.organizers(self.series, self.model)
            return editions.partners(self.model) if self.model else []
        if model is ProgrammeItem and self.model and not self.series:
            return editions.programme(self.model)
        return []

    @property
    def hours(self) -> str:
        return editions.usual_hours(self.series) if self.series else ""


def key_of(request: HttpRequest, name: str) -> int | None:
    text = str(request.GET.get(name, ""))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def event_of(request: HttpRequest, name: str) -> Event | None:
    key = key_of(request, name)
    return Event.objects.kept().filter(pk=key).first() if key is not None else None


class BeginningPages(DeskAdmin):
    """The form that begins with more than nothing. What it begins with is sent by the form alone:
    a row that somebody removed does not come back."""

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        asked = {name: text for name, text in initial.items() if name not in {AFTER, AGAIN}}
        found = Beginning.asked(request).fields()
        found.pop("usual_hours", None)
        return {**asked, **found}

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.hours = "" if obj else Beginning.asked(request).hours
        return form

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> Any:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "GET" and not obj.pk:
            kwargs["initial"] = Beginning.asked(request).rows(inline.model)
        return kwargs

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        event: Any = context.get("original")
        at = timezone.now()
        begun = Beginning.asked(request) if event is None else None
        series = begun.series if begun else event.series if event else None
        is_planned = bool(begun) or (event is not None and event.status == Status.DRAFT)
        if series and (is_planned or event.is_ahead(at)):
            context["desk_promises"] = promises_of(series, event, at)
        if series and is_planned:
            context["desk_habit"] = editions.habit(series, at)
        if event is not None:
            context["desk_announcements"] = announcements_of(event, at)
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return response

    def beginning_link(self, event: Event) -> Link:
        """„Następna odsłona” of its cycle, or „Powtórz to wydarzenie”."""
        asked = {SERIES: event.series_id, AFTER: event.pk} if event.series else {AGAIN: event.pk}
        label = _("Następna odsłona") if event.series else _("Powtórz to wydarzenie")
        return Link(label, f"{reverse('admin:events_event_add')}?{urlencode(asked)}")


@dataclass(frozen=True)
class Open:
    """A promise of an earlier meeting, and where it is settled."""

    text: str
    owner: str
    due: date | None
    is_late: bool
    meeting: str
    url: str


def promises_of(series: Series, event: Event | None, at: datetime) -> list[Open]:
    today = day_of(at)
    return [
        Open(
            row.text,
            row.owner,
            row.due,
            row.due is not None and row.due < today,
            str(row.note.event),
            reverse("admin:events_commitment_settle", args=[row.pk]),
        )
        for row in editions.open_promises(series, event)
    ]


@dataclass(frozen=True)
class Said:
    """An announcement that exists already, so that nobody announces twice."""

    title: str
    kind: str
    state: str
    url: str


def announcements_of(event: Event, at: datetime) -> list[Said]:
    rows = event.announcements.kept().newest_first()
    return [
        Said(
            row.title,
            row.get_kind_display(),
            str(row.state(at).label),
            reverse("admin:events_announcement_change", args=[row.pk]),
        )
        for row in rows
    ]
