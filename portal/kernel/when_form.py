"""How staff enter a date: as they would write it, with its doubt, in two text fields."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.kernel.reading import read_when, write_when
from portal.kernel.timed import FIELDS, Timed
from portal.kernel.when import EndKind, Precision


class WhenForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """A ModelForm of a `Timed` model; the words stay in the fields when they are refused."""

    when_from = forms.CharField(
        label=_("Kiedy"),
        max_length=120,
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
                )
            except ValidationError as refused:
                self.add_error(None, refused)
        return data


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
