"""How staff enter activities, ask for a draft, and edit the lines of a month."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from portal.kernel.admin import VersionedForm
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when_form import WhenForm
from reports.models import ReportLine, ReportSection

OFFERED_MONTHS = 36


class ActivityForm(WhenForm, VersionedForm):
    """What already happened: a day, a month or months; an hour when it is known."""

    # None takes a form's field away.
    planned_end = all_day = drop_in = confirmed = None  # type: ignore[assignment]

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["confirmed"] = True
        return super().clean()


class DraftForm(forms.Form):
    """Which month, or from which to which."""

    first = forms.ChoiceField(label=_("od"))
    last = forms.ChoiceField(label=_("do"), required=False)

    def __init__(self, *args: Any, now: Month, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = [now.shifted(-back) for back in range(OFFERED_MONTHS)]
        choices = [(month.slug, month.nominative) for month in months]
        self.fields["first"].choices = choices  # type: ignore[attr-defined]
        self.fields["last"].choices = [("", _("ten sam miesiąc")), *choices]  # type: ignore[attr-defined]
        self.fields["first"].initial = now.previous().slug

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "first" in data and "last" in data:
            last = data["last"] or data["first"]
            try:
                data["span"] = MonthSpan(Month.parse(data["first"]), Month.parse(last))
            except ValueError as error:
                raise ValidationError(str(error)) from error
        return data


class ReportForm(VersionedForm):
    class Meta:
        widgets = {
            "title": forms.TextInput(attrs={"size": 80}),
            "lead": forms.Textarea(attrs={"rows": 6, "cols": 90}),
        }


class SectionForm(forms.ModelForm):
    class Meta:
        model = ReportSection
        fields = ("heading", "opening")
        widgets = {
            "heading": forms.TextInput(attrs={"size": 80}),
            "opening": forms.Textarea(attrs={"rows": 3, "cols": 90}),
        }


class LineForm(forms.ModelForm):
    class Meta:
        model = ReportLine
        fields = ("text", "month", "part", "position", "included", "omission_reason")
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2, "cols": 60}),
            "omission_reason": forms.TextInput(attrs={"size": 30}),
        }


def day_of_month(value: "str | date") -> date:
    """As the choice is posted, or as the record holds it: else each line would seem changed."""
    return value if isinstance(value, date) else date.fromisoformat(value)


class LinesFormSet(BaseInlineFormSet):
    """The lines of one month. A line may move to another; one that records gave is not deleted.

    `month` is set on the class that the inline makes for its month.
    """

    month: Month

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        months = [(month.first_day, month.nominative) for month in self.instance.span]
        form.fields["month"] = forms.TypedChoiceField(
            label=_("Miesiąc"),
            choices=[(day.isoformat(), name) for day, name in months],
            coerce=day_of_month,
            initial=self.month.first_day.isoformat(),
        )
        form.fields["position"].required = False
        if index is None or index >= self.initial_form_count():
            form.fields["position"].initial = None
        if form.instance.event_id or form.instance.activity_id:
            form.fields.pop("DELETE", None)

    def _should_delete_form(self, form: Any) -> bool:
        """A line with a record behind it is left out with a reason, never deleted."""
        return "DELETE" in form.fields and super()._should_delete_form(form)  # type: ignore[misc]

    def save_new(self, form: Any, commit: bool = True) -> Any:
        """Without a place of its own, a new line stands last."""
        if form.cleaned_data["position"] is None:
            rows = self.instance.lines.filter(month=form.instance.month, part=form.instance.part)
            last = rows.order_by("position").values_list("position", flat=True).last()
            form.instance.position = (last or 0) + 10
        return super().save_new(form, commit)
