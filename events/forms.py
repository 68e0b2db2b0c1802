from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.actions import told_differences
from events.cycle import usual_length
from events.facts import Facts
from events.models import Event
from events.models.event import Outcome
from portal.kernel.admin import VersionedForm
from portal.kernel.when_form import WhenForm

WHY = _(
    "Napisz, dlaczego (albo zaznacz, że to literówka): zmienia się to, na czym polegają zaproszeni."
)
STATUS_WHY = _("Zmiana stanu to nie literówka. Napisz, dlaczego: przeczytają to zaproszeni.")
SAID_AFTER = {Outcome.HELD, Outcome.NOT_HELD}
NEEDS_REASON = {Outcome.CANCELLED, Outcome.POSTPONED}
EMPTY_LABELS = {"series": _("poza cyklem"), "venue": _("jeszcze nie wiadomo")}


class FreeSelect(forms.NullBooleanSelect):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.choices = [
            ("unknown", _("jeszcze nie wiadomo")),
            ("true", _("tak")),
            ("false", _("nie")),
        ]


class EventForm(WhenForm, VersionedForm):
    """An event as staff enter it; a public one asks why when a fact changes."""

    change_reason = forms.CharField(
        label=_("Powód zmiany"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=_("Gdy zmienia się termin, miejsce, stan lub tytuł. Przeczytają go wszyscy."),
    )
    minor_change = forms.BooleanField(
        label=_("to tylko literówka"),
        required=False,
        help_text=_("Bez powodu, bez śladu na stronie i w kalendarzach."),
    )

    class Meta(WhenForm.Meta):
        widgets = {"is_free": FreeSelect}
        help_texts = {"is_free": ""}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # As it is stored, also when an older version is being restored.
        stored = Event.objects.filter(pk=self.instance.pk).first() if self.instance.pk else None
        self.before = Facts.of(stored) if stored else None
        self.stored_outcome = stored.outcome if stored else Outcome.EXPECTED
        self.say_what_empty_means()
        if "outcome" in self.fields:
            self.offer_outcomes()

    def say_what_empty_means(self) -> None:
        """An empty answer is an answer too: not yet, or none."""
        for name, label in EMPTY_LABELS.items():
            if name in self.fields:
                field: Any = self.fields[name]
                field.choices = [("", label), *list(field.choices)[1:]]

    def offer_outcomes(self) -> None:
        """That it took place, or did not, is never said ahead of time."""
        event: Event = self.instance
        began = event.starts_at is not None and event.starts_at <= timezone.now()
        kept = [o for o in Outcome if o not in SAID_AFTER or began or event.outcome == o]
        self.fields["outcome"].choices = [(o.value, o.label) for o in kept]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "outcome" in data:
            self.keep_one_reason(data)
        return data

    def keep_one_reason(self, data: dict[str, Any]) -> None:
        """What is off says why; what is on again says nothing of it. Never the same twice."""
        is_off = data["outcome"] not in {Outcome.EXPECTED, Outcome.HELD}
        given = data.get("outcome_reason") or data.get("change_reason") or ""
        data["outcome_reason"] = given if is_off else ""
        if data["outcome"] in NEEDS_REASON and not given.strip():
            self.add_error("outcome_reason", _("Powiedz, dlaczego: przeczytają to zaproszeni."))
        if is_off and data["outcome"] != self.stored_outcome and not data.get("change_reason"):
            data["change_reason"] = given

    def usual_length(self, data: dict[str, Any]) -> timedelta:
        """Of its cycle, where the cycle has usual hours."""
        series = data.get("series")
        return (series and usual_length(series)) or super().usual_length(data)

    def _post_clean(self) -> None:
        """After the instance holds the new values: do facts differ that visitors rely on?"""
        super()._post_clean()  # type: ignore[misc]  # Django's own hook, absent from the stubs
        event: Event = self.instance
        at = timezone.now()
        if self.errors:
            return
        if event.outcome in SAID_AFTER and event.starts_at > at:
            self.add_error("outcome", _("To wydarzenie jeszcze się nie zaczęło."))
        if self.before and event.is_public(at):
            self.ask_why(event, self.before, at)

    def ask_why(self, event: Event, before: Facts, at: datetime) -> None:
        event.take_place_unless_over(at)
        minor = self.cleaned_data.get("minor_change", False)
        found = told_differences(before, event, at, minor=minor)
        reason = self.cleaned_data.get("change_reason", "").strip()
        if not reason and not all(row.fills_gap for row in found):
            self.add_error("change_reason", STATUS_WHY if minor else WHY)
