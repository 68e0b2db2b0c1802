"""The desk behind two locks: no page of it opens between the password and the code."""

from base64 import b32encode
from binascii import unhexlify
from functools import partial, wraps
from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME, get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_otp.oath import TOTP

from portal.accounts.audit import log, read_moment
from portal.accounts.factors import (
    HALF_WAY,
    accept_code,
    admit,
    candidate_of,
    codes_of,
    confirm_phone,
    make_codes,
    phone_of,
)
from portal.accounts.forms import WRONG_CODE, CodeForm, PasswordForm
from portal.accounts.reset_views import reset_urls
from portal.kept_forms import Carried
from portal.kept_views import FIELD, KeepingSite


def half_way(view: Any) -> Any:
    """For pages between the password and the code; who has not passed the first begins there."""

    @wraps(view)
    def guarded(self: Any, request: HttpRequest) -> Any:
        if not (request.user.is_active and getattr(request.user, "is_staff", False)):
            return redirect("admin:login")
        answer = never_cache(sensitive_post_parameters("code")(csrf_protect(partial(view, self))))
        return answer(request)

    return guarded


class VerifyingSite(KeepingSite):
    login_form = PasswordForm

    def verifying_urls(self) -> list[Any]:
        view = self.admin_view
        return [
            path("kod/", self.code_view, name="second_factor"),
            path("kod/telefon/", self.phone_view, name="second_factor_phone"),
            path("kod/zapasowe/", view(require_POST(self.codes_view)), name="recovery_codes"),
            path("konto/", view(self.account_view), name="my_account"),
            path("dziennik/", view(self.audit_view), name="audit"),
            *reset_urls(),
        ]

    def has_permission(self, request: HttpRequest) -> bool:
        allowed: bool = super().has_permission(request)
        return allowed and getattr(request.user, "otp_device", None) is not None

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """The password; then, in the same breath, the code."""
        if request.method == "GET" and self.is_half_way(request):
            return redirect(self.to_code(request.GET.get(REDIRECT_FIELD_NAME, "")))
        response: Any = super().login(request, extra_context)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if getattr(form, "throttled", False):
            response.status_code = 429
        if response.status_code == 302 and self.is_half_way(request):
            return self.ask_code(request, response["Location"])
        return response

    def is_half_way(self, request: HttpRequest) -> bool:
        user: Any = request.user
        return user.is_authenticated and user.is_staff and not self.has_permission(request)

    def to_code(self, following: str) -> str:
        query = urlencode({REDIRECT_FIELD_NAME: following}) if following else ""
        return (
            f"{reverse('admin:second_factor')}?{query}" if query else reverse("admin:second_factor")
        )

    def ask_code(self, request: HttpRequest, following: str) -> HttpResponse:
        """After the password; a form that is being carried travels on with the page."""
        request.session.set_expiry(HALF_WAY)
        carried = Carried.read(request.POST.get(FIELD, ""))
        if carried is None:
            return redirect(self.to_code(following))
        if phone_of(request.user):
            return self.code_page(request, CodeForm(), carried)
        return self.phone_page(request, CodeForm(), carried)

    ## The code

    @half_way
    def code_view(self, request: HttpRequest) -> HttpResponse:
        if self.has_permission(request):
            return redirect(self.following(request))
        if phone_of(request.user) is None:
            return redirect("admin:second_factor_phone")
        form = CodeForm(request.POST or None)
        if form.is_valid():
            if device := accept_code(request, form.cleaned_data["code"], timezone.now()):
                return self.let_in(request, device)
            form.add_error("code", WRONG_CODE)
        return self.code_page(request, form, Carried.read(request.POST.get(FIELD, "")))

    def let_in(self, request: HttpRequest, device: Any) -> HttpResponse:
        left = getattr(device, "left", None)
        if left is not None:
            messages.warning(
                request,
                _("Użyto kodu zapasowego. Zostało: %d. Jeśli telefon zginął, ustaw nowy poniżej.")
                % left,
            )
        if carried := Carried.read(request.POST.get(FIELD, "")):
            return self.back_to(request, carried)
        return redirect("admin:my_account" if left is not None else self.following(request))

    def following(self, request: HttpRequest) -> str:
        """Where the person was going; never another site."""
        asked = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
        hosts = {request.get_host()}
        safe = url_has_allowed_host_and_scheme(asked, hosts, require_https=request.is_secure())
        return asked if safe else reverse("admin:index")

    def code_page(
        self, request: HttpRequest, form: CodeForm, carried: Carried | None
    ) -> HttpResponse:
        context = {**self.page(request, carried), "title": _("Kod z telefonu"), "form": form}
        if settings.MODE == "demo":
            # Its accounts belong to nobody and its passwords are printed: so is their code.
            context["demo_code"] = present_code(phone_of(request.user))
        return TemplateResponse(request, "admin/second_factor/code.html", context)

    def page(self, request: HttpRequest, carried: Carried | None) -> dict[str, Any]:
        return {
            **self.each_context(request),
            "carried": carried,
            "next": self.following(request),
        }

    ## A new phone

    @half_way
    def phone_view(self, request: HttpRequest) -> HttpResponse:
        """Sets up the first phone, or another one for who is already in."""
        if phone_of(request.user) and not self.has_permission(request):
            return redirect("admin:second_factor")
        form = CodeForm(request.POST or None)
        if form.is_valid():
            user, at = request.user, timezone.now()
            if device := confirm_phone(request, form.cleaned_data["code"], at):
                admit(request, device)
                return self.show_codes(request, make_codes(user=user, at=at))
            form.add_error("code", WRONG_CODE)
        return self.phone_page(request, form, Carried.read(request.POST.get(FIELD, "")))

    def phone_page(
        self, request: HttpRequest, form: CodeForm, carried: Carried | None
    ) -> HttpResponse:
        device = candidate_of(request)
        secret = b32encode(unhexlify(device.key)).decode()
        context = {
            **self.page(request, carried),
            "title": _("Ustaw drugi składnik"),
            "form": form,
            "qr": qr(device.config_url),
            "secret": " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        }
        return TemplateResponse(request, "admin/second_factor/phone.html", context)

    def show_codes(self, request: HttpRequest, codes: list[str]) -> HttpResponse:
        """The only time anybody sees them."""
        carried = Carried.read(request.POST.get(FIELD, ""))
        context = {**self.page(request, carried), "title": _("Kody zapasowe"), "codes": codes}
        return TemplateResponse(request, "admin/second_factor/codes.html", context)

    def codes_view(self, request: HttpRequest) -> HttpResponse:
        return self.show_codes(request, make_codes(user=request.user, at=timezone.now()))

    def account_view(self, request: HttpRequest) -> HttpResponse:
        user: Any = request.user
        context = {
            **self.each_context(request),
            "title": _("Twoje konto"),
            "phone": phone_of(user),
            "codes": codes_of(user),
            "events": user.account_events.select_related("by")[:20],
        }
        return TemplateResponse(request, "admin/second_factor/account.html", context)

    def audit_view(self, request: HttpRequest) -> HttpResponse:
        """Who did what; for whoever keeps the accounts."""
        if not request.user.has_perm("portal.view_accountevent"):
            raise PermissionDenied
        asked = request.GET.get("kto", "")
        by = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 10 else None
        before = read_moment(request.GET.get("przed", ""), timezone.now())
        context = {
            **self.each_context(request),
            "title": _("Kto co zrobił"),
            "log": log(before, by=by),
            "people": get_user_model()._default_manager.order_by("username"),
            "chosen": by,
        }
        return TemplateResponse(request, "admin/audit.html", context)


def qr(text: str) -> SafeString:
    """The code as a picture that needs neither a file nor a script."""
    drawn = segno.make(text, error="m").svg_inline(scale=5, border=2, svgclass="qr", lineclass="")
    return mark_safe(drawn)  # noqa: S308 -- segno draws squares; the text is not in it


def present_code(device: Any) -> str:
    """What the phone shows now, or the next one where this one has been used."""
    if device is None:
        return ""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = timezone.now().timestamp()
    totp.drift += totp.t() <= device.last_t
    return f"{totp.token():06}"
