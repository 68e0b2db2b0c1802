from typing import Any

from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin import VersionedForm
from portal.pages.phone import tel

NUMBER = gettext_lazy("Sam numer, np. „12 000 00 00” albo „+48 12 000 00 00”.")


class OfficeContactForm(VersionedForm):
    class Meta:
        help_texts = {
            "address": gettext_lazy("Puste: w stopce zostaje adres Urzędu Miasta Krakowa."),
            "email": gettext_lazy(
                "Tu trafiają poprawki i zaproszenia. Najlepiej wspólna skrzynka, a nie czyjaś."
            ),
            "phone": NUMBER,
            "hours": gettext_lazy("Np. „poniedziałek–piątek, 8.00–15.30”."),
            "press_email": gettext_lazy("Puste: na stronie nie ma części dla prasy."),
            "press_phone": NUMBER,
        }
        widgets = {
            "phone": AdminTextInputWidget(attrs={"type": "tel"}),
            "press_phone": AdminTextInputWidget(attrs={"type": "tel"}),
        }

    def clean_phone(self) -> str:
        return number(self.cleaned_data["phone"])

    def clean_press_phone(self) -> str:
        return number(self.cleaned_data["press_phone"])


def number(written: Any) -> str:
    """One space where somebody left two; "" stays empty."""
    found = " ".join(str(written).split())
    try:
        tel(found or "+48120000000")
    except ValueError as wrong:
        sentence = _("Podaj sam numer, np. „12 000 00 00” albo „+48 12 000 00 00”.")
        raise ValidationError(sentence) from wrong
    return found
