"""How many days before a meeting its day was first made public (events-domain.md, S10)."""

from datetime import date, datetime
from statistics import median_low

from django.utils.translation import gettext as _

from events.models import Event, EventChange
from portal.kernel.months import day_of
from portal.kernel.phrases import full_day
from portal.kernel.polish import NBSP, counted, number
from portal.kernel.when import Precision
from reports.figures.figure import Answer, Part, unknown
from reports.period import Meeting, PeriodFacts
from reports.sources import Source, from_meeting

USUAL = 7  # days; people need as many to come


def notice(facts: PeriodFacts) -> Answer:
    found = [notice_of(meeting.event) for meeting in facts.meetings]
    sources = tuple(_source(meeting) for meeting in facts.meetings)
    days = [each for each in found if each is not None]
    missing = len(found) - len(days)
    if not days:
        return unknown(sources, missing)
    text = in_words(days)
    return Answer(text, median_low(days), sources, missing, parts=by_usual(days), short=text)


def in_words(days: list[int]) -> str:
    """„zwykle 7 dni, najmniej 4”; of equal ones „7 dni”. Where the usual is the least, „7–8 dni”
    or „najwyżej 2 dni”: one number would be said twice. Of two in the middle, the lower."""
    usual, least, most = median_low(days), min(days), max(days)
    if least == most:
        return counted(usual, "dzień")
    if usual == least == 0:
        return f"najwyżej{NBSP}{counted(most, 'dzień')}"
    if usual == least:
        return f"{number(least)}–{counted(most, 'dzień')}"
    return f"zwykle {counted(usual, 'dzień')}, najmniej{NBSP}{number(least)}"


def by_usual(days: list[int]) -> tuple[Part, ...]:
    late = sum(each < USUAL for each in days)
    shares = {
        _("co najmniej 7 dni wcześniej"): len(days) - late,
        _("mniej niż 7 dni wcześniej"): late,
    }
    return tuple(Part(label, counted(n, "spotkanie"), n) for label, n in shares.items())


def notice_of(event: Event) -> int | None:
    """Warsaw days from when visitors could first read the day to that day; None when the day is
    not known, or nobody could read it beforehand."""
    if event.when.is_coarse:
        return None
    told, day = told_at(event), event.when.first_day
    late = event.precision == Precision.TIME and told is not None and told >= event.starts_at
    if told is None or late or day_of(told) > day:
        return None
    return (day - day_of(told)).days


def told_at(event: Event) -> datetime | None:
    """The first text about it; of a day that was moved or settled later, that later moment."""
    moved = [change.at for change in event.changes.all() if is_another_day(change, event)]
    told = (event.published_at, getattr(event, "announced_at", None))
    return max(moved) if moved else min((at for at in told if at), default=None)


def is_another_day(change: EventChange, event: Event) -> bool:
    """Whether the change says a day that people could not have read before it."""
    if change.kind != EventChange.Kind.DATE:
        return False
    before = change.before_iso[:10]
    return not before or date.fromisoformat(before) != event.when.first_day


def _source(meeting: Meeting) -> Source:
    days = notice_of(meeting.event)
    if days is not None:
        first = day_of(told_at(meeting.event) or meeting.event.starts_at)
        text = _("w dniu spotkania") if not days else counted(days, "dzień")
        return from_meeting(meeting, text=text, remark=_("Ten dzień podano %s") % full_day(first))
    return from_meeting(
        meeting, counted=False, text=_("brak danych"), remark=_why_unknown(meeting.event)
    )


def _why_unknown(event: Event) -> str:
    if event.when.is_coarse:
        return _("Nie wiemy, którego dnia się odbyło.")
    return _("Wpis archiwalny: tego dnia nie podano przed spotkaniem.")
