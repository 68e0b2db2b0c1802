"""The checks of an announcement: its texts, and whether it agrees with events and notes."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from events.checks.agreement import disagreements, without_a_day
from events.checks.numbers import Number, contradiction, numbers
from events.checks.texts import Field, in_order, text_findings
from events.known_names import KnownNames
from events.models import Announcement, Event
from events.models.event import Outcome
from portal.kernel.counts import Unit
from portal.kernel.findings import Finding, Level
from portal.kernel.lint import Around
from portal.kernel.months import day_of
from portal.kernel.publishing import Status
from portal.kernel.rich_reading import plain_text

ORDER = ("title", "lead", "body", "events", "")
Kind = Announcement.Kind


def announcement_findings(announcement: Announcement, at: datetime) -> list[Finding]:
    """Of a saved announcement, as it would be published at `at`."""
    known = KnownNames.load()
    events = list(
        announcement.events.select_related("venue__inside", "series", "note")
        .prefetch_related("note__counts")
        .order_by("sort_at", "pk")
    )
    around = around_of(announcement, events, at)
    day = events[0].when.first_day if len(events) == 1 else around.day
    found = [
        *text_findings(announcement_fields(announcement), around, known, day),
        *_empty(announcement),
        *_events(announcement, events, at),
        *_agreement(announcement, events, at, known),
        *_numbers(announcement, events),
    ]
    return in_order(found, ORDER)


def announcement_fields(announcement: Announcement) -> list[Field]:
    return [
        Field("title", announcement.title, "title"),
        Field("lead", announcement.lead),
        Field("body", announcement.body, "html"),
    ]


def around_of(announcement: Announcement, events: list[Event], at: datetime) -> Around:
    """What is public was right on the day it went out."""
    is_public = announcement.published_at and announcement.is_public(at)
    first = announcement.published_at if is_public and announcement.published_at else at
    years = {day.year for event in events for day in (event.when.first_day, event.when.last_day)}
    inviting = announcement.kind == Kind.INVITATION
    return Around(day_of(first), tuple(sorted(years)), inviting=inviting)


def _empty(announcement: Announcement) -> Iterator[Finding]:
    if not announcement.title.strip():
        yield Finding(Level.BLOCK, "title", _("Nadaj tytuł."))
    if not announcement.lead.strip():
        sentence = _("Nie ma wstępu. Napisz w nim, co, gdzie, kiedy i dla kogo.")
        yield Finding(Level.BLOCK, "lead", sentence)


def _warn(field: str, sentence: str) -> Finding:
    return Finding(Level.WARN, field, sentence)


# Its events


def _events(announcement: Announcement, events: list[Event], at: datetime) -> Iterator[Finding]:
    for event in events:
        yield from _not_public(event, at)
    if announcement.kind == Kind.INVITATION:
        yield from _invitation(announcement, events, at)
    if announcement.kind == Kind.RECAP:
        for event in events:
            if event.ends_at > at:
                sentence = _("„%s” jeszcze się nie skończyło, a to już relacja.") % event.title
                yield _warn("events", sentence)


def _not_public(event: Event, at: datetime) -> Iterator[Finding]:
    if event.is_public(at):
        return
    if event.status == Status.WITHDRAWN:
        sentence = _("Wydarzenie „%s” jest wycofane: aktualność nie będzie miała do czego odesłać.")
        yield _warn("events", sentence % event.title)
    else:
        sentence = _("Wydarzenia „%s” jeszcze nie widać na stronie. Opublikuj najpierw je.")
        yield Finding(Level.BLOCK, "events", sentence % event.title)


def _invitation(announcement: Announcement, events: list[Event], at: datetime) -> Iterator[Finding]:
    if not events:
        yield _warn("events", _("To zaproszenie nie wskazuje wydarzenia. Wybierz je."))
    off = [event for event in events if event.outcome in {Outcome.CANCELLED, Outcome.POSTPONED}]
    for event in off:
        level = Level.BLOCK if len(off) == len(events) else Level.WARN
        sentence = _(
            "„%(title)s” jest %(state)s, a to zaproszenie. Zmień rodzaj na „wiadomość” i tekst."
        ) % {"title": event.title, "state": _state(event)}
        yield Finding(level, "events", sentence)
    if not announcement.is_public(at):
        for event in events:
            if event not in off and event.ends_at <= at:
                sentence = _("„%s” już minęło. Zamiast zaproszenia napisz relację.") % event.title
                yield _warn("events", sentence)


def _state(event: Event) -> str:
    return _("odwołane") if event.outcome == Outcome.CANCELLED else _("przełożone")


# Do they say the same?


def _agreement(
    announcement: Announcement, events: list[Event], at: datetime, known: KnownNames
) -> Iterator[Finding]:
    if announcement.kind != Kind.INVITATION:
        return
    ahead = [event for event in events if event.is_ahead(at)]
    if len(ahead) < len(events):
        return  # among several, a text may well speak of the one that is over or off
    around, fields = around_of(announcement, events, at), announcement_fields(announcement)
    for row in disagreements(fields, ahead, around, known):
        yield Finding(row.level, row.field, row.sentence, row.instead)
    if day := without_a_day(fields[:2], ahead, around):
        sentence = _("Tekst podaje dzień (%s), a wydarzenie jeszcze go nie ma. Wpisz go tam.")
        yield _warn("events", sentence % day)
    if announcement_names_place_of_none(fields[:2], ahead, known):
        yield _warn("events", _("Tekst podaje miejsce, a wydarzenie go nie ma. Wpisz je tam."))


def announcement_names_place_of_none(
    fields: list[Field], events: list[Event], known: KnownNames
) -> bool:
    if not events or any(event.venue_id for event in events):
        return False
    return any(known.places_in(field.text) for field in fields)


# Counts


def _numbers(announcement: Announcement, events: list[Event]) -> Iterator[Finding]:
    if announcement.kind != Kind.RECAP or len(events) != 1:
        return
    known, others = _of_note(events[0]), _of_other_texts(announcement, events[0])
    for field in announcement_fields(announcement):
        text = plain_text(field.text) if field.kind == "html" else field.text
        told = list(numbers(text))
        sentence = contradiction(told, known, _("notatka"))
        if not known:
            sentence = contradiction(told, others, _("inna aktualność"))
        if sentence:
            yield _warn(field.name, sentence)


def _of_note(event: Event) -> list[Number]:
    note = getattr(event, "note", None)
    rows = note.counts.all() if note else ()
    return [
        Number(row.value, Unit(row.unit), row.quantity.text)
        for row in rows
        if row.value is not None
    ]


def _of_other_texts(announcement: Announcement, event: Event) -> list[Number]:
    others = event.announcements.kept().filter(kind=Kind.RECAP).exclude(pk=announcement.pk)
    texts = [f"{row.title}\n{row.lead}\n{plain_text(row.body)}" for row in others[:5]]
    return [number for text in texts for number in numbers(text)]
