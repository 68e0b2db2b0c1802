"""What a link to the site shows where it is shared: a title, a sentence, a picture of words."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse

from events.cards import DateBlock
from events.models import Announcement, Event, Series
from events.models.event import Outcome
from events.tense import VERBS
from portal.kernel.modified import latest
from portal.kernel.months import day_of, local
from portal.kernel.phrases import clock, day_and_month
from portal.kernel.polish import NBSP
from portal.kernel.typeface import drawable
from portal.kernel.typography import typeset
from portal.kernel.when import Precision, When

OFF = {
    Outcome.CANCELLED: "Odwołane",
    Outcome.POSTPONED: "Przełożone",
    Outcome.NOT_HELD: "Nie odbyło się",
}
BRAND = "Blisko organizacji"
OFFICE = "Pełnomocnik Prezydenta Miasta Krakowa ds. organizacji pozarządowych"


@dataclass(frozen=True)
class Poster:
    """All the words of a picture, and what its drawing depends on; its alternative text."""

    title: str
    when: str
    place: str = ""
    kicker: str = ""
    status: str = ""
    leaf: DateBlock | None = None
    emblem: str = ""
    hue: str = ""

    @property
    def text(self) -> str:
        """What is written on it, in reading order; the leaf repeats the date and is left out."""
        said = (self.status, self.kicker, self.title, self.when, self.place, BRAND, OFFICE)
        return " ".join(part if part[-1] in ".?!…" else f"{part}." for part in said if part)

    @property
    def is_off(self) -> bool:
        return self.status in OFF.values()

    @property
    def digest(self) -> str:
        """Changes with anything that is drawn, so that an address with it may be kept."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:12]


SITE = Poster(
    title=f"Spotkajmy się w{NBSP}Krakowie",
    when=f"Otwarte spotkania, rozmowy i{NBSP}podsumowania",
    place="Przyjdź, posłuchaj, powiedz, co widzisz ze swojego miejsca",
)


class Picture(NamedTuple):
    image: str  # its absolute address
    alt: str


@dataclass(frozen=True)
class Share:
    """What a page tells the networks where it is shared (Open Graph); addresses are absolute."""

    title: str
    picture: Picture
    modified: datetime | None = None
    published: datetime | None = None
    kind: str = "website"

    @property
    def modified_iso(self) -> str:
        return iso(self.modified)

    @property
    def published_iso(self) -> str:
        return iso(self.published)


def iso(moment: datetime | None) -> str:
    """„2026-05-08T12:00:00+02:00” in Warsaw; "" when it is not known."""
    return local(moment).isoformat(timespec="seconds") if moment else ""


def absolute(path: str) -> str:
    """The address for those who are elsewhere."""
    return f"{settings.SITE_URL}{path}"


## Of an event


def poster(event: Event, at: datetime) -> Poster:
    """Reads series and venue: fetch them with `for_cards()`."""
    series = event.series if event.series and event.series.is_public(at) else None
    kicker = kicker_of(event, series)
    return Poster(
        title=worded(event.title),
        when=worded(date_line(event)),
        place=worded(place_line(event, at)),
        kicker=worded(f"{kicker} · przykład" if event.is_example else kicker),
        status=str(OFF.get(Outcome(event.outcome), "")),
        leaf=leaf(event.when),
        emblem=series.emblem if series else "",
        hue=series.hue if series else "",
    )


def worded(text: str) -> str:
    return drawable(typeset(text))


def kicker_of(event: Event, series: Series | None) -> str:
    """„Trzecia odsłona” where the title names the cycle, else „Cykl «Ławka dialogu»”."""
    if not series:
        return "Wydarzenie"
    label = event.edition_label
    if label and series.name in event.title:
        return label[0].upper() + label[1:]
    return f"Cykl „{series.name}”"


def date_line(event: Event) -> str:
    """„W środę 13 maja 2026 r. w godz. 14.00–18.00”, „Planowane w czerwcu 2026 r.”

    Says the same before and after the day, so that a picture kept by others stays true.
    """
    sentence = event.when.sentence()
    said = VERBS.get(Outcome(event.outcome), "" if event.confirmed else "Planowane")
    return f"{said} {sentence}" if said else sentence[0].upper() + sentence[1:]


def place_line(event: Event, at: datetime) -> str:
    known = ", ".join(part for part in (event.place_name, event.place_address) if part)
    return known or ("Miejsce podamy wkrótce" if event.is_ahead(at) else "")


def leaf(when: When) -> DateBlock:
    """With its year always: a picture is seen long after its day."""
    block = DateBlock.of(when, when.starts_at, full=True)
    year = "" if when.precision == Precision.MONTHS else str(when.first_day.year)
    return replace(block, year=year)


def event_share(event: Event, at: datetime) -> Share:
    return Share(shared_title(event, at), picture_of(event, at), modified=modified(event))


def picture_of(event: Event, at: datetime) -> Picture:
    return picture(reverse("events:event_share_picture", args=[event.pk]), poster(event, at))


def picture(path: str, drawn: Poster) -> Picture:
    """Its address changes with its words: networks keep what they have once fetched."""
    return Picture(absolute(f"{path}?v={drawn.digest}"), drawn.text)


def modified(event: Event) -> datetime | None:
    """The last change of the record, at the earliest its publication; None when nobody knows."""
    saved = getattr(event, "modified_at", None)
    return latest(saved, event.published_at) if saved else None


def shared_title(event: Event, at: datetime) -> str:
    """„13 maja, 14.00 – Spotkajmy się w 3miejscu”, „Odwołane: 13 maja, 14.00 – …”"""
    year = day_of(at).year
    dated = f"{date_head(event.when, year, hour='')} – {typeset(event.title)}"
    return marked(event, dated)


def marked(event: Event, title: str) -> str:
    """With what must be known first: that it is off, or made up for show."""
    off = OFF.get(Outcome(event.outcome))
    shown = f"{off}: {title}" if off else title
    return f"Przykład: {shown}" if event.is_example else shown


def date_head(when: When, year: int, *, hour: str) -> str:
    """„13 maja, 14.00”, „13–15 maja”, „połowa maja 2026 r.”; the year when it is another one.

    `hour` stands before the hour: „godz.” or nothing.
    """
    if when.is_coarse:
        return when.short()
    first, last = when.first_day, when.last_day
    ending = "" if last.year == year else f" {last.year}"
    if when.precision == Precision.TIME:
        start = NBSP.join(part for part in (hour, clock(when.minutes[0])) if part)
        own = "" if first.year == year else f" {first.year}"
        return f"{day_and_month(first)}{own}, {start}"
    if first == last:
        return day_and_month(first) + ending
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_and_month(last)}{ending}"
    return f"{day_and_month(first)} – {day_and_month(last)}{ending}"


## Of the other pages


def site_picture() -> Picture:
    """For a page without a picture of its own."""
    return picture(reverse("site_share_picture"), SITE)


def announcement_share(item: Announcement, about: list[Event], at: datetime) -> Share:
    """With the picture of the one event that it is about."""
    title = typeset(item.title)
    return Share(
        title=f"Przykład: {title}" if item.is_example else title,
        picture=picture_of(about[0], at) if len(about) == 1 else site_picture(),
        modified=latest(getattr(item, "modified_at", None), item.published_at),
        published=item.published_at,
        kind="article",
    )
