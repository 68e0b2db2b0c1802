from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.forms import EventForm
from portal.kernel.usual_hours import in_usual_hours
from portal.kernel.when_preview import USUAL, Preview


class HoursBox(forms.CheckboxInput):
    """Its value are the hours, so that the preview of the date knows them too."""

    hours = ""

    def format_value(self, value: Any) -> str:
        return self.hours

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return self.hours if data.get(name) else ""


class EditionForm(EventForm):
    """Of a next edition: a day typed alone takes the cycle's usual hours, unless told not to."""

    hours: ClassVar[str] = ""  # „14.00–18.00”, set by the admin for the one form it makes
    usual_hours = forms.CharField(required=False, widget=HoursBox)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.hours:
            del self.fields[USUAL]
            return
        box: Any = self.fields[USUAL]
        box.widget.hours = self.hours
        box.initial = self.hours
        box.label = _("sam dzień znaczy: w godz. %s, jak zwykle") % self.hours
        box.help_text = gettext_lazy("Odznacz, gdy godziny mają być inne albo jeszcze nieznane.")
        # As it stands now: ticked, or as it was sent.
        words = {**self.words(), USUAL: self[USUAL].value()}
        self.fields["when_from"].widget.preview = Preview.typed(words)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("when_from") and not data.get("all_day"):
            usual, end = data.get(USUAL, ""), data.get("when_to", "")
            data["when_from"] = in_usual_hours(data["when_from"], end, usual)
        return super().clean()
