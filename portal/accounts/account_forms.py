"""The forms by which the office keeps accounts: nothing in them that nobody here can use."""

from typing import Any

from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    AdminUserCreationForm,
    ReadOnlyPasswordHashField,
    ReadOnlyPasswordHashWidget,
    UserChangeForm,
)
from django.contrib.auth.hashers import is_password_usable
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from portal.models import User

LABELS = {
    "username": _("Nazwa użytkownika"),
    "email": _("Adres e-mail"),
    "is_active": _("Konto działa"),
    "groups": _("Role"),
}
HELP = {
    "username": _("Nią osoba się loguje. Litery, cyfry i znaki @ . + - _, bez odstępów, do 150."),
    "email": _("Na ten adres przychodzi link, gdy ktoś zapomni hasła."),
    "is_active": _("Odznacz, gdy ktoś odchodzi: konto zostanie, ale nikt się nim nie zaloguje."),
    "groups": _(
        "Redakcja pisze. Publikacja także publikuje. Administracja także prowadzi konta. "
        "Kto nie ma żadnej roli, nie zaloguje się."
    ),
}
NO_ROLE = _("Zaznacz co najmniej jedną rolę: bez niej tym kontem nie można się zalogować.")
NO_ADDRESS = _("Podaj adres: bez niego nie da się odzyskać hasła.")
NEW_PASSWORD = _("ustawiono nowe hasło")


class PasswordIsSet(ReadOnlyPasswordHashWidget):
    """That there is a password, and the way to a new one; how it is hashed is of no use here."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        is_set = bool(value) and is_password_usable(value)
        said = __("Ustawione") if is_set else __("Nieustawione: konta nie można otworzyć")
        context["summary"] = [{"label": said, "value": ""}]
        context["button_label"] = __("Ustaw nowe hasło")
        return context


class NewAccountForm(AdminUserCreationForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """With all that the person needs to come in; a password is the only way in here."""

    usable_password = None  # type: ignore[assignment]  # so Django takes a field away

    class Meta(AdminUserCreationForm.Meta):
        model = User
        labels = LABELS
        help_texts = HELP

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"email", "groups"} & set(self.fields):
            self.fields[name].required = True
        if "groups" in self.fields:
            self.fields["groups"].error_messages["required"] = NO_ROLE
        for name in ("password1", "password2"):
            self.fields[name].required = True


class AccountForm(UserChangeForm):  # type: ignore[type-arg]  # generic in the stubs alone
    password = ReadOnlyPasswordHashField(label=_("Hasło"), widget=PasswordIsSet)

    class Meta(UserChangeForm.Meta):
        model = User
        labels = LABELS
        help_texts = HELP

    def clean(self) -> dict[str, Any]:
        """An account that is being closed needs no address: that must not wait."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("is_active") and "email" not in self.errors and not data.get("email"):
            self.add_error("email", NO_ADDRESS)
        return data


class NewPasswordForm(AdminPasswordChangeForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """Sets one; an account is closed by its box „Konto działa”."""

    usable_password = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Django's own adds a way to have no password at all, and with it asks for none."""
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        for field in self.fields.values():
            field.required = True

    def save(self, commit: bool = True) -> Any:
        self.user._change_reason = str(NEW_PASSWORD)
        return super().save(commit)
