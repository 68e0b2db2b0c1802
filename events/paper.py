"""What the papers of an event share: the way back to its page, and who signs."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from events.models import Event
from events.qr import QUIET_ZONE, code
from events.social import OFFICE
from events.texts import short_address
from organizations.models import OfficeHolder
from portal.kernel.months import day_of
from portal.kernel.typesetting import Drawing, plain
from portal.kernel.typography import typeset


@dataclass(frozen=True)
class Scan:
    """The QR code, its address written out, and why to follow it."""

    drawing: Drawing
    quiet: float  # the share of its side that stays white, on each side
    href: str
    readable: str
    headline: str
    words: str


@dataclass(frozen=True)
class Signature:
    office: str
    holder: str


def scan_of(event: Event, headline: str, words: str) -> Scan:
    """Of the address that knows what has changed since this was printed."""
    made = code(short_address(event))
    alt = _("Kod QR strony spotkania: %s") % made.readable
    return Scan(
        drawing=Drawing(made.svg, alt),
        quiet=QUIET_ZONE / made.side,
        href=made.address,
        readable=made.readable,
        headline=headline,
        words=words,
    )


def signature_of(event: Event, at: datetime) -> Signature:
    holder = holder_on(event, at)
    return Signature(
        office=worded(holder.title if holder else OFFICE),
        holder=worded(holder.name if holder else ""),
    )


def holder_on(event: Event, at: datetime) -> OfficeHolder | None:
    """Who signs: the proxy in office on the day of the meeting, a coarse date's being today."""
    day = day_of(at) if event.when.is_coarse else event.when.first_day
    proxies = OfficeHolder.objects.on(day).filter(office=OfficeHolder.Office.PROXY)
    return proxies.first()


def worded(text: str) -> str:
    """As it is set on paper."""
    return plain(typeset(text))
