"""All that one venue's page says, computed once: which door, which stop, what awaits inside."""

from dataclasses import dataclass
from datetime import datetime

from venues.access import AccessLine, Sheet, line_of, lines_of, sheet_of, short_words
from venues.maps import found_by, pin
from venues.models import Venue


@dataclass(frozen=True)
class Way:
    """„wejście od podwórza”; `place` names the building whose door it is, "" for its own."""

    text: str
    place: str = ""


@dataclass(frozen=True)
class Passport:
    venue: Venue
    building_url: str
    ways_in: list[Way]
    address: str
    postal_code: str
    city: str
    district: str
    stop: Way | None
    point: str
    map_url: str
    operator_url: str
    lines: list[AccessLine]

    @property
    def access(self) -> Sheet:
        return sheet_of(self.lines)


def passport(venue: Venue, at: datetime) -> Passport:
    """Reads the venue, the building around it, the operator and the access facts of both."""
    building = venue.inside if venue.inside and venue.inside.is_public(at) else None
    home = venue if venue.address or not venue.inside else venue.inside
    return Passport(
        venue=venue,
        building_url=building.get_absolute_url() if building else "",
        ways_in=said_of(venue, building, "entrance"),
        address=home.address,
        postal_code=home.postal_code,
        city=home.city,
        district=district(venue),
        stop=next(iter(said_of(venue, building, "stop")), None),
        point=f"{venue.latitude},{venue.longitude}" if venue.has_pin else "",
        map_url=map_of(venue, home),
        operator_url=venue.operator.public_url(at) if venue.operator else "",
        lines=lines_of(venue, at),
    )


def said_of(venue: Venue, building: Venue | None, name: str) -> list[Way]:
    """From the street inwards: the building's door comes before that of the room."""
    outer = Way(getattr(building, name), building.name) if building else Way("")
    return [way for way in (outer, Way(getattr(venue, name))) if way.text]


def district(venue: Venue) -> str:
    """„XVIII Nowa Huta”; that of the building, where the room has none of its own."""
    home = venue if venue.district or not venue.inside else venue.inside
    return str(home.get_district_display()) if home.district else ""


def map_of(venue: Venue, home: Venue) -> str:
    """With a pin where the point leads to the door, else the search for the address of `home`."""
    if venue.has_pin and venue.latitude is not None and venue.longitude is not None:
        return pin(venue.latitude, venue.longitude)
    return found_by(home.address, home.city)


@dataclass(frozen=True)
class Row:
    """A place in a list: where it is, and what is certain there, in a few words."""

    venue: Venue
    district: str
    address: str
    words: list[str]


def venue_row(venue: Venue, at: datetime) -> Row:
    """Reads the building around it, and the access facts of the place alone."""
    home = venue if venue.address or not venue.inside else venue.inside
    around = venue if venue.district or not venue.inside else venue.inside
    words = short_words(line_of(fact, at) for fact in venue.access_facts.all())
    return Row(venue, around.district_name, home.address, words)
