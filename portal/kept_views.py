"""The desk's side of kept forms: log-in that carries text, copies kept, opened, thrown away."""

import uuid
from collections.abc import Callable
from copy import copy
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.kept_forms import (
    Carried,
    end_key,
    keep,
    kept_data,
    place_of,
    take_key,
)
from portal.kernel.admin.form_data import moment
from portal.kernel.admin.kept_form import KEY, PLACE, key_of, with_copy
from portal.models import SentForm, WorkingCopy

FIELD = "_kept"  # what the log-in page carries
TICKED = {"on", "true", "false", "unknown"}


class KeepingSite(AdminSite):
    """What a form of the kernel asks of the site, and the pages around it."""

    def keeping_urls(self) -> list[Any]:
        view = self.admin_view
        return [
            path("kopia/", view(require_POST(self.keep_view)), name="keep"),
            path("kopia/<int:pk>/", view(require_safe(self.copy_view)), name="copy"),
            path("kopia/<int:pk>/odrzuc/", view(require_POST(self.drop_view)), name="drop_copy"),
        ]

    ## What the forms ask

    def place_of(self, request: HttpRequest) -> str:
        """Which form this is; a page that answers with another record's form says so."""
        return getattr(request, "kept_place", "") or place_of(request.get_full_path())

    def sent_already(self, request: HttpRequest, key: uuid.UUID, at: datetime) -> str:
        """Where the first sending of this form led; "" when this is the first."""
        first = take_key(key=key, by=request.user, at=at)
        return (first.address or self.place_of(request)) if first else ""

    def form_sent(self, request: HttpRequest, key: uuid.UUID, address: str) -> None:
        end_key(key=key, by=request.user, address=address)

    def keep_copy(self, request: HttpRequest, label: str, at: datetime) -> WorkingCopy:
        return keep(
            owner=request.user,
            place=self.place_of(request),
            label=label,
            data=kept_data(request.POST),
            at=at,
        )

    def copy_at(self, request: HttpRequest, place: str) -> WorkingCopy | None:
        return WorkingCopy.objects.filter(owner_id=request.user.pk, place=place).first()

    def end_copy(self, request: HttpRequest, place: str) -> None:
        WorkingCopy.objects.filter(owner_id=request.user.pk, place=place).delete()

    ## A session that ended, or was begun anew

    def admin_view(self, view: Callable[..., HttpResponseBase], cacheable: bool = False) -> Any:
        wrapped: Any = super().admin_view(view, cacheable)

        @wraps(wrapped)
        def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not self.has_permission(request) and (carried := Carried.of(request)):
                return self.log_in_first(request, carried)
            return wrapped(request, *args, **kwargs)

        return keeping

    def log_in_first(self, request: HttpRequest, carried: Carried) -> HttpResponse:
        """The log-in page in place of an answer, with all that was typed inside it."""
        asking: Any = copy(request)
        asking.method, asking.POST = "GET", QueryDict()
        response: HttpResponse = self.login(asking, self.carrying(carried))
        return response

    def carrying(self, carried: Carried | None) -> dict[str, Any]:
        if carried is None:
            return {}
        return {
            "carried": carried,
            "app_path": reverse("admin:login"),
            REDIRECT_FIELD_NAME: carried.place,
        }

    def login(self, request: HttpRequest, extra_context: Any = None) -> Any:
        carried = Carried.read(request.POST.get(FIELD, ""))
        context = {**self.carrying(carried), **(extra_context or {})}
        response: Any = super().login(request, context)
        if carried and response.status_code == 302 and self.has_permission(request):
            return self.back_to(request, carried)
        return response

    def after_refusal(self, request: HttpRequest, reason: str) -> HttpResponse | None:
        """For a form whose token is stale; None for other pages and for what others' sites sent."""
        carried = None if reason.startswith(("Origin", "Referer")) else Carried.of(request)
        if carried is None:
            return None
        if not self.has_permission(request):
            response = self.log_in_first(request, carried)
        else:
            context = {
                **self.each_context(request),
                "title": _("Ten formularz stracił ważność"),
                "carried": carried,
            }
            response = TemplateResponse(request, "admin/kept.html", context)
        response.status_code = 403
        return response

    ## The pages

    def keep_view(self, request: HttpRequest) -> HttpResponse:
        """From the script, which goes on typing; or by a button, which goes back to the form."""
        if carried := Carried.read(request.POST.get(FIELD, "")):
            return self.back_to(request, carried)
        carried = Carried.read_form(request.POST.get(PLACE, ""), request.POST)
        if carried is None:
            raise BadRequest("no such form")
        key, at = key_of(request.POST.get(KEY)), timezone.now()
        if key and SentForm.objects.filter(key=key, by_id=request.user.pk).exists():
            return JsonResponse({"said": ""})
        self.keep_carried(request, carried, at)
        return JsonResponse({"said": _("Kopia robocza: %s") % hour(at)})

    def keep_carried(self, request: HttpRequest, carried: Carried, at: datetime) -> WorkingCopy:
        """Raises PermissionDenied for a form that this person may not even see."""
        found = resolve(carried.place.partition("?")[0])
        admin: Any = found.func.model_admin  # type: ignore[attr-defined]  # set by ModelAdmin
        typed: Any = copy(request)
        typed.POST = carried.sent
        record = admin.kept_record(typed, found.kwargs.get("object_id"))
        label = admin.label_of(typed, record)
        return keep(owner=request.user, place=carried.place, label=label, data=carried.data, at=at)

    def back_to(self, request: HttpRequest, carried: Carried) -> HttpResponse:
        """To the form, filled with what was typed; nothing of it is saved yet."""
        try:
            self.keep_carried(request, carried, timezone.now())
        except PermissionDenied:
            messages.error(request, _("Na to konto nie można było wpisać tego tekstu."))
            return redirect("admin:index")
        return redirect(with_copy(carried.place))

    def copy_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        mine = get_object_or_404(WorkingCopy, pk=pk, owner_id=request.user.pk)
        return self.copy_page(request, mine)

    def copy_page(
        self, request: HttpRequest, mine: WorkingCopy, *, refused: bool = False
    ) -> HttpResponse:
        """The text alone, for when its form no longer takes it."""
        context = {
            **self.each_context(request),
            "title": _("Twój niezapisany tekst"),
            "copy": mine,
            "when": moment(mine.kept_at, timezone.now()),
            "texts": readable(mine.data),
            "back": with_copy(mine.place),
            "refused": refused,
        }
        status = 403 if refused else 200
        return TemplateResponse(request, "admin/kept.html", context, status=status)

    def drop_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A second time says the same: it is gone."""
        mine = WorkingCopy.objects.filter(pk=pk, owner_id=request.user.pk).first()
        place = mine.place if mine else reverse("admin:index")
        if mine:
            mine.delete()
        messages.success(request, _("Odrzucono kopię roboczą."))
        return redirect(place)


def hour(at: datetime) -> str:
    return moment(at, at).rpartition(" ")[2]


def readable(data: dict[str, list[str]]) -> list[str]:
    """What of a copy is text, longest first: to be copied by hand."""
    texts = {text.strip() for values in data.values() for text in values}
    said = (text for text in texts if len(text) > 1 and not text.isdecimal() and text not in TICKED)
    return sorted(said, key=len, reverse=True)
