"""All that one event's page says, computed once: facts first, then what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from events.access import access_of, in_short
from events.admission import admission
from events.cards import Card, Chip, card, cards, hours, is_all_to_come, place, whole_days
from events.changes import Told, log, to_go_by, told
from events.eyebrow import Eyebrow
from events.maps import map_of
from events.models import (
    Announcement,
    AttendanceNoteVersion,
    Event,
    EventPicture,
    Partnership,
    Series,
)
from events.models.event import Outcome
from events.pictures import shown
from events.promises import Promise, for_visitors
from events.story import is_brief
from events.tense import countdown, hours_to_come, opening, status_sentence, stopped
from portal.kernel.phrases import days
from portal.kernel.when import Precision, When
from venues.access import AccessLine, Sheet, sheet_of
from venues.models import Venue


@dataclass(frozen=True)
class Line:
    """`is_away`: its address is not of this portal."""

    lead: str = ""
    text: str = ""
    url: str = ""
    iso: str = ""
    is_away: bool = False


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
    series: Series | None
    card: Card
    status: str
    countdown: str
    facts: list[Fact]
    more: list[Fact]
    access: Sheet | None
    changes: list[Told]
    since_printed: list[Told]
    log: list[Told]
    recaps: list[Announcement]
    announcements: list[Announcement]
    note: AttendanceNoteVersion | None
    present: list[Partner]
    roles: list[Role]
    previous: Card | None
    next: Card | None
    current: Card | None
    counts: list[dict[str, Any]]
    commitments: list[Promise]
    pictures: list[EventPicture]
    is_over: bool

    @property
    def is_poster_wrong(self) -> bool:
        """Whether the poster from which the reader comes says otherwise, and not only less."""
        return any(not change.is_known for change in self.since_printed)

    @property
    def is_held(self) -> bool:
        return self.event.outcome == Outcome.HELD

    @property
    def is_unanswered(self) -> bool:
        """It is over, and nobody has said yet whether it took place."""
        return self.is_over and self.event.outcome == Outcome.EXPECTED

    @property
    def has_aside(self) -> bool:
        return bool(self.more or self.roles or self.present or self.access is not None)

    @property
    def chips(self) -> list[Chip]:
        """Only what the facts below do not say as plainly: that it is off, or goes on now."""
        return [chip for chip in self.card.chips if chip.kind in {"off", "now"}]

    @property
    def crumb(self) -> str:
        """Its name below its cycle's; where both are one, its date."""
        when, title = self.event.when, self.event.title
        if not self.series or title != self.series.name:
            return title
        return when.short() if when.is_coarse else days(when.first_day, when.last_day)

    @property
    def eyebrow(self) -> Eyebrow:
        return Eyebrow.of(self)

    @property
    def came_of_it(self) -> bool:
        """Whether there is a recap, which then comes before all else."""
        return bool(self.note or self.recaps)

    @property
    def has_invitation(self) -> bool:
        return bool(self.event.body or self.event.lead)

    @property
    def has_story(self) -> bool:
        """Whether there is anything to read besides the facts."""
        event = self.event
        told = (
            self.came_of_it or self.announcements or self.commitments or self.log or self.pictures
        )
        return bool(told or self.has_invitation or event.programme.all() or self.is_held)

    @property
    def is_brief(self) -> bool:
        """Whether the facts stand in a row below it: beside it, half of the page were blank."""
        return is_brief(self)


def event_page(event: Event, at: datetime, printed: int | None = None) -> EventPage:
    """Reads what `for_page()` fetched, and five queries more whatever the event's size.

    `printed`: the sequence of the poster from which the reader comes.
    """
    since_printed = changed_since(event, printed)
    is_over = not event.is_ahead(at)
    about = list(event.announcements.public(at).newest_first())
    note = approved_note(event)
    parts = roles(event.partnerships.all(), at)
    editions = in_cycle(event, at)
    before, after = neighbours(event, editions)
    lines = access_of(event, at)
    return EventPage(
        event=event,
        series=public_series(event, at),
        card=card(event, at, full=True),
        status=status_sentence(event, at),
        countdown=countdown(event, at),
        facts=[*facts(event, at, full=True), *access_fact(lines, event, at)],
        more=more(event, at),
        access=access(lines, event, at),
        changes=not_said_yet(to_go_by(event, at), since_printed),
        since_printed=since_printed,
        log=log(event) if is_over else [],
        recaps=[a for a in about if a.kind == Announcement.Kind.RECAP],
        announcements=[a for a in about if a.kind != Announcement.Kind.RECAP],
        note=note,
        present=present(event, parts),
        roles=parts,
        previous=before,
        next=after,
        current=current(event, editions, at) if is_over else None,
        counts=note.counts() if note else [],
        commitments=promised(note),
        pictures=shown(event),
        is_over=is_over,
    )


def changed_since(event: Event, printed: int | None) -> list[Told]:
    """What a poster printed at that sequence says wrongly; nothing when it still holds."""
    found = told(event, since=printed) if printed is not None else []
    return [change for change in found if not change.is_back]


def not_said_yet(changes: list[Told], said: list[Told]) -> list[Told]:
    kinds = {change.kind for change in said}
    return [change for change in changes if change.kind not in kinds]


def approved_note(event: Event) -> AttendanceNoteVersion | None:
    """Only of a meeting that took place, and only as it was approved."""
    note = getattr(event, "note", None)
    return note.current if note and event.outcome == Outcome.HELD else None


def public_series(event: Event, at: datetime) -> Series | None:
    """Its cycle, where visitors may know it: a draft's name is nobody's yet."""
    return event.series if event.series and event.series.is_public(at) else None


def public_venue(event: Event, at: datetime) -> Venue | None:
    """The venue whose passport the page may quote. Name and address are the event's own."""
    return event.venue if event.venue and event.venue.is_public(at) else None


def access(lines: list[AccessLine], event: Event, at: datetime) -> Sheet | None:
    """None where nothing is known even to be asked, or when it no longer matters."""
    return sheet_of(lines) if lines and event.is_ahead(at) else None


def access_fact(lines: list[AccessLine], event: Event, at: datetime) -> list[Fact]:
    """In a few words next to the date, while it matters; the section below has the rest."""
    short = in_short(lines) if event.is_ahead(at) else None
    if short is None:
        return []
    since = [Line(text=short.checked)] if short.checked else []
    return [Fact("access", "Dostępność", [Line(short.lead, short.text, "#dostepnosc"), *since])]


def promised(note: AttendanceNoteVersion | None) -> list[Promise]:
    """What the office promised and agreed to show, as it was approved; nothing before that."""
    return for_visitors(note.commitments()) if note else []


def present(event: Event, parts: list[Role]) -> list[Partner]:
    """Organizations that agreed to be named and have no role that names them already."""
    version = approved_note(event)
    named = {partner.name for role in parts for partner in role.partners}
    rows = version.data["organizations"] if version else []
    return [Partner(r["name"], "", "") for r in rows if r["public"] and r["name"] not in named]


def roles(partnerships: Iterable[Partnership], at: datetime) -> list[Role]:
    """Partners by role, in the order of the roles."""
    order = {value: Role(str(label)) for value, label in Partnership.Role.choices}
    for row in partnerships:
        organization = row.organization
        order[row.role].partners.append(
            Partner(organization.name, organization.public_url(at), row.note)
        )
    return [role for role in order.values() if role.partners]


def in_cycle(event: Event, at: datetime) -> list[Card]:
    """All editions of its cycle that visitors know, in order."""
    if not event.series:
        return []
    return cards(event.series.events.public(at).for_cards().order_by("sort_at", "pk"), at)


def current(event: Event, editions: list[Card], at: datetime) -> Card | None:
    """Who comes late to what is over wants the meeting that comes next in its cycle."""
    ahead = (row for row in editions if row.event.pk != event.pk and row.event.is_ahead(at))
    return next(ahead, None)


def neighbours(event: Event, rows: list[Card]) -> tuple[Card | None, Card | None]:
    """The editions before and after it in its cycle."""
    index = next((i for i, row in enumerate(rows) if row.event.pk == event.pk), None)
    if index is None:
        return None, None
    return (
        rows[index - 1] if index else None,
        rows[index + 1] if index + 1 < len(rows) else None,
    )


def facts(event: Event, at: datetime, *, full: bool = False) -> list[Fact]:
    """When, where, may I walk in: what must be read without scrolling.

    `full` says the day in words too, for a page of its own, and leads to a map; a card's leaf of
    a calendar shows the day.
    """
    lines = when_lines(event, at) if full else [when_line(event, at)]
    found = [Fact("clock", "Kiedy", lines)]
    if where := place_line(event, at):
        way = map_lines(event, at) if full else []
        found.append(Fact("place", "Gdzie", [where, *way]))
    if admission := admission_line(event, at):
        found.append(Fact("door", "Wstęp", [admission]))
    return found


def when_lines(event: Event, at: datetime) -> list[Line]:
    """The hours, then the day in words; words alone when it has no hour or is off."""
    when, said = event.when, opening(event, at)
    if event.is_off or not when.hours() or when.last_day > when.first_day:
        sentence = Line(stopped(f"{said} {when.sentence()}"), iso=when.iso_start)
        tail = event.outcome_reason if event.is_off else soon(event, at)
        return [sentence, Line(text=tail)] if tail else [sentence]
    day = When.on_day(when.first_day).sentence()
    return [when_line(event, at), Line(text=stopped(f"{said} {day}"))]


def soon(event: Event, at: datetime) -> str:
    """What the date leaves open: „Dzień podamy wkrótce.”, „Godzinę podamy wkrótce.”, or nothing."""
    if not event.is_ahead(at) or event.when.hours():
        return ""
    if event.all_day:
        return f"{whole_days(event.when).capitalize()}."
    if is_all_to_come(event):
        return "Dzień i miejsce podamy wkrótce."
    return "Dzień podamy wkrótce." if event.when.is_coarse else hours_to_come(event.when)


def when_line(event: Event, at: datetime) -> Line:
    start = event.when.hours()
    if event.precision == Precision.TIME:
        return Line(start, hours(event, at).removeprefix(start), iso=event.when.iso_start)
    return Line(text=hours(event, at) or event.when.short())


def place_line(event: Event, at: datetime) -> Line | None:
    """None where the line of the date has said it, or where nothing is left to say."""
    if not event.place_name:
        unknown = "miejsca nie zapisano" if event.outcome == Outcome.HELD else ""
        text = unknown or place(event, at)
        return Line(text=text) if text and not is_all_to_come(event) else None
    rest = [event.place_address, event.room, district(event.venue)]
    text = "".join(f", {part}" for part in rest if part)
    url = event.venue.public_url(at) if event.venue else ""
    return Line(event.place_name, text, url)


def map_lines(event: Event, at: datetime) -> list[Line]:
    """The way there, while somebody may still go: one touch from the address to a map."""
    url = map_of(event, at) if event.is_ahead(at) else ""
    return [Line("Pokaż na mapie", " (OpenStreetMap)", url, is_away=True)] if url else []


def district(venue: Venue | None) -> str:
    if not venue:
        return ""
    return venue.district_name or (venue.inside.district_name if venue.inside else "")


def admission_line(event: Event, at: datetime) -> Line | None:
    """„Wstęp wolny, bez zapisów”; None once it is over, and where nobody has said."""
    if not event.is_ahead(at):
        return None
    said = admission(event)
    if not said:
        return None if event.when.is_coarse else Line(text="zasady wstępu podamy wkrótce")
    details = f". {event.sign_up_details}" if event.sign_up_details else ""
    return Line(said, details)


def more(event: Event, at: datetime) -> list[Fact]:
    """The quieter facts; those that nobody knows are left out, not made up."""
    venue = public_venue(event, at)
    rows = [
        ("people", "Dla kogo", event.audience),
        ("talk", "Języki", event.languages),
        ("date", "Dlaczego tego dnia", event.date_reason),
        ("map", "Którędy wejść", venue.entrance if venue else ""),
        ("map", "Najbliższy przystanek", venue.stop if venue else ""),
    ]
    if event.is_ahead(at):
        rows += [
            ("access", "Potrzeby dostępności", event.access_contact),
            ("phone", "Telefon w dniu spotkania", event.day_phone),
        ]
    return [Fact(icon, term, [Line(text=text)]) for icon, term, text in rows if text]
