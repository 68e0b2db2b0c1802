"""What may happen to an announced event, as the buttons of „Coś się zmieniło?” and their pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from events.change_forms import (
    CancelForm,
    ChangeForm,
    HeldOnForm,
    MoveForm,
    NotHeldForm,
    PlaceForm,
    PostponeForm,
    RestoreForm,
    UndoMoveForm,
    UndoPlaceForm,
)
from events.models import Event, EventChange
from events.models.event import Outcome

Offered = Callable[[Event, datetime], bool]


@dataclass(frozen=True)
class Happening:
    """One button: where it leads, what that page says, and when it makes sense."""

    slug: str
    label: Any
    title: Any
    text: Any
    form: type[ChangeForm] | type[HeldOnForm]
    offered: Offered


def is_ahead(event: Event, at: datetime) -> bool:
    return event.is_ahead(at)


def began(event: Event, at: datetime) -> bool:
    return event.starts_at <= at and event.outcome in {Outcome.EXPECTED, Outcome.HELD}


def may_move(event: Event, _at: datetime) -> bool:
    return event.outcome in {Outcome.EXPECTED, Outcome.CANCELLED, Outcome.POSTPONED}


def changed(kind: EventChange.Kind) -> Offered:
    def offered(event: Event, at: datetime) -> bool:
        return event.is_ahead(at) and any(row.kind == kind for row in event.changes.all())

    return offered


HELD_ON = Happening(
    "odbylo-sie-dnia",
    _("Odbyło się, znam dzień"),
    _("Odbyło się: którego dnia"),
    _("Podaj dzień, a jeśli wiesz, to i godziny. Strona powie, że spotkanie się odbyło."),
    HeldOnForm,
    lambda event, at: event.is_unanswered(at) and event.when.is_coarse,
)
NOT_HELD = Happening(
    "nie-odbylo-sie",
    _("Nie odbyło się"),
    _("Spotkanie się nie odbyło"),
    _("Strona zostanie i powie o tym, liczby pominą to spotkanie. Można to cofnąć."),
    NotHeldForm,
    began,
)
HAPPENINGS = (
    Happening(
        "jednak",
        _("Cofnij: jednak się odbędzie"),
        _("Jednak się odbędzie"),
        _("Termin i miejsce zostają takie, jakie były. Powód odwołania zniknie ze strony."),
        RestoreForm,
        lambda event, at: event.is_off and event.ends_at > at,
    ),
    Happening(
        "cofnij",
        _("Cofnij: to pomyłka"),
        _("Cofnięcie stanu"),
        _("Spotkanie wróci do stanu „zapowiedziane”, a portal zapyta, czy się odbyło."),
        RestoreForm,
        lambda event, at: event.is_off and event.ends_at <= at,
    ),
    Happening(
        "termin",
        _("Nowy termin"),
        _("Nowy termin"),
        _(
            "Strona powie najpierw nowy termin, potem poprzedni. Adres zostaje ten sam, "
            "a kod z plakatu powie o zmianie."
        ),
        MoveForm,
        may_move,
    ),
    Happening(
        "cofnij-termin",
        _("Wróć do poprzedniego terminu"),
        _("Powrót do poprzedniego terminu"),
        _("Strona powie, że termin jest jednak taki jak przedtem."),
        UndoMoveForm,
        changed(EventChange.Kind.DATE),
    ),
    Happening(
        "miejsce",
        _("Inne miejsce"),
        _("Inne miejsce"),
        _("Strona powie najpierw nowe miejsce, potem poprzednie."),
        PlaceForm,
        is_ahead,
    ),
    Happening(
        "cofnij-miejsce",
        _("Wróć do poprzedniego miejsca"),
        _("Powrót do poprzedniego miejsca"),
        _("Strona powie, że miejsce jest jednak takie jak przedtem."),
        UndoPlaceForm,
        changed(EventChange.Kind.PLACE),
    ),
    Happening(
        "przelozone",
        _("Przełóż, daty jeszcze nie ma"),
        _("Przełożone, bez nowej daty"),
        _("Strona zostanie i powie, że nowej daty jeszcze nie ma. Można to cofnąć."),
        PostponeForm,
        is_ahead,
    ),
    Happening(
        "odwolane",
        _("Odwołaj"),
        _("Odwołanie spotkania"),
        _("Strona zostanie i powie „odwołane” razem z powodem. Można to cofnąć."),
        CancelForm,
        lambda event, _at: event.outcome in {Outcome.EXPECTED, Outcome.POSTPONED},
    ),
)
BY_SLUG = {row.slug: row for row in (HELD_ON, NOT_HELD, *HAPPENINGS)}


def offered_now(event: Event, at: datetime) -> list[Happening]:
    """The buttons that make sense for a public event as it stands."""
    return [row for row in HAPPENINGS if row.offered(event, at)]
