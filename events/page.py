"""All that one event's page says, computed once: facts first, then what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from events.cards import Card, card, cards, hours, place
from events.facts import now_and_before
from events.models import Announcement, AttendanceNoteVersion, Commitment, Event, Partnership
from events.models.event import Outcome
from events.tense import countdown, status_sentence
from portal.kernel.when import Precision
from venues.models import AccessFact, Venue


@dataclass(frozen=True)
class Line:
    lead: str = ""
    text: str = ""
    url: str = ""
    link: str = ""


@dataclass(frozen=True)
class Fact:
    icon: str
    term: str
    lines: list[Line]


@dataclass(frozen=True)
class Partner:
    name: str
    url: str
    note: str


@dataclass(frozen=True)
class Role:
    name: str
    partners: list[Partner] = field(default_factory=list)


@dataclass(frozen=True)
class EventPage:
    event: Event
    card: Card
    status: str
    countdown: str
    facts: list[Fact]
    more: list[Fact]
    access: list[AccessFact]
    changes: list[dict[str, str]]
    recaps: list[Announcement]
    announcements: list[Announcement]
    note: AttendanceNoteVersion | None
    present: list[Partner]
    roles: list[Role]
    previous: Card | None
    next: Card | None
    counts: list[dict[str, Any]]
    commitments: list[Commitment]
    is_over: bool

    @property
    def is_held(self) -> bool:
        return self.event.outcome == Outcome.HELD


def event_page(event: Event, at: datetime) -> EventPage:
    """Reads what `for_page()` fetched, and four queries more whatever the event's size."""
    about = list(event.announcements.public(at).newest_first())
    note = approved_note(event)
    before, after = neighbours(event, at)
    return EventPage(
        event=event,
        card=card(event, at, full=True),
        status=status_sentence(event, at),
        countdown=countdown(event, at),
        facts=facts(event, at),
        more=more(event, at),
        access=list(event.venue.access_facts.all()) if event.venue else [],
        changes=[now_and_before(change) for change in event.changes.all() if change.public],
        recaps=[a for a in about if a.kind == Announcement.Kind.RECAP],
        announcements=[a for a in about if a.kind != Announcement.Kind.RECAP],
        note=note,
        present=present(event),
        roles=roles(event.partnerships.all(), at),
        previous=before,
        next=after,
        counts=note.counts() if note else [],
        commitments=promised(event),
        is_over=event.ends_at <= at or event.is_off,
    )


def approved_note(event: Event) -> AttendanceNoteVersion | None:
    """Only of a meeting that took place, and only as it was approved."""
    note = getattr(event, "note", None)
    return note.current if note and event.outcome == Outcome.HELD else None


def promised(event: Event) -> list[Commitment]:
    """What the office promised and agreed to show."""
    note = getattr(event, "note", None)
    return [row for row in note.commitments.all() if row.public] if note else []


def present(event: Event) -> list[Partner]:
    """Organizations that agreed to be named; the rest of the list stays the office's."""
    version = approved_note(event)
    rows = version.data["organizations"] if version else []
    return [Partner(row["name"], "", "") for row in rows if row["public"]]


def roles(partnerships: Iterable[Partnership], at: datetime) -> list[Role]:
    """Partners by role, in the order of the roles."""
    order = {value: Role(str(label)) for value, label in Partnership.Role.choices}
    for row in partnerships:
        organization = row.organization
        order[row.role].partners.append(
            Partner(organization.name, organization.public_url(at), row.note)
        )
    return [role for role in order.values() if role.partners]


def neighbours(event: Event, at: datetime) -> tuple[Card | None, Card | None]:
    """The editions before and after it in its cycle, as visitors know them."""
    if not event.series:
        return None, None
    rows = cards(event.series.events.public(at).for_cards().order_by("sort_at", "pk"), at)
    index = next((i for i, row in enumerate(rows) if row.event.pk == event.pk), None)
    if index is None:
        return None, None
    return (
        rows[index - 1] if index else None,
        rows[index + 1] if index + 1 < len(rows) else None,
    )


def facts(event: Event, at: datetime) -> list[Fact]:
    """When, where, may I walk in: what must be read without scrolling."""
    found = [Fact("clock", "Kiedy", [when_line(event, at)])]
    found.append(Fact("place", "Gdzie", [place_line(event, at)]))
    if admission := admission_line(event, at):
        found.append(Fact("door", "Wstęp", [admission]))
    return found


def when_line(event: Event, at: datetime) -> Line:
    start = event.when.hours()
    if event.precision == Precision.TIME:
        return Line(start, hours(event, at).removeprefix(start))
    return Line(text=hours(event, at) or event.when.short())


def place_line(event: Event, at: datetime) -> Line:
    if not event.place_name:
        return Line(text=place(event) or "miejsca nie zapisano")
    rest = [event.place_address, event.room, district(event.venue)]
    text = "".join(f", {part}" for part in rest if part)
    url = event.venue.public_url(at) if event.venue else ""
    return Line(event.place_name, text, url, "o miejscu" if url else "")


def district(venue: Venue | None) -> str:
    if not venue:
        return ""
    return venue.district_name or (venue.inside.district_name if venue.inside else "")


def admission_line(event: Event, at: datetime) -> Line | None:
    """„Wstęp wolny, bez zapisów”; None once it is over, and where nobody has said."""
    if event.ends_at <= at or event.is_off:
        return None
    free = {True: "wstęp wolny", False: "wstęp płatny", None: ""}[event.is_free]
    sign_up = {
        Event.SignUp.NONE: "bez zapisów",
        Event.SignUp.REQUIRED: "trzeba się zapisać",
        Event.SignUp.UNKNOWN: "",
    }[Event.SignUp(event.sign_up)]
    said = ", ".join(part for part in (free, sign_up) if part)
    if not said:
        return Line(text="zasady wstępu podamy wkrótce")
    details = f". {event.sign_up_details}" if event.sign_up_details else ""
    return Line(said[0].upper() + said[1:], details)


def more(event: Event, at: datetime) -> list[Fact]:
    """The quieter facts; those that nobody knows are left out, not made up."""
    rows = [
        ("people", "Dla kogo", event.audience),
        ("talk", "Języki", event.languages),
        ("date", "Dlaczego tego dnia", event.date_reason),
        ("map", "Którędy wejść", event.venue.entrance if event.venue else ""),
        ("map", "Najbliższy przystanek", event.venue.stop if event.venue else ""),
    ]
    if event.ends_at > at:
        rows += [
            ("access", "Potrzeby dostępności", event.access_contact),
            ("phone", "Telefon w dniu spotkania", event.day_phone),
        ]
    return [Fact(icon, term, [Line(text=text)]) for icon, term, text in rows if text]
