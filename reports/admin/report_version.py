from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from reports.models import ReportVersion


@admin.register(ReportVersion)
class ReportVersionAdmin(admin.ModelAdmin):
    """Read, never written: publishing makes them."""

    fields = readonly_fields = ("report", "number", "published_at", "published_by", "checksum")
    list_display = ("report", "number", "published_at", "published_by")
    list_filter = ("report",)
    list_select_related = ("report", "published_by")
    ordering = ("-published_at", "-pk")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
