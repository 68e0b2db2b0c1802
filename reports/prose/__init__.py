"""The sentences of a draft, varied by rule: the same records always give the same words.

Which phrasing a month takes follows from its place in the calendar, so that neighbouring months
differ and a month keeps its own however long the report is. These are sentences of Polish
grammar, not catalogue entries: another language needs a package of its own.
"""

from reports.prose.dates import brief, brief_days, heading, title
from reports.prose.intros import list_intro
from reports.prose.lead import lead
from reports.prose.lines import activity_line, meeting_line, meeting_name, spread
from reports.prose.month import MonthFacts, months_of
from reports.prose.openings import opening
from reports.prose.promises import kept_promises
from reports.prose.thanks import thanks
from reports.prose.words import beginning_of, capital, listed, quoted, sentence, turn

__all__ = [
    "MonthFacts",
    "activity_line",
    "beginning_of",
    "brief",
    "brief_days",
    "capital",
    "heading",
    "kept_promises",
    "lead",
    "list_intro",
    "listed",
    "meeting_line",
    "meeting_name",
    "months_of",
    "opening",
    "quoted",
    "sentence",
    "spread",
    "thanks",
    "title",
    "turn",
]
