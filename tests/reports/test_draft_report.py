from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command

from reports.models import Report
from tests.factories import make_activity


@pytest.fixture(autouse=True)
def mid_may():
    with time_machine.travel(datetime(2026, 5, 15, 10, tzinfo=UTC), tick=False):
        yield


def test_a_month_is_drafted_and_the_command_says_where_to_edit_it(spring, capsys):
    call_command("draft_report", "2026-03")
    said = capsys.readouterr().out
    report = Report.objects.get()
    assert f"/admin/reports/report/{report.pk}/change/" in said
    assert "Marzec 2026 (5\u00a0wierszy)" in said


def test_the_second_time_it_says_what_it_did(spring, capsys):
    call_command("draft_report", "2026-03")
    capsys.readouterr()
    call_command("draft_report", "2026-03")
    assert "Nic nowego" in capsys.readouterr().out
    make_activity("wizyta w Fundacji Zustricz")
    spring["second"].withdraw(datetime(2026, 5, 15, 10, tzinfo=UTC), "pomyłka")
    call_command("draft_report", "2026-03")
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "Dodano 1 wiersz, 1 zapisu już nie ma." in said
    assert "Tego, co ktoś napisał, nie ruszono." in said


@pytest.mark.parametrize("months", [("2026-01", "2026-05"), ("2026-01--2026-05",)])
def test_a_span_is_drafted(spring, months):
    call_command("draft_report", *months)
    assert Report.objects.get().span.slug == "2026-01--2026-05"


@pytest.mark.parametrize(
    "months, sentence",
    [
        (("2026-13",), "Nie ma miesiąca 13"),
        (("marzec",), "Nie rozumiem miesiąca „marzec”"),
        (("2026-05", "2026-01"), "przed początkiem"),
        (("2026-06",), "jeszcze się nie zaczął"),
    ],
)
def test_a_wrong_month_is_refused_with_a_sentence(db, months, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("draft_report", *months)
    assert not Report.objects.exists()
