"""The square picture, 1080×1080, for networks and messages: the look of the shared link's picture.

What changed stands on it first, since it goes to those who know the older date or place.
"""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from events.cards import first_small
from events.changes import Kind, told
from events.drawing import (
    FAINT,
    LEAF,
    MARGIN,
    ON_DEEP,
    PALETTES,
    STATUS,
    Sheet,
)
from events.emblems import EMBLEMS, RING
from events.models import Announcement, Event
from events.social import BRAND, OFFICE, Poster, poster, worded
from portal.kernel.polish import NBSP
from portal.kernel.typeface import BOLD, REGULAR, fitted, typeface

SIDE, FOOT = 1080, 150
ABOVE_LEAF = 56


@lru_cache(maxsize=64)
def drawn_square(words: Poster) -> bytes:
    """The picture as PNG; the same bytes for the same words."""
    sheet = SquareSheet(PALETTES.get(words.hue, PALETTES["blue"]))
    top = STATUS if words.status else 0
    sheet.ground(words, top)
    if words.leaf:
        sheet.leaf(words.leaf, top, off=words.is_off)
        top = sheet.leaf_top(top) + LEAF[1] - MARGIN // 2
    sheet.words(words, MARGIN, top)
    sheet.strips(words)
    return sheet.png()


class SquareSheet(Sheet):
    """The leaf of the calendar above, the words below it, who invites in two lines at the foot."""

    width, height, foot = SIDE, SIDE, FOOT

    def ground(self, poster: Poster, top: int) -> None:
        emblem, size = EMBLEMS.get(poster.emblem, RING), 520
        self.emblem(emblem, SIDE - size + 40, top + 10, size, self.palette.quiet, FAINT)
        self.pen.rectangle((0, SIDE - FOOT, SIDE, SIDE), self.palette.strip)
        if top:
            self.pen.rectangle((0, 0, SIDE, top - 1), "#fffefb")

    def leaf_top(self, top: int) -> int:
        return top + ABOVE_LEAF

    def strips(self, poster: Poster) -> None:
        middle = SIDE - FOOT // 2
        self.emblem(RING, MARGIN, middle - 34, 68, ON_DEEP)
        left = MARGIN + 68 + 26
        self.pen.text((left, middle - 20), BRAND, ON_DEEP, typeface(36, BOLD), anchor="lm")
        office = fitted(OFFICE, SIDE - left - MARGIN, 40, (27, 25, 23), REGULAR)
        for line in office.lines[:1]:
            plain = line.replace(NBSP, " ")
            self.pen.text((left, middle + 24), plain, self.palette.quiet, office.font, anchor="lm")
        self.status(poster.status)


def event_square(event: Event, at: datetime) -> Poster:
    """Reads series, venue and changes: fetch them with `for_cards()`."""
    words = poster(event, at)
    if words.status or not event.is_ahead(at):
        return words
    news = [row for row in told(event) if row.kind in {Kind.DATE, Kind.PLACE} and not row.is_back]
    heads = [row.headline if not n else first_small(row.headline) for n, row in enumerate(news)]
    return replace(words, status=", ".join(heads))


def announcement_square(item: Announcement, about: list[Event], at: datetime) -> Poster:
    """Of the one event that it is about; else its own title, and what it is."""
    if len(about) == 1:
        return event_square(about[0], at)
    kind = item.get_kind_display()
    return Poster(title=worded(item.title), when=kind[:1].upper() + kind[1:], kicker="Aktualność")
