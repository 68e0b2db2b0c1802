"""The accounts of staff: who holds which role, and what happens when a phone is lost."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts.factors import codes_of, phone_of, remove_factor
from portal.accounts.throttling import unlock
from portal.kernel.admin.history import HistoryPages
from portal.models import User
from portal.pages import admin as pages_admin  # noqa: F401 -- registers the office's pages

# What a role may do is written in portal/roles.py and granted by a migration, not ticked by hand.
admin.site.unregister(Group)
# A phone's secret is nobody's to read.
admin.site.unregister(TOTPDevice)


@admin.register(User)
class AccountAdmin(HistoryPages, UserAdmin):
    """Roles are the three groups that a migration makes; no permission is given one by one."""

    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Osoba"), {"fields": ("first_name", "last_name", "email")}),
        (_("Dostęp"), {"fields": ("is_active", "is_staff", "groups")}),
        (_("Kiedy"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")
    is_restorable = False  # an old password or role must not come back by a click
    list_display = ("username", "first_name", "last_name", "is_active", "last_login")
    list_filter = ("is_active", "groups")

    filter_horizontal = ()

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Three roles: boxes to tick, with no list to hold Ctrl in."""
        return super().formfield_for_manytomany(
            db_field, request, **{**kwargs, "widget": CheckboxSelectMultiple}
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may keep accounts must not so become, or lock out, a superuser."""
        allowed: bool = super().has_change_permission(request, obj)
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return allowed and not above

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        remove, open_ = require_POST(self.remove_factor_view), require_POST(self.unlock_view)
        return [
            path("<int:pk>/zdejmij/", view(remove), name="portal_user_remove_factor"),
            path("<int:pk>/odblokuj/", view(open_), name="portal_user_unlock"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        account = context.get("original")
        if account is not None and self.has_change_permission(request, account):
            context["desk_factor"] = {
                "account": account,
                "phone": phone_of(account),
                "codes": codes_of(account),
            }
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return response

    def kept_account(self, request: HttpRequest, pk: int) -> User:
        """Raises PermissionDenied for whoever may not keep it."""
        account = get_object_or_404(User, pk=pk)
        if not self.has_change_permission(request, account):
            raise PermissionDenied
        return account

    def remove_factor_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """For a colleague who lost the phone and the codes: the next log-in sets up new ones."""
        account, at = self.kept_account(request, pk), timezone.now()
        remove_factor(user=account, by=request.user, at=at)
        messages.success(request, __("Zdjęto drugi składnik konta %s.") % account)
        return redirect("admin:portal_user_change", pk)

    def unlock_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        account = self.kept_account(request, pk)
        unlock(account.get_username())
        messages.success(request, __("Konto %s można znów próbować otworzyć.") % account)
        return redirect("admin:portal_user_change", pk)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An account is switched off: what it wrote keeps its name."""
        return False
