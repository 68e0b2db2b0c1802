"""What the journeys rely on: the browser's complaints are heard, and axe finds faults."""

import pytest

from tests.journeys.axe import assert_accessible
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
