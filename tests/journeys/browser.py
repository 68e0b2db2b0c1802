"""Debian's Chromium, how it is started, and what it must not report while a journey lasts.

`python -m tests.journeys.browser` starts and ends it, and fails where that cannot be done.
"""

import shutil

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FLAGS = [
    "--no-sandbox",  # root cannot have the sandbox; the pages are our own
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers have little of it
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    # Whatever a page asks for, no name but this machine's is found.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


def launch(playwright):
    """A running browser. Fails with a sentence where there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise RuntimeError("No Chromium. Install it, or leave journeys out: -m 'not journey'.")
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


class Watch:
    """Collects what a visitor would not see but a browser complains about."""

    def __init__(self, home, allowed):
        self.home = home
        self.allowed = allowed
        self.problems = []

    def note(self, kind, text):
        if not any(part in f"{kind}: {text}" for part in self.allowed):
            self.problems.append(f"{kind}: {text}")

    def follow(self, context):
        context.on("console", self.console)
        context.on("weberror", lambda failure: self.note("script", failure.error))
        context.on("request", self.request)
        context.on("requestfailed", self.failed)
        context.on("response", self.response)

    def console(self, message):
        # Chromium says here, too, what the Content Security Policy blocked.
        # A failed load is noted, with its address, by `response`.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.note("console", message.text)

    def request(self, request):
        if not request.url.startswith((self.home + "/", "data:", "blob:", "about:")):
            self.note("foreign host", request.url)

    def failed(self, request):
        # Aborted means that the journey went on to another page, or began a download.
        if request.failure != "net::ERR_ABORTED":
            self.note("failed", f"{request.url} {request.failure}")

    def response(self, response):
        if response.status >= 400:
            self.note(str(response.status), response.url)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        launch(playwright).close()
