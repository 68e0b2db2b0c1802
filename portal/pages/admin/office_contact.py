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
from portal.models import OfficeContact
from portal.pages.admin.office_contact_form import OfficeContactForm


@admin.register(OfficeContact)
class OfficeContactAdmin(DeskAdmin):
    """One row; it has no list, is never added and never deleted."""

    form = OfficeContactForm
    fieldsets = (
        (None, {"fields": ("began_from", "email", "phone", "hours", "address")}),
        (gettext_lazy("Dla prasy"), {"fields": ("press_email", "press_phone")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Straight to the one row."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        row = OfficeContact.objects.order_by("pk").first()
        if row is None:
            raise Http404(_("Nie ma jeszcze wpisu: powstaje poleceniem „migrate”."))
        return redirect(self.page_of(row))

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        return [Link(_("Zobacz na stronie"), reverse("contact"))]

    def note(self, record: Any, at: datetime) -> str:
        return _("Co zapiszesz, jest od razu w stopce każdej strony. Puste pola się nie pokazują.")
