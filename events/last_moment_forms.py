"""The pages of the last moment: what is new, why, one button. As few fields as there can be."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.change_forms import PASSED, ChangeForm
from events.models import Event
from events.models.event import Outcome
from portal.kernel.names import fold
from portal.kernel.publishing import Status
from portal.kernel.reading import read_when
from portal.kernel.similar_names import SimilarNames
from portal.kernel.when import EndKind, Precision, When
from venues.models import Venue
from venues.models.venue import VenueQuerySet

LATER = {
    15: _("o 15 minut później"),
    30: _("o pół godziny później"),
    60: _("o godzinę później"),
}
BARE_HOUR = re.compile(r"\d{1,2}")
ADDRESS = re.compile(
    r"(?:(?P<kind>ul\.|al\.|pl\.|os\.)\s*)?(?P<street>.+?)(?:\s+(?P<number>\d\S*))?"
)


class NowForm(ChangeForm):
    """Asks why with three ready answers; words of one's own come before them."""

    reasons: ClassVar[tuple[Any, ...]]
    ready = forms.ChoiceField(
        label=_("Dlaczego"), required=False, widget=forms.RadioSelect, choices=()
    )
    button: ClassVar[Any] = _("Zapisz i powiedz o tym")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ready: Any = self.fields["ready"]
        ready.choices = [(str(reason), reason) for reason in self.reasons]
        why = self.fields["change_reason"]
        why.required, why.label = False, _("Albo własnymi słowami")
        why.widget = forms.TextInput(attrs={"autocomplete": "off"})
        why.help_text = _("Przeczytają to zaproszeni.")
        last = ("ready", "change_reason")
        self.order_fields([*(name for name in self.fields if name not in last), *last])

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data.get("change_reason", "").strip()
        self.cleaned_data["change_reason"] = given or self.cleaned_data.get("ready", "")
        if not self.cleaned_data["change_reason"]:
            self.add_error("ready", _("Wybierz powód albo napisz własny."))
        return super().clean()


class PlaceNow(NowForm):
    """A venue of the register, or one typed here and now."""

    reasons = (
        _("Sala jest niedostępna."),
        _("Awaria w budynku."),
        _("Potrzebujemy więcej miejsca."),
    )
    new_name = forms.CharField(label=_("Albo miejsce spoza listy"), required=False, max_length=200)
    new_address = forms.CharField(
        label=_("Adres"),
        required=False,
        max_length=120,
        help_text=_("Np. „ul. Rajska 12”. Miejsce trafi do rejestru jako szkic."),
    )
    # The name whose likeness to one of the register was told already.
    told = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Event
        fields = ("venue", "room")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        venue: Any = self.fields["venue"]
        venue.queryset = offered_venues().select_related("inside").in_order()
        venue.label_from_instance = with_address
        venue.empty_label, venue.label = _("wybierz z listy"), _("Nowe miejsce")
        self.initial["venue"] = None
        self.initial["room"] = ""
        self.order_fields(["venue", "new_name", "new_address", "room"])

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        name = data.get("new_name", "").strip()
        if name and data.get("venue"):
            self.add_error("new_name", _("Wybierz z listy albo wpisz nowe: jedno z dwojga."))
        elif name:
            data["venue"] = self.typed(name, data.get("new_address", "").strip())
        elif not data.get("venue") and "venue" not in self.errors:
            self.add_error("venue", _("Wybierz miejsce z listy albo wpisz nowe."))
        return super().clean()

    def typed(self, name: str, address: str) -> Venue | None:
        """The venue of that name if there is one; never a second of the same."""
        known = known_venue(name)
        if known is None:
            self.tell_alike(name)
            return Venue(name=name, **parts_of(address))
        if address and fold(address) != fold(known.address):
            text = _("W rejestrze jest już miejsce o tej nazwie, pod innym adresem: %s.")
            self.add_error("new_name", text % (known.address or _("bez adresu")))
        return known

    def tell_alike(self, name: str) -> None:
        """„Społeczna Kafka” is most often a slip; sent once more, it is another place."""
        alike = similar_venue(name)
        if alike and self.cleaned_data.get("told") != name:
            text = _("Na liście jest podobne: „%s”. Wybierz je, a jeśli to inne, wyślij ponownie.")
            self.add_error("new_name", text % alike)
            self.data = {**self.data, "told": name}

    @property
    def asked_field(self) -> str:
        return "new_name" if self.cleaned_data.get("new_name") else "venue"


def with_address(venue: Venue) -> str:
    """Two places may bear one name."""
    return f"{venue.full_name}, {venue.address}" if venue.address else venue.full_name


def offered_venues() -> VenueQuerySet:
    """Not in the bin and not withdrawn."""
    return Venue.objects.kept().exclude(status=Status.WITHDRAWN)


def known_venue(name: str) -> Venue | None:
    """By its name or another that it is known by."""
    folded = fold(name)
    kept = offered_venues()
    return kept.filter(folded=folded).first() or kept.filter(aliases__folded=folded).first()


def similar_venue(name: str) -> str:
    """The name of one in the register that differs by a slip; "" for none."""
    kept = offered_venues()
    named = [*kept.values_list("pk", "name"), *kept.values_list("pk", "aliases__name")]
    alike = SimilarNames((pk, known) for pk, known in named if known).find(name)
    return alike[0].name if alike else ""


def parts_of(address: str) -> dict[str, str]:
    """„ul. Rajska 12” in the columns of a venue; what has no such shape is all street."""
    found = ADDRESS.fullmatch(address)
    if not found:
        return {"address_kind": "", "street": address}
    return {
        "address_kind": found["kind"] or "",
        "street": found["street"],
        "number": found["number"] or "",
    }


class HourNow(NowForm):
    """Other hours of the same day: one tap, or as people write them."""

    reasons = (
        _("Prowadzący się spóźnią."),
        _("Poprzednie spotkanie się przedłuża."),
        _("Sala będzie wolna o innej porze."),
    )
    later = forms.TypedChoiceField(
        label=_("Nowa godzina"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
    )
    hours = forms.CharField(
        label=_("Albo wpisz godziny"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Np. „17.30” (koniec przesunie się o tyle samo) albo „17.30–19.00”."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was = self.instance.when
        later: Any = self.fields["later"]
        later.choices = list(self.later_hours())
        if not later.choices:
            del self.fields["later"]
        self.order_fields(["later", "hours"])

    def later_hours(self) -> Iterable[tuple[int, str]]:
        """„15.00–19.00 (o godzinę później)”; none for what has begun or has no hour."""
        if self.was.precision != Precision.TIME or self.was.starts_at <= self.at:
            return
        for minutes, words in LATER.items():
            yield minutes, f"{shifted(self.was, minutes).hours()} ({words})"

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        typed, minutes = data.get("hours", "").strip(), data.get("later")
        if typed:
            self.read(typed)
        elif minutes:
            self.instance.when = shifted(self.was, minutes)
        else:
            self.add_error("hours", _("Wybierz godzinę albo ją wpisz."))
        if "hours" not in self.errors and self.is_past(self.instance.when):
            self.add_error("hours", _("Ta godzina już minęła."))
        return super().clean()

    def read(self, typed: str) -> None:
        """On the same day; a start alone keeps how long it lasts."""
        hour = f"{typed}.00" if BARE_HOUR.fullmatch(typed) else typed
        text = f"{self.was.first_day:%d.%m.%Y} {hour}"
        try:
            when = read_when(text, drop_in=self.was.drop_in, confirmed=self.was.confirmed)
        except ValidationError as refused:
            self.add_error("hours", " ".join(refused.messages))
            return
        if when.precision != Precision.TIME:
            self.add_error("hours", _("Napisz godzinę, np. „17.30” albo „17.30–19.00”."))
            return
        self.instance.when = with_its_length(when, self.was)

    def is_past(self, when: When) -> bool:
        """Nobody can come to what has passed; what has begun may still end at another hour."""
        began_so = when.starts_at == self.was.starts_at
        return when.ends_at <= self.at or (when.starts_at < self.at and not began_so)

    @property
    def asked_field(self) -> str:
        return "hours"


def shifted(when: When, minutes: int) -> When:
    by = timedelta(minutes=minutes)
    return replace(when, starts_at=when.starts_at + by, ends_at=when.ends_at + by)


def with_its_length(when: When, was: When) -> When:
    if when.end_kind != EndKind.UNKNOWN or was.precision != Precision.TIME:
        return when
    return replace(when, ends_at=when.starts_at + was.duration, end_kind=was.end_kind)


class OffNow(NowForm):
    outcome = Outcome.CANCELLED
    reasons = (
        _("Choroba osoby prowadzącej."),
        _("Awaria w miejscu spotkania."),
        _("Niebezpieczna pogoda."),
    )


class BackNow(NowForm):
    outcome = Outcome.EXPECTED
    reasons = (
        _("Odwołanie było pomyłką."),
        _("Przeszkoda ustąpiła."),
        _("Jest zastępstwo."),
    )

    def clean(self) -> dict[str, Any]:
        if self.instance.ends_at <= self.at:
            self.add_error(None, PASSED)
        return super().clean()
