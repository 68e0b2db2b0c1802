"""What the journeys rely on: the browser's complaints are heard, and axe finds faults."""

import pytest

from tests.journeys.axe import REVIEWED, assert_accessible
from tests.journeys.browser import Watch


@pytest.fixture
def watched(chromium, live_server):
    """A page and the watch over it, without the fixture that fails at the first complaint."""
    context = chromium.new_context(base_url=live_server.url)
    watch = Watch(live_server.url, allowed=())
    watch.follow(context)
    yield context.new_page(), watch.problems
    context.close()


def heard(page, problems, script):
    """The first words of what was noted while the script ran."""
    page.evaluate(script)
    page.wait_for_timeout(200)  # milliseconds, for what the browser tells afterwards
    return {problem.partition(":")[0] for problem in problems}


def test_a_page_that_is_missing_is_noted(watched):
    page, problems = watched
    page.goto("/nie-ma-takiej-strony/")
    assert any(problem.startswith("404: ") for problem in problems)


@pytest.mark.parametrize(
    "script, kind",
    [
        ("console.error('coś poszło źle')", "console"),
        ("setTimeout(() => { throw new Error('coś poszło źle') })", "script"),
        ("new Image().src = 'https://portal.example/x.png'", "foreign host"),
        ("document.body.innerHTML = '<p style=\"color: red\">'", "console"),
    ],
)
def test_what_a_browser_complains_of_is_noted(watched, script, kind):
    page, problems = watched
    page.goto("/")
    assert kind in heard(page, problems, script)


def test_axe_names_the_fault_and_its_place(browser_page):
    page = browser_page(360)
    page.set_content("<html lang='pl'><title>Ławka</title><img id='bez-opisu'>")
    with pytest.raises(AssertionError, match=r"image-alt(?s:.*)#bez-opisu"):
        assert_accessible(page)


def opened(browser_page, style):
    page = browser_page(360)
    page.set_content(
        f"<html lang='pl'><title>Ławka</title><main><h1 style='{style}'>Ławka</h1><p>Stół</main>"
    )
    return page


def test_what_axe_cannot_decide_is_a_fault_until_somebody_has_looked(browser_page):
    page = opened(browser_page, "background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)")
    with pytest.raises(AssertionError, match=r"color-contrast(?s:.*)background image"):
        assert_accessible(page)


def test_what_somebody_has_looked_at_is_none(browser_page, monkeypatch):
    monkeypatch.setitem(REVIEWED, ("color-contrast", "h1"), "The picture is one empty dot.")
    page = opened(browser_page, "background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)")
    assert_accessible(page)


@pytest.mark.parametrize("stops", ["#000, #777", "#777, #000"])
def test_text_is_read_over_every_colour_of_a_gradient(browser_page, stops):
    page = opened(browser_page, f"color: #777; background: linear-gradient({stops})")
    with pytest.raises(AssertionError, match="color-contrast"):
        assert_accessible(page)


def test_over_a_gradient_that_is_dark_all_through_light_text_is_read(browser_page):
    page = opened(browser_page, "color: #fff; background: linear-gradient(#000, #333)")
    assert_accessible(page)
    painted = page.locator("h1").evaluate("(box) => getComputedStyle(box).backgroundImage")
    assert painted.startswith("linear-gradient")


def test_best_practice_is_asked_of_public_pages(browser_page):
    page = browser_page(360)
    page.set_content("<html lang='pl'><title>Ławka</title><p>Nic tu nie ma.")
    assert_accessible(page)
    with pytest.raises(AssertionError, match="page-has-heading-one"):
        assert_accessible(page, practice=True)
