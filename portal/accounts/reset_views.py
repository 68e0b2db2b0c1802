"""A forgotten password: a letter to the address on record, and the same answer for any address."""

from typing import Any

from django.conf import settings
from django.contrib.auth import views as auth_views
from django.contrib.auth.forms import PasswordResetForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.events import Kind, note_event
from portal.accounts.throttling import may_ask_for_mail, unlock


class Reset(auth_views.PasswordResetView):
    form_class = PasswordResetForm
    template_name = "admin/second_factor/reset.html"
    email_template_name = "admin/second_factor/reset_mail.txt"
    subject_template_name = "admin/second_factor/reset_subject.txt"
    success_url = reverse_lazy("admin:password_reset_done")
    extra_context = {"title": _("Nowe hasło"), "button": _("Wyślij link")}
    extra_email_context = {"site_url": settings.SITE_URL}

    def form_valid(self, form: Any) -> HttpResponse:
        """Too many letters: none goes out, and the page does not tell."""
        if may_ask_for_mail(self.request, form.cleaned_data["email"], timezone.now()):
            return super().form_valid(form)
        return redirect(str(self.success_url))


class ResetDone(auth_views.PasswordResetDoneView):
    template_name = "admin/second_factor/reset.html"
    extra_context = {
        "title": _("Sprawdź pocztę"),
        "said": _(
            "Jeśli ten adres należy do konta, za chwilę przyjdzie na niego link. "
            "Działa przez godzinę."
        ),
    }


class ResetConfirm(auth_views.PasswordResetConfirmView):
    """Sets the password and goes on to the code: a letter alone opens nothing."""

    template_name = "admin/second_factor/reset.html"
    success_url = reverse_lazy("admin:index")
    post_reset_login = True
    extra_context = {"title": _("Ustaw nowe hasło"), "button": _("Ustaw hasło")}

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        user: Any = self.user
        unlock(user.get_username())
        note_event(user, Kind.PASSWORD_SET, timezone.now(), user)
        return response


def reset_urls() -> list[Any]:
    return [
        path("haslo/", Reset.as_view(), name="password_reset"),
        path("haslo/wyslano/", ResetDone.as_view(), name="password_reset_done"),
        path("haslo/<uidb64>/<token>/", ResetConfirm.as_view(), name="password_reset_confirm"),
    ]
