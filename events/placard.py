"""The words of an event's A4 poster: the facts of its page, for a wall.

What nobody knows is not asserted, and nothing is cut: partners beyond what a page holds are
counted, and the page that the QR code opens names them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.access import access_of
from events.admission import admission
from events.calendar_leaf import Leaf, leaf_of
from events.changes import Kind, to_go_by
from events.city_logo import city_logo
from events.drawing import PALETTES
from events.emblems import EMBLEMS, RING
from events.models import Event
from events.models.event import Outcome
from events.page import Role, district, public_series, public_venue, roles
from events.paper import Scan, Signature, scan_of, signature_of, worded
from events.sheet import HEADLINES
from events.social import kicker_of
from events.tense import opening, stopped
from portal.kernel.names import slugify
from portal.kernel.polish import agree
from portal.kernel.preview import ASKED
from portal.kernel.typesetting import Drawing
from venues.access import STEPS, Source, has_steps

EXAMPLE = gettext_lazy("Przykład. Takiego spotkania urząd nie ogłosił.")
PREVIEW = gettext_lazy("Podgląd, nie do powieszenia: tego wydarzenia nie ma na stronie.")
NEW_DATE = gettext_lazy("Nowej daty jeszcze nie ma.")
NAMES = 620  # letters of partners' names on one page; further ones are counted


@dataclass(frozen=True)
class Row:
    """„Języki: po polsku”"""

    term: str
    text: str


@dataclass(frozen=True)
class Placard:
    """Every word and drawing of the poster; the same ones give the same file."""

    name: str  # of the document
    file_name: str
    stamp: str
    off: str
    reasons: tuple[str, ...]
    changes: tuple[Row, ...]
    kicker: str
    title: str
    leaf: Leaf
    lead: str
    place: str
    way: tuple[str, ...]
    entry: str
    entry_notes: tuple[str, ...]
    facts: tuple[Row, ...]
    roles: tuple[Row, ...]
    scan: Scan
    signature: Signature
    emblem: Drawing
    logo: Drawing | None
    colour: str


def has_poster(event: Event, at: datetime) -> bool:
    """While people may still come, or must still be told not to."""
    return event.ends_at > at and event.outcome != Outcome.HELD


def poster_of(event: Event, at: datetime, preview: str = f"?{ASKED}") -> str:
    """The poster's address; of what is not public with the query that shows a preview."""
    path = reverse("events:event_poster_file", args=[event.pk])
    return path if event.is_public(at) else path + preview


def placard_of(event: Event, at: datetime, *, preview: bool = False) -> Placard:
    """Reads what `for_page()` fetched, and who holds the office that day.

    Of what is off only that, its title and its date: nobody is to come.
    """
    series, off = public_series(event, at), event.is_off
    colour = PALETTES[series.hue if series and series.hue in PALETTES else "blue"].ground
    title = worded(event.title) or _("Spotkanie")
    return Placard(
        name=f"{title}, {event.when.short()}",
        file_name=f"plakat-{slugify(title) or 'wydarzenie'}-{event.when.iso_start[:10]}",
        stamp=stamp(event, preview=preview),
        off=str(HEADLINES[Outcome(event.outcome)]) if off else "",
        reasons=tuple(reasons(event, at)) if off else (),
        changes=() if off else tuple(changes(event, at)),
        kicker=worded(kicker_of(event, series)),
        title=title,
        leaf=leaf_of(event),
        lead="" if off else worded(event.lead),
        place="" if off else worded(place_of(event)),
        way=() if off else tuple(way(event, at)),
        entry="" if off else worded(entry(event)),
        entry_notes=() if off else tuple(entry_notes(event)),
        facts=() if off else tuple(facts(event, at)),
        roles=() if off else tuple(named(roles(event.partnerships.all(), at))),
        scan=scan(event),
        signature=signature_of(event, at),
        emblem=emblem_of(series.emblem if series else "", colour),
        logo=city_logo(),
        colour=colour,
    )


## What comes first


def stamp(event: Event, *, preview: bool) -> str:
    said = [EXAMPLE] if event.is_example else []
    said += [PREVIEW] if preview else []
    return worded(" ".join(map(str, said)))


def reasons(event: Event, at: datetime) -> Iterator[str]:
    """When it was to be, and why it will not."""
    yield worded(stopped(f"{opening(event, at)} {event.when.sentence()}"))
    if event.outcome == Outcome.POSTPONED:
        yield worded(str(NEW_DATE))
    if event.outcome_reason:
        yield worded(event.outcome_reason)


def changes(event: Event, at: datetime) -> Iterator[Row]:
    """What older posters say otherwise; that it will take place after all is always said."""
    for change in to_go_by(event, at):
        is_news = not change.is_back and not change.is_known
        if is_news or change.kind == Kind.STATUS:
            before = _("Poprzednio: %s") % change.before_sentence if change.before else ""
            yield Row(worded(change.title), worded(before))


## Where, and how to get in


def place_of(event: Event) -> str:
    """Where the leaf has not said that the day and the place are yet to be known."""
    unknown = "" if event.when.is_coarse else _("Miejsce podamy wkrótce")
    return event.place_name or unknown


def way(event: Event, at: datetime) -> Iterator[str]:
    """The address first, then how to find the door."""
    if not event.place_name:
        return
    venue = public_venue(event, at)
    address = ", ".join(part for part in (event.place_address, district(event.venue)) if part)
    stop = _("przystanek: %s") % venue.stop if venue and venue.stop else ""
    for line in (address, event.room, venue.entrance if venue else "", stop):
        if said := worded(line):
            yield said


def entry(event: Event) -> str:
    """As its page: a coarse date that says nothing of it promises nothing."""
    unknown = "" if event.when.is_coarse else _("Zasady wstępu podamy wkrótce")
    return admission(event) or unknown


def entry_notes(event: Event) -> Iterator[str]:
    if event.sign_up_details:
        yield worded(event.sign_up_details)
    if event.audience:
        yield worded(_("Dla kogo: %s") % event.audience)


## The quieter facts


def facts(event: Event, at: datetime) -> Iterator[Row]:
    rows = (
        (_("Dostępność"), access_words(event, at)),
        (_("Potrzeby dostępności"), event.access_contact),
        (_("Języki"), event.languages),
        (_("Telefon w dniu spotkania"), event.day_phone),
    )
    for term, text in rows:
        if said := worded(text):
            yield Row(term, said)


def access_words(event: Event, at: datetime) -> str:
    """Only what is certain of this place; and that there are steps."""
    lines = access_of(event, at)
    certain = [row for row in lines if row.is_certain and row.source != Source.BUILDING]
    said = [row.label for row in certain]
    return ", ".join([STEPS, *said] if has_steps(lines) else said)


def named(parts: list[Role]) -> Iterator[Row]:
    """Partners by role, as many as a page holds."""
    left = NAMES
    for role in parts:
        shown: list[str] = []
        for name in (worded(partner.name) for partner in role.partners):
            left -= len(name)
            if left < 0 and shown:
                break
            shown.append(name)
        term = role.name[:1].upper() + role.name[1:]
        said = [", ".join(shown), further(len(role.partners) - len(shown))]
        yield Row(term, " ".join(part for part in said if part))


def further(count: int) -> str:
    """„i jeszcze 12 organizacji”: the page that the code opens names them."""
    if not count:
        return ""
    noun = agree(count, _("organizacja"), _("organizacje"), _("organizacji"))
    return worded(_("i jeszcze %(count)s %(noun)s") % {"count": count, "noun": noun})


## Where to look before leaving home


def scan(event: Event) -> Scan:
    follow = _("Zeskanuj kod albo wpisz adres:")
    if event.is_off:
        return scan_of(event, _("Co dalej, mówi strona spotkania"), follow)
    if event.when.is_coarse:
        return scan_of(event, _("Dzień podamy na tej stronie"), follow)
    return scan_of(
        event, _("Zeskanuj przed wyjściem"), _("Strona powie, czy nic się nie zmieniło.")
    )


def emblem_of(name: str, colour: str) -> Drawing:
    """The cycle's own sign; the site's woven ring for a single meeting."""
    emblem = EMBLEMS.get(name, RING)
    line = 'fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"'
    paths = f'<path d="{emblem.lines}" stroke="{colour}" {line}/>'
    paths += f'<path d="{emblem.dots}" fill="{colour}"/>' if emblem.dots else ""
    return Drawing(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{paths}</svg>')
