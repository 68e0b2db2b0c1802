"""iCalendar (RFC 5545, RFC 7986). Bytes of entries: the same entries give the same bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import icalendar
from icalendar import vDuration, vText, vUri

from events.entry import Entry, entry_of, one_line
from events.models import Event
from events.social import absolute
from events.stamps import changed_at

PRODUCT = "-//Pełnomocnik Prezydenta Miasta Krakowa ds. NGO//Blisko organizacji//PL"
ZONE = "Europe/Warsaw"
# Clients that heed it ask again so often; Google asks when it likes.
REFRESH = timedelta(hours=4)

# By rule, and ours: the one that icalendar 7.3 generates changes an hour late in spring.
WARSAW_BY_RULE = icalendar.Timezone.from_ical(
    "\r\n".join(
        [
            "BEGIN:VTIMEZONE",
            f"TZID:{ZONE}",
            "BEGIN:DAYLIGHT",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "DTSTART:19960331T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
            "DTSTART:19961027T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "END:STANDARD",
            "END:VTIMEZONE",
            "",
        ]
    )
)


@dataclass(frozen=True)
class Feed:
    """What a calendar is called and where it comes from; `path` without the host.

    A `single` file holds one event for one's own calendar: X-WR-CALNAME would make Outlook and
    Apple's calendar begin a new one for it.
    """

    name: str
    path: str
    single: bool = False


def calendar(feed: Feed, events: Iterable[Event], at: datetime) -> bytes:
    """The whole file: CRLF, lines of 75 octets at most. Fetch the events with `for_feed()`."""
    whole = head(feed)
    whole.add_component(WARSAW_BY_RULE)
    for event in events:
        entry = entry_of(event, at)
        whole.add_component(component(entry, changed_at(event, entry)))
    body: bytes = whole.to_ical()
    return body


def head(feed: Feed) -> icalendar.Calendar:
    name = vText(one_line(feed.name))
    whole = icalendar.Calendar()
    whole.add("version", "2.0")
    whole.add("prodid", PRODUCT)
    whole.add("calscale", "GREGORIAN")
    whole.add("method", "PUBLISH")
    whole.add("name", name)
    if not feed.single:
        whole.add("x-wr-calname", name)
    whole.add("x-wr-timezone", ZONE)
    whole.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    whole.add("x-published-ttl", vDuration(REFRESH))
    whole.add("source", vUri(absolute(feed.path)), parameters={"VALUE": "URI"})
    return whole


def component(entry: Entry, changed: datetime) -> icalendar.Event:
    """One VEVENT. No VALARM: when to be reminded is the reader's choice. No ORGANIZER: that
    would be a person's or an office's mailbox, and clients would write to it.
    """
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", in_utc(changed))
    event.add("last-modified", in_utc(changed))
    event.add("created", in_utc(entry.created))
    event.add("dtstart", entry.starts)
    if entry.ends is not None:
        event.add("dtend", entry.ends)
    event.add("status", entry.status.value)
    event.add("transp", "TRANSPARENT" if entry.is_transparent else "OPAQUE")
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("url", entry.url)
    add_known(event, entry)
    return event


def add_known(event: icalendar.Event, entry: Entry) -> None:
    """What not every entry has: never an empty property."""
    if entry.location:
        event.add("location", entry.location)
    if entry.geo:
        event.add("geo", entry.geo)
    if entry.category:
        event.add("categories", [entry.category])


def in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
