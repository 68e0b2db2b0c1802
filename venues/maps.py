"""Where a place is on OpenStreetMap: a link that a reader follows; no page loads a map itself."""

from decimal import Decimal
from urllib.parse import urlencode

HOME = "https://www.openstreetmap.org/"
CLOSE = 18  # the zoom at which doors can be told apart


def pin(latitude: Decimal, longitude: Decimal) -> str:
    """A map with a pin at a point that leads to the door."""
    return f"{HOME}?mlat={latitude}&mlon={longitude}#map={CLOSE}/{latitude}/{longitude}"


def found_by(address: str, city: str) -> str:
    """The map's own search for an address; "" where there is none."""
    return f"{HOME}search?{urlencode({'query': f'{named(address)}, {city}'})}" if address else ""


def named(address: str) -> str:
    """„ul. Zabłocie 20–22” as the map knows it: „Zabłocie 20-22”; os., al. and pl. belong to it."""
    return address.removeprefix("ul. ").replace("–", "-").replace("\u00a0", " ")
