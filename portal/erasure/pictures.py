"""Pictures that may show the person: whose words name them, and those of events that do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from events.models import Event, EventPicture
from portal.erasure.columns import Model, base_of
from portal.erasure.places import Choice, Place
from portal.kernel.images import People, Picture


@dataclass(frozen=True)
class Candidate:
    """`named` when its own description or author says the name."""

    picture: Any
    named: bool

    @property
    def key(self) -> str:
        return f"{self.picture._meta.label}:{self.picture.pk}"


def picture_models() -> list[Model]:
    return [model for model in apps.get_models() if issubclass(model, Picture)]


def candidates(places: Iterable[Place], choice: Choice) -> list[Candidate]:
    """Those named first; then pictures with people from events whose words name the person."""
    told = [place for place in places if choice.of(place)]
    named = [
        Candidate(picture, named=True)
        for model in picture_models()
        for picture in model._default_manager.filter(pk__in=keys(told, model)).order_by("pk")
    ]
    known = {candidate.picture.pk for candidate in named if type(candidate.picture) is EventPicture}
    around = EventPicture.objects.filter(event__in=keys(told, Event)).exclude(pk__in=known)
    shown = around.exclude(people=People.NONE).order_by("event_id", "pk")
    return named + [Candidate(picture, named=False) for picture in shown]


def keys(places: Iterable[Place], model: Model) -> set[Any]:
    """Of the rows themselves: what a former description said is of no picture of today."""
    return {place.pk for place in places if base_of(place.model) is model is place.model}
