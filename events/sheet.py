"""The sheet for the old door: huge words on A4 that send people to where the meeting is now."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.changes import Kind, to_go_by
from events.models import Event
from events.models.event import Outcome
from events.page import public_venue
from events.paper import Scan, Signature, scan_of, signature_of, worded
from events.qr import Code, code
from portal.kernel.phrases import on_weekday
from portal.kernel.when import Precision

HEADLINES = {
    Outcome.CANCELLED: gettext_lazy("Spotkanie odwołane"),
    Outcome.POSTPONED: gettext_lazy("Spotkanie przełożone"),
    Outcome.NOT_HELD: gettext_lazy("Spotkanie się nie odbyło"),
}
MOVED = gettext_lazy("Spotkanie przeniesione")
NEW_TIME = gettext_lazy("Spotkanie w innym czasie")


@dataclass(frozen=True)
class Sheet:
    """Lines to be read from three metres; those that nobody knows are empty."""

    headline: str
    title: str
    place_label: str
    place: str
    address: str
    room: str
    day_label: str
    day: str
    hours: str
    way: tuple[str, ...]
    phone_label: str
    phone: str
    reason: str
    scan: Scan
    signature: Signature

    @property
    def code(self) -> Code:
        return code(self.scan.href)

    @property
    def is_long(self) -> bool:
        """Whether the place's name needs smaller letters to stay on one page."""
        return len(self.place) > 42

    @property
    def is_title_long(self) -> bool:
        return len(self.title) > 60


def sheet_of(event: Event, at: datetime) -> Sheet:
    """Reads what `for_page()` fetched, and who holds the office that day."""
    off, first = event.is_off, headline(event, at)
    return Sheet(
        headline=first,
        title=worded(event.title),
        place_label=_("Teraz tutaj:") if first == str(MOVED) else _("Miejsce:"),
        place="" if off else worded(event.place_name),
        address="" if off else worded(event.place_address),
        room="" if off else worded(event.room),
        day_label=day_label(event),
        day=day_line(event),
        hours="" if off else event.when.hours(),
        way=() if off else way(event, at),
        phone_label=_("Telefon:"),
        phone=worded(event.day_phone),
        reason=worded(event.outcome_reason) if off else "",
        scan=scan_of(event, _("Na tej stronie jest to, co najnowsze:"), ""),
        signature=signature_of(event, at),
    )


def headline(event: Event, at: datetime) -> str:
    """What to know first; the plain title's „Spotkanie” where nothing has changed."""
    if event.is_off:
        return str(HEADLINES[Outcome(event.outcome)])
    kinds = {change.kind for change in to_go_by(event, at) if not change.is_back}
    if Kind.PLACE in kinds:
        return str(MOVED)
    return str(NEW_TIME) if Kind.DATE in kinds else _("Spotkanie")


def day_label(event: Event) -> str:
    """Hours, where they are known, say by themselves what the day below them is."""
    if event.is_off:
        return _("Miało się odbyć:")
    return "" if event.when.hours() else _("Termin:")


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
    return tuple(worded(line[:1].upper() + line[1:]) for line in said if line)
