"""Pages in the browser without a server: answers that Django's test client took beforehand.

So a page can be looked at by the clock of the test, in a database that is rolled back, and so can
an answer that no address gives on purpose (500). Headers are the answer's own, its policy too.
"""

import mimetypes
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders

from portal.stylesheet import ENTRIES, joined

HOME = "https://portal.example"
MEDIA = re.compile(r"/media/[\w/.-]+")


def needed_by(client, answers):
    """What the pages show or name: pictures, films, the rules of what to fetch early."""
    found = {name for answer in answers.values() for name in MEDIA.findall(answer.content.decode())}
    found |= {answer.get("Speculation-Rules", "").strip('"') for answer in answers.values()}
    return {name: client.get(name) for name in found - {""}}


class Shown:
    """Answers by their address in one browser context; `page.goto(shown.url(address))`."""

    def __init__(self, context, client, answers):
        self.pages = [*answers]
        self.answers = {**answers, **needed_by(client, answers)}
        self.missed = []
        context.route(f"{HOME}/**", self.answer)

    def url(self, address):
        return HOME + address

    def html(self):
        """{address: HTML} of the pages."""
        return {address: self.answers[address].content.decode() for address in self.pages}

    def answer(self, route):
        parts = urlsplit(route.request.url)
        address = unquote(parts.path) + (f"?{unquote(parts.query)}" if parts.query else "")
        if parts.path.startswith("/static/"):
            fulfil_static(route, parts.path.removeprefix("/static/"))
        elif address in self.answers:
            given = self.answers[address]
            body = b"".join(given) if given.streaming else given.content
            route.fulfill(status=given.status_code, headers=dict(given.items()), body=body)
        else:
            self.missed.append(address)
            route.fulfill(status=404, body="")


def fulfil_static(route, name):
    """As production serves them: the sheet in one piece."""
    path = Path(finders.find(name))
    body = path.read_bytes()
    if name in ENTRIES:
        body = joined(body.decode(), path.parent).encode()
    route.fulfill(body=body, content_type=mimetypes.guess_type(name)[0])
