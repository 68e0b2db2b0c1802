"""Our own meetings: how many took place, and how many have no approved note."""

from django.utils.translation import gettext as _

from portal.kernel.polish import NBSP, counted, number
from reports.figures.figure import Answer
from reports.period import PeriodFacts
from reports.sources import from_event, from_meeting


def meetings(facts: PeriodFacts) -> Answer:
    doubtful = tuple(
        from_event(event, counted=False, remark=_("Nikt jeszcze nie powiedział, czy się odbyło."))
        for event in facts.unanswered
    )
    sources = tuple(from_meeting(meeting) for meeting in facts.meetings)
    held = len(facts.meetings)
    missing = len(doubtful)
    return Answer(
        counted(held, "spotkanie"), held, sources + doubtful, missing, unanswered_text(missing)
    )


def unanswered_text(events: int) -> str:
    """„nie licząc 2, o których nie wiemy, czy się odbyły”; empty for none."""
    if not events:
        return ""
    one, more = "którym nie wiemy, czy się odbyło", "których nie wiemy, czy się odbyły"
    return f"nie licząc {number(events)}, o{NBSP}{one if events == 1 else more}"


def without_note(facts: PeriodFacts) -> Answer:
    sources = tuple(from_meeting(meeting) for meeting in facts.meetings if not meeting.note)
    return Answer(counted(len(sources), "spotkanie"), len(sources), sources)
