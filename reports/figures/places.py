"""Where we met: districts of Kraków and venues, each counted once."""

from collections import Counter

from django.utils.translation import gettext as _

from events.models import Event
from portal.kernel.names import sort_key
from portal.kernel.polish import NBSP, counted
from reports.figures.figure import Answer, Part, unknown
from reports.period import Meeting, PeriodFacts
from reports.sources import Source, from_meeting
from venues.districts import CHOICES, DISTRICTS


def districts(facts: PeriodFacts) -> Answer:
    visited = Counter(
        district for meeting in facts.meetings if (district := district_of(meeting.event))
    )
    missing = sum(_district_unknown(meeting.event) for meeting in facts.meetings)
    sources = tuple(_district_source(meeting) for meeting in facts.meetings)
    if not visited and (missing or not facts.meetings):
        return unknown(sources, missing)
    text = f"{len(visited)} z{NBSP}{len(DISTRICTS)}{NBSP}dzielnic"
    parts = [_part(name, visited[number]) for number, name in CHOICES if visited[number]]
    return Answer(text, len(visited), sources, missing, parts=tuple(parts))


def _part(label: str, meetings: int) -> Part:
    return Part(label, counted(meetings, "spotkanie"), meetings)


def district_of(event: Event) -> int | None:
    """The venue's district, else that of the building around it."""
    venue = event.venue
    if venue and venue.district is None and venue.inside:
        return venue.inside.district
    return venue.district if venue else None


def _outside_krakow(event: Event) -> bool:
    return event.venue is not None and event.venue.city != "Kraków"


def _district_unknown(event: Event) -> bool:
    return district_of(event) is None and not _outside_krakow(event)


def _district_source(meeting: Meeting) -> Source:
    number = district_of(meeting.event)
    if number:
        return from_meeting(meeting, text=DISTRICTS[number])
    away = _outside_krakow(meeting.event)
    text = _("poza Krakowem") if away else _("brak danych")
    remark = "" if away else _("Nie zapisano, w której dzielnicy leży to miejsce.")
    return from_meeting(meeting, counted=False, text=text, remark=remark)


def venues(facts: PeriodFacts) -> Answer:
    """A venue that was merged into another is that other one."""
    visited = Counter(found for meeting in facts.meetings if (found := venue_of(meeting.event)))
    missing = sum(venue_of(meeting.event) is None for meeting in facts.meetings)
    sources = tuple(_venue_source(meeting) for meeting in facts.meetings)
    if not visited:
        return unknown(sources, missing)
    names = {venue_of(meeting.event): meeting.event.place_name for meeting in facts.meetings}
    ranked = sorted(visited, key=lambda pk: (-visited[pk], sort_key(names[pk])))
    parts = tuple(_part(names[pk], visited[pk]) for pk in ranked)
    return Answer(counted(len(visited), "miejsce"), len(visited), sources, missing, parts=parts)


def venue_of(event: Event) -> int | None:
    venue = event.venue
    return (venue.merged_into_id or venue.pk) if venue else None


def _venue_source(meeting: Meeting) -> Source:
    if venue_of(meeting.event):
        return from_meeting(meeting, text=meeting.event.place_name)
    remark = _("Nie zapisano, gdzie się odbyło.")
    return from_meeting(meeting, counted=False, text=_("brak danych"), remark=remark)
