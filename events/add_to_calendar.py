"""„Dodaj do kalendarza”: a file, or Google's and Outlook's own form filled in by an address."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote, urlencode

from django.urls import reverse

from events.entry import Entry, entry_of
from events.models import Event
from portal.kernel.months import WARSAW

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"
# Servers refuse longer addresses; what does not fit stands on the event's page.
MOST = 1500


@dataclass(frozen=True)
class Way:
    name: str
    url: str
    note: str = ""


def ways(event: Event, at: datetime) -> list[Way]:
    """Empty for what is over, off or has no day yet. Fetch the event with `for_cards()`."""
    if event.when.is_coarse or not event.is_ahead(at):
        return []
    entry = entry_of(event, at)
    path = reverse("events:event_ics", args=[event.pk, event.slug])
    return [
        Way("Plik do kalendarza", path, "iPhone, Mac, Outlook, Thunderbird"),
        Way("Kalendarz Google", google(entry)),
        Way("Outlook.com", outlook(entry)),
    ]


def google(entry: Entry) -> str:
    """With the zone's name, so that hours are the wall's; whole days end on the day after."""
    query = {
        "action": "TEMPLATE",
        "text": entry.title,
        "dates": f"{for_google(entry.starts)}/{for_google(end(entry))}",
        "ctz": WARSAW.key,
        "details": details(entry),
        "location": entry.location,
    }
    return f"{GOOGLE}?{known(query)}"


def outlook(entry: Entry) -> str:
    whole_days = not isinstance(entry.starts, datetime)
    query = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": entry.title,
        "startdt": entry.starts.isoformat(),
        "enddt": end(entry).isoformat(),
        "allday": "true" if whole_days else "",
        "body": details(entry),
        "location": entry.location,
    }
    return f"{OUTLOOK}?{known(query)}"


def end(entry: Entry) -> datetime | date:
    """The start where nobody has said an end: both forms need one, and left to themselves would
    make it up. The description says „od 17.30”.
    """
    return entry.ends or entry.starts


def for_google(moment: datetime | date) -> str:
    """Local where it has an hour; in UTC only what the wall's clock cannot name."""
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%d}"
    return f"{moment:%Y%m%dT%H%M%S}" + ("" if moment.tzinfo is WARSAW else "Z")


def details(entry: Entry) -> str:
    return entry.description if len(quote(entry.description)) <= MOST else entry.url


def known(query: dict[str, str]) -> str:
    """What is known, with %20 for a space: Outlook shows a plus as it is."""
    return urlencode({key: value for key, value in query.items() if value}, quote_via=quote)
