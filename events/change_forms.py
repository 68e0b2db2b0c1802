"""„Coś się zmieniło?”: one small form for each thing that may happen to an announced event."""

from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.facts import Facts, is_within
from events.models import Event, EventChange
from events.models.event import Outcome
from portal.kernel.admin import VersionedForm
from portal.kernel.when_form import WhenForm

PASSED = _("Ten termin już minął.")
SAME = _("Tak jest już teraz: nic się nie zmienia.")


class ChangeForm(VersionedForm):
    """Asks why, once: the reason stands on the page, beside the state and in the log."""

    outcome: ClassVar[Outcome | None] = None  # what it becomes; None: as it was
    change_reason = forms.CharField(
        label=_("Dlaczego"),
        max_length=300,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=_("Przeczytają to zaproszeni: na stronie, w aktualnościach i w kalendarzach."),
    )

    class Meta:
        model = Event
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        self.at = at
        super().__init__(*args, **kwargs)
        self.before = Facts.of(self.instance)
        self.was_ahead = self.instance.ends_at > at
        # What is new comes before why.
        self.order_fields([name for name in self.fields if name != "change_reason"])

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        event: Event = self.instance
        event.outcome = self.outcome or event.outcome
        if self.outcome:
            event.outcome_reason = data.get("change_reason", "") if event.is_off else ""
        return data

    def _post_clean(self) -> None:
        """After the instance holds the new values: is anything different at all?"""
        super()._post_clean()  # type: ignore[misc]  # Django's own hook, absent from the stubs
        if self.errors:
            return
        self.instance.take_place_unless_over(self.at)
        if not self.before.differences(Facts.of(self.instance)):
            self.add_error(self.asked_field, ValidationError(SAME))

    @property
    def asked_field(self) -> str | None:
        """Where the answer stands that changed nothing."""
        return None


class CancelForm(ChangeForm):
    outcome = Outcome.CANCELLED


class PostponeForm(ChangeForm):
    outcome = Outcome.POSTPONED


class NotHeldForm(ChangeForm):
    outcome = Outcome.NOT_HELD


class RestoreForm(ChangeForm):
    outcome = Outcome.EXPECTED


class MoveForm(WhenForm, ChangeForm):
    """Another date; what was off is on again by it."""

    class Meta(WhenForm.Meta):
        model = Event
        fields: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.instance.is_off:
            self.instance.outcome = Outcome.EXPECTED
        if not self.errors and self.was_ahead and self.instance.ends_at <= self.at:
            self.add_error("when_from", PASSED)
        return data

    @property
    def asked_field(self) -> str:
        return "when_from"


class PlaceForm(ChangeForm):
    """Another venue, or none yet; the room is asked anew, since the old one stays behind."""

    class Meta:
        model = Event
        fields = ("venue", "room")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        venue: Any = self.fields["venue"]
        venue.choices = [("", _("jeszcze nie wiadomo")), *list(venue.choices)[1:]]
        self.initial["room"] = ""

    @property
    def asked_field(self) -> str:
        return "venue"


class UndoForm(ChangeForm):
    """Back to what was there before the last change of one kind."""

    kind: ClassVar[EventChange.Kind]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.earlier = earlier_version(self.instance, self.kind)

    @property
    def back_to(self) -> str:
        return Facts.of(self.earlier).said(self.kind) if self.earlier else ""


class UndoMoveForm(UndoForm):
    kind = EventChange.Kind.DATE

    def clean(self) -> dict[str, Any]:
        if self.earlier:
            self.instance.when = self.earlier.when
        if self.instance.ends_at <= self.at:
            self.add_error(None, PASSED)
        return super().clean()


class UndoPlaceForm(UndoForm):
    kind = EventChange.Kind.PLACE

    def clean(self) -> dict[str, Any]:
        if self.earlier:
            self.instance.venue, self.instance.room = self.earlier.venue, self.earlier.room
        return super().clean()


def earlier_version(event: Event, kind: EventChange.Kind) -> Event | None:
    """The event as it was before the last change of that kind, from its history."""
    last = event.changes.filter(kind=kind).first()
    if last is None:
        return None
    rows = event.history.filter(sequence__lt=last.sequence)  # type: ignore[attr-defined]  # simple_history
    found = rows.order_by("-history_date", "-history_id").first()
    return found.instance if found else None


class HeldOnForm(WhenForm, VersionedForm):
    """It took place, and somebody knows when: within the month that had been promised."""

    class Meta(WhenForm.Meta):
        model = Event
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        self.at = at
        super().__init__(*args, **kwargs)
        self.promised = self.instance.when
        for name in ("confirmed", "planned_end", "all_day", "drop_in"):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        found = self.instance.when
        if not found.is_coarse:
            found = self.instance.when = replace(found, confirmed=True)
        if not self.errors and found != self.promised and not is_within(found, self.promised):
            text = _("Zapowiadano inaczej: %s. Inny termin wpisz jako zmianę terminu.")
            self.add_error("when_from", text % self.promised.short())
        elif not self.errors and found.starts_at > self.at:
            self.add_error("when_from", _("Ten dzień dopiero będzie."))
        return data
