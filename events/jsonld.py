"""Events and cycles as schema.org describes them: facts that are held, and nothing else.

No Event at all for a date without a day, which schema.org cannot say, nor for one that simply
did not take place: its vocabulary has only „cancelled”, and nobody called it off.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from events.access import access_of
from events.models import Event, EventChange, Partnership, Series
from events.models.event import Outcome
from events.pictures import shown
from events.social import absolute, picture_of
from organizations.models import Organization
from portal.kernel.jsonld import known
from portal.kernel.names import fold
from portal.kernel.when import Precision, When
from venues.jsonld import amenities, point

Thing = dict[str, Any]

SCHEMA = "https://schema.org/"
STATUS = {
    Outcome.EXPECTED: "EventScheduled",
    Outcome.HELD: "EventScheduled",
    Outcome.CANCELLED: "EventCancelled",
    Outcome.POSTPONED: "EventPostponed",
}
ORGANIZERS = (Partnership.Role.ORGANIZER, Partnership.Role.CO_ORGANIZER)
EDITIONS = 10  # of a cycle, before and after today
# Adverbs and nominatives, folded; a phrase with anything else in it is not translated.
LANGUAGES = {
    "polsku": "pl",
    "polski": "pl",
    "ukrainsku": "uk",
    "ukrainski": "uk",
    "angielsku": "en",
    "angielski": "en",
    "rosyjsku": "ru",
    "rosyjski": "ru",
    "bialorusku": "be",
    "bialoruski": "be",
    "niemiecku": "de",
    "niemiecki": "de",
}


def event_data(event: Event, at: datetime) -> Thing | None:
    """For the event's own page; reads what `for_page()` fetched."""
    data = edition(event, at)
    if data is None:
        return None
    rows = [row for row in event.partnerships.all() if row.role in ORGANIZERS]
    if "location" in data and event.is_ahead(at):
        data["location"] |= known(amenityFeature=amenities(access_of(event, at)))
    return {
        **data,
        **known(
            description=event.lead,
            image=images(event, at),
            isAccessibleForFree=event.is_free,
            inLanguage=languages(event.languages),
            organizer=[organization(row.organization, at) for row in rows],
            superEvent=super_event(event.series, at),
        ),
    }


def images(event: Event, at: datetime) -> str | list[str]:
    """Its card with the facts; then its photographs, cut to the same shape."""
    card = picture_of(event, at).image
    seen = [absolute(row.card_url) for row in shown(event) if not row.decorative]
    return [card, *seen] if seen else card


def edition(event: Event, at: datetime) -> Thing | None:
    """What a list of editions says of one; reads series, venue and changes of `for_cards()`."""
    status = status_of(event)
    if event.when.is_coarse or not status:
        return None
    address = absolute(event.get_absolute_url())
    where = place(event, at)
    return {
        "@type": "Event",
        "@id": event.uid.urn,  # of its calendar entry too; no rename changes it
        **known(
            name=named(event),
            url=address,
            **dates(event.when),
            eventStatus=f"{SCHEMA}{status}",
            previousStartDate=earlier_starts(event) if status == "EventRescheduled" else None,
            # Every meeting is in person; of one without a place not even that has been said.
            eventAttendanceMode=f"{SCHEMA}OfflineEventAttendanceMode" if where else None,
            location=where,
        ),
    }


def named(event: Event) -> str:
    """Without „odwołane”, which `eventStatus` says; an example says so even here."""
    return event.title if not event.is_example else f"Przykład: {event.title}"


def dates(when: When) -> Thing:
    """To the hour with the offset, else days. An end only when stated or planned."""
    several = when.precision == Precision.TIME or when.last_day > when.first_day
    return known(startDate=when.iso_start, endDate=when.iso_end if several else "")


def status_of(event: Event) -> str:
    """ "" for what schema.org has no word for."""
    status = STATUS.get(Outcome(event.outcome), "")
    return "EventRescheduled" if status == "EventScheduled" and earlier_starts(event) else status


def earlier_starts(event: Event) -> list[str]:
    """The starts that were announced before, oldest first, each once; not the one it has now.

    None of one that went there and back: pages say „Jednak bez zmiany terminu”.
    """
    moved = [
        row
        for row in list(event.changes.all())[::-1]
        if row.public and row.kind == EventChange.Kind.DATE and row.before_iso
    ]
    found = list(dict.fromkeys(row.before_iso for row in moved))
    if found[:1] == [event.when.iso_start]:
        return []
    return [start for start in found if start != event.when.iso_start]


def place(event: Event, at: datetime) -> Thing | None:
    """As the event keeps it. The venue's own page, post code and point only while they agree."""
    if not event.place_name:
        return None
    venue = event.venue if event.venue and event.venue.is_public(at) else None
    agrees = venue is not None and event.place_address == event.place_of_address()
    return {
        "@type": "Place",
        **known(
            name=event.place_name,
            address={
                "@type": "PostalAddress",
                **known(
                    streetAddress=event.place_address,
                    postalCode=venue.postal_code if venue and agrees else "",
                    addressLocality=event.venue.city if event.venue else "",
                    addressCountry="PL",
                ),
            },
            geo=point(venue) if venue and agrees else None,
            url=absolute(venue.get_absolute_url()) if venue else "",
        ),
    }


def organization(row: Organization, at: datetime) -> Thing:
    """Named by its role; its page only when there is one for visitors."""
    url = row.public_url(at)
    return {"@type": "Organization", **known(name=row.name, url=absolute(url) if url else "")}


def super_event(series: Series | None, at: datetime) -> Thing | None:
    if series is None or not series.is_public(at):
        return None
    address = absolute(series.get_absolute_url())
    return {"@type": "EventSeries", "@id": address, "name": series.name, "url": address}


def languages(text: str) -> list[str]:
    """„po polsku i ukraińsku” → pl, uk; nothing at all when any word is not understood."""
    words = re.split(r"[\s,;/]+", fold(text))
    left = [word for word in words if word not in {"", "po", "i", "oraz", "jezyk"}]
    found = [LANGUAGES.get(word, "") for word in left]
    return list(dict.fromkeys(found)) if all(found) else []


## A cycle


def series_data(
    series: Series, upcoming: Iterable[Event], past: Iterable[Event], at: datetime
) -> Thing:
    """With its next and its last editions, as far as they have a day."""
    rows = [*dated(upcoming, at), *reversed(dated(past, at))]
    organizers = [organization(row, at) for row in series.organizers.all()]
    address = absolute(series.get_absolute_url())
    return {
        "@type": "EventSeries",
        "@id": address,
        **known(
            name=f"Przykład: {series.name}" if series.is_example else series.name,
            description=series.lead,
            url=address,
            organizer=organizers,
            subEvent=sorted(rows, key=lambda row: str(row["startDate"])),
        ),
    }


def dated(events: Iterable[Event], at: datetime) -> list[Thing]:
    """The first of them that have a day."""
    found = (edition(event, at) for event in events)
    return [row for row in found if row][:EDITIONS]
