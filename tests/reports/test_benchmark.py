from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events.models import AttendanceNoteVersion, Event
from organizations.models import Organization
from reports.models import Activity, Report, ReportVersion

SMALL = {"wydarzenia": 8, "dzialania": 20, "notatki": 20}
MADE = (Event, Activity, AttendanceNoteVersion, Organization, Report, ReportVersion)


@pytest.fixture
def printed(db):
    out = StringIO()
    call_command("benchmark_reports", stdout=out, **SMALL)
    return out.getvalue()


def test_it_measures_a_month_and_a_year_at_three_sizes_and_leaves_nothing_behind(printed):
    rows = printed.splitlines()[1:-1]
    assert len(rows) == 3 * 2 * 5
    for what in ("liczby", "projekt", "treść wydania", "publikacja"):
        assert sum(row.split(maxsplit=1)[1].startswith(f"{what} ") for row in rows) >= 6
    assert "procesora" in rows[-1]
    assert [model.objects.count() for model in MADE] == [0] * len(MADE)
    figures = [row.split() for row in rows if row.startswith("rok      liczby")]
    assert len({row[row.index("MB") + 1] for row in figures}) == 1  # statements


def test_it_refuses_in_production_unless_told(db, settings):
    settings.MODE = "production"
    with pytest.raises(CommandError, match="baza produkcyjna"):
        call_command("benchmark_reports", stdout=StringIO(), **SMALL)
    assert not Event.objects.exists()
