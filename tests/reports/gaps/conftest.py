"""A March of one cycle and one gathering, drafted, with nothing amiss until a test makes it so."""

from datetime import UTC, date, datetime

import pytest

from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report
from reports.gaps import open_gaps
from reports.models import Report
from tests.factories import (
    make_activity,
    make_held,
    make_note,
    make_series,
    make_venue,
)

AT = datetime(2026, 5, 15, 10, tzinfo=UTC)
EARLY = datetime(2026, 2, 1, tzinfo=UTC)
MARCH, APRIL, MAY = Month(2026, 3), Month(2026, 4), Month(2026, 5)
SPRING = MonthSpan(MARCH, MAY)


@pytest.fixture
def march(db):
    """„Wspólnie do celu II” at Kapelanka, with a note, and one visit."""
    kapelanka = make_venue("Kapelanka 56", street="Kapelanka", number="56", district=8)
    event = make_held(
        "Wspólnie do celu II",
        series=make_series("Wspólnie do celu"),
        edition=2,
        venue=kapelanka,
        published_at=EARLY,
    )
    note = make_note(event, ("about", 70, "organizations"), ("nearly", 100, "people"))
    activity = make_activity("wizyta w Fundacji Hamlet", kind="visit")
    return {"event": event, "note": note, "activity": activity, "venue": kapelanka}


@pytest.fixture
def report(march):
    return drafted()


def drafted(span=SPRING):
    return draft_report(span=span, by=None, at=AT)


def keys(report, at=AT):
    return [gap.key for gap in open_gaps(as_saved(report), at)]


def gap_of(report, key, at=AT):
    return next(gap for gap in open_gaps(as_saved(report), at) if gap.key == key)


def as_saved(report):
    """What settling has made of it since the test took it."""
    return Report.objects.get(pk=report.pk)


def make_meeting(title="Rozmowa", day=None, *, note=True, **fields):
    """Another one that took place, its note approved unless told, with no count in it."""
    when = When.on_day(day or date(2026, 3, 20))
    event = make_held(title, when=when, published_at=EARLY, **fields)
    if note:
        make_note(event)
    return event
