"""„Co teraz wysłać”: every text of a record ready to copy, and its square picture."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.change_forms import earlier_version
from events.changes import Kind, to_go_by
from events.models import Announcement, Event
from events.news import public_events
from events.papers import sheet_file
from events.placard import has_poster, poster_of
from events.poster_views import inline_pdf
from events.sending import Story, texts
from events.sheet import sheet_of
from events.social import Poster
from events.square import announcement_square, drawn_square, event_square
from events.texts import announcement_story, event_story
from portal.kernel.admin import DeskAdmin
from portal.kernel.names import slugify
from portal.kernel.publishing import State
from portal.kernel.shelf import Unavailable
from venues.models import Venue

NO_FILE = gettext_lazy("Pliku nie da się teraz przygotować. Tę stronę też można wydrukować.")
PHONE = re.compile(r"\+?\d(?:[ -]?\d){6,14}")


class SendingPages(DeskAdmin):
    """The page of texts and the picture, for a record that has a story."""

    def get_urls(self) -> list[URLPattern]:
        square = path(
            "<int:pk>/kwadrat.png",
            self.admin_site.admin_view(self.square_view),
            name=self.name_of("square"),
        )
        return [
            self.route("do-wyslania", self.sending_view, "sending"),
            square,
            *super().get_urls(),
        ]

    def sendable(self) -> Any:
        """The rows, with all that a story reads."""
        raise NotImplementedError

    def story(self, record: Any, at: datetime) -> Story:
        raise NotImplementedError

    def square(self, record: Any, at: datetime) -> Poster:
        raise NotImplementedError

    def file_name(self, record: Any) -> str:
        return slugify(str(record)) or self.opts.model_name

    def unsendable(self, record: Any, at: datetime) -> str:
        """Why there is nothing to send; "" when there is."""
        raise NotImplementedError

    def around(self, record: Any, at: datetime) -> dict[str, Any]:
        """What else the page says."""
        return {}

    def found(self, request: HttpRequest, pk: int) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(self.sendable(), pk=pk)

    def sending_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        record, at = self.found(request, pk), timezone.now()
        if refusal := self.unsendable(record, at):
            messages.warning(request, refusal)
            return redirect(self.page_of(record))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Co teraz wysłać"),
            "opts": self.opts,
            "record": record,
            "record_url": self.page_of(record),
            "texts": texts(self.story(record, at)),
            "picture": self.page_of(record, "square"),
            "picture_alt": self.square(record, at).text,
            **self.around(record, at),
        }
        return TemplateResponse(request, "admin/sending.html", context)

    def square_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The picture, under a name that says what it is."""
        record, at = self.found(request, pk), timezone.now()
        if refusal := self.unsendable(record, at):
            raise Http404(refusal)
        picture = drawn_square(self.square(record, at))
        response = HttpResponse(picture, content_type="image/png")
        name = f"{self.file_name(record)}-kwadrat.png"
        response["Content-Disposition"] = f'inline; filename="{name}"'
        return response


@dataclass(frozen=True)
class Host:
    """Whom to call about a place; internal."""

    role: str
    place: str
    contact: str

    @property
    def tel(self) -> str:
        """For a link: „tel:+48…”; "" when the contact holds no number."""
        found = PHONE.search(self.contact)
        return f"tel:{re.sub('[ -]', '', found[0])}" if found else ""


def hosts(event: Event) -> list[Host]:
    """Of the place that was left behind, then of the new one."""
    before = earlier_version(event, Kind.PLACE)
    left = before.venue_id if before else None
    old = Venue.objects.filter(pk=left).first() if left else None
    if old and old.pk != event.venue_id:
        found = [Host(_("Dotychczasowe miejsce"), old.full_name, old.host_contact)]
        new = event.venue
        return found + ([Host(_("Nowe miejsce"), new.full_name, new.host_contact)] if new else [])
    venue = event.venue
    return [Host(_("Gospodarz"), venue.full_name, venue.host_contact)] if venue else []


class EventSending(SendingPages):
    """Of an event also the sheet for the old door, and whom to call."""

    def get_urls(self) -> list[URLPattern]:
        sheet_file = path(
            "<int:pk>/kartka.pdf",
            self.admin_site.admin_view(self.sheet_file_view),
            name=self.name_of("sheet_file"),
        )
        sheet = self.route("kartka", self.sheet_view, "sheet")
        return [sheet, sheet_file, *super().get_urls()]

    def sendable(self) -> Any:
        return Event.objects.for_page()

    def story(self, record: Any, at: datetime) -> Story:
        return event_story(record, at)

    def square(self, record: Any, at: datetime) -> Poster:
        return event_square(record, at)

    def file_name(self, record: Any) -> str:
        return f"{record.slug}-{record.when.iso_start[:10]}"

    def unsendable(self, record: Any, at: datetime) -> str:
        if record.is_public(at):
            return ""
        return _("Najpierw opublikuj to wydarzenie: adresy w tekstach mają dokąd prowadzić.")

    def around(self, record: Any, at: datetime) -> dict[str, Any]:
        changes = to_go_by(record, at)
        return {
            "changes": changes,
            "hosts": hosts(record) if changes else [],
            "sheet": self.page_of(record, "sheet") if changes else "",
            "sheet_file": self.page_of(record, "sheet_file") if changes else "",
            "poster": poster_of(record, at) if changes and has_poster(record, at) else "",
        }

    def sheet_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A4 for the old door; on a phone, something to show to those who stand there."""
        event, at = self.found(request, pk), timezone.now()
        if refusal := self.unsendable(event, at):
            messages.warning(request, refusal)
            return redirect(self.page_of(event))
        context = {
            "sheet": sheet_of(event, at),
            "back": self.page_of(event, "sending"),
            "file": self.page_of(event, "sheet_file"),
        }
        return TemplateResponse(request, "admin/events/event/sheet.html", context)

    def sheet_file_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The same as PDF, as it is now: kept by nobody."""
        event, at = self.found(request, pk), timezone.now()
        if refusal := self.unsendable(event, at):
            messages.warning(request, refusal)
            return redirect(self.page_of(event))
        try:
            response = inline_pdf(sheet_file(sheet_of(event, at)), f"kartka-{event.slug}")
        except Unavailable:
            messages.error(request, NO_FILE)
            return redirect(self.page_of(event, "sheet"))
        add_never_cache_headers(response)
        return response


class AnnouncementSending(SendingPages):
    def sendable(self) -> Any:
        return Announcement.objects.kept()

    def story(self, record: Any, at: datetime) -> Story:
        return announcement_story(record, self.about(record, at), at)

    def square(self, record: Any, at: datetime) -> Poster:
        return announcement_square(record, self.about(record, at), at)

    def about(self, record: Any, at: datetime) -> list[Event]:
        return list(public_events(at).for_cards().filter(announcements=record))

    def file_name(self, record: Any) -> str:
        return str(record.slug)

    def unsendable(self, record: Any, at: datetime) -> str:
        if record.state(at) in {State.PUBLISHED, State.SCHEDULED}:
            return ""
        return _("Najpierw opublikuj tę aktualność: adresy w tekstach mają dokąd prowadzić.")
