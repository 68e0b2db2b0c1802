"""What an announcement of an event starts with: its kind, a title, a lead that states the facts.

An invitation ahead of it, a notice of what changed, a recap once it was held. Nothing that nobody
has said is asserted. Plain spaces: typography belongs to output.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from events.admission import admission
from events.cards import first_small, outcome_line, whole_days
from events.changes import Kind, Told, told
from events.models import Announcement, Event
from events.models.event import Outcome
from events.social import OFF, date_head
from events.subject import subject_of
from events.tense import stopped
from portal.kernel.months import day_of
from portal.kernel.polish import NBSP
from portal.kernel.when import Precision

NOW_LABELS = {Kind.DATE: "Nowy termin", Kind.PLACE: "Nowe miejsce"}
LONGEST = 600  # of Announcement.lead
LONGEST_TITLE = 200


@dataclass(frozen=True)
class Draft:
    """What the form of an announcement starts with."""

    kind: Announcement.Kind
    title: str
    lead: str


def begun(event: Event, at: datetime) -> Draft:
    """Reads the event's changes and the announcements that stand already; three queries."""
    about = [*event.announcements.kept()]
    changed = news_since(event, about)
    kind = kind_now(event, changed, at)
    taken = set(Announcement.objects.kept().values_list("title", flat=True))
    title = first_free(titles(event, kind, changed, about, at), taken)
    lead = notice(event, changed, at) if changed and not event.is_off else lead_of(event, at)
    return Draft(kind, title, lead)


def kind_now(event: Event, changed: list[Told], at: datetime) -> Announcement.Kind:
    if event.is_off or changed:
        return Announcement.Kind.NEWS
    ahead = event.is_ahead(at)
    return Announcement.Kind.INVITATION if ahead else Announcement.Kind.RECAP


def news_since(event: Event, about: Iterable[Announcement]) -> list[Told]:
    """Another date or place that no announcement has told yet; nothing once it is settled."""
    known = [row.published_at for row in about if row.published_at]
    if event.outcome != Outcome.EXPECTED:
        return []
    found = told(event, after=max(known, default=None))
    by_kind = {row.kind: row for row in found if is_news(row)}
    return [by_kind[kind] for kind in NOW_LABELS if kind in by_kind]


def is_news(change: Told) -> bool:
    return not (change.is_known or change.is_back)


## Titles


def titles(
    event: Event,
    kind: Announcement.Kind,
    changed: list[Told],
    about: list[Announcement],
    at: datetime,
) -> Iterator[str]:
    """The best first; each next one says more, so that two announcements differ."""
    day = plain(date_head(event.when, day_of(at).year, hour="godz."))
    label = event.edition_label
    if kind == Announcement.Kind.NEWS:
        yield f"{headline(event, changed)}: {event.title}"
        yield f"{headline(event, changed)}: {event.title}, {day}"
    elif kind == Announcement.Kind.RECAP:
        yield f"Jak było: {event.title}"
        yield f"Jak było: {event.title}, {label or day}"
    else:
        if not about:
            yield event.title
            if label and label not in event.title:
                yield f"{event.title}: {label}"
        yield f"Przypominamy: {event.title}, {day}"
    yield f"{event.title}, {plain(event.when.short())}"


def headline(event: Event, changed: list[Told]) -> str:
    if event.is_off:
        return OFF[Outcome(event.outcome)]
    return ", ".join([changed[0].headline, *(first_small(row.headline) for row in changed[1:])])


def first_free(proposed: Iterable[str], taken: set[str]) -> str:
    """The first that no announcement bears; the last one where all are taken."""
    last = ""
    for title in proposed:
        last = title[:LONGEST_TITLE]
        if last not in taken:
            return last
    return last


## Leads


def lead_of(event: Event, at: datetime) -> str:
    """„Zapraszamy na trzecią odsłonę cyklu „X”: w środę 13 maja 2026 r. w godz. 14.00–18.00, …”

    "" for what is over as long as nobody has said that it was held.
    """
    if event.is_off:
        return said(off_sentences(event, at))
    if event.is_ahead(at):
        return said(ahead_sentences(event, at))
    return said(held_sentences(event, at)) if event.outcome == Outcome.HELD else ""


def said(sentences: Iterable[str]) -> str:
    """One after another, as many as an announcement's lead holds."""
    lead = ""
    for sentence in filter(None, sentences):
        longer = f"{lead} {plain(stopped(sentence))}".strip()
        if len(longer) > LONGEST:
            break
        lead = longer
    return lead


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def ahead_sentences(event: Event, at: datetime) -> Iterator[str]:
    what, where = subject_of(event, at).accusative, place(event)
    verb = "Zapraszamy na" if event.confirmed else "Planujemy"
    when = event.when.sentence()
    # A date that has commas of its own would swallow the place.
    apart = "," in when
    yield f"{verb} {what}: {when}" + (f", {where}" if where and not apart else "")
    if where and apart:
        yield f"Miejsce: {where}"
    yield from still_open(event)
    yield from how_to_come(event)


def still_open(event: Event) -> Iterator[str]:
    """What is yet to be said, and that it is: „Godzinę i miejsce podamy wkrótce.”"""
    if event.all_day:
        yield whole_days(event.when).capitalize()
    missing = [what for what in (open_time(event), "" if event.place_name else "miejsce") if what]
    if missing:
        said_so = f"{' i '.join(missing)} podamy wkrótce"
        yield said_so[0].upper() + said_so[1:]
    if not event.confirmed and not event.when.is_coarse:
        yield "Termin jeszcze potwierdzimy"


def open_time(event: Event) -> str:
    """What the date leaves open, in the accusative."""
    when = event.when
    if when.is_coarse:
        return "dokładny termin" if when.precision == Precision.MONTHS else "dzień"
    if when.precision == Precision.DAY and not when.all_day:
        return "godzinę" if when.first_day == when.last_day else "godziny"
    return ""


def how_to_come(event: Event) -> Iterator[str]:
    """May I walk in, is it free, must I sign up: as the event's page says it."""
    if event.drop_in:
        yield "Można wejść w dowolnej chwili"
    yield admission(event)
    yield event.sign_up_details


def place(event: Event) -> str:
    """„Cafe NOWA Księgarnia, os. Zgody 7, sala 5”; "" while it is not known."""
    if not event.place_name:
        return ""
    return ", ".join(part for part in (event.place_name, event.place_address, event.room) if part)


def off_sentences(event: Event, at: datetime) -> Iterator[str]:
    """„Odwołujemy spotkanie „Herbata”, które miało się odbyć w środę … Powód: choroba.”"""
    subject, when = subject_of(event, at), event.when.sentence()
    reason = f"Powód: {event.outcome_reason}" if event.outcome_reason else ""
    if event.outcome == Outcome.NOT_HELD:
        yield f"{subject.was_not_held} {subject.nominative}"
        yield f"{'Była planowana' if subject.gender == 'f' else 'Było planowane'} {when}"
        yield reason
        return
    over = event.ends_at <= at
    verbs = {
        Outcome.CANCELLED: "Odwołaliśmy" if over else "Odwołujemy",
        Outcome.POSTPONED: "Przełożyliśmy" if over else "Przekładamy",
    }
    yield f"{verbs[Outcome(event.outcome)]} {subject.accusative}, {subject.which_was_to_be} {when}"
    if event.outcome == Outcome.POSTPONED:
        yield "Nowej daty jeszcze nie ma"
    yield reason


def held_sentences(event: Event, at: datetime) -> Iterator[str]:
    """„Za nami trzecia odsłona cyklu „X”. Spotkaliśmy się … Frekwencja: blisko 100 osób.”"""
    yield f"Za nami {subject_of(event, at).nominative}"
    yield f"Spotkaliśmy się {event.when.sentence()}"
    yield f"Miejsce: {event.place_name}" if event.place_name else ""
    counts = outcome_line(event)
    yield f"Frekwencja: {counts}" if counts else ""


def notice(event: Event, changed: list[Told], at: datetime) -> str:
    """„Zmieniamy miejsce trzeciej odsłony cyklu „X”. Teraz: … Poprzednio: …”"""
    return said(notice_sentences(event, changed, at))


def notice_sentences(event: Event, changed: list[Told], at: datetime) -> Iterator[str]:
    kinds = {row.kind for row in changed}
    words = {Kind.DATE: "termin", Kind.PLACE: "miejsce"}
    what = " i ".join(word for kind, word in words.items() if kind in kinds)
    yield f"Zmieniamy {what} {subject_of(event, at).genitive}"
    for change in changed:
        yield f"{NOW_LABELS[change.kind] if len(changed) > 1 else 'Teraz'}: {change.now}"
        yield f"Poprzednio: {change.before}" if change.before else ""
    if Kind.DATE not in kinds:
        yield f"Termin bez zmian: {event.when.short()}"
    elif Kind.PLACE not in kinds and event.place_name:
        yield f"Miejsce bez zmian: {place(event)}"
    yield from (f"Powód: {reason}" for reason in reasons(event, changed))


def reasons(event: Event, changed: list[Told]) -> list[str]:
    """Why, in the words of whoever changed it; one save that changed both gives one reason."""
    newest = {(change.kind, change.sequence) for change in changed}
    rows = [row for row in event.changes.all() if (row.kind, row.sequence) in newest]
    return [*dict.fromkeys(row.reason for row in rows if row.reason)]
