"""A choice in words, part by part: each can be taken away alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.filters import access
from events.filters.choice import Choice
from events.models.series import Audience
from venues.models import Venue

LABELS = {
    "words": gettext_lazy("Słowa"),
    "days": gettext_lazy("Kiedy"),
    "series": gettext_lazy("Cykl"),
    "area": gettext_lazy("Dzielnica"),
    "venue": gettext_lazy("Miejsce"),
    "organization": gettext_lazy("Organizacja"),
    "audience": gettext_lazy("Dla kogo"),
    "access": gettext_lazy("Dostępność"),
    "no_sign_up": gettext_lazy("Zapisy"),
    "free": gettext_lazy("Wstęp"),
}


@dataclass(frozen=True)
class Part:
    """„Cykl”, „Ławka dialogu”, and the choice without it alone."""

    label: str
    text: str
    rest: Choice


def parts(choice: Choice) -> Iterator[Part]:
    """Of accessibility each key is a part."""
    for name, label in LABELS.items():
        value = getattr(choice, name)
        if name == "access":
            yield from access_parts(choice)
        elif value:
            yield Part(str(label), said(name, value), choice.without(name))


def access_parts(choice: Choice) -> Iterator[Part]:
    names = access.labels()
    for key in choice.access:
        rest = tuple(other for other in choice.access if other != key)
        yield Part(str(LABELS["access"]), names[key], choice.having(access=rest))


def said(name: str, value: Any) -> str:
    match value:
        case True:
            return _("bez zapisów") if name == "no_sign_up" else _("wolny")
        case Audience():
            return str(value.label)
        case Venue():
            return value.full_name
    return f"„{value}”" if name == "words" else str(value)
