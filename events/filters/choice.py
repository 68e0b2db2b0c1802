"""What somebody chose of a list of events, and the parameters of the address that say it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from events.filters.days import Days
from events.models import Series
from events.models.series import Audience
from organizations.models import Organization
from venues.areas import Area
from venues.models import Venue

# The words of the code have no place in an address.
AUDIENCES = {
    Audience.EVERYONE: "wszyscy",
    Audience.ORGANIZATIONS: "organizacje",
    Audience.YOUNG: "mlodziez",
    Audience.SENIORS: "seniorzy",
    Audience.FAMILIES: "rodziny",
    Audience.NEWCOMERS: "z-innych-krajow",
}
NO_SIGN_UP, FREE = "bez", "wolny"


@dataclass(frozen=True)
class Choice:
    """All that may be chosen; an event shows when it meets every part of it.

    Holds public records alone. `access`: keys of which each must be answered „tak”.
    """

    words: str = ""
    days: Days = field(default_factory=Days)
    series: Series | None = None
    area: Area | None = None
    venue: Venue | None = None
    organization: Organization | None = None
    audience: Audience | None = None
    access: tuple[str, ...] = ()
    no_sign_up: bool = False
    free: bool = False

    @property
    def is_empty(self) -> bool:
        return self == NOTHING

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of its address, always in one order."""
        return [
            pair
            for name, write in WRITTEN.items()
            if (value := getattr(self, name))
            for pair in write(value)
        ]

    def having(self, **changed: Any) -> "Choice":
        return replace(self, **changed)

    def without(self, name: str) -> "Choice":
        return self.having(**{name: getattr(NOTHING, name)})

    def is_alone(self, name: str) -> bool:
        """Whether that one is chosen and nothing else."""
        return bool(getattr(self, name)) and self.without(name).is_empty


NOTHING = Choice()
Pairs = list[tuple[str, str]]
WRITTEN: dict[str, Callable[[Any], Pairs]] = {
    "words": lambda words: [("szukaj", words)],
    "days": lambda days: list(days.pairs()),
    "series": lambda series: [("cykl", series.slug)],
    "area": lambda area: [("dzielnica", area.value)],
    "venue": lambda venue: [("miejsce", str(venue.pk))],
    "organization": lambda organization: [("organizacja", str(organization.pk))],
    "audience": lambda audience: [("dla", AUDIENCES[audience])],
    "access": lambda keys: [("dostepnosc", key) for key in keys],
    "no_sign_up": lambda _: [("zapisy", NO_SIGN_UP)],
    "free": lambda _: [("wstep", FREE)],
}
PARAMETERS = (
    "szukaj",
    "od",
    "do",
    "cykl",
    "dzielnica",
    "miejsce",
    "organizacja",
    "dla",
    "dostepnosc",
    "zapisy",
    "wstep",
)
