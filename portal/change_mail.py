"""What colleagues read of a change at the last moment: as text, since phones show it at once."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Event, EventChange
from events.social import absolute
from events.tense import stopped
from portal import mailing
from portal.kernel.months import day_of, local
from portal.kernel.phrases import clock, full_day
from portal.kernel.polish import NBSP
from portal.models import OutgoingMail


def tell_of_change(
    *, event: Event, changes: list[EventChange], by: Any, at: datetime
) -> list[OutgoingMail]:
    """In the transaction of the change; no change, no mail."""
    if not changes:
        return []
    return mailing.tell_colleagues(
        subject=subject(event, changes),
        body=plain(body(event, changes, by, at)),
        by=by,
        at=at,
    )


def subject(event: Event, changes: list[EventChange]) -> str:
    """„Zmiana miejsca: Ławka dialogu, 13 maja 2026 r.”"""
    kinds = dict.fromkeys(change.get_kind_display() for change in changes)
    first, *rest = kinds
    named = ", ".join([first, *(kind[0].lower() + kind[1:] for kind in rest)])
    return f"{named}: {event.title}, {full_day(event.when.first_day)}".replace(NBSP, " ")


def body(event: Event, changes: list[EventChange], by: Any, at: datetime) -> str:
    said = [change_in_words(change) for change in changes]
    return "\n\n".join([_("Dzień dobry,"), opening(event), *said, who(by, at), links(event)])


def opening(event: Event) -> str:
    return stopped(_("w ostatniej chwili zmienia się spotkanie „%s”") % event.title)


def change_in_words(change: EventChange) -> str:
    """The new value first, since it is what one acts on."""
    lines = [f"{change.get_kind_display()}."]
    lines.append(_("Teraz: %s") % stopped(change.after))
    if change.before:
        lines.append(_("Poprzednio: %s") % stopped(change.before))
    if change.reason:
        lines.append(_("Dlaczego: %s") % stopped(change.reason))
    return "\n".join(lines)


def who(by: Any, at: datetime) -> str:
    own = local(at)
    moment = f"{full_day(day_of(at))}, godz. {clock(own.hour * 60 + own.minute)}"
    if by is None:
        return _("Zmieniono %s.") % moment
    return _("Zmienia: %(who)s, %(when)s.") % {"who": by.get_full_name() or by, "when": moment}


def links(event: Event) -> str:
    rows = [
        (_("Strona spotkania:"), event.get_absolute_url()),
        (_("Teksty do wysłania dalej:"), reverse("admin:events_event_sending", args=[event.pk])),
    ]
    return "\n".join(f"{label} {absolute(path)}" for label, path in rows)


def plain(text: str) -> str:
    """With plain spaces, so that an address or a date can be searched for."""
    return text.replace(NBSP, " ") + "\n"
