"""The names that the office knows, loaded once for a run of checks: seven queries, however many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from events.models import Series, SeriesAlias
from organizations.models import Alias, OfficeHolder, Organization
from portal.kernel.lookalikes import Lookalike, Names, names_of
from venues.districts import DISTRICTS
from venues.models import Venue, VenueAlias

# What people call parts of the city, beside the names of its eighteen districts.
PARTS_OF_THE_CITY = (
    *("Azory", "Bielany", "Bodzów", "Bonarka", "Kazimierz", "Kleparz", "Kobierzyn", "Kozłówek"),
    *("Kurdwanów", "Ludwinów", "Łobzów", "Mydlniki", "Olsza", "Płaszów", "Pleszów", "Prokocim"),
    *("Przegorzały", "Pychowice", "Rakowice", "Ruczaj", "Rybitwy", "Salwator", "Sidzina"),
    *("Skotniki", "Tyniec", "Witkowice", "Wola Duchacka", "Wola Justowska", "Zakrzówek"),
)


@dataclass(frozen=True)
class Place:
    """A venue by all its names; places of one building or address are one place to visitors."""

    pk: int
    name: str
    inside: int | None
    street: str
    number: str


@dataclass(frozen=True)
class Variant:
    """„3. miejscu”, „Centrum C10”: a name spelled otherwise than it is."""

    start: int
    words: str
    instead: str


@dataclass(frozen=True)
class KnownNames:
    names: Names
    places: dict[int, Place]
    places_by_name: dict[str, frozenset[int]]
    holders: tuple[OfficeHolder, ...]
    official: tuple[str, ...]  # of venues and cycles, which texts spell in many ways

    @classmethod
    def load(cls) -> "KnownNames":
        places = {row.pk: row for row in _places()}
        by_name = _places_by_name(places)
        series = list(Series.objects.kept().order_by("pk").values_list("name", flat=True))
        holders = tuple(OfficeHolder.objects.kept().order_by("pk"))
        every = [*_organizations(), *by_name, *series, *_of_series()]
        every += [*DISTRICTS.values(), *PARTS_OF_THE_CITY]
        every += [holder.name for holder in holders]
        every += [place.street for place in places.values() if place.street]
        official = (*(place.name for place in places.values()), *series)
        return cls(names_of(tuple(dict.fromkeys(every))), places, by_name, holders, official)

    def lookalikes(self, text: str) -> list[Lookalike]:
        return self.names.lookalikes(text)

    def places_in(self, text: str) -> list[tuple[int, frozenset[int]]]:
        """(where it stands, the venues so called) for each place that the text names."""
        found = self.names.find(text)
        named = ((row.start, self.places_by_name.get(row.name)) for row in found)
        return [(start, keys) for start, keys in named if keys]

    def same_places(self, key: int) -> frozenset[int]:
        """The venue, what it is in, what is in it, and whoever shares its street."""
        here = self.places.get(key)
        if here is None:
            return frozenset({key})
        building = here.inside or here.pk
        return frozenset(
            place.pk
            for place in self.places.values()
            if place.pk == building
            or place.inside == building
            or (place.street and place.street == here.street)
        )

    def out_of_office(self, text: str, day: date) -> list[OfficeHolder]:
        """Those whom the text names though they had left their office by that day."""
        named = {row.name: row.start for row in self.names.find(text)}
        in_office = {row.name for row in self.holders if row.until is None or row.until >= day}
        left = [row for row in self.holders if row.name in named and row.name not in in_office]
        return [row for row in left if not _is_former(text[: named[row.name]])]

    def variants(self, text: str) -> list[Variant]:
        """Names of venues and cycles with their numbers written in another way."""
        found = [row for name in self.official for row in _variants(name, text)]
        return sorted(set(found), key=lambda row: row.start)


def _places() -> Iterator[Place]:
    fields = ("pk", "name", "inside_id", "street", "number")
    for row in Venue.objects.kept().order_by("pk").values_list(*fields):
        yield Place(*row)


def _places_by_name(places: dict[int, Place]) -> dict[str, frozenset[int]]:
    named = [(place.name, place.pk) for place in places.values()]
    aliases = VenueAlias.objects.filter(venue__discarded_at__isnull=True)
    named += list(aliases.order_by("pk").values_list("name", "venue_id"))
    named += [
        (f"{place.street} {place.number}", place.pk)
        for place in places.values()
        if place.street and place.number
    ]
    return {name: frozenset(pk for other, pk in named if other == name) for name, _ in named}


def _organizations() -> list[str]:
    names = Organization.objects.kept().order_by("pk").values_list("name", flat=True)
    aliases = Alias.objects.filter(organization__discarded_at__isnull=True).order_by("pk")
    return [*names, *aliases.values_list("name", flat=True)]


def _of_series() -> list[str]:
    aliases = SeriesAlias.objects.filter(series__discarded_at__isnull=True).order_by("pk")
    return list(aliases.values_list("name", flat=True))


FORMER = re.compile(r"(?i)\b(?:był(?:y|a|ego|ej|emu|ym|ą)|ówczesn\w+|dawn(?:y|a|ego|ej)|b\.)\W")


def _is_former(before: str) -> bool:
    return bool(FORMER.search(before[-60:]))


# „3miejscu”, and „Centrum C 10” with its number apart or not.
GLUED_NUMBER = re.compile(r"\b(\d+)([^\W\d_]{4,})\b")
LETTER_AND_NUMBER = re.compile(r"\b([^\W\d_]{4,})\s+([A-Z])(\s?)(\d+)\b")


def _variants(name: str, text: str) -> Iterator[Variant]:
    for number, word in GLUED_NUMBER.findall(name):
        # „na 3. miejscu” in a contest is no cycle: only in quotes or as the place of a meeting.
        pattern = rf"(?i)(?:(?<=„)|(?<=\bw )){number}(?:\. ?|[ -])({word[:-1]}\w{{0,4}})\b"
        for found in re.finditer(pattern, text):
            yield Variant(found.start(), found[0], f"{number}{found[1]}")
    for word, letter, gap, number in LETTER_AND_NUMBER.findall(name):
        pattern = rf"\b({word[:-2]}\w{{0,4}}) {letter}[ -]?{number}\b"
        for found in re.finditer(pattern, text):
            right = f"{found[1]} {letter}{gap}{number}"
            if found[0] != right:
                yield Variant(found.start(), found[0], right)
