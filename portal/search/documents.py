"""What search knows of each kind of record, read from the record as visitors see it.

`title` and `names` weigh more than `body`. Nothing comes here that the record's own page does not
show, aliases aside, which only help to find.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import capfirst

from events.admission import admission
from events.models import Announcement, Event, Series
from events.models.event import Outcome
from organizations.models import Organization
from portal.kernel.publishing import Status
from portal.kernel.rich_reading import plain_text
from portal.models import SearchDocument
from reports.models import Report
from venues.access import WORDS
from venues.areas import area_names
from venues.models import Venue

Kind = SearchDocument.Kind


@dataclass(frozen=True)
class Found:
    """`about`: the line below the title. `names`: what else it is called, where, by whom."""

    title: str
    about: str = ""
    names: tuple[str, ...] = ()
    body: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None


def of_series(series: Series) -> Found:
    partners = [row.name for row in series.organizers.all()]
    return Found(
        title=series.name,
        about=series.lead,
        names=("cykl", *variants(series), series.host_label, *partners),
        body=lines(series.lead, plain_text(series.idea), series.cadence, series.audience),
    )


def of_event(event: Event) -> Found:
    """With its cycle, its place and those who made it; the approved note after it."""
    when = event.when.short()
    return Found(
        title=event.title,
        about=standing(event) + ", ".join(filter(None, [when, event.place_name])),
        names=(when, event.place_name, event.place_address, *surroundings(event), *door(event)),
        body=lines(
            event.lead,
            plain_text(event.body),
            event.audience,
            *programme(event),
            *offers(event),
        ),
        starts_at=event.starts_at,
        ends_at=event.ends_at,
    )


def standing(event: Event) -> str:
    """„Odwołane: ”, „Przykład: ”: a row must not look alive when the meeting is not."""
    if event.is_off:
        return f"{capfirst(str(event.get_outcome_display()))}: "
    return "Przykład: " if event.is_example else ""


def door(event: Event) -> Iterable[str]:
    """How one gets in, as names: what is asked for by it comes above texts that mention it."""
    if not event.is_off:
        yield admission(event)
        yield "za darmo, darmowe, bezpłatne" if event.is_free else ""
        yield "z zapisami, zapisy, rejestracja" if event.sign_up == Event.SignUp.REQUIRED else ""


def surroundings(event: Event) -> Iterable[str]:
    yield event.edition_label
    if event.series and is_published(event.series):
        yield from [event.series.name, *variants(event.series)]
    if event.venue:
        yield from place_names(event.venue)
    yield from (row.organization.name for row in event.partnerships.all())


def programme(event: Event) -> Iterable[str]:
    yield from (row.title for row in event.programme.all())
    note = getattr(event, "note", None)
    if note and note.current and event.outcome == Outcome.HELD:
        yield note.current.data["summary"]


def of_venue(venue: Venue) -> Found:
    about = ", ".join(part for part in (venue.address, venue.district_name) if part)
    operator = venue.operator.name if venue.operator else ""
    return Found(
        title=venue.full_name,
        about=about,
        names=(*place_names(venue), operator),
        body=lines(plain_text(venue.description), venue.entrance, venue.stop, *offers(venue)),
    )


def offers(record: Venue | Event) -> Iterable[str]:
    """„wejście bez stopni”, „PJM”: what it says „tak” to, and nothing that nobody knows."""
    for fact in record.access_facts.all():
        if fact.answer == "yes":
            name, other = str(fact.get_key_display()), WORDS.get(fact.key, "")
            yield name if other in name else f"{name}, {other}"


def place_names(venue: Venue) -> Iterable[str]:
    """Its names, its street and the parts of the city; a draft's other names are nobody's yet."""
    yield from [venue.full_name, venue.address, venue.city]
    around = venue.district or (venue.inside.district if venue.inside else None)
    yield from area_names(around)
    if is_published(venue):
        yield from variants(venue)


def of_organization(organization: Organization) -> Found:
    kind = organization.get_kind_display() if organization.kind != "other" else ""
    return Found(
        title=organization.name,
        about=", ".join(part for part in (str(kind), organization.field) if part),
        names=(*variants(organization), str(kind), organization.field),
        body=plain_text(organization.description),
    )


def of_announcement(announcement: Announcement) -> Found:
    """Over when all that it announces is: its days are those of its events."""
    events = [event for event in announcement.events.all() if is_published(event)]
    return Found(
        title=announcement.title,
        about=str(announcement.get_kind_display()),
        names=tuple(event.title for event in events),
        body=lines(announcement.lead, plain_text(announcement.body)),
        starts_at=min((event.starts_at for event in events), default=None),
        ends_at=max((event.ends_at for event in events), default=None),
    )


def of_report(report: Report) -> Found:
    """As its newest version froze it: the working copy is the office's own."""
    version = report.versions.order_by("number").last()
    content = version.content if version else {}
    return Found(
        title=content.get("title", ""),
        about=content.get("span", {}).get("label", ""),
        names=("podsumowanie", content.get("span", {}).get("label", "")),
        body=lines(content.get("lead", ""), *report_lines(content)),
    )


def report_lines(content: dict[str, Any]) -> Iterable[str]:
    for section in content.get("sections", ()):
        yield from (section["heading"], section["opening"])
        for group in section["groups"]:
            yield from (line["text"] for line in group["lines"])


KINDS: dict[type, tuple[SearchDocument.Kind, Any]] = {
    Series: (Kind.SERIES, of_series),
    Event: (Kind.EVENT, of_event),
    Venue: (Kind.VENUE, of_venue),
    Organization: (Kind.ORGANIZATION, of_organization),
    Announcement: (Kind.ANNOUNCEMENT, of_announcement),
    Report: (Kind.REPORT, of_report),
}


def is_published(record: Any) -> bool:
    """Public now or from its hour on: the query compares the hour."""
    return record.status == Status.PUBLISHED and record.discarded_at is None


def variants(record: Any) -> list[str]:
    return [alias.name for alias in record.aliases.all()]


def lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
