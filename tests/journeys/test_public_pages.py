"""Every public page, in every state that it must bear: accessible, and fit for its screen."""

import pytest

from tests import html_checker
from tests.journeys.axe import LEVELS, PRACTICE, described, findings
from tests.journeys.fit import cut_by_spacing, moving, sideways, small_targets
from tests.journeys.shown import Shown
from tests.journeys.traces import listen, traces
from tests.portal import states
from tests.portal.conftest import at_noon  # noqa: F401 -- the fixture

SIZES = {320: 640, 1280: 800}
SCHEMES = ("light", "dark")


@pytest.fixture
def visitor(chromium, db, client, at_noon):  # noqa: F811 -- the fixture
    """Opens the answers of a state in a clean context: `page, shown = visitor(states.one)`."""
    contexts = []

    def opened(state, **options):
        context = chromium.new_context(locale="pl-PL", reduced_motion="reduce", **options)
        contexts.append(context)
        shown = Shown(context, client, state(client))
        return context.new_page(), shown

    yield opened
    for context in contexts:
        context.close()


def on_screen(page, width, scheme):
    page.set_viewport_size({"width": width, "height": SIZES[width]})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


def looked_at(page):
    """What is wrong with the page that is open, on the screen where it is."""
    found = [
        f"{page.url} at {page.viewport_size['width']} px\n{described(finding)}"
        for finding in findings(page, [*LEVELS, PRACTICE])
    ]
    return found + sideways(page) + small_targets(page) + moving(page)


@pytest.mark.parametrize("state", [states.one, states.error], ids=lambda state: state.__name__)
def test_every_page_is_accessible_and_fits_its_screen(visitor, state):
    """Each page once; widths and schemes take turns. All of them together: the drill below."""
    page, shown = visitor(state)
    screens = [(width, scheme) for width in SIZES for scheme in SCHEMES]
    said = listen(page.context)
    found = []
    for number, address in enumerate(shown.pages):
        on_screen(page, *screens[number % len(screens)])
        page.goto(shown.url(address))
        found += looked_at(page) + traces(page)
    assert not found, "\n\n".join(found)
    assert not shown.missed
    assert not [
        words for words in said if "status of 4" not in words and "status of 5" not in words
    ]


@pytest.mark.drill
@pytest.mark.parametrize(
    "state",
    [states.empty, states.one, states.many, states.long, states.error],
    ids=lambda state: state.__name__,
)
def test_every_page_bears_every_state(visitor, state, tmp_path):
    """On each screen in each scheme; its HTML is right as well."""
    page, shown = visitor(state)
    found = html_checker.faults(shown.html(), tmp_path)
    for address in shown.pages:
        page.goto(shown.url(address))
        for width in SIZES:
            for scheme in SCHEMES:
                on_screen(page, width, scheme)
                found += [f"{scheme}: {fault}" for fault in looked_at(page)]
            found += cut_by_spacing(page)
    assert not found, "\n\n".join(found)
