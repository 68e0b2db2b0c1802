"""How staff enter a date: as they would write it, with its doubt, in two text fields."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from portal.kernel.months import Month
from portal.kernel.reading import read_month, read_when, write_when
from portal.kernel.timed import FIELDS, Timed
from portal.kernel.when import USUAL_LENGTH, EndKind, Precision
from portal.kernel.when_preview import Preview

WORDS = ("when_from", "when_to", "planned_end", "all_day", "drop_in", "confirmed")


class PhrasedInput(forms.TextInput):
    """A text field with the phrase that it comes to below; a script keeps the phrase up to date."""

    preview = Preview()

    class Media:
        js = (Script("js/when.js", defer=True),)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        attrs = {**(attrs or {}), "autocomplete": "off"}
        context = {
            "id": attrs.get("id", name),
            "preview": self.preview,
            "url": reverse("admin:when_preview"),
        }
        phrase = render_to_string("admin/_when_output.html", context)
        return super().render(name, value, attrs, renderer) + phrase


class WhenForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """A ModelForm of a `Timed` model; the words stay in the fields when they are refused."""

    when_from = forms.CharField(
        label=_("Kiedy"),
        max_length=120,
        widget=PhrasedInput,
        help_text=_(
            "Tyle, ile wiadomo: „13.05.2026 14.00”, „13 maja 2026”, „połowa maja 2026”, "
            "„maj 2026”, „styczeń–maj 2026”."
        ),
    )
    when_to = forms.CharField(
        label=_("Do kiedy"),
        max_length=120,
        required=False,
        help_text=_("Godzina („18.00”, „24.00”) albo dzień („15.05.2026”). Puste: nie wiadomo."),
    )
    planned_end = forms.BooleanField(label=_("koniec orientacyjny („ok. 19.30”)"), required=False)
    all_day = forms.BooleanField(label=_("cały dzień"), required=False)
    drop_in = forms.BooleanField(
        label=_("można wejść w dowolnej chwili między tymi godzinami"), required=False
    )
    confirmed = forms.BooleanField(
        label=_("termin potwierdzony"),
        required=False,
        initial=True,
        help_text=_("Odznacz, gdy dzień jest planowany. Miesiąc bez dnia jest zawsze planowany."),
    )

    class Meta:
        # Written here in words, and set through `when`: not these columns themselves.
        exclude = FIELDS  # noqa: DJ006 -- each form's own admin says its `fields`

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        timed = self.instance
        if isinstance(timed, Timed) and timed.pk:
            self.initial.update(initial_of(timed))
        if "when_from" in self.fields:
            self.fields["when_from"].widget.preview = Preview.typed(self.words())

    def words(self) -> dict[str, Any]:
        """What the fields of the date hold now, be it stored or typed."""
        return {name: self[name].value() for name in WORDS if name in self.fields}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "when_from" in data and "when_to" in data:
            try:
                self.instance.when = read_when(
                    data["when_from"],
                    data["when_to"],
                    planned_end=data.get("planned_end", False),
                    all_day=data.get("all_day", False),
                    drop_in=data.get("drop_in", False),
                    confirmed=data.get("confirmed", False),
                    assumed=self.assumed_length(data),
                )
            except ValidationError as refused:
                self.add_error(None, refused)
        return data

    def assumed_length(self, data: dict[str, Any]) -> timedelta:
        """How long it is taken to last while nobody has said; what was assumed before stays."""
        timed = self.instance
        if isinstance(timed, Timed) and timed.pk and timed.end_kind == EndKind.UNKNOWN:
            return timed.when.duration
        return self.usual_length(data)

    def usual_length(self, data: dict[str, Any]) -> timedelta:
        """For a form that knows better, such as from a cycle's usual hours."""
        return USUAL_LENGTH


def initial_of(timed: Timed) -> dict[str, Any]:
    """The fields' contents for a stored date; read back they give the same date."""
    when = timed.when
    start, end = write_when(when)
    return {
        "when_from": start,
        "when_to": end,
        "planned_end": when.end_kind == EndKind.PLANNED,
        "all_day": when.all_day,
        "drop_in": when.drop_in,
        "confirmed": when.confirmed or when.precision not in {Precision.TIME, Precision.DAY},
    }


class MonthField(forms.CharField):
    """A month in words, „maj 2026”, for a column that holds its first day."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Np. „maj 2026” albo „05.2026”."))
        super().__init__(max_length=kwargs.pop("max_length", 40), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return Month.of(value).nominative if isinstance(value, date) else value

    def clean(self, value: Any) -> date | None:
        text = super().clean(value)
        return read_month(text).first_day if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)
