from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.facts import Facts
from events.models import Event
from events.models.event import Outcome
from portal.kernel.admin import VersionedForm
from portal.kernel.when_form import WhenForm

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
        """That it took place is said by a button, in one click and never ahead of time."""
        kept = {outcome for outcome in Outcome if outcome != Outcome.HELD} | {self.instance.outcome}
        self.fields["outcome"].choices = [pair for pair in Outcome.choices if pair[0] in kept]  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """After the instance holds the new values: do facts differ that visitors rely on?"""
        super()._post_clean()  # type: ignore[misc]  # Django's own hook, absent from the stubs
        event: Event = self.instance
        at = timezone.now()
        if self.errors or not self.before or not event.is_public(at):
            return
        event.take_place_unless_over(at)
        if self.before.differences(Facts.of(event)) and not self.is_explained():
            self.add_error(
                "change_reason",
                ValidationError(
                    _(
                        "Napisz, dlaczego (albo zaznacz, że to literówka): zmienia się to, "
                        "na czym polegają zaproszeni."
                    )
                ),
            )

    def is_explained(self) -> bool:
        data = self.cleaned_data
        return bool(data.get("change_reason", "").strip() or data.get("minor_change"))
