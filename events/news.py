"""An announcement beside what became of its events since: said first, so that nobody is misled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.changes import TAKEN_BACK, Kind, Told, told
from events.models import Announcement, Event
from events.models.event import Outcome

OFF = {
    Outcome.CANCELLED: gettext_lazy("odwołano"),
    Outcome.POSTPONED: gettext_lazy("przełożono, nowej daty jeszcze nie ma"),
    Outcome.NOT_HELD: gettext_lazy("się nie odbyło"),
}
CHANGED = {
    Kind.DATE: gettext_lazy("ma nowy termin"),
    Kind.PLACE: gettext_lazy("ma nowe miejsce"),
    Kind.TITLE: gettext_lazy("ma nowy tytuł"),
}
KNOWN = {Kind.DATE: gettext_lazy("ma już termin"), Kind.PLACE: gettext_lazy("ma już miejsce")}
BACK = {
    Kind.DATE: gettext_lazy("ma jednak ten sam termin"),
    Kind.PLACE: gettext_lazy("ma jednak to samo miejsce"),
    Kind.TITLE: gettext_lazy("ma jednak ten sam tytuł"),
}


@dataclass(frozen=True)
class Strip:
    """One sentence about one event, „To spotkanie odwołano”, and the page that says more."""

    kind: str  # of a notice, for its colour
    sentence: str  # without a full stop
    now: str
    before: str
    note: str
    event: Event


@dataclass(frozen=True)
class NewsRow:
    """An announcement in a list, with what its reader must know first."""

    item: Announcement
    strips: list[Strip]
    passed: str


def news_rows(announcements: Any, at: datetime) -> list[NewsRow]:
    """For a queryset of announcements, or a page of it; two queries more, however many."""
    events = Prefetch("events", public_events(at), to_attr="public_events")
    return [news_row(item, at) for item in announcements.prefetch_related(events)]


def public_events(at: datetime) -> Any:
    return Event.objects.public(at).order_by("sort_at", "pk").prefetch_related("changes")


def news_row(item: Any, at: datetime) -> NewsRow:
    events = item.public_events
    return NewsRow(item, strips(item, events, at), passed(item, events, at))


def strips(announcement: Announcement, events: Iterable[Event], at: datetime) -> list[Strip]:
    """What is off, and what changed after the announcement was published, event by event."""
    about = list(events)
    found: list[Strip] = []
    for event in about:
        found += of_event(event, announcement.published_at, at, named=len(about) > 1)
    return found


def of_event(event: Event, since: datetime | None, at: datetime, *, named: bool) -> list[Strip]:
    subject = _("Spotkanie „%s”") % event.title if named else _("To spotkanie")
    if event.is_off:
        outcome = Outcome(event.outcome)
        note = event.outcome_reason
        return [Strip("off", f"{subject} {OFF[outcome]}", "", "", note, event)]
    if not event.is_ahead(at):
        return []
    return [strip_of(change, subject, event) for change in told(event, after=since)]


def strip_of(change: Told, subject: str, event: Event) -> Strip:
    sentence = f"{subject} {predicate(change)}"
    return Strip(change.notice, sentence, change.now, change.before, change.note, event)


def predicate(change: Told) -> str:
    if change.kind == Kind.STATUS:
        return str(TAKEN_BACK)[:1].lower() + str(TAKEN_BACK)[1:]
    words = BACK if change.is_back else KNOWN if change.is_known else CHANGED
    return str(words[change.kind])


def passed(announcement: Announcement, events: Iterable[Event], at: datetime) -> str:
    """For an invitation to what is over: that it is, as far as anybody has said; else ""."""
    about = list(events)
    invites = announcement.kind == Announcement.Kind.INVITATION
    if not invites or not about or not all(is_done(event, at) for event in about):
        return ""
    if all(event.outcome == Outcome.HELD for event in about):
        return all_held(len(about))
    if len(about) == 1:
        return "" if about[0].is_off else _("To zaproszenie dotyczyło spotkania, które już minęło.")
    return _("To zaproszenie dotyczyło spotkań, które już minęły.")


def is_done(event: Event, at: datetime) -> bool:
    return event.outcome == Outcome.HELD or event.ends_at <= at


def recap_of(events: Iterable[Event], at: datetime) -> Announcement | None:
    """What to read instead of a passed invitation: the newest recap of its events."""
    recaps = Announcement.objects.public(at).filter(kind=Announcement.Kind.RECAP)
    return recaps.filter(events__in=list(events)).newest_first().first()


def is_history(announcement: Announcement, events: Iterable[Event], at: datetime) -> bool:
    """Whether it invites to nothing any more: all of it passed or is off."""
    about = list(events)
    invites = announcement.kind == Announcement.Kind.INVITATION
    return invites and bool(about) and all(e.is_off or is_done(e, at) for e in about)


def all_held(number: int) -> str:
    if number == 1:
        return _("To zaproszenie dotyczyło spotkania, które już się odbyło.")
    return _("To zaproszenie dotyczyło spotkań, które już się odbyły.")
