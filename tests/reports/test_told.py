"""What „Uzupełnij projekt” says: which texts in somebody's words are to be checked."""

from datetime import UTC, datetime

from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.drafted import Drafted, Remark
from reports.redrafting import redraft
from reports.told import told
from tests.factories import make_activity

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
SPRING = MonthSpan(Month(2026, 3), Month(2026, 5))


def again():
    return redraft(span=SPRING, by=None, at=MID_MAY)


def test_a_lead_and_an_opening_to_check_are_named(spring):
    report = again().report
    report.lead = f"Dzień dobry. {report.lead}"
    report.save()
    section = report.sections.first()
    section.opening = "Marzec należał do najpracowitszych miesięcy."
    section.save()
    make_activity("wizyta w Fundacji Zustricz", when=When.in_month(Month(2026, 3)))
    assert told(again()).endswith(
        "Sprawdź: wstęp, otwarcie „Marzec należał do najpracowitszych miesięcy.”."
    )


def test_of_very_many_the_first_are_named():
    remarks = tuple(Remark("line", number, f"wiersz {number}", "") for number in range(9))
    said = told(Drafted(report=None, is_new=False, remarks=remarks))
    assert "wiersz „wiersz 5” i jeszcze 3." in said
    assert "wiersz 6" not in said
