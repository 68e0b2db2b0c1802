"""Texts brought in as drafts, each of which may keep the day on which it was first public."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from events.admin.recognised import RECOGNISED, RecognisedAdmin
from events.importing import upload
from events.importing.intake import Brought, bring
from events.importing.names import Registry
from events.models import Announcement
from portal.kernel.admin import Link
from portal.kernel.months import day_of
from portal.kernel.phrases import full_day
from portal.kernel.polish import NOUNS, counted
from portal.kernel.publishing import Status

IMPORT = "events_announcement_import"


class ImportingAdmin(RecognisedAdmin):
    """Beside writing an announcement: bringing one in, and going through its facts."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name=IMPORT), *super().get_urls()]

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        found: list[Link] = super().links(request, record, at)
        if record.status != Status.DRAFT or record.is_discarded:
            return found
        address = reverse(f"admin:{RECOGNISED}", args=[record.pk])
        return [Link(_("Co rozpoznano w tekście"), address), *found]

    def note(self, record: Any, at: datetime) -> str:
        note = super().note(record, at)
        day = own_day(record, at)
        return f"{note} {_('Wyjdzie z datą %s') % full_day(day_of(day))}" if day else note

    def let_out(self, request: HttpRequest, record: Any, at: datetime) -> str:
        """A text that was public elsewhere keeps the day on which it was."""
        day = own_day(record, at)
        if day is None:
            return super().let_out(request, record, at)
        record.publish(day)
        said = {"day": full_day(day_of(day)), "record": record}
        return _("Opublikowano z datą %(day)s: %(record)s.") % said

    # Bringing in

    def import_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST" and "_bring" in request.POST:
            return self.bring(request)
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Wczytanie tekstów"),
            "brought": self.brought(request),
            **(self.looked_at(request) if request.method == "POST" else {}),
        }
        return TemplateResponse(request, "admin/events/announcement/import.html", context)

    def looked_at(self, request: HttpRequest) -> dict[str, Any]:
        files = request.FILES.getlist("files")
        if not files:
            return {"refusal": _("Wybierz pliki z tekstami: .md, .txt albo .html.")}
        try:
            rows = upload.looked_at(files, Registry.load())
        except upload.TooMuchError as refused:
            return {"refusal": str(refused)}
        label = _("Wczytaj %s") % counted(sum(row.is_chosen for row in rows), "szkic")
        bring = {"label": label, "noun": NOUNS["szkic"]}
        return {"rows": rows, "bring": bring if any(row.may_come for row in rows) else None}

    def bring(self, request: HttpRequest) -> HttpResponse:
        """What was ticked, each file by itself; the rest of the files stay unread."""
        registry = Registry.load()
        done = [self.bring_one(request, sealed, registry) for sealed in self.chosen(request)]
        for row in done:
            if not row.made:
                messages.warning(request, f"{row.name}: {row.why}")
        if made := [row.draft for row in done if row.made and row.draft]:
            messages.success(request, _("Wczytano: %s.") % counted(len(made), "szkic"))
        if not done:
            messages.warning(request, _("Nic nie zaznaczono, więc nic nie wczytano."))
        keys = ",".join(str(row.draft.pk) for row in done if row.draft)
        return redirect(f"{reverse(f'admin:{IMPORT}')}?{urlencode({'szkice': keys})}")

    def chosen(self, request: HttpRequest) -> list[str]:
        ticked = set(request.POST.getlist("take"))
        packs = request.POST.getlist("packed")[: upload.MOST]
        return [pack for place, pack in enumerate(packs) if str(place) in ticked]

    def bring_one(self, request: HttpRequest, sealed: str, registry: Registry) -> Brought:
        source = upload.unpacked(sealed)
        row = upload.row_of_source(source, registry, sealed) if source else None
        if row is None or row.look is None:
            return Brought(row.name if row else _("Plik"), why=_("Wybierz go jeszcze raz."))
        return bring(row.look, by=request.user, even_similar=True)

    def brought(self, request: HttpRequest) -> list[Announcement]:
        """The drafts that the last upload made, to go through one by one."""
        keys = str(request.GET.get("szkice", "")).split(",")[: upload.MOST]
        found = [int(key) for key in keys if key.isdecimal() and len(key) < 10]
        return list(Announcement.objects.filter(pk__in=found).order_by("pk"))


def own_day(record: Any, at: datetime) -> datetime | None:
    """The day of publication that a draft brought with it, once it has come."""
    day: datetime | None = record.published_at
    return day if record.status == Status.DRAFT and day and day <= at else None
