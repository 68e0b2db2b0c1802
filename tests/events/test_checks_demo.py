"""All that the demo shows is such as the office would publish: nothing blocks, little warns."""

from datetime import UTC, datetime

import pytest

from events.checks import announcement_findings, event_findings, note_findings
from events.models import Announcement, AttendanceNote, Event
from portal.demo.load import load
from portal.kernel.findings import blocking
from portal.kernel.publishing import Status

LOADED = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.fixture
def everything(db):
    load(now=LOADED)
    checks = {
        Event: event_findings,
        Announcement: announcement_findings,
        AttendanceNote: note_findings,
    }
    return [
        (record, check(record, LOADED))
        for model, check in checks.items()
        for record in model.objects.order_by("pk")
    ]


def test_nothing_in_the_demo_blocks(everything):
    assert [(str(record), row) for record, found in everything for row in blocking(found)] == []


def test_little_warns_and_only_of_what_really_is_unknown(everything):
    """Access and hosts of examples, a sign-up not told, counts that no source gives, and a promise
    of June that nobody has settled."""
    warned = [row.field for _, found in everything for row in found]
    assert sorted(warned) == ["", "", "", "", "", "sign_up", "venue", "venue"]


def test_each_announcement_and_event_passed_on_the_day_it_went_out(everything):
    for record, _ in everything:
        if isinstance(record, AttendanceNote):
            continue
        check = event_findings if isinstance(record, Event) else announcement_findings
        at, record.published_at, record.status = record.published_at, None, Status.DRAFT
        assert blocking(check(record, at)) == [], record
