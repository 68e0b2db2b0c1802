"""The map of the site for search engines: every page that is public, and when it last changed.

Own and not Django's: theirs asks `sites` for the host, and this site knows its own address. What
is made up for show is left out, as its pages say `noindex`. A page whose last change nobody
knows (a list) has no `lastmod`: an invented one teaches engines to believe none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator

from events.models import Announcement, Event, Partnership, Series
from events.social import absolute
from organizations.models import Organization
from portal.kernel.modified import latest, with_modified
from portal.models import AccessibilityStatement, OfficeContact, SitePage
from reports.models import ReportVersion
from venues.models import Venue

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NONE: "AttributesImpl[str]" = AttributesImpl({})  # of an element without attributes
LISTS = (
    "home",
    "events:event_list",
    "events:event_archive",
    "events:calendar",
    "events:series_list",
    "events:announcement_list",
    "venues:venue_list",
    "organizations:organization_list",
    "reports:report_list",
)


@dataclass(frozen=True)
class Place:
    path: str
    modified: datetime | None = None


@dataclass(frozen=True)
class Modified:
    """When the public events last changed, by what else shows them."""

    events: dict[int, datetime | None]
    series: dict[int | None, list[datetime | None]]
    venues: dict[int | None, list[datetime | None]]
    organizations: dict[int, list[datetime | None]]
    announcements: dict[int, list[datetime | None]]


def places(at: datetime) -> list[Place]:
    """Every public page that engines may keep; twelve queries, however many there are."""
    events = list(event_rows(at))
    known = modified_by(events, at)
    found = [Place(reverse(name)) for name in LISTS]
    found += [Place(row.get_absolute_url(), known.events[row.pk]) for row in events]
    found += office()
    found += own(Series.objects.all(), at, known.series)
    found += own(Announcement.objects.all(), at, known.announcements)
    found += own(Venue.objects.all(), at, known.venues)
    found += own(Organization.objects.all(), at, known.organizations)
    return found + list(reports(at))


def office() -> Iterator[Place]:
    """The office's own pages; that of the contact changes with what it lists."""
    pages: QuerySet[Any] = with_modified(SitePage.objects.all())
    changed: dict[str, datetime | None] = {row.key: row.modified_at for row in pages}
    key = SitePage.Key.CONTACT.value
    changed[key] = latest(changed.get(key), changed_row(OfficeContact.objects.all()))
    for page in SitePage.Key.values:
        yield Place(reverse(page), changed.get(page))
    statement = changed_row(AccessibilityStatement.objects.all())
    yield Place(reverse("accessibility_statement"), statement)


def changed_row(rows: QuerySet[Any]) -> datetime | None:
    """Of the model's one row."""
    row = with_modified(rows.order_by("pk")).first()
    return row.modified_at if row else None


def event_rows(at: datetime) -> Iterable[Event]:
    rows = with_modified(Event.objects.public(at).filter(is_example=False).order_by("pk"))
    return rows.select_related("note__current").annotate(changed=Max("changes__at"))


def modified_by(events: list[Event], at: datetime) -> Modified:
    of_events = {row.pk: event_modified(row) for row in events}
    found = Modified(
        of_events, defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    )
    for row in events:
        found.series[row.series_id].append(of_events[row.pk])
        found.venues[row.venue_id].append(of_events[row.pk])
    pairs = Partnership.objects.filter(event__in=Event.objects.public(at))
    for organization, event in pairs.values_list("organization", "event"):
        found.organizations[organization].append(of_events.get(event))
    about = Announcement.events.through.objects.filter(event__in=of_events)
    for announcement, event in about.values_list("announcement", "event"):
        found.announcements[announcement].append(of_events[event])
    return found


def event_modified(event: Any) -> datetime | None:
    """Its own change, a change told to visitors, or an approved note: all are on its page."""
    if event.modified_at is None:
        return None
    note = getattr(event, "note", None)
    approved = note.current.approved_at if note and note.current else None
    return latest(event.modified_at, event.published_at, event.changed, approved)


def own(rows: QuerySet[Any], at: datetime, shown: Any) -> Iterator[Place]:
    """Each record's page, with what it shows of events."""
    public = rows.public(at).filter(is_example=False).order_by("pk")  # type: ignore[attr-defined]
    for row in with_modified(public):
        moments = (row.modified_at, row.published_at, *shown.get(row.pk, ()))
        yield Place(row.get_absolute_url(), latest(*moments) if row.modified_at else None)


def reports(at: datetime) -> Iterator[Place]:
    """The newest version of each, whose publication is its only change."""
    for version in ReportVersion.objects.public(at).newest().select_related("report"):
        if not version.content["is_example"]:
            yield Place(version.report.get_absolute_url(), version.published_at)


def sitemap_xml(found: Iterable[Place]) -> bytes:
    """At most 50,000 addresses by the protocol: a hundred times what the office will write."""
    written = StringIO()
    xml = SimplerXMLGenerator(written, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", AttributesImpl({"xmlns": NAMESPACE}))
    for place in found:
        xml.startElement("url", NONE)
        xml.addQuickElement("loc", absolute(place.path))
        if place.modified:
            moment = place.modified.astimezone(UTC)
            xml.addQuickElement("lastmod", f"{moment:%Y-%m-%dT%H:%M:%SZ}")
        xml.endElement("url")
    xml.endElement("urlset")
    xml.endDocument()
    return written.getvalue().encode()
