"""The five texts that the office published: on which day, and how records name them.

Only the days are in the sources; the hour is ours, so that a record published with a text is
never younger than it. A record becomes public with the first text that names it.
"""

from datetime import datetime

from portal.kernel.months import WARSAW


def at(month: int, day: int, hour: int = 9) -> datetime:
    """A moment of 2026 on Warsaw's clock."""
    return datetime(2026, month, day, hour, tzinfo=WARSAW)


BENCH = at(2, 23)
NEW_CYCLE = at(3, 6)
RECAP = at(3, 23)
THIRD = at(5, 5)
SUMMARY = at(5, 15)
# Reports freeze what notes say, so notes are approved first.
NOTES_APPROVED = at(5, 15, 10)
REPORTS_PUBLISHED = at(5, 15, 12)

SUMMARY_NAME = "podsumowanie z 15 maja 2026"
RECAP_TITLE_NAME = "tytuł i wstęp relacji z 23 marca 2026"
RECAP_BODY_NAME = "treść relacji z 23 marca 2026"
