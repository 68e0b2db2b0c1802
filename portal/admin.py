"""The accounts of staff: who holds which role, and what happens when a phone is lost."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts.account_forms import AccountForm, NewAccountForm, NewPasswordForm
from portal.accounts.factors import codes_of, phone_of, remove_factor
from portal.accounts.given_roles import settle_access
from portal.accounts.throttling import unlock
from portal.kernel.admin.history import HistoryPages
from portal.kernel.admin.missing import MissingSaid
from portal.models import User
from portal.pages import admin as pages_admin  # noqa: F401 -- registers the office's pages

# What a role may do is written in portal/roles.py and granted by a migration, not ticked by hand.
admin.site.unregister(Group)
# A phone's secret is nobody's to read.
admin.site.unregister(TOTPDevice)


@admin.register(User)
class AccountAdmin(HistoryPages, MissingSaid, UserAdmin):
    """Roles are the three groups that a migration makes; no permission is given one by one.

    No `DeskAdmin`: that keeps what is being written, and a password is not to be kept.
    """

    form, add_form, change_password_form = AccountForm, NewAccountForm, NewPasswordForm
    add_form_template = None  # Django's own says that one cannot write more here, but one can
    change_user_password_template = "admin/portal/user/change_password.html"  # noqa: S105 -- a file
    add_fieldsets = (
        (None, {"fields": ("username",)}),
        (_("Osoba"), {"fields": ("first_name", "last_name", "email")}),
        (_("Dostęp"), {"fields": ("groups",)}),
        (_("Hasło"), {"fields": ("password1", "password2")}),
    )
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Osoba"), {"fields": ("first_name", "last_name", "email")}),
        (_("Dostęp"), {"fields": ("is_active", "groups")}),
        (_("Kiedy"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")
    is_restorable = False  # an old password or role must not come back by a click
    list_display = ("username", "first_name", "last_name", "is_active", "last_login")
    list_filter = ("is_active", "groups")

    filter_horizontal = ()

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Three roles: boxes to tick, with no list to hold Ctrl in."""
        boxes = {"widget": CheckboxSelectMultiple, "queryset": Group.objects.order_by("pk")}
        return super().formfield_for_manytomany(db_field, request, **{**kwargs, **boxes})

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        settle_access(obj, form.cleaned_data["groups"])
        super().save_model(request, obj, form, change)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may keep accounts must not so become, or lock out, a superuser."""
        allowed: bool = super().has_change_permission(request, obj)
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return allowed and not above

    ## Whole sentences, where Django puts a model's name into its own without declining it

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = {"title": capfirst(self.opts.verbose_name_plural), **(extra_context or {})}
        response: HttpResponse = super().changelist_view(request, context)
        return response

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        title = capfirst(self.opts.verbose_name) if object_id else __("Nowe konto")
        context = {"title": title, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def response_add(self, request: HttpRequest, obj: Any, *args: Any) -> HttpResponse:
        said = __("Dodano konto %s. Drugi składnik ustawi się przy pierwszym logowaniu.") % obj
        messages.success(request, said)
        return redirect("admin:portal_user_change", obj.pk)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        messages.success(request, __("Zapisano konto %s.") % obj)
        return redirect("admin:portal_user_change", obj.pk)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        remove, open_ = self.remove_factor_view, require_POST(self.unlock_view)
        return [
            path("<int:pk>/zdejmij/", view(remove), name="portal_user_remove_factor"),
            path("<int:pk>/odblokuj/", view(open_), name="portal_user_unlock"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["show_save_and_add_another"] = context["show_save_and_continue"] = False
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
        """For a colleague who lost the phone and the codes: the next log-in sets up new ones.

        Asks first: until then the password alone opens the account to whoever knows it.
        """
        account, at = self.kept_account(request, pk), timezone.now()
        if request.method != "POST":
            return self.remove_factor_page(request, account)
        remove_factor(user=account, by=request.user, at=at)
        messages.success(request, __("Zdjęto drugi składnik konta %s.") % account)
        return redirect("admin:portal_user_change", pk)

    def remove_factor_page(self, request: HttpRequest, account: User) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": __("Zdjęcie drugiego składnika"),
            "opts": self.opts,
            "account": account,
        }
        return TemplateResponse(request, "admin/portal/user/remove_factor.html", context)

    def unlock_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        account = self.kept_account(request, pk)
        unlock(account.get_username())
        messages.success(request, __("Konto %s można znów próbować otworzyć.") % account)
        return redirect("admin:portal_user_change", pk)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An account is switched off: what it wrote keeps its name."""
        return False
