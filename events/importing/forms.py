"""The forms of the page „Rozpoznane”: filled in from the text, confirmed by a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.forms import EventForm
from events.importing.proposal import EventProposal, OrganizationProposal
from events.importing.published import moment
from events.models import Event, Partnership, Series
from portal.kernel.reading import read_when
from venues.models import Venue

Choices = list[tuple[Any, str]]


@dataclass(frozen=True)
class Offered:
    """The choices of all forms of a page, read once."""

    venues: Choices
    series: Choices

    @classmethod
    def read(cls) -> "Offered":
        venues = Venue.objects.kept().in_order().values_list("pk", "name")
        series = Series.objects.kept().in_order().values_list("pk", "name")
        return cls(list(venues), list(series))


class ProposedEventForm(EventForm):
    """A new event as the text describes it; each field may be changed before it is made."""

    change_reason = minor_change = all_day = None  # type: ignore[assignment]  # not of a new one

    class Meta(EventForm.Meta):
        model = Event
        fields = ("title", "series", "edition", "venue", "room", "sign_up")

    def __init__(self, *args: Any, offered: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("series", Series.objects.kept(), offered.series)
        self.offer("venue", Venue.objects.kept(), offered.venues)

    def offer(self, name: str, rows: Any, choices: Choices) -> None:
        """Setting the queryset drops the choices, so they come after it."""
        field: Any = self.fields[name]
        empty = list(field.choices)[:1]
        field.queryset = rows
        field.choices = [*empty, *choices]

    @classmethod
    def of(cls, proposal: EventProposal, offered: Offered, data: Any = None) -> "ProposedEventForm":
        initial = {
            "title": proposal.title,
            "series": proposal.series.pk if proposal.series else None,
            "edition": proposal.edition,
            "venue": proposal.venue.pk if proposal.venue else None,
            "room": proposal.room,
            "sign_up": proposal.sign_up or Event.SignUp.UNKNOWN,
            "when_from": proposal.when_from,
            "when_to": proposal.when_to,
            "planned_end": proposal.planned_end,
            "drop_in": proposal.drop_in,
        }
        return cls(data, initial=initial, prefix=proposal.key, offered=offered)


class DayForm(forms.Form):
    """The day of publication that the text came with."""

    day = forms.CharField(
        label=gettext_lazy("Data publikacji"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Np. „6.03.2026”. Puste: dzień, w którym ktoś opublikuje szkic."),
    )

    def clean_day(self) -> datetime | None:
        text = self.cleaned_data["day"]
        if not text:
            return None
        try:
            found = moment(read_when(text))
        except ValidationError as refused:
            raise ValidationError(refused.messages) from refused
        if found is None:
            raise ValidationError(_("Podaj jeden dzień, np. 6.03.2026."))
        return found


class PartnersForm(forms.Form):
    """Which of the organizations took part in which role; nothing is ticked beforehand."""

    event = forms.TypedChoiceField(label=gettext_lazy("Do wydarzenia"), coerce=int)

    def __init__(
        self,
        *args: Any,
        events: list[Event],
        organizations: tuple[OrganizationProposal, ...],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.events = {event.pk: event for event in events}
        self.organizations = organizations
        field: Any = self.fields["event"]
        field.choices = [(event.pk, str(event)) for event in events]
        for row in organizations:
            self.add(row)

    def add(self, row: OrganizationProposal) -> None:
        key = row.known.pk
        self.fields[f"org-{key}"] = forms.BooleanField(label=row.known.label, required=False)
        self.fields[f"role-{key}"] = forms.ChoiceField(
            label=_("Rola: %s") % row.known.label,
            choices=[("", _("wybierz rolę")), *Partnership.Role.choices],
            required=False,
            initial=row.role,
        )

    def rows(self) -> list[tuple[Any, Any, OrganizationProposal]]:
        """(checkbox, role, proposal) of each organization, for the template."""
        return [
            (self[f"org-{row.known.pk}"], self[f"role-{row.known.pk}"], row)
            for row in self.organizations
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen = [row.known.pk for row in self.organizations if data.get(f"org-{row.known.pk}")]
        if not chosen:
            raise ValidationError(_("Zaznacz organizacje, które mają być przy wydarzeniu."))
        for key in chosen:
            if not data.get(f"role-{key}"):
                self.add_error(f"role-{key}", _("Wybierz rolę tej organizacji."))
        data["partners"] = [(key, data.get(f"role-{key}")) for key in chosen]
        return data
