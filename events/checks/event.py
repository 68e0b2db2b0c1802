"""The checks of an event: its texts, its date, its place, and what the invited will ask about."""

import re
from collections.abc import Iterator
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from events.checks.agreement import disagreements
from events.checks.announcement import announcement_fields, around_of
from events.checks.place import place_findings
from events.checks.texts import Field, in_order, text_findings
from events.known_names import KnownNames
from events.models import Announcement, Event
from events.models.event import Outcome
from portal.kernel.findings import Finding, Level
from portal.kernel.lint import Around
from portal.kernel.months import day_of
from portal.kernel.polish import counted
from portal.kernel.when import Precision

USUAL_NOTICE = 7  # days; S10 in the reference of the domain
ANNOUNCED_BY = 14  # days before it begins
# As the form goes, which is the order in which people read and mend.
ORDER = (
    *("title", "series", "edition", "lead", "when_from", "when_to", "date_reason", "venue", "room"),
    *("sign_up", "is_free", "sign_up_details", "audience", "languages", "access_contact"),
    *("day_phone", "body", "outcome", "outcome_reason", ""),
)
TITLES = ("title",)
LINES = (
    *("lead", "date_reason", "room", "sign_up_details", "audience", "languages"),
    *("access_contact", "outcome_reason"),
)


def event_findings(event: Event, at: datetime) -> list[Finding]:
    """Of a saved event, as it would be published at `at`."""
    known = KnownNames.load()
    found = [
        *text_findings(_fields(event), _around(event, at), known, event.when.first_day),
        *_empty(event),
        *_edition(event),
        *_date(event, at),
        *_pictures(event),
        *_announcements(event, at, known),
    ]
    if event.is_ahead(at):
        found += [*place_findings(event, at), *_sign_up(event), *_collisions(event, at)]
    return in_order(found, ORDER)


def _fields(event: Event) -> list[Field]:
    titles = [Field(name, getattr(event, name), "title") for name in TITLES]
    lines = [Field(name, getattr(event, name)) for name in LINES]
    return [*titles, *lines, Field("body", event.body, "html")]


def _around(event: Event, at: datetime) -> Around:
    """What is public was right on the day it went out."""
    first = event.published_at if event.published_at and event.is_public(at) else at
    years = {event.when.first_day.year, event.when.last_day.year}
    return Around(day_of(first), tuple(sorted(years)), inviting=event.is_ahead(at))


def _is_new(event: Event, at: datetime) -> bool:
    """Whether this would be its first publication."""
    return event.published_at is None or event.published_at > at


def _warn(field: str, sentence: str, instead: str = "") -> Finding:
    return Finding(Level.WARN, field, sentence, instead)


def _empty(event: Event) -> Iterator[Finding]:
    if not event.title.strip():
        yield Finding(Level.BLOCK, "title", _("Nadaj tytuł."))
    if not event.lead.strip():
        yield _warn("lead", _("Nie ma zdania na karty i do kalendarza. Dopisz je."))


def _edition(event: Event) -> Iterator[Finding]:
    """„5”, when the highest before it is 3; a cycle of which no earlier one is here is in order."""
    if not event.series_id or not event.edition:
        return
    before = Event.objects.kept().filter(series=event.series_id, edition__lt=event.edition)
    last = before.aggregate(last=Max("edition"))["last"]
    if last and last < event.edition - 1:
        sentence = _("To odsłona numer %(number)s, a poprzednia na portalu ma numer %(last)s.")
        yield _warn("edition", sentence % {"number": event.edition, "last": last})


# When


def _date(event: Event, at: datetime) -> Iterator[Finding]:
    if not _is_new(event, at):
        return
    if event.is_unanswered(at):
        yield _warn(
            "when_from",
            _("Ta data już minęła. Popraw ją albo opublikuj jako wpis archiwalny."),
        )
    elif event.is_ahead(at) and not event.when.is_coarse and event.starts_at > at:
        yield from _notice(event.when.days_until(at))


def _notice(days: int) -> Iterator[Finding]:
    if days >= USUAL_NOTICE:
        return
    usual = _("Zwykle co najmniej %s wcześniej.") % USUAL_DAYS
    if days == 0:
        yield _warn("when_from", _("Zapowiedź w dniu spotkania.") + f" {usual}")
    else:
        told = _("Zapowiedź na %s przed spotkaniem.") % counted(days, "dzień")
        yield _warn("when_from", f"{told} {usual}")


USUAL_DAYS = counted(USUAL_NOTICE, "dzień")


def _collisions(event: Event, at: datetime) -> Iterator[Finding]:
    if event.precision != Precision.TIME:
        return
    others = Event.objects.public(at).expected().filter(precision=Precision.TIME)
    at_once = others.filter(starts_at__lt=event.ends_at, ends_at__gt=event.starts_at)
    for other in at_once.exclude(pk=event.pk).order_by("starts_at", "pk")[:2]:
        sentence = _("O tej samej porze jest „%(title)s” (%(when)s). Sprawdź, czy tak ma być.")
        words = {"title": other.title, "when": other.when.hours()}
        yield _warn("when_from", sentence % words)


# What the invited will ask about


def _sign_up(event: Event) -> Iterator[Finding]:
    if event.when.is_coarse:
        return
    if event.sign_up == Event.SignUp.UNKNOWN:
        yield _warn("sign_up", _("Nie wiadomo, czy trzeba się zapisać. O to pytają najpierw."))
    elif event.sign_up == Event.SignUp.REQUIRED and not event.sign_up_details.strip():
        yield _warn("sign_up_details", _("Trzeba się zapisać, ale nie wiadomo jak. Dopisz to."))


FILE_NAME = re.compile(
    r"(?i)^(?:img|dsc|p)?[_-]?\d{3,}|\.(?:jpe?g|png|webp)$|^(?:zdjęcie|foto)\.?$"
)


def _pictures(event: Event) -> Iterator[Finding]:
    for picture in event.pictures.all():
        if not picture.decorative and not picture.alt.strip():
            sentence = _("Zdjęcie nie ma opisu. Napisz, co widać, albo zaznacz „tylko ozdobne”.")
            yield Finding(Level.BLOCK, "", sentence)
        elif FILE_NAME.search(picture.alt.strip()):
            sentence = _("Opis zdjęcia „%s” nie mówi, co widać.") % picture.alt
            yield _warn("", sentence)


# What is said of it elsewhere


def _announcements(event: Event, at: datetime, known: KnownNames) -> Iterator[Finding]:
    rows = list(event.announcements.kept().order_by("pk")[:10])
    inviting = [row for row in rows if row.kind == Announcement.Kind.INVITATION]
    public = [row for row in inviting if row.is_public(at)]
    if event.outcome in {Outcome.CANCELLED, Outcome.POSTPONED}:
        yield from _still_inviting(public)
    elif event.is_ahead(at):
        yield from _unannounced(event, rows, at)
        for row in public[:5]:
            yield from _said_otherwise(event, row, at, known)


def _still_inviting(public: list[Announcement]) -> Iterator[Finding]:
    for row in public:
        sentence = _("Aktualność „%s” wciąż zaprasza. Napisz wiadomość o zmianie albo ją wycofaj.")
        yield _warn("outcome", sentence % row.title)


def _unannounced(event: Event, rows: list[Announcement], at: datetime) -> Iterator[Finding]:
    soon = not event.when.is_coarse and event.when.days_until(at) <= ANNOUNCED_BY
    if soon and not rows:
        yield _warn("", _("Nie ma jeszcze aktualności o tym spotkaniu. Napisz zaproszenie."))


def _said_otherwise(
    event: Event, row: Announcement, at: datetime, known: KnownNames
) -> Iterator[Finding]:
    around = around_of(row, [event], at)
    for found in disagreements(announcement_fields(row), [event], around, known):
        sentence = _("Aktualność „%(title)s” mówi inaczej. %(how)s") % {
            "title": row.title,
            "how": found.sentence,
        }
        yield _warn(found.about, sentence)
