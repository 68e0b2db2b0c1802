from datetime import datetime
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin import DeskAdmin, Link
from portal.models import AccessibilityStatement
from portal.pages.admin.statement_form import StatementForm
from portal.pages.statement import missing
from portal.pages.statement_row import statement_row


@admin.register(AccessibilityStatement)
class StatementAdmin(DeskAdmin):
    """One row, in the order of its page; it has no list, is never added and never deleted."""

    form = StatementForm
    fieldsets = (
        (
            gettext_lazy("Strona internetowa"),
            {"fields": ("began_from", "entity", "site_published_on", "site_updated_on")},
        ),
        (gettext_lazy("Stan dostępności cyfrowej"), {"fields": ("status",)}),
        (
            gettext_lazy("Niedostępne treści"),
            {"fields": ("failures", "costs_url", "excluded")},
        ),
        (
            gettext_lazy("Przygotowanie deklaracji dostępności"),
            {"fields": ("prepared_on", "reviewed_on", "basis")},
        ),
        (
            gettext_lazy("Udogodnienia, ograniczenia i inne informacje"),
            {"fields": ("extras", "shortcuts")},
        ),
        (
            gettext_lazy("Informacje zwrotne i dane kontaktowe"),
            {"fields": ("contact", "email", "phone", "complaints_to")},
        ),
        (
            gettext_lazy("Pozostałe informacje"),
            {"fields": ("apps", "architecture", "architecture_url", "communication")},
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Straight to the one row."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        row = statement_row()
        if row.pk is None:
            raise Http404(_("Nie ma jeszcze deklaracji: powstaje poleceniem „migrate”."))
        return redirect(self.page_of(row))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Without the record's name below the title: it has none but the title."""
        context = {"subtitle": None, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        return [Link(_("Zobacz na stronie"), reverse("accessibility_statement"))]

    def note(self, record: Any, at: datetime) -> str:
        """What is saved is public at once, so what is missing is said above the form."""
        if found := missing(record):
            return _("Co zapiszesz, jest od razu na stronie. Brakuje: %s.") % ", ".join(
                found.values()
            )
        return _("Co zapiszesz, jest od razu na stronie. Niczego nie brakuje.")
