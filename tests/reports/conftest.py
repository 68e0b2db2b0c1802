"""One spring, as small as its traps allow: counts of both units, one unknown, one campaign."""

from datetime import UTC, date, datetime

import pytest

from events.models import Series
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from tests.factories import (
    make_activity,
    make_held,
    make_note,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
)

MARCH, APRIL, MAY = Month(2026, 3), Month(2026, 4), Month(2026, 5)
SPRING = MonthSpan(MARCH, MAY)
MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
EARLY = datetime(2026, 2, 1, tzinfo=UTC)


@pytest.fixture
def spring(db):
    """Two meetings in March (41 people; nearly 100 people and about 70 organizations), one in
    April whose note nobody has approved, four activities and a campaign."""
    cycle = make_series(
        "Spotkajmy się w 3miejscu",
        lead="Rozmowy w miejscach innych niż dom i praca",
        edition_noun=Series.EditionNoun.ODSLONA,
    )
    common = make_series(
        "Wspólnie do celu",
        numbering=Series.Numbering.ROMAN_AFTER,
        edition_noun=Series.EditionNoun.EDYCJA,
    )
    first = make_held(
        cycle.name,
        series=cycle,
        edition=1,
        venue=make_venue("Cafe NOWA Księgarnia", district=18),
        when=When.on_day(date(2026, 3, 13)),
        published_at=EARLY,
    )
    second = make_held(
        "Wspólnie do celu II", series=common, edition=2, venue=make_venue("ECHO Miasta", district=8)
    )
    third = make_held(
        cycle.name,
        series=cycle,
        edition=2,
        venue=make_venue("Społeczna Kaffka", district=None),
        month=APRIL,
    )
    make_note(first, ("exactly", 41, "people"))
    make_note(second, ("nearly", 100, "people"), ("about", 70, "organizations"))
    make_note(third, ("exactly", 27, "people"), approved_at=None)
    make_partnership(second, make_organization("Fundacja Tytano"), "support")
    make_activity("wizyta w Fundacji Hamlet", kind="visit", when=When.in_month(MARCH))
    make_activity("wizyta w Stowarzyszeniu Patchwork", kind="visit", when=When.in_month(MARCH))
    make_activity("obchody Dnia Ziemi", kind="festival", when=When.on_day(date(2026, 4, 22)))
    make_activity("otwarcie UkrArtHub", kind="opening", when=When.in_month(MAY))
    make_activity(
        "akcja 1,5%", kind="campaign", when=When.in_months(MonthSpan(Month(2026, 1), APRIL))
    )
    return {"first": first, "second": second, "third": third, "cycle": cycle}
