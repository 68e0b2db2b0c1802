"""How much there is to read on an event's page: its facts stand beside it, or below it."""

from typing import TYPE_CHECKING

from django.utils.html import strip_tags

if TYPE_CHECKING:
    from events.page import EventPage

BRIEF = 1000  # characters: the facts beside it would be several times as high
ROW = 150  # as high as a programme's item, a promise or a title of what was written about it


def is_brief(page: "EventPage") -> bool:
    """Whether the facts would stand beside a blank column."""
    return not page.pictures and length(page) < BRIEF


def length(page: "EventPage") -> int:
    """In characters; an invitation to what is over is folded, and counts as nothing."""
    invitation = [] if page.is_over else [page.event.lead, strip_tags(page.event.body)]
    summary = page.note.data["summary"] if page.note else ""
    return sum(len(text) for text in [*invitation, summary]) + ROW * rows(page)


def rows(page: "EventPage") -> int:
    """A note's figures are as high as three."""
    listed = [*page.recaps, *page.announcements, *page.commitments, *page.event.programme.all()]
    return len(listed) + 3 * bool(page.counts)
