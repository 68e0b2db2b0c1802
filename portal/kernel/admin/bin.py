"""Staff never delete: they throw into the bin, and take out of it what they want back."""

from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin.desk import DeskAdmin

IN_THE_BIN = gettext_lazy(
    "W koszu: nie ma tego w spisach, podpowiedziach ani liczbach. Nic nie zginęło: "
    "wyjmij to z kosza, żeby znów pracować."
)


class BinFilter(admin.SimpleListFilter):
    """Lists leave out what was thrown away, unless somebody looks for it."""

    title = gettext_lazy("kosz")
    parameter_name = "kosz"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("tak", _("w koszu"))]

    def choices(self, changelist: Any) -> Any:
        """The package's „Wszystkie” would not be true here."""
        first, *rest = super().choices(changelist)
        return [{**first, "display": _("poza koszem")}, *rest]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = queryset.discarded() if self.value() == "tak" else queryset.kept()
        return found


class BinAdmin(DeskAdmin):
    """The admin of a `Discardable`."""

    def get_list_filter(self, request: HttpRequest) -> Any:
        return (*super().get_list_filter(request), BinFilter)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What lies in the bin is only read, until somebody takes it out."""
        allowed: bool = super().has_change_permission(request, obj)
        return allowed and not (obj is not None and obj.is_discarded)

    def may_use_bin(self, request: HttpRequest) -> bool:
        """Whoever writes such records; what may be thrown away is the record's own rule."""
        return bool(super().has_change_permission(request))

    def is_for_bin(self, record: Any) -> bool:
        return not record.is_discarded

    def read_only_note(self, record: Any, at: datetime) -> str:
        return str(IN_THE_BIN) if record.is_discarded else super().read_only_note(record, at)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context.get("original")
        if record is not None and self.may_use_bin(request):
            if record.is_discarded:
                context["desk_take_back"] = self.page_of(record, "take_back")
            elif self.is_for_bin(record):
                context["desk_bin"] = self.page_of(record, "bin")
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return response

    def get_urls(self) -> list[URLPattern]:
        return [
            self.route("kosz", self.bin_view, "bin"),
            self.route("z-kosza", self.take_back_view, "take_back"),
            *super().get_urls(),
        ]

    def bin_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        with transaction.atomic():
            record = get_object_or_404(self.model.objects.select_for_update(), pk=pk)
            self.throw_away(request, record, timezone.now())
        return redirect(self.page_of(record))

    def throw_away(self, request: HttpRequest, record: Any, at: datetime) -> None:
        """Twice is once; what was public stays, and a sentence says why."""
        if not self.may_use_bin(request):
            raise PermissionDenied
        if record.is_discarded:
            messages.info(request, _("To już leży w koszu."))
            return
        try:
            record.discard(at)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(request, _("Wyrzucono do kosza: %s.") % record)

    def take_back_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.may_use_bin(request):
            raise PermissionDenied
        with transaction.atomic():
            record = get_object_or_404(self.model.objects.select_for_update(), pk=pk)
            self.take_back(request, record)
        return redirect(self.page_of(record))

    def take_back(self, request: HttpRequest, record: Any) -> None:
        """Meanwhile another may have taken its place, such as an edition's number."""
        if not record.is_discarded:
            messages.info(request, _("Tego już nie ma w koszu."))
            return
        thrown, record.discarded_at = record.discarded_at, None
        try:
            record.validate_constraints()
        except ValidationError as refused:
            sentence = _("Zostaje w koszu. %s Zmień to najpierw tam.")
            messages.error(request, sentence % " ".join(refused.messages))
            return
        record.discarded_at = thrown
        record.take_back()
        messages.success(request, _("Wyjęto z kosza: %s.") % record)
