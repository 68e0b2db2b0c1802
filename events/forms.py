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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = Facts.of(self.instance) if self.instance.pk else None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        at = timezone.now()
        held = not self.errors and data.get("outcome") == Outcome.HELD
        if held and self.instance.starts_at > at:
            self.add_error("outcome", _("To wydarzenie jeszcze się nie zaczęło."))
        return data

    def _post_clean(self) -> None:
        """After the instance holds the new values: do facts differ that visitors rely on?"""
        super()._post_clean()  # type: ignore[misc]  # Django's own hook, absent from the stubs
        event: Event = self.instance
        if self.errors or not self.before or not event.is_public(timezone.now()):
            return
        if "venue" in self.changed_data:
            event.take_place()
        said = self.cleaned_data["change_reason"].strip() or self.cleaned_data["minor_change"]
        if self.before.differences(Facts.of(event)) and not said:
            self.add_error(
                "change_reason",
                ValidationError(
                    _(
                        "Napisz, dlaczego (albo zaznacz, że to literówka): zmienia się to, "
                        "na czym polegają zaproszeni."
                    )
                ),
            )
