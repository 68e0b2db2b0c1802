"""The main pages as readers with their own settings see them, and those who have no mouse."""

from itertools import pairwise

import pytest

from tests.journeys.axe import CONTRAST, described, findings
from tests.journeys.fit import cut_by_spacing, faded, sideways
from tests.journeys.focus import stops
from tests.journeys.test_public_pages import visitor  # noqa: F401 -- the fixture
from tests.portal import states
from tests.portal.conftest import at_noon  # noqa: F401 -- the fixture

pytestmark = pytest.mark.drill

ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %: WCAG 1.4.10
JUST = {"type": "rule", "values": [CONTRAST]}


def each(page, shown):
    for address in shown.pages:
        page.goto(shown.url(address))
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_text_fades_where_more_contrast_is_asked(visitor, scheme):  # noqa: F811
    page, shown = visitor(states.one)
    page.emulate_media(color_scheme=scheme, contrast="more")
    found = []
    for address in each(page, shown):
        found += [f"{address}\n{described(one)}" for one in findings(page, JUST)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_text_fades_in_the_colours_of_the_reader_s_system(visitor, scheme):  # noqa: F811
    page, shown = visitor(states.one)
    page.emulate_media(color_scheme=scheme, forced_colors="active")
    found = [fault for _ in each(page, shown) for fault in faded(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("state", [states.one, states.long], ids=lambda state: state.__name__)
def test_at_400_per_cent_nothing_is_lost(visitor, state):  # noqa: F811
    """One column, no second scroll bar; what has the focus is in sight, ring and all."""
    page, shown = visitor(state)
    page.set_viewport_size(ZOOMED)
    found = []
    for address in each(page, shown):
        found += sideways(page) + cut_by_spacing(page)
        found += [f"{address}: {fault}" for stop in stops(page) for fault in stop.faults()]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_the_tab_key_is_seen(visitor, width):  # noqa: F811
    page, shown = visitor(states.one)
    page.set_viewport_size({"width": width, "height": 700})
    found = []
    for address in each(page, shown):
        reached = stops(page)
        assert reached[0].words == "Przejdź do treści", address
        found += [f"{address}: {fault}" for stop in reached for fault in stop.faults()]
    assert not found, "\n".join(found)


def test_on_a_phone_the_focus_goes_down_the_page_as_the_eye_does(visitor):  # noqa: F811
    page, shown = visitor(states.one)
    page.set_viewport_size({"width": 320, "height": 640})
    found = []
    for address in each(page, shown):
        inside = [stop for stop in stops(page) if stop.main]
        for above, below in pairwise(inside):
            if below.bottom < above.top:
                found.append(f"{address}: „{above.words[:40]}” before „{below.words[:40]}”")
    assert not found, "\n".join(found)
