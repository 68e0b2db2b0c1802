"""The forms of logging in. Each says in Polish what to do next, never whether a name exists."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.events import Kind, refused
from portal.accounts.throttling import may_try_password, password_was_right
from portal.kernel.months import day_of, local
from portal.kernel.when import When

WAIT = _(
    "Za dużo prób. Następna będzie możliwa %s. Właściciel konta może od razu ustawić nowe hasło "
    "przez e-mail albo poprosić administrację o odblokowanie."
)
WRONG_CODE = _("Ten kod nie pasuje. Sprawdź godzinę w telefonie i wpisz kod, który widać teraz.")


def said(until: datetime, at: datetime) -> str:
    """„o 14.20”, or with the day where it is another one."""
    hour, day = f"o {local(until):%-H.%M}", day_of(until)
    return hour if day == day_of(at) else f"{When.on_day(day).sentence()} {hour}"


class PasswordForm(AdminAuthenticationForm):
    """Counts a try before the password is looked at; see portal.accounts.throttling."""

    throttled = False

    def clean(self) -> dict[str, Any]:
        name, at = str(self.cleaned_data.get("username") or ""), timezone.now()
        request: Any = self.request
        typed = bool(name and self.cleaned_data.get("password"))
        if typed and (until := may_try_password(request, name, at)):
            self.throttled = True
            refused(self.account(name), Kind.LOCKED, at)
            raise ValidationError(WAIT % said(until, at), code="throttled")
        try:
            data = super().clean()
        except ValidationError:
            refused(self.account(name), Kind.REFUSED, at)
            raise
        if typed:
            password_was_right(request, name)
        return data

    def account(self, name: str) -> Any:
        return get_user_model()._default_manager.filter(username=name)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Kod"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        """As people copy it: with spaces, and a recovery code with hyphens."""
        return "".join(str(self.cleaned_data["code"]).split())
