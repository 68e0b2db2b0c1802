"""What changed since an event was announced: the net of its log, one sentence for each kind.

There and back again is no change to go by, yet whoever heard of it must hear that it was undone.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.facts import NO_PLACE, Facts, is_as_promised, is_within
from events.models import Event, EventChange
from events.models.event import Outcome
from events.tense import STATES, stopped
from portal.kernel.months import day_of, local
from portal.kernel.reading import read_when
from portal.kernel.when import When

Kind = EventChange.Kind
NEW = {
    Kind.DATE: _("Nowy termin"),
    Kind.PLACE: _("Zmiana miejsca"),
    Kind.TITLE: _("Zmiana tytułu"),
}
KNOWN = {Kind.DATE: _("Termin już znany"), Kind.PLACE: _("Miejsce już znane")}
BACK = {
    Kind.DATE: _("Jednak bez zmiany terminu"),
    Kind.PLACE: _("Jednak bez zmiany miejsca"),
    Kind.TITLE: _("Jednak bez zmiany tytułu"),
}
TAKEN_BACK = _("Jednak się odbędzie")
TOOK_PLACE = _("Jednak się odbyło")


@dataclass(frozen=True)
class Told:
    """One kind of change as pages say it: the new value first, then the old, when and why."""

    kind: EventChange.Kind
    headline: str  # „Nowy termin”, without a full stop
    now: str
    before: str
    note: str
    sequence: int
    is_back: bool = False  # there and back again: what was printed before it still holds
    is_known: bool = False  # nothing was otherwise before; it was only yet to be said
    is_off: bool = False

    @property
    def title(self) -> str:
        return f"{self.headline}."

    @property
    def now_sentence(self) -> str:
        return stopped(self.now)

    @property
    def before_sentence(self) -> str:
        return stopped(self.before)

    @property
    def notice(self) -> str:
        """The kind of notice, for its colour."""
        if self.is_off:
            return "off"
        good = self.is_known or self.is_back or self.kind == Kind.STATUS
        return "done" if good else "change"


def told(event: Event, *, since: int = 0, after: datetime | None = None) -> list[Told]:
    """The net public changes, the status first, then the newest; from prefetched rows.

    Only those after the sequence `since` (that of a printed poster) and the moment `after`.
    """
    rows: dict[EventChange.Kind, list[EventChange]] = {}
    for row in event.changes.all():
        if row.public and row.sequence > since and (after is None or row.at > after):
            rows.setdefault(Kind(row.kind), []).append(row)
    found = [net(event, kind, of_kind) for kind, of_kind in rows.items()]
    status_first = sorted(found, key=lambda change: change.kind != Kind.STATUS)
    return [change for change in status_first if not is_said_by_the_date(change, found)]


def is_said_by_the_date(change: Told, found: list[Told]) -> bool:
    """„Nowy termin” says by itself that what was postponed will be."""
    newer = {row.kind for row in found if row.sequence >= change.sequence}
    return change.kind == Kind.STATUS and not change.is_off and Kind.DATE in newer


def net(event: Event, kind: EventChange.Kind, rows: list[EventChange]) -> Told:
    """`rows` of one kind, newest first."""
    if kind == Kind.STATUS:
        return net_status(event, rows)
    newest, now = rows[0], Facts.of(event).said(kind)
    earlier = [text for text in dict.fromkeys(row.before for row in rows) if text != now]
    is_back, is_known = is_again(rows[-1], now), is_first_known(event, newest)
    words = BACK if is_back else KNOWN if is_known else NEW
    return Told(
        kind=kind,
        headline=str(words[kind]),
        now=now,
        before="; wcześniej: ".join(earlier),
        note=note_of(newest),
        sequence=newest.sequence,
        is_back=is_back,
        is_known=is_known,
    )


def is_again(first: EventChange, now: str) -> bool:
    """Whether it is as it was before; of a place, perhaps with its room said as well."""
    return first.before == now or (first.kind == Kind.PLACE and now.startswith(f"{first.before}, "))


def is_first_known(event: Event, change: EventChange) -> bool:
    """Whether nothing was otherwise before: the day or the place was only yet to be said."""
    if change.kind == Kind.PLACE:
        return change.before == NO_PLACE
    return change.kind == Kind.DATE and not change.before_iso and is_within_words(event, change)


def is_within_words(event: Event, change: EventChange) -> bool:
    """„17 czerwca” is what „czerwiec” had left open; not so what „maj” had been."""
    try:
        return is_within(event.when, read_when(change.before))
    except ValidationError:
        return False


def net_status(event: Event, rows: list[EventChange]) -> Told:
    newest = rows[0]
    state = STATES.get(Outcome(event.outcome), "").rstrip(".")
    back = TOOK_PLACE if event.outcome == Outcome.HELD else TAKEN_BACK
    return Told(
        kind=Kind.STATUS,
        headline=state or str(back),
        now="",
        # „Poprzednio: zapowiedziane” would say nothing; „przełożone” before „odwołane” does.
        before=newest.before if event.is_off and not is_as_promised(newest.before) else "",
        note=note_of(newest),
        sequence=newest.sequence,
        is_back=not event.is_off and is_as_promised(rows[-1].before),
        is_off=event.is_off,
    )


def note_of(change: EventChange) -> str:
    """„Zmieniono 8 maja 2026 r., godz. 12.00: zalana sala.”"""
    moment = local(change.at)
    when = f"Zmieniono {day_in_words(moment)}, godz. {moment:%-H.%M}"
    return f"{when}: {change.reason}" if change.reason else f"{when}."


def day_in_words(moment: datetime) -> str:
    """„13 maja 2026 r.”"""
    return When.on_day(day_of(moment)).short()


def said_off(event: Event) -> Told:
    """The headline of what is off, also when it was so from its first day on the site."""
    return Told(
        kind=Kind.STATUS,
        headline=STATES[Outcome(event.outcome)].rstrip("."),
        now="",
        before="",
        note=event.outcome_reason,
        sequence=event.sequence,
        is_off=True,
    )


def to_go_by(event: Event, at: datetime) -> list[Told]:
    """What stands at the top of its page: all while it lies ahead, then only what became of it."""
    found = told(event)
    if not event.is_ahead(at):
        found = [row for row in found if row.is_off or row.headline == str(TOOK_PLACE)]
    if event.is_off and not any(row.is_off for row in found):
        return [said_off(event), *found]
    return found


def log(event: Event) -> list[Told]:
    """Every public change as it was told then, newest first: for the page of what is over."""
    return [as_it_was(row) for row in event.changes.all() if row.public]


def as_it_was(change: EventChange) -> Told:
    kind = Kind(change.kind)
    return Told(
        kind=kind,
        headline=str(change.get_kind_display()),
        now=change.after,
        before=change.before,
        note=note_of(change),
        sequence=change.sequence,
    )
