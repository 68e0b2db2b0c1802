"""An event as a calendar holds it: what feeds, files and „dodaj do kalendarza” all say of it.

Nothing here depends on the hour of asking but what has become public by then, so that the same
event reads the same on every fetch.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from events.admission import admission
from events.changes import Told, said_off, told
from events.models import Event, EventChange
from events.models.event import Outcome
from events.social import OFF, absolute
from events.tense import hours_to_come, stopped
from portal.kernel.months import WARSAW
from portal.kernel.when import DAY, EndKind, Precision, When

DATE, PLACE = EventChange.Kind.DATE, EventChange.Kind.PLACE
MOVED = {
    frozenset({DATE}): "NOWY TERMIN: ",
    frozenset({PLACE}): "ZMIANA MIEJSCA: ",
    frozenset({DATE, PLACE}): "NOWY TERMIN, ZMIANA MIEJSCA: ",
}


class Status(StrEnum):
    """RFC 5545, 3.8.1.11."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class Entry:
    """Plain text, one line each but the description; a date means whole days, `ends` after them.

    `ends` is None where nobody has said one: an end is never invented.
    """

    uid: str
    sequence: int
    created: datetime
    starts: datetime | date
    ends: datetime | date | None
    status: Status
    prefix: str
    title: str
    about: str
    location: str
    geo: tuple[Decimal, Decimal] | None
    path: str
    category: str
    is_transparent: bool

    @property
    def summary(self) -> str:
        return self.prefix + self.title

    @property
    def url(self) -> str:
        return absolute(self.path)

    @property
    def description(self) -> str:
        """With the address at its end: clients do not show URL (events-domain.md, 2.9)."""
        return f"{self.about}\n\n{self.url}" if self.about else self.url


def entry_of(event: Event, at: datetime) -> Entry:
    """Fetch with `for_feed()`. ValueError for a date without a day: it has no place in a calendar.

    `at` decides alone whether visitors know its cycle and its venue yet.
    """
    if event.when.is_coarse or event.published_at is None:
        raise ValueError("Only what is published and has a day stands in a calendar.")
    starts, ends = interval(event.when)
    return Entry(
        # A UUID alone, never with a host: another domain must not double every entry (RFC 7986).
        uid=str(event.uid),
        sequence=event.sequence,
        created=event.published_at,
        starts=starts,
        ends=ends,
        status=status(event),
        prefix=prefix(event),
        title=one_line(f"{event.title} (przykład)" if event.is_example else event.title),
        about=about(event),
        location=location(event),
        geo=geo(event, at),
        path=event.get_absolute_url(),
        category=category(event, at),
        # What is off, and what only names its day, must not make the day look busy.
        is_transparent=event.is_off or event.precision == Precision.DAY,
    )


def one_line(text: str) -> str:
    """Plain spaces, no line ends of any alphabet, no control characters."""
    return " ".join("".join(sign if is_plain(sign) else " " for sign in text).split())


def is_plain(sign: str) -> bool:
    """Neither a control character nor a stray half of a surrogate pair, which no file can hold."""
    return sign >= " " and not "\x7f" <= sign <= "\x9f" and not "\ud800" <= sign <= "\udfff"


def interval(when: When) -> tuple[datetime | date, datetime | date | None]:
    """Start and end; of whole days the day after the last (RFC 5545, 3.6.1)."""
    if when.precision == Precision.DAY:
        return when.first_day, when.last_day + DAY
    known = when.end_kind != EndKind.UNKNOWN
    return on_the_wall(when.starts_at), on_the_wall(when.ends_at) if known else None


def on_the_wall(moment: datetime) -> datetime:
    """In Warsaw's zone, so that a feed fetched before a change of law stays right.

    In the hour that comes twice a local time means the first (RFC 5545, 3.3.5): the second
    stays in UTC.
    """
    local = moment.astimezone(WARSAW)
    return moment if local.fold else local


def status(event: Event) -> Status:
    """What passed and was held is certain; before it, a day without its hour is not."""
    if event.is_off:
        return Status.CANCELLED
    hour_unknown = event.precision == Precision.DAY and not event.all_day
    doubtful = not event.confirmed or hour_unknown
    return Status.TENTATIVE if doubtful and event.outcome != Outcome.HELD else Status.CONFIRMED


def prefix(event: Event) -> str:
    """Said in the title, since some clients ignore STATUS (events-domain.md, 2.3)."""
    if event.is_off:
        return f"{OFF[Outcome(event.outcome)].upper()}: "
    new = {change.kind for change in changes(event) if not (change.is_known or change.is_back)}
    return MOVED.get(frozenset(new & {DATE, PLACE}), "")


def changes(event: Event) -> list[Told]:
    """What whoever holds an older copy must read first; nothing once it took place."""
    if event.outcome == Outcome.HELD:
        return []
    found = told(event)
    if event.is_off and not any(change.is_off for change in found):
        return [said_off(event), *found]
    return found


def about(event: Event) -> str:
    """What became of it first, then what a passer-by asks; all that does not hang on the clock."""
    lines = [change_line(change) for change in changes(event)]
    lines += [reason(event, lines), example(event), event.lead]
    lines += [hours(event), entrance(event), where(event)]
    return "\n".join(line for line in map(one_line, lines) if line)


def change_line(change: Told) -> str:
    """„Nowy termin. Poprzednio: 13 maja 2026 r. Zmieniono 8 maja 2026 r., godz. 12.00: remont.”"""
    before = f"Poprzednio: {change.before}" if change.before else ""
    said = [change.headline, before, change.note]
    return " ".join(stopped(part) for part in said if part)


def reason(event: Event, said: list[str]) -> str:
    """Why it is off, where the line of the change does not say it already."""
    why = event.outcome_reason if event.is_off else ""
    return "" if not why or any(why in line for line in said) else f"Powód: {stopped(why)}"


def example(event: Event) -> str:
    return "To wpis pokazowy, a nie prawdziwe spotkanie." if event.is_example else ""


def hours(event: Event) -> str:
    """What DTSTART and DTEND cannot say: an open door, a rough end, an hour yet to be said."""
    when = event.when
    if when.precision == Precision.DAY:
        is_to_come = not when.all_day and status(event) == Status.TENTATIVE
        return hours_to_come(when) if is_to_come else ""
    if when.drop_in:
        return f"{when.hours()}, można wejść w dowolnej chwili."
    # „17.30 – ok. 19.30”, „od 17.30”: a client shows a rough end as if it were exact.
    return f"Godziny: {when.hours()}." if when.end_kind != EndKind.STATED else ""


def entrance(event: Event) -> str:
    """„Wstęp wolny, bez zapisów.”, and how to sign up; nothing where nobody has said."""
    said = admission(event)
    return f"{said}. {event.sign_up_details}" if said else event.sign_up_details


def where(event: Event) -> str:
    if not event.place_name:
        return "" if event.is_off else "Miejsce podamy wkrótce."
    return stopped("Miejsce: " + joined(event.place_name, event.place_address, event.room))


def location(event: Event) -> str:
    """„Nazwa, ulica nr, Kraków”, as the event keeps them; "" before a place is known."""
    return joined(event.place_name, event.place_address, city(event)) if event.place_name else ""


def city(event: Event) -> str:
    """That of the venue, or of the building whose address stands for it."""
    venue = event.venue
    while venue and not venue.address and venue.inside:
        venue = venue.inside
    return venue.city if venue else ""


def joined(*parts: str) -> str:
    return ", ".join(part for part in map(one_line, parts) if part)


def geo(event: Event, at: datetime) -> tuple[Decimal, Decimal] | None:
    """Where the point leads to the door, is public, and is that of the address kept here."""
    venue = event.venue
    if not venue or not venue.has_pin or not venue.is_public(at):
        return None
    if venue.latitude is None or venue.longitude is None:
        return None
    same_place = event.place_address == event.place_of_address()
    return (venue.latitude, venue.longitude) if same_place else None


def category(event: Event, at: datetime) -> str:
    """Its cycle, once visitors may know it."""
    return one_line(event.series.name) if event.series and event.series.is_public(at) else ""
