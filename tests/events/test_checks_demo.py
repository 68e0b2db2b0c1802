"""All that the demo shows is such as the office would publish: nothing blocks, little warns."""

from copy import copy
from datetime import UTC, datetime

import pytest
from django.db import transaction

from events.checks import announcement_findings, event_findings, note_findings
from events.models import Announcement, AttendanceNote, Event
from portal.demo.load import load
from portal.kernel.findings import blocking
from portal.kernel.publishing import Status

LOADED = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


CHECKS = {
    Event: event_findings,
    Announcement: announcement_findings,
    AttendanceNote: note_findings,
}

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def everything(django_db_setup, django_db_blocker):
    """Each record of the demo with what is found in it. Loaded once; nobody here saves anything."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(now=LOADED)
        yield [
            (record, check(record, LOADED))
            for model, check in CHECKS.items()
            for record in model.objects.order_by("pk")
        ]
        transaction.set_rollback(True)


def test_nothing_in_the_demo_blocks(everything):
    assert [(str(record), row) for record, found in everything for row in blocking(found)] == []


def test_little_warns_and_only_of_what_really_is_unknown(everything):
    """Hosts of examples, a sign-up not told, counts that no source gives, and a promise of June
    that nobody has settled."""
    warned = [row.field for _, found in everything for row in found]
    assert sorted(warned) == ["", "", "", "", "", "sign_up"]


def test_each_announcement_and_event_passed_on_the_day_it_went_out(everything):
    for record, _ in everything:
        if not isinstance(record, AttendanceNote):
            draft = copy(record)
            draft.published_at, draft.status = None, Status.DRAFT
            assert blocking(CHECKS[type(record)](draft, record.published_at)) == [], record
