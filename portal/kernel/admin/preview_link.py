"""The desk's side of a preview: the page with a link for a person without an account."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.admin.desk import DeskAdmin, Link
from portal.kernel.preview import ASKED, expiry, last_day, token
from portal.kernel.publishing import State

UNSEEN = {State.DRAFT, State.SCHEDULED}


class PreviewAdmin(DeskAdmin):
    def get_urls(self) -> list[URLPattern]:
        return [self.route("podglad", self.preview_view, "preview"), *super().get_urls()]

    def preview_links(self, record: Any, at: datetime) -> list[Link]:
        """To the page as it would look, and to a link for others; none from the bin."""
        state = record.state(at)
        if state not in {*UNSEEN, State.WITHDRAWN}:
            return []
        found = [Link(_("Podgląd strony"), f"{record.get_absolute_url()}?{ASKED}")]
        if state in UNSEEN:
            found.append(Link(_("Link do podglądu"), self.page_of(record, "preview")))
        return found

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A link that was not kept anywhere: whoever has it sees the page until its day."""
        record, at = get_object_or_404(self.model, pk=pk), timezone.now()
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        if record.state(at) not in UNSEEN:
            messages.info(request, refusal(record.state(at)))
            return redirect(self.page_of(record))
        until = expiry(at)
        desk = self.admin_site.each_context(request)
        del desk["site_url"]  # "/" there; the link wants the address that all pages know
        context = {
            **desk,
            "title": _("Link do podglądu"),
            "record": record,
            "opts": self.opts,
            "path": f"{record.get_absolute_url()}?{ASKED}={token(record, until)}",
            "last_day": last_day(until),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/preview_link.html", context)


def refusal(state: State) -> str:
    if state == State.PUBLISHED:
        return _("To już jest na stronie: wystarczy zwykły adres.")
    if state == State.WITHDRAWN:
        return _("To wycofano: pod adresem jest powód. Podgląd widzi tylko biuro.")
    return _("To leży w koszu: najpierw je wyjmij.")
