"""A venue as schema.org describes it: facts that are held, and nothing else."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from portal.kernel.jsonld import known
from venues.access import AccessLine, Source
from venues.models import Venue
from venues.passport import Passport

Thing = dict[str, Any]


def venue_data(passport: Passport) -> Thing:
    """For the venue's own page."""
    venue = passport.venue
    return {
        "@type": "Place",
        **known(
            name=f"Przykład: {venue.name}" if venue.is_example else venue.name,
            alternateName=[alias.name for alias in venue.aliases.all()],
            url=f"{settings.SITE_URL}{venue.get_absolute_url()}",
            address={
                "@type": "PostalAddress",
                **known(
                    streetAddress=passport.address,
                    postalCode=passport.postal_code,
                    addressLocality=venue.city,
                    addressCountry="PL",
                ),
            },
            geo=point(venue),
            sameAs=venue.website,
            amenityFeature=amenities(passport.lines),
        ),
    }


def point(venue: Venue) -> Thing | None:
    """Only one that leads to the door."""
    if not venue.has_pin:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": float(venue.latitude or 0),
        "longitude": float(venue.longitude or 0),
    }


def amenities(lines: Iterable[AccessLine]) -> list[Thing]:
    """What somebody looked for and found, or did not find; „nie wiemy” is no value.

    Of a Place alone: `accessibilityFeature` belongs to works and pages, not to events.
    """
    rows = (row for row in lines if row.is_known and row.source == Source.VENUE)
    return [feature(row) for row in rows]


def feature(row: AccessLine) -> Thing:
    return {
        "@type": "LocationFeatureSpecification",
        "name": row.label,
        "value": row.answer == "yes",
        **known(description=row.note),
    }
