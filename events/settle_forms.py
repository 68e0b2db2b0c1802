"""The page of one promise: each thing that may become of it is a form of its own."""

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Commitment
from events.promises import DONE, DROPPED, OPEN
from events.settling import Settlement, fingerprint
from portal.kernel.phrases import full_day
from portal.kernel.reading import read_when, write_when
from portal.kernel.when import Precision, When

LONGEST = 300


class SaidDay(forms.CharField):
    """One day as people write it; its value is a date."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        kwargs.setdefault("help_text", gettext_lazy("Np. „8.05.2026” albo „8 maja 2026”."))
        super().__init__(max_length=60, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return write_when(When.on_day(value))[0] if isinstance(value, date) else value

    def clean(self, value: Any) -> date | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            when = read_when(text)
        except ValidationError as refused:
            raise ValidationError(refused.messages) from refused
        if when.precision != Precision.DAY or when.first_day != when.last_day:
            raise ValidationError(_("Podaj jeden dzień, np. 8.05.2026."))
        return when.first_day


def sentence(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SettleForm(forms.Form):
    """`today` is Warsaw's. `approves`: whether the note may be approved with it."""

    key: ClassVar[str]
    title: ClassVar[Any]
    button: ClassVar[Any]
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)
    public = forms.BooleanField(label=gettext_lazy("pokazać na stronie"), required=False)
    approve = forms.BooleanField(
        label=gettext_lazy("i zatwierdź notatkę: strona zmieni się od razu"),
        required=False,
        initial=True,
    )

    def __init__(self, data: Any, *, row: Commitment, today: date, approves: bool) -> None:
        super().__init__(data, auto_id=f"id_{self.key}_%s", initial=self.start(row, today))
        self.row, self.today = row, today
        self.order_fields([name for name in self.fields if name not in {"public", "approve"}])
        if not approves:
            del self.fields["approve"]

    def start(self, row: Commitment, today: date) -> dict[str, Any]:
        return {"seen": fingerprint(row), "public": row.public, "result": row.result}

    def see_again(self, row: Commitment) -> None:
        """What was typed stays; sent once more, it is meant despite what stands there now."""
        sent: Any = self.data  # a QueryDict
        self.data = {**sent.dict(), "seen": fingerprint(row)}

    def wanted(self) -> Settlement:
        """Of a valid form."""
        raise NotImplementedError

    def as_it_stands(self, **changes: Any) -> Settlement:
        return replace(Settlement.of(self.row), public=self.cleaned_data["public"], **changes)


class DoneForm(SettleForm):
    key, title, button = "zrobione", gettext_lazy("Zrobione"), gettext_lazy("Zrobione")
    day = SaidDay(label=gettext_lazy("Kiedy zrobiono"))
    result = sentence(
        gettext_lazy("Co zrobiliśmy"),
        gettext_lazy("Jedno zdanie; na stronie, gdy ustalenie jest publiczne."),
    )

    def start(self, row: Commitment, today: date) -> dict[str, Any]:
        return {**super().start(row, today), "day": row.done_on or today}

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        met = self.row.note.event.when.first_day
        if day > self.today:
            raise ValidationError(_("Ten dzień dopiero będzie."))
        if day < met:
            raise ValidationError(_("To było przed spotkaniem: %s") % full_day(met))
        return day

    def clean(self) -> None:
        data = self.cleaned_data
        if data.get("public") and not data.get("result") and "result" not in self.errors:
            self.add_error("result", _("Na stronie ma stać, co zrobiliśmy: napisz to."))

    def wanted(self) -> Settlement:
        data = self.cleaned_data
        return self.as_it_stands(state=DONE, done_on=data["day"], result=data["result"])


class DroppedForm(SettleForm):
    key, title = "nie-zrobimy", gettext_lazy("Nie zrobimy tego")
    button = gettext_lazy("Nie zrobimy")
    result = sentence(
        gettext_lazy("Dlaczego nie"),
        gettext_lazy("Jedno zdanie; na stronie, gdy ustalenie jest publiczne."),
    )

    def clean_result(self) -> str:
        found: str = self.cleaned_data["result"]
        if not found:
            raise ValidationError(_("Napisz, dlaczego."))
        return found

    def wanted(self) -> Settlement:
        return self.as_it_stands(state=DROPPED, done_on=None, result=self.cleaned_data["result"])


class LaterForm(SettleForm):
    """A new day; what had been settled is to be done again."""

    key, title = "termin", gettext_lazy("Przesuń termin")
    button = gettext_lazy("Przesuń termin")
    due = SaidDay(label=gettext_lazy("Nowy termin"))

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if due < self.today:
            raise ValidationError(_("Ten dzień już minął."))
        if due == self.row.due and self.row.state == OPEN:
            raise ValidationError(_("To jest obecny termin."))
        return due

    def wanted(self) -> Settlement:
        due = self.cleaned_data["due"]
        return self.as_it_stands(state=OPEN, due=due, done_on=None, result="")


class SeenForm(SettleForm):
    """Nothing but who may read it."""

    key, title = "widocznosc", gettext_lazy("Zmień tylko widoczność")
    button = gettext_lazy("Zapisz widoczność")

    def clean(self) -> None:
        row = self.row
        if self.cleaned_data.get("public") and row.state != OPEN and not row.result:
            self.add_error("public", _("Najpierw napisz wyżej, co z tego wyszło."))

    def wanted(self) -> Settlement:
        return self.as_it_stands()


FORMS: tuple[type[SettleForm], ...] = (DoneForm, DroppedForm, LaterForm, SeenForm)
