"""A version is published whole or not at all, and once."""

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from events.actions import approve_note
from portal.kernel.months import Month, MonthSpan
from reports import actions, corrections
from reports.actions import draft_report, publish_report
from reports.models import Correction, Report, ReportVersion

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
SPRING = MonthSpan(Month(2026, 3), Month(2026, 5))
WHY = "Dopisano kwietniową notatkę."


def published():
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    publish_report(report=report, by=None, at=MID_MAY)
    return report


def changed(report, spring):
    approve_note(note=spring["third"].note, by=None, at=MID_MAY)
    return report


class Broken(Exception):
    pass


def breaks(*args, **kwargs):
    raise Broken


@pytest.mark.parametrize("where", [(Report, "publish"), (corrections, "keep")])
def test_a_failure_after_the_version_was_written_leaves_nothing(spring, monkeypatch, where):
    report = changed(published(), spring)
    with monkeypatch.context() as patch:
        patch.setattr(*where, breaks)
        with pytest.raises(Broken):
            publish_report(report=report, by=None, at=MID_MAY, note=WHY)
    assert [row.number for row in report.versions.all()] == [1]
    assert not Correction.objects.exists()
    assert publish_report(report=report, by=None, at=MID_MAY, note=WHY).number == 2


def test_a_version_of_the_same_number_is_refused_with_a_sentence(spring, monkeypatch):
    report = changed(published(), spring)
    prospect = actions.prospect_of
    stale = prospect(report, MID_MAY)
    publish_report(report=report, by=None, at=MID_MAY, note=WHY)
    monkeypatch.setattr(actions, "prospect_of", lambda *_: stale)
    with pytest.raises(ValidationError, match="Ktoś właśnie opublikował wydanie 2"):
        publish_report(report=report, by=None, at=MID_MAY, note=WHY)
    assert report.versions.count() == 2


def test_the_database_refuses_a_second_version_of_one_number(spring):
    report = published()
    with pytest.raises(IntegrityError):
        ReportVersion.objects.create(
            report=report, number=1, content={}, checksum="", published_at=MID_MAY
        )


## With more than one process or thread, on a database that keeps what each commits


@pytest.fixture
def kept_by_migrations(django_db_serialized_rollback):
    """The end empties the tables; the next test still finds what migrations put there."""


KILLED = """
import os, signal, sys
import django
django.setup()
from datetime import datetime
from reports.actions import publish_report
from reports.models import Report, ReportVersion

def killed(*args, **kwargs):
    assert ReportVersion.objects.count() == 2
    os.kill(os.getpid(), signal.SIGKILL)

Report.publish = killed
at = datetime.fromisoformat(sys.argv[1])
publish_report(report=Report.objects.get(), by=None, at=at, note="Dopisano.")
"""


def database_url():
    """Of the database that this test runs on."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


@pytest.mark.drill
def test_a_process_killed_while_publishing_leaves_nothing(
    transactional_db, kept_by_migrations, spring
):
    report = changed(published(), spring)
    environment = {
        **os.environ,
        "PORTAL_MODE": "test",
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    command = [sys.executable, "-c", KILLED, MID_MAY.isoformat()]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert ended.returncode == -9, ended.stderr
    assert [row.number for row in report.versions.all()] == [1]
    assert not Correction.objects.exists()
    assert publish_report(report=report, by=None, at=MID_MAY, note=WHY).number == 2


def test_two_who_publish_at_once_make_one_version(transactional_db, kept_by_migrations, spring):
    report = changed(published(), spring)
    start, answers = threading.Barrier(2), []

    def publish():
        start.wait()
        try:
            answers.append(publish_report(report=report, by=None, at=MID_MAY, note=WHY).number)
        except ValidationError as refused:
            answers.append(" ".join(refused.messages))
        finally:
            connection.close()

    people = [threading.Thread(target=publish) for _ in range(2)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    said = "Od wydania 2 nic się nie zmieniło: nie ma czego publikować."
    assert sorted(answers, key=str) == [2, said]
    assert [row.number for row in report.versions.order_by("number")] == [1, 2]
