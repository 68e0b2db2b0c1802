"""The sheet for the old door: huge words on A4 that send people to where the meeting is now."""

from dataclasses import dataclass
from datetime import datetime

import segno
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.changes import Kind, to_go_by
from events.models import Event
from events.models.event import Outcome
from events.page import public_venue
from events.social import OFFICE
from events.texts import short_address
from organizations.models import OfficeHolder
from portal.kernel.months import day_of
from portal.kernel.phrases import on_weekday
from portal.kernel.typography import typeset
from portal.kernel.when import Precision

HEADLINES = {
    Outcome.CANCELLED: gettext_lazy("Spotkanie odwołane"),
    Outcome.POSTPONED: gettext_lazy("Spotkanie przełożone"),
    Outcome.NOT_HELD: gettext_lazy("Spotkanie się nie odbyło"),
}
MOVED = gettext_lazy("Spotkanie przeniesione")
NEW_TIME = gettext_lazy("Spotkanie w innym czasie")
QUIET_ZONE = 4  # modules around a QR code: less is hard to read


@dataclass(frozen=True)
class Code:
    """A QR code as one SVG path, in modules."""

    address: str
    side: int
    path: str


@dataclass(frozen=True)
class Sheet:
    """Lines to be read from three metres; those that nobody knows are empty."""

    headline: str
    title: str
    place: str
    address: str
    room: str
    day: str
    hours: str
    way: tuple[str, ...]
    phone: str
    reason: str
    code: Code
    office: str
    holder: str

    @property
    def is_elsewhere(self) -> bool:
        return self.headline == str(MOVED)

    @property
    def is_long(self) -> bool:
        """Whether the place's name needs smaller letters to stay on one page."""
        return len(self.place) > 42

    @property
    def is_title_long(self) -> bool:
        return len(self.title) > 60


def sheet_of(event: Event, at: datetime) -> Sheet:
    """Reads what `for_page()` fetched, and who holds the office that day."""
    off = event.is_off
    holder = holder_on(event, at)
    return Sheet(
        headline=headline(event, at),
        title=typeset(event.title),
        place="" if off else typeset(event.place_name),
        address="" if off else typeset(event.place_address),
        room="" if off else typeset(event.room),
        day=day_line(event),
        hours="" if off else event.when.hours(),
        way=() if off else way(event, at),
        phone=typeset(event.day_phone),
        reason=typeset(event.outcome_reason) if off else "",
        code=code(short_address(event)),
        office=typeset(holder.title if holder else OFFICE),
        holder=holder.name if holder else "",
    )


def headline(event: Event, at: datetime) -> str:
    """What to know first; the plain title's „Spotkanie” where nothing has changed."""
    if event.is_off:
        return str(HEADLINES[Outcome(event.outcome)])
    kinds = {change.kind for change in to_go_by(event, at) if not change.is_back}
    if Kind.PLACE in kinds:
        return str(MOVED)
    return str(NEW_TIME) if Kind.DATE in kinds else _("Spotkanie")


def day_line(event: Event) -> str:
    """„w środę 13 maja 2026 r.”; of what is off, the day on which it was to be."""
    when = event.when
    if when.precision == Precision.TIME and when.first_day == when.last_day:
        return on_weekday(when.first_day)
    return when.sentence()


def way(event: Event, at: datetime) -> tuple[str, ...]:
    """Which door, and the nearest stop."""
    venue = public_venue(event, at)
    if not venue:
        return ()
    said = [venue.entrance, _("przystanek: %s") % venue.stop if venue.stop else ""]
    return tuple(typeset(line) for line in said if line)


def holder_on(event: Event, at: datetime) -> OfficeHolder | None:
    """Who signs: the proxy in office on the day of the meeting, a coarse date's being today."""
    day = day_of(at) if event.when.is_coarse else event.when.first_day
    proxies = OfficeHolder.objects.on(day).filter(office=OfficeHolder.Office.PROXY)
    return proxies.first()


def code(address: str) -> Code:
    """With its quiet zone; dark modules as runs of each row."""
    qr = segno.make(address, error="m", micro=False)
    rows = [bytes(row) for row in qr.matrix_iter(border=QUIET_ZONE)]
    path = "".join(runs(row, y) for y, row in enumerate(rows))
    return Code(address, len(rows), path)


def runs(row: bytes, y: int) -> str:
    drawn, x = "", 0
    while (start := row.find(1, x)) >= 0:
        end = row.find(0, start)
        x = end if end >= 0 else len(row)
        drawn += f"M{start} {y}h{x - start}v1h-{x - start}z"
    return drawn
