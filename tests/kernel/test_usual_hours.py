"""A day typed alone takes the usual hours, and nothing else does."""

import pytest

from portal.kernel.usual_hours import in_usual_hours
from portal.kernel.when_preview import Preview

USUAL = "14.00–18.00"


@pytest.mark.parametrize(
    "typed", ["13.05.2026", "13 maja 2026", "13 maja 2026 r.", "śr. 13 maja 2026", "2026-05-13"]
)
def test_a_day_alone_takes_them(typed):
    assert in_usual_hours(typed, "", USUAL) == "13.05.2026 14.00–18.00"


@pytest.mark.parametrize(
    "start, end, usual",
    [
        ("13.05.2026 15.00", "", USUAL),
        ("13.05.2026", "18.00", USUAL),
        ("13–15 maja 2026", "", USUAL),
        ("maj 2026", "", USUAL),
        ("połowa maja 2026", "", USUAL),
        ("30.02.2026", "", USUAL),
        ("", "", USUAL),
        ("13.05.2026", "", ""),
    ],
)
def test_all_else_stays_as_it_was_typed(start, end, usual):
    assert in_usual_hours(start, end, usual) == start


def test_the_preview_says_the_hours_before_anything_is_saved():
    typed = {"when_from": "13 maja 2026", "when_to": "", "usual_hours": USUAL}
    assert "14.00–18.00" in Preview.typed(typed).short
    assert "14.00" not in Preview.typed({**typed, "usual_hours": ""}).short
    assert "14.00" not in Preview.typed({**typed, "all_day": "on"}).short
