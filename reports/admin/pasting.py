"""„Wklej listę działań”: many activities at once, looked at before anything is saved."""

import uuid
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.importing.names import Registry
from portal.kernel.admin import BinAdmin
from portal.kernel.admin.kept_form import KEY, key_of
from portal.kernel.months import Month, day_of
from portal.kernel.phrases import full_day
from portal.kernel.polish import counted
from reports.activity_rows import ADD, SKIP, PasteForm, Rows
from reports.activity_twins import Twins
from reports.pasted_activities import PastedActivity, pasted
from reports.pasted_names import Lists
from reports.recording import record_activities

PASTE = "reports_activity_paste"


class PastingPages(BinAdmin):
    """First the text, then its rows; nothing is saved before somebody has seen them."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.paste_view)
        return [path("wklej/", view, name=PASTE), *super().get_urls()]

    def paste_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        at = timezone.now()
        if request.method != "POST":
            return self.paste_page(request, PasteForm(now=Month.of(at)))
        if "_save" in request.POST:
            return self.save_rows(request, at)
        form = PasteForm(request.POST, now=Month.of(at))
        if "_back" in request.POST or not form.is_valid():
            return self.paste_page(request, form)
        return self.looked_at(request, form)

    def paste_page(self, request: HttpRequest, form: PasteForm) -> HttpResponse:
        if "_back" in request.POST:
            initial = {name: request.POST.get(name, "") for name in form.fields}
            form = PasteForm(initial=initial, now=Month.of(timezone.now()))
        context = {**self.common(request), "form": form}
        return TemplateResponse(request, "admin/reports/activity/paste.html", context)

    def common(self, request: HttpRequest) -> dict[str, Any]:
        title = _("Wklej listę działań")
        return {**self.admin_site.each_context(request), "opts": self.opts, "title": title}

    def looked_at(self, request: HttpRequest, form: PasteForm) -> HttpResponse:
        registry, data = Registry.load(), form.cleaned_data
        found = pasted(data["text"], span=data["span"], role=data["role"], registry=registry)
        rows = Rows(initial=proposed(found), lists=Lists.of(registry), prefix="w")
        for row, said in zip(rows.forms, found, strict=True):
            row.doubts = (*row.initial["doubts"], *said.doubts)
        return self.rows_page(request, rows)

    def rows_page(self, request: HttpRequest, rows: Any) -> HttpResponse:
        context = {
            **self.common(request),
            "rows": rows,
            "wrong": sum(bool(row.errors) for row in rows.forms) if rows.is_bound else 0,
            "form_key": uuid.uuid4(),
            "carried": {name: request.POST.get(name, "") for name in PasteForm.base_fields},
        }
        return TemplateResponse(request, "admin/reports/activity/paste_rows.html", context)

    def save_rows(self, request: HttpRequest, at: datetime) -> HttpResponse:
        """All of them or none; the same rows sent twice are one set."""
        rows = Rows(request.POST, lists=Lists.of(Registry.load()), prefix="w")
        key = key_of(request.POST.get(KEY))
        with transaction.atomic():
            if key and (first := self.admin_site.sent_already(request, key, at)):
                messages.info(request, _("Tę listę już zapisano. Drugi raz nie trzeba."))
                return redirect(first)
            address = self.saved_rows(request, rows, at) if rows.is_valid() else ""
            if key:
                self.admin_site.form_sent(request, key, address)
        return redirect(address) if address else self.rows_page(request, rows)

    def saved_rows(self, request: HttpRequest, rows: Any, at: datetime) -> str:
        """Where one sees them."""
        source = _("Lista wklejona %s") % full_day(day_of(at))
        taken = [(row.activity(source), row.cleaned_data["organizations"]) for row in rows.taken]
        if not taken:
            messages.warning(request, _("Wszystkie wiersze są pominięte, więc nic nie zapisano."))
            return reverse("admin:reports_activity_changelist")
        saved = record_activities(rows=taken, by=request.user)
        messages.success(request, _("Zapisano: %s.") % counted(len(saved), "działanie"))
        months = {Month.of(row.when.first_day) for row in saved}
        asked = f"?{urlencode({'miesiac': months.pop().slug})}" if len(months) == 1 else ""
        return reverse("admin:reports_activity_changelist") + asked


def proposed(found: list[PastedActivity]) -> list[dict[str, Any]]:
    """What the fields of each row begin with."""
    twins = Twins.around([row.when for row in found])
    seen: set[tuple[str, Any]] = set()
    return [begin(row, twins, seen) for row in found]


def begin(row: PastedActivity, twins: Twins, seen: set[tuple[str, Any]]) -> dict[str, Any]:
    twin = twins.of(row.title, row.when, row.seen)
    is_second = (row.title.casefold(), row.when) in seen
    seen.add((row.title.casefold(), row.when))
    is_same = is_second or bool(twin and twin.is_same)
    is_event = bool(twin and twin.is_event)
    return {
        "deed": SKIP if is_same or is_event or row.is_prose else ADD,
        "title": row.title,
        "kind": row.kind.value,
        "role": row.role,
        "when": row.when_text,
        "organizations": "\n".join(known.label for known in row.organizations),
        "place": row.place,
        "outside_krakow": row.outside_krakow,
        "event": twin.pk if twin and is_event else None,
        "is_same": is_same,
        "doubts": list(doubts_of(twin, is_second)),
    }


def doubts_of(twin: Any, is_second: bool) -> Any:
    if is_second:
        yield _("Ten sam wiersz z tą samą datą stoi już wyżej.")
    if twin is None:
        return
    said = {"title": twin.title, "when": twin.when.short()}
    if twin.is_event:
        yield _("To wygląda na spotkanie, które jest już w portalu: %(title)s, %(when)s") % said
    elif twin.is_same:
        yield _("Takie działanie już jest w spisie: %(title)s, %(when)s") % said
    else:
        yield _("W spisie jest podobne: %(title)s, %(when)s") % said
