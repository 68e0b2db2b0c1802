"""The feed of announcements, Atom 1.0 (RFC 4287): an entry keeps its id for ever."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape, unescape
from io import StringIO
from urllib.parse import urljoin
from uuid import UUID, uuid5
from xml.sax.xmlreader import AttributesImpl

from django.db.models import Max, Prefetch, Q
from django.urls import reverse
from django.utils.html import linebreaks
from django.utils.xmlutils import SimplerXMLGenerator

from events.models import Announcement, AnnouncementChange, Event
from events.social import OFFICE, absolute, date_head, marked
from portal.kernel.modified import latest, with_modified
from portal.kernel.months import day_of
from portal.kernel.phrases import full_day
from portal.kernel.publishing import Status
from portal.kernel.richtext import render
from portal.kernel.typography import typeset

XMLNS = "http://www.w3.org/2005/Atom"
NONE: "AttributesImpl[str]" = AttributesImpl({})  # of an element without attributes
MOST = 50
TITLE = "Blisko organizacji: aktualności"
# Ids are made of this and of the row's number: neither a new title nor a new host changes them.
NAMESPACE = UUID("6f4e1d0a-54c1-4b0e-9d53-2f0f6f6f7a11")
# Of a feed in which nothing has ever stood; RFC 4287 wants some moment.
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
# What XML 1.0 cannot hold, even escaped.
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    id: str
    title: str
    url: str
    published: datetime
    updated: datetime
    kind: str
    content: str


@dataclass(frozen=True)
class Feed:
    """`served`: since when its bytes may be what they are; never before `updated`."""

    entries: list[Entry]
    updated: datetime
    served: datetime


def announcement_feed(at: datetime) -> Feed:
    """The newest public announcements; six queries, however many there are."""
    public = with_modified(Announcement.objects.public(at).newest_first())
    events = Event.objects.public(at).prefetch_related("changes")
    rows = public.prefetch_related(Prefetch("events", queryset=events), "changes")[:MOST]
    entries = [entry(item, list(item.events.all())) for item in rows]
    # A withdrawal changes the feed too: its date must not go back when an entry leaves.
    gone = Announcement.objects.gone().aggregate(last=Max("withdrawn_at"))["last"]
    updated = latest(gone, *(row.updated for row in entries)) or BEGINNING
    return Feed(entries, updated, latest(updated, events_changed_at(at)) or updated)


def events_changed_at(at: datetime) -> datetime | None:
    """When any event last changed or appeared: titles begin with its date, told or corrected."""
    due = Q(status=Status.PUBLISHED, published_at__lte=at)
    found = with_modified(Event.objects.order_by()).aggregate(
        saved=Max("modified_at"), appeared=Max("published_at", filter=due)
    )
    return latest(*found.values())


def entry(item: Announcement, about: list[Event]) -> Entry:
    published = item.published_at or BEGINNING  # public ones always have it
    url = absolute(item.get_absolute_url())
    saved = getattr(item, "modified_at", None)
    return Entry(
        id=uuid5(NAMESPACE, f"aktualnosc/{item.pk}").urn,
        title=title_of(item, about, published),
        url=url,
        published=published,
        updated=latest(published, saved, *told_changes(about)) or published,
        kind=item.get_kind_display(),
        content=content_of(item, url),
    )


def told_changes(about: list[Event]) -> list[datetime]:
    """When the date or the state of the one event changed, with which the title begins."""
    return [row.at for row in about[0].changes.all() if row.public] if len(about) == 1 else []


def title_of(item: Announcement, about: list[Event], published: datetime) -> str:
    """„13 maja, godz. 14.00 – Zaproszenie”, when it is about exactly one event with a day."""
    title = typeset(item.title)
    if len(about) == 1:
        event = about[0]
        if not event.when.is_coarse:
            head = date_head(event.when, day_of(published).year, hour="godz.")
            title = f"{head} – {title}"
        return marked(event, title)
    return f"Przykład: {title}" if item.is_example else title


def content_of(item: Announcement, url: str) -> str:
    """What was changed, lead and body as the page shows them; addresses that work anywhere."""
    told = "".join(f"<p>{escape(said_change(row))}</p>" for row in item.changes.all())
    lead = linebreaks(typeset(item.lead), autoescape=True) if item.lead else ""
    return re.sub(
        r'(<a\b[^>]*\shref=")([^"]*)',
        lambda found: found[1] + escape(urljoin(url, unescape(found[2]))),
        told + lead + render(item.body),
    )


def said_change(change: AnnouncementChange) -> str:
    """„Zmieniono 12 maja 2026 r.: nowa godzina.”"""
    return f"Zmieniono {full_day(day_of(change.at))}: {typeset(change.note)}"


## Written


def atom(feed: Feed) -> bytes:
    """The feed as a file; the same bytes until something in it changes."""
    written = StringIO()
    xml = SimplerXMLGenerator(written, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("feed", AttributesImpl({"xmlns": XMLNS, "xml:lang": "pl"}))
    write_head(xml, feed)
    for row in feed.entries:
        write_entry(xml, row)
    xml.endElement("feed")
    xml.endDocument()
    return written.getvalue().encode()


def write_head(xml: SimplerXMLGenerator, feed: Feed) -> None:
    own, page = reverse("events:announcement_feed"), reverse("events:announcement_list")
    put(xml, "id", uuid5(NAMESPACE, "aktualnosci").urn)
    put(xml, "title", TITLE)
    put(xml, "updated", stamp(feed.updated))
    put(xml, "link", rel="self", type="application/atom+xml", href=absolute(own))
    put(xml, "link", rel="alternate", type="text/html", href=absolute(page))
    write_author(xml)


def write_author(xml: SimplerXMLGenerator) -> None:
    """The office, never a person."""
    xml.startElement("author", NONE)
    put(xml, "name", OFFICE)
    put(xml, "uri", absolute("/"))
    xml.endElement("author")


def write_entry(xml: SimplerXMLGenerator, row: Entry) -> None:
    xml.startElement("entry", NONE)
    put(xml, "id", row.id)
    put(xml, "title", row.title)
    put(xml, "link", rel="alternate", type="text/html", href=row.url)
    put(xml, "published", stamp(row.published))
    put(xml, "updated", stamp(row.updated))
    put(xml, "category", term=row.kind)
    put(xml, "content", row.content, type="html")
    xml.endElement("entry")


def put(xml: SimplerXMLGenerator, name: str, text: str = "", **attributes: str) -> None:
    xml.addQuickElement(name, ILLEGAL.sub("", text), attributes)


def stamp(moment: datetime) -> str:
    """RFC 3339 in UTC, whole seconds."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
