"""A real browser for the journeys: one Chromium a run, a clean context for each page opened."""

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from tests.journeys.browser import Watch, launch

PHONE = 500  # narrower than this, in CSS pixels, is a phone


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(__file__.rpartition("/")[0]):
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    migrated = connection._test_serialized_contents
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, which Django would take for async code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        # Beside a loop Django opens another connection, which must know what to put back.
        connection._test_serialized_contents = migrated
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def kept_by_migrations(django_db_serialized_rollback):
    """A journey's end empties the tables; the next test still finds what migrations put there."""


@pytest.fixture
def browser_page(chromium, live_server):
    """Opens a page of the given width: `page = browser_page(360)`; `page.goto("/")`.

    Each call is another visitor, with no cookies. At the end, whatever a browser complained of
    fails the test: errors of scripts and of the console, answers from 400 up, requests that
    failed or went to another host, breaches of the Content Security Policy. A journey that walks
    into one on purpose says so by a part of its text: `browser_page(360, allowed=["404: "])`.
    """
    visitors = []

    def open_page(width, *, allowed=(), **options):
        phone = width < PHONE
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 740 if phone else 800},
            is_mobile=phone,
            has_touch=phone,
            locale="pl-PL",
            timezone_id="Europe/Warsaw",
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(10_000)
        watch = Watch(live_server.url, allowed)
        watch.follow(context)
        visitors.append((context, watch))
        return context.new_page()

    yield open_page
    for context, _ in visitors:
        context.close()
    problems = [problem for _, watch in visitors for problem in watch.problems]
    assert not problems, "\n".join(problems)
