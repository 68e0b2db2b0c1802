"""All that was promised, in one list: read here, settled on a page of its own."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.admin.settling import SettlingPages
from events.models import Commitment, Series
from portal.kernel.admin import Link
from portal.kernel.months import day_of
from portal.kernel.phrases import full_day


class StateFilter(admin.SimpleListFilter):
    """The states, and what of the open ones is late or has no day."""

    title = gettext_lazy("stan")
    parameter_name = "stan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("otwarte", _("do zrobienia")),
            ("po-terminie", _("po terminie")),
            ("bez-terminu", _("bez terminu")),
            ("zrobione", _("zrobione")),
            ("nie-zrobimy", _("nie zrobimy")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        State = Commitment.State  # noqa: N806 -- a class
        asked: dict[str, dict[str, Any]] = {
            "otwarte": {"state": State.OPEN},
            "po-terminie": {"state": State.OPEN, "due__lt": day_of(timezone.now())},
            "bez-terminu": {"state": State.OPEN, "due__isnull": True},
            "zrobione": {"state": State.DONE},
            "nie-zrobimy": {"state": State.DROPPED},
        }
        return queryset.filter(**asked.get(self.value() or "", {}))


class SeriesFilter(admin.SimpleListFilter):
    title = gettext_lazy("cykl")
    parameter_name = "cykl"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        rows = Series.objects.filter(events__note__commitments__isnull=False).distinct()
        return [(str(pk), name) for pk, name in rows.in_order().values_list("pk", "name")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = str(self.value() or "")
        if not value:
            return queryset
        key = int(value) if value.isdecimal() and len(value) < 10 else 0
        return queryset.filter(note__event__series=key)


@admin.register(Commitment)
class CommitmentAdmin(SettlingPages):
    """Written in notes and settled by a page of its own; never here."""

    is_restorable = False
    fields = ("text", "owner", "due", "state", "done_on", "result", "public", "note")
    list_display = ("what", "owner", "until", "state", "public", "meeting")
    list_display_links: ClassVar[None] = None
    list_filter = (StateFilter, ("public", admin.BooleanFieldListFilter), SeriesFilter)
    list_select_related = ("note__event__series",)
    search_fields = ("note__event__folded",)
    search_help_text = gettext_lazy("Szuka w tytułach spotkań.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.filter(note__event__discarded_at__isnull=True)

    def get_ordering(self, request: HttpRequest) -> tuple[Any, ...]:
        """What has no day comes last, in either database."""
        return (F("due").asc(nulls_last=True), "pk")

    @admin.display(description=gettext_lazy("co ustalono"))
    def what(self, row: Commitment) -> SafeString:
        return format_html('<a href="{}">{}</a>', self.page_of(row, "settle"), row.text)

    @admin.display(description=gettext_lazy("termin"), ordering="due")
    def until(self, row: Commitment) -> str:
        """With its word where it is late: colour alone would not say so."""
        if row.due is None:
            return "–"
        late = row.state == Commitment.State.OPEN and row.due < day_of(timezone.now())
        day = full_day(row.due)
        return _("%s – po terminie") % day if late else day

    @admin.display(description=gettext_lazy("spotkanie"))
    def meeting(self, row: Commitment) -> SafeString:
        url = reverse("admin:events_attendancenote_change", args=[row.note_id])
        return format_html('<a href="{}">{}</a>', url, row.note.event)

    def links(self, request: HttpRequest, record: Any, at: Any) -> list[Link]:
        if not request.user.has_perm("events.change_commitment"):
            return []
        return [Link(_("Rozlicz"), self.page_of(record, "settle"))]

    def read_only_note(self, record: Any, at: Any) -> str:
        return _("Rozlicza się je na osobnej stronie, a treść zmienia w notatce ze spotkania.")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
