"""The calendars that one can subscribe to: how each is called, and its address in three forms."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from events.ics import Feed
from events.models import Series
from events.social import absolute
from organizations.models import Organization
from venues.models import Venue


@dataclass(frozen=True)
class Channel:
    """One calendar as the page shows it. `page`: whose it is, for the way back."""

    label: str
    feed: Feed
    page: str

    @property
    def address(self) -> str:
        return absolute(self.feed.path)

    @property
    def webcal(self) -> str:
        """The scheme that phones and Outlook hand to their calendar instead of downloading."""
        return f"webcal://{self.address.partition('://')[2]}"

    @property
    def google(self) -> str:
        """Google takes a *webcal* address alone for a subscription (events-domain.md, 2.8)."""
        return f"https://calendar.google.com/calendar/r?{urlencode({'cid': self.webcal})}"


def of_all() -> Channel:
    feed = Feed("Blisko organizacji, Kraków", reverse("events:calendar_ics"))
    return Channel("Wszystkie spotkania", feed, reverse("events:calendar"))


def of_series(series: Series) -> Channel:
    feed = Feed(series.name, reverse("events:series_ics", args=[series.slug]))
    return Channel(series.name, feed, series.get_absolute_url())


def of_venue(venue: Venue) -> Channel:
    """With its address: two venues may share a name."""
    label = ", ".join(part for part in (venue.full_name, venue.address) if part)
    feed = Feed(f"{label} – spotkania", reverse("events:venue_ics", args=[venue.pk]))
    return Channel(label, feed, venue.get_absolute_url())


def of_organization(organization: Organization) -> Channel:
    path = reverse("events:organization_ics", args=[organization.pk])
    feed = Feed(f"{organization.name} – spotkania", path)
    return Channel(organization.name, feed, organization.get_absolute_url())


def channels(at: datetime) -> list[Channel]:
    """All meetings, then each cycle that visitors know. One query."""
    return [of_all(), *(of_series(series) for series in Series.objects.public(at).in_order())]
