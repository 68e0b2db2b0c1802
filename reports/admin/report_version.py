from typing import Any

from django.contrib import admin
from django.db.models import Count
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import ReportVersion


@admin.register(ReportVersion)
class ReportVersionAdmin(admin.ModelAdmin):
    """Read, never written: publishing makes them."""

    fields = readonly_fields = (
        "report",
        "number",
        "published_at",
        "published_by",
        "page",
        "put_right",
        "checksum",
        "erased_at",
    )
    list_display = ("report", "number", "published_at", "published_by", "corrections_made")
    list_filter = ("report",)
    list_select_related = ("report", "published_by")
    ordering = ("-published_at", "-pk")

    def get_queryset(self, request: HttpRequest) -> Any:
        """What was frozen may be long, and a list shows none of it."""
        versions = super().get_queryset(request).defer("content")
        return versions.annotate(made=Count("corrections"))

    @admin.display(description=gettext_lazy("sprostowania"))
    def corrections_made(self, version: Any) -> str:
        return str(version.made or "–")

    @admin.display(description=gettext_lazy("strona"))
    def page(self, version: ReportVersion) -> SafeString:
        return format_html('<a href="{0}">{0}</a>', version.get_absolute_url())

    @admin.display(description=gettext_lazy("co poprawia"))
    def put_right(self, version: ReportVersion) -> str:
        """„Nr 3: około 140 osób → około 170 osób. Dopisano notatkę.”, a line for each."""
        rows = version.corrections.order_by("number")
        told = (
            _("Nr %(number)s: %(before)s → %(after)s. %(text)s") % vars(row)
            if row.figure
            else _("Nr %(number)s: %(text)s") % vars(row)
            for row in rows
        )
        return "\n".join(told) or "–"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
