"""What the office knows by name, found in a text in whatever case it stands there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from events.models import Series
from events.models.series import SeriesAlias
from organizations.models import Alias, OfficeHolder, Organization
from portal.kernel.lookalikes import Names, names_of
from venues.models import Venue
from venues.models.venue import VenueAlias


class Kind(Enum):
    ORGANIZATION = "organization"
    VENUE = "venue"
    ADDRESS = "address"  # of a venue, which many may share
    SERIES = "series"
    PERSON = "person"


@dataclass(frozen=True)
class Known:
    """One record; `inside` is the venue around a venue."""

    kind: Kind
    pk: int
    label: str
    inside: int | None = None


@dataclass(frozen=True)
class Mention:
    """A record where a text names it: `said` is how it is written there."""

    known: Known
    start: int
    end: int
    said: str


@dataclass(frozen=True)
class Slip:
    """A word that looks like a known one and is not."""

    said: str
    meant: str


@dataclass(frozen=True)
class Registry:
    """Loaded once for a whole folder, in seven queries."""

    names: Names
    records: dict[str, tuple[Known, ...]]

    @classmethod
    def load(cls) -> "Registry":
        records: dict[str, list[Known]] = defaultdict(list)
        for name, known in stored():
            if len(name) > 2 and known not in records[name]:
                records[name].append(known)
        frozen = {name: tuple(rows) for name, rows in records.items() if rows}
        return cls(names_of(tuple(frozen)), frozen)

    def find(self, text: str) -> list[Mention]:
        return [
            Mention(known, row.start, row.end, text[row.start : row.end])
            for row in self.names.find(text)
            for known in self.records[row.name]
        ]

    def slips(self, text: str) -> list[Slip]:
        return [Slip(row.word, row.instead) for row in self.names.lookalikes(text)]


def stored() -> Iterator[tuple[str, Known]]:
    """(a name or another name, whose)"""
    yield from organizations()
    yield from venues()
    series = Series.objects.kept()
    yield from of_kind(Kind.SERIES, series.values_list("name", "pk", "name"))
    aliases = SeriesAlias.objects.filter(series__in=series)
    yield from of_kind(Kind.SERIES, aliases.values_list("name", "series_id", "series__name"))
    people = OfficeHolder.objects.kept()
    yield from of_kind(Kind.PERSON, people.values_list("name", "pk", "name"))


def organizations() -> Iterator[tuple[str, Known]]:
    rows = Organization.objects.kept()
    yield from of_kind(Kind.ORGANIZATION, rows.values_list("name", "pk", "name"))
    aliases = Alias.objects.filter(organization__in=rows)
    fields = ("name", "organization_id", "organization__name")
    yield from of_kind(Kind.ORGANIZATION, aliases.values_list(*fields))


def of_kind(kind: Kind, rows: Iterable[tuple[str, int, str]]) -> Iterator[tuple[str, Known]]:
    for name, pk, label in rows:
        yield name, Known(kind, pk, label)


def venues() -> Iterator[tuple[str, Known]]:
    rows = Venue.objects.kept()
    for venue in rows.only("name", "inside", "street", "number", "address_kind"):
        known = Known(Kind.VENUE, venue.pk, venue.name, venue.inside_id)
        yield venue.name, known
        if venue.street and venue.number:
            address = Known(Kind.ADDRESS, venue.pk, venue.name, venue.inside_id)
            yield f"{venue.street} {venue.number}", address
    fields = ("name", "venue_id", "venue__name", "venue__inside_id")
    for name, pk, label, inside in VenueAlias.objects.filter(venue__in=rows).values_list(*fields):
        yield name, Known(Kind.VENUE, pk, label, inside)
