from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.models import User

# What a role may do is written in portal/roles.py and granted by a migration, not ticked by hand.
admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Roles are the three groups that a migration makes; no permission is given one by one."""

    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Osoba"), {"fields": ("first_name", "last_name", "email")}),
        (_("Dostęp"), {"fields": ("is_active", "is_staff", "groups")}),
        (_("Kiedy"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")
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

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An account is switched off: what it wrote keeps its name."""
        return False
