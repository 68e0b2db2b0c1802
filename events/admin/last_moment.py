"""„W ostatniej chwili”: today's and tomorrow's events, each with three big buttons, on a phone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.changes import Told, to_go_by
from events.last_moment import announced, at_hand, change_at_last_moment, is_at_hand
from events.last_moment_forms import BackNow, HourNow, NowForm, OffNow, PlaceNow
from events.models import Event
from events.models.event import Outcome
from events.quick_note import why_no_note
from events.tense import countdown
from portal.kernel.admin import DeskAdmin
from portal.kernel.months import day_of, midnight

TWICE = timedelta(minutes=2)  # within which the same change of the same person is one click


@dataclass(frozen=True)
class Deed:
    """One big button, and the page behind it."""

    slug: str
    label: Any
    title: Any
    form: type[NowForm]
    kind: str = ""


PLACE = Deed("miejsce", gettext_lazy("Nowe miejsce"), gettext_lazy("Nowe miejsce"), PlaceNow)
HOUR = Deed("godzina", gettext_lazy("Nowa godzina"), gettext_lazy("Nowa godzina"), HourNow)
OFF = Deed("odwolane", gettext_lazy("Odwołane"), gettext_lazy("Odwołanie"), OffNow, "off")
BACK = Deed(
    "jednak", gettext_lazy("Jednak się odbędzie"), gettext_lazy("Jednak się odbędzie"), BackNow
)
BY_SLUG = {deed.slug: deed for deed in (PLACE, HOUR, OFF, BACK)}


def offered(event: Event, at: datetime) -> list[Deed]:
    """What can still be done about it."""
    if event.is_ahead(at):
        one_day = event.when.first_day == event.when.last_day
        return [PLACE, HOUR, OFF] if one_day else [PLACE, OFF]
    if event.outcome in {Outcome.CANCELLED, Outcome.POSTPONED}:
        return [BACK] if event.ends_at > at else []
    return [OFF] if event.outcome == Outcome.EXPECTED else []


@dataclass(frozen=True)
class Row:
    """One event of the screen."""

    event: Event
    soon: str
    changes: list[Told]
    deeds: list[Deed]
    is_over: bool
    has_note_page: bool


@dataclass(frozen=True)
class Day:
    name: str
    rows: list[Row]


def days(at: datetime) -> list[Day]:
    """Today and tomorrow; three queries, however many events there are."""
    rows = [row_of(event, at) for event in at_hand(at).for_cards()]
    tomorrow = midnight(day_of(at) + timedelta(days=1))
    today = [row for row in rows if row.event.starts_at < tomorrow]
    later = [row for row in rows if row.event.starts_at >= tomorrow]
    named = (Day(_("Dziś"), today), Day(_("Jutro"), later))
    return [day for day in named if day.rows]


def row_of(event: Event, at: datetime) -> Row:
    is_over = event.is_unanswered(at)
    notes = event.ends_at <= at and not why_no_note(event, at)
    return Row(event, countdown(event, at), to_go_by(event, at), offered(event, at), is_over, notes)


class LastMomentPages(DeskAdmin):
    """Open to whoever writes: what cannot wait does not wait for the right to publish."""

    def site_urls(self) -> list[URLPattern]:
        """Of the desk itself and not of a record: `PortalAdminSite` asks for them."""
        view = self.admin_site.admin_view
        return [
            path("ostatnia-chwila/", view(self.last_moment_view), name="last_moment"),
            path(
                "ostatnia-chwila/<int:pk>/<slug:slug>/",
                view(self.last_moment_change_view),
                name="last_moment_change",
            ),
        ]

    def may_change_now(self, request: HttpRequest) -> None:
        if not request.user.has_perm("events.change_event"):
            raise PermissionDenied

    def last_moment_view(self, request: HttpRequest) -> HttpResponse:
        self.may_change_now(request)
        context = {
            **self.admin_site.each_context(request),
            "title": _("W ostatniej chwili"),
            "days": days(timezone.now()),
        }
        return TemplateResponse(request, "admin/last_moment.html", context)

    @transaction.atomic
    def last_moment_change_view(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        """One question, why, and one button; then straight to what is to be sent."""
        self.may_change_now(request)
        deed, at = BY_SLUG.get(slug), timezone.now()
        if deed is None:
            raise Http404
        event = get_object_or_404(Event.objects.public(at), pk=pk)
        if was_just_done(request, event, at):
            return redirect(self.page_of(event, "sending"))
        if not is_at_hand(event, at) or deed not in offered(event, at):
            messages.warning(request, refusal(event, at))
            return redirect("admin:last_moment")
        form = deed.form(request.POST or None, instance=event, at=at)
        if form.is_valid() and self.changed_now(request, form, at):
            return redirect(self.page_of(event, "sending"))
        return self.last_moment_page(request, pk, deed, form)

    def changed_now(self, request: HttpRequest, form: NowForm, at: datetime) -> bool:
        """Whether it was done; a refusal stands above the form."""
        try:
            change_at_last_moment(
                event=form.instance,
                before=form.before,
                by=request.user,
                at=at,
                reason=form.cleaned_data["change_reason"],
            )
        except ValidationError as refused:
            form.add_error(None, refused)
            return False
        told = _(" Reszta biura dostanie wiadomość.") if announced.has_listeners(Event) else ""
        messages.success(request, _("Zapisano. Zmianę widać już na stronie.") + told)
        return True

    def last_moment_page(
        self, request: HttpRequest, pk: int, deed: Deed, form: NowForm
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": deed.title,
            "form": form,
            "deed": deed,
            # As it is stored: the form may have written on its own copy.
            "record": Event.objects.get(pk=pk),
        }
        return TemplateResponse(request, "admin/last_moment_change.html", context)


def refusal(event: Event, at: datetime) -> str:
    if not is_at_hand(event, at):
        return _("Tu zmienia się tylko to, co jest dziś albo jutro.")
    return _("Stan wydarzenia już się zmienił. Sprawdź go poniżej.")


def was_just_done(request: HttpRequest, event: Event, at: datetime) -> bool:
    """A second click sends the same form again: it finds what the first one did."""
    began_from = request.POST.get("began_from", "")
    if not began_from.isdecimal() or int(began_from) >= event.version:
        return False
    given = request.POST.get("change_reason", "").strip() or request.POST.get("ready", "")
    recent = event.changes.filter(by=request.user.pk, at__gt=at - TWICE, reason=given)
    return recent.exists()
