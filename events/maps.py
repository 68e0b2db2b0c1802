"""Where on a map a meeting is: at its venue's pin, else wherever its own address is."""

from datetime import datetime

from events.entry import city, geo
from events.models import Event
from venues.maps import found_by, pin


def map_of(event: Event, at: datetime) -> str:
    """An address of OpenStreetMap; "" where the meeting has no address yet."""
    point = geo(event, at)
    return pin(*point) if point else found_by(event.place_address, city(event) or "Kraków")
