"""The data of „Deklaracja dostępności”: what the page would have to deny is refused here."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin import VersionedForm
from portal.kernel.months import day_of
from portal.kernel.phrases import full_day
from portal.models import AccessibilityStatement
from portal.pages.phone import tel
from portal.pages.statement import lines

Status = AccessibilityStatement.Status
FIRST_YEAR = 2000  # an earlier one is a slip: the act is of 2019
LISTS = ("failures", "excluded", "shortcuts", "apps")
DATES = ("site_published_on", "site_updated_on", "prepared_on", "reviewed_on")
FEW = {"rows": 3, "cols": 80}


class Refusal(NamedTuple):
    field: str
    sentence: str


class StatementForm(VersionedForm):
    class Meta:
        help_texts = {
            "entity": gettext_lazy("W mianowniku: „Gmina Miejska Kraków”."),
            "site_updated_on": gettext_lazy(
                "Kiedy strona zmieniła się na tyle, że mogło to wpłynąć na dostępność."
            ),
            "status": gettext_lazy(
                "„W pełni zgodna” tylko wtedy, gdy nie ma czego wymienić w następnej części."
            ),
            "costs_url": gettext_lazy(
                "Tylko gdy taka ocena istnieje: bez adresu strona o kosztach milczy."
            ),
            "excluded": gettext_lazy(
                "Każda w osobnym wierszu. Np. mapa, gdy to samo mówi lista pod nią."
            ),
            "reviewed_on": gettext_lazy(
                "Co roku do 31 marca i po każdej istotnej zmianie strony. Zostaw puste, zanim "
                "odbędzie się pierwszy przegląd."
            ),
            "shortcuts": gettext_lazy("Każdy w osobnym wierszu. Puste, gdy nie ma żadnych."),
            "contact": gettext_lazy("Osoba albo komórka, np. „biuro Pełnomocnika”."),
            "phone": gettext_lazy("Sam numer, np. „12 000 00 00” albo „+48 12 000 00 00”."),
            "complaints_to": gettext_lazy(
                "W dopełniaczu, jak w zdaniu „możesz złożyć skargę do Prezydenta Miasta Krakowa”."
            ),
            "apps": gettext_lazy("Każda w osobnym wierszu. Puste, gdy nie ma żadnych."),
            "architecture": gettext_lazy(
                "Zacznij od adresu siedziby. Potem: wejście, windy, toaleta, miejsca postojowe, "
                "pies asystujący. Czego nikt nie sprawdził, o tym napisz, że nie wiadomo."
            ),
            "communication": gettext_lazy(
                "Czy jest tłumacz języka migowego online i jak go poprosić, pętla indukcyjna, "
                "tekst łatwy do czytania."
            ),
        }
        widgets = {
            "basis": forms.Textarea(attrs=FEW),
            "shortcuts": forms.Textarea(attrs=FEW),
            "apps": forms.Textarea(attrs=FEW),
            "failures": forms.Textarea(attrs={"rows": 6, "cols": 80}),
            "excluded": forms.Textarea(attrs={"rows": 4, "cols": 80}),
            "phone": AdminTextInputWidget(attrs={"type": "tel", "size": 20}),
        }

    def clean_phone(self) -> str:
        """One space where somebody left two; "" stays empty."""
        written = " ".join(str(self.cleaned_data["phone"]).split())
        try:
            tel(written or "+48120000000")
        except ValueError as wrong:
            sentence = _("Podaj sam numer, np. „12 000 00 00” albo „+48 12 000 00 00”.")
            raise ValidationError(sentence) from wrong
        return written

    def clean_basis(self) -> str:
        """The sentence that it ends has its own full stop."""
        return " ".join(str(self.cleaned_data["basis"]).split()).rstrip(".")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for field in LISTS:
            if field in data:
                data[field] = "\n".join(lines(data[field]))
        today = day_of(timezone.now())
        for refused in (*wrong_days(data, today), *wrong_order(data), *wrong_status(data)):
            self.add_error(refused.field, refused.sentence)
        return data


def wrong_days(data: dict[str, Any], today: date) -> Iterator[Refusal]:
    for field in DATES:
        day = data.get(field)
        if day and day > today:
            sentence = _("Ten dzień dopiero nadejdzie: dziś jest %s")
            yield Refusal(field, sentence % full_day(today))
        elif day and day.year < FIRST_YEAR:
            yield Refusal(field, _("Sprawdź rok."))


def wrong_order(data: dict[str, Any]) -> Iterator[Refusal]:
    published, updated = data.get("site_published_on"), data.get("site_updated_on")
    if published and updated and updated < published:
        yield Refusal("site_updated_on", _("Strony nie zmieniono, zanim ją opublikowano."))
    prepared, reviewed = data.get("prepared_on"), data.get("reviewed_on")
    if reviewed and not prepared:
        yield Refusal("reviewed_on", _("Najpierw podaj, kiedy deklarację sporządzono."))
    elif reviewed and prepared and reviewed < prepared:
        yield Refusal("reviewed_on", _("Deklaracji nie przejrzano, zanim ją sporządzono."))


def wrong_status(data: dict[str, Any]) -> Iterator[Refusal]:
    """A field that is wrong in itself is not asked about again."""
    status, listed = data.get("status"), [f for f in ("failures", "excluded") if data.get(f)]
    listed += ["costs_url"] if data.get("costs_url") else []
    if status == Status.FULL:
        sentence = _("Strona „w pełni zgodna” nie ma czego tu wymieniać. Usuń to albo zmień stan.")
        yield from (Refusal(field, sentence) for field in listed)
    elif status == Status.NONE and "failures" in data and not data["failures"]:
        yield Refusal("failures", _("Wypisz, co jest niezgodne."))
    elif status == Status.PARTIAL and not listed and "costs_url" in data:
        sentence = _(
            "Wypisz, co jest niezgodne albo wyłączone, skoro strona nie jest w pełni zgodna."
        )
        yield Refusal("failures", sentence)
