"""Hostile text in every field, on every page and feed, in a real browser: nothing of it runs.

Once with the site's own Content Security Policy, and once without it, so that it is seen to be
the escaping and the sanitiser that hold, and not the policy alone.
"""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from contextlib import suppress

import pytest
import vobject
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Error

from events.models import Event
from portal.kernel.html_tree import encodable
from portal.kernel.richtext import RichTextField, clean, render
from reports.actions import publish_report
from tests.factories import NOW, make_user
from tests.journeys.desk import sign_in
from tests.journeys.test_editor import PASTE
from tests.portal.site import make_site
from tests.vectors import CLOSING, VECTORS

RICH = "".join(map(clean, VECTORS))
PLAIN = [encodable(vector) for vector in VECTORS]
LONG = 5_000  # letters in a field of text without a length of its own
# What a script would do, wherever it stands, in frames too.
LISTEN = "window.alert = window.confirm = window.prompt = (what) => window.ran(String(what));"
# What would run only when somebody clicks, hovers or types.
LURKING = r"""(box) => {
  const root = box ?? document, found = [];
  const address = /^[\x00-\x20]*(javascript|vbscript|livescript|data):/i;
  const attributes = /^(href|src|action|formaction|xlink:href|data|poster|background)$/i;
  for (const element of root.querySelectorAll("*")) {
    if (element.matches("iframe, object, embed, applet, base, frame, meta[http-equiv=refresh]"))
      found.push(element.outerHTML.slice(0, 200));
    for (const {name, value} of element.attributes) {
      const runs = attributes.test(name) && address.test(value.replace(/[\t\r\n]/g, ""));
      if (/^on|^srcdoc$/i.test(name) || (runs && element.localName !== "img"))
        found.push(`${element.localName} ${name}=${value}`.slice(0, 200));
    }
  }
  for (const block of root.querySelectorAll("script[type='application/ld+json']"))
    JSON.parse(block.textContent);
  return found;
}"""


def batched(things, size):
    return [things[start : start + size] for start in range(0, len(things), size)]


# Each pasted over the one before it, and looked at.
PASTE_EACH = f"""(box, vectors) => {{
  const paste = {PASTE}, lurking = {LURKING}, found = [];
  for (const vector of vectors) {{
    box.focus();
    document.execCommand("selectAll");
    paste(box, vector);
    found.push(...lurking(box));
  }}
  return found;
}}"""


def written_by_people(model):
    for field in model._meta.concrete_fields:
        words = isinstance(field, models.CharField | models.TextField)
        format_ = isinstance(field, models.URLField | models.EmailField | models.SlugField)
        machine = {"key", "checksum", "password", "username", "sort_key", "folded", "history_type"}
        if words and not format_ and not field.choices and field.name not in machine:
            yield field


class Share:
    """What fits of the vectors into each next field that has a length; all in turn."""

    def __init__(self):
        self.next = 0

    def of(self, room):
        """Whole vectors; one that fits nowhere else stands in the longer fields alone."""
        taken = []
        for _ in range(len(PLAIN)):
            vector = PLAIN[self.next % len(PLAIN)]
            if len(" ".join([*taken, vector])) > room and taken:
                break
            if len(vector) <= room:
                taken.append(vector)
            self.next += 1
        return " ".join(taken)

    def hostile(self, field):
        if isinstance(field, RichTextField):
            return RICH
        return self.of(field.max_length or LONG)


def fill():
    """Every text of every record and of its history, past all the forms that would refuse it."""
    share = Share()
    for model in apps.get_models():
        if model._meta.app_label not in ("organizations", "venues", "events", "reports"):
            continue
        fields = [field for field in written_by_people(model) if field.name != "slug"]
        for row in model._base_manager.values_list("pk", flat=True):
            values = {field.attname: share.hostile(field) for field in fields}
            if values:
                model._base_manager.filter(pk=row).update(**values)
    assert share.next > 3 * len(PLAIN)  # each has stood in such a field


@pytest.fixture
def site(transactional_db):
    make_user("redakcja", "publikacja", "administracja", username="wszystko")
    site = make_site()
    for record in (site.upcoming, site.held, site.invitation, site.venue, site.organization):
        record.save()  # a second row of history, to compare with the first
    fill()
    site.report.refresh_from_db()
    publish_report(report=site.report, by=None, at=NOW, note="Poprawka.")
    return site


# Empty forms, deeds that take a press, drawings, and the public page over again.
WORDLESS = re.compile(
    r"/(add|delete|kosz|z-kosza|podglad|publikacja|porownaj|(cofnij-)?odbylo-sie)/|\.png$|/user/"
)


def desk_addresses():
    """Each page of the desk that needs nothing but a record's number, and shows its words."""
    yield reverse("admin:index")
    event = Event.objects.earliest("pk")
    older, newer = event.history.order_by("history_id").values_list("history_id", flat=True)[:2]
    yield f"{reverse('admin:events_event_compare', args=[event.pk])}?od={older}&do={newer}"
    for model, record_admin in admin.site._registry.items():
        first = model._base_manager.values_list("pk", flat=True).last()
        for pattern in record_admin.get_urls() if first else ():
            for args in ([], [first]):
                with suppress(NoReverseMatch):
                    address = reverse(f"admin:{pattern.name}", args=args)
                    if not WORDLESS.search(address):
                        yield address


class Visitor:
    """Reads page after page and remembers what ran, what lurks and what the browser said."""

    def __init__(self, chromium, live_server, *, bypass_csp):
        self.trouble = []
        self.context = chromium.new_context(base_url=live_server.url, bypass_csp=bypass_csp)
        self.context.set_default_timeout(20_000)
        self.context.expose_binding("ran", lambda source, what: self.note(source["page"], what))
        self.context.add_init_script(LISTEN)
        self.page = self.context.new_page()
        self.page.on("console", self.listen)

    def note(self, page, what):
        self.trouble.append(f"{page.url}: {what}")

    def listen(self, message):
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.note(self.page, message.text)

    def read(self, address):
        """The page's status; of an answer without a page, 0."""
        try:
            answer = self.page.goto(address, wait_until="load")
        except Error:
            return 0
        self.trouble += [f"{address}: {one}" for one in self.page.evaluate(LURKING)]
        return answer.status

    def paste(self):
        """A few at a time; each time what stands in the editor is looked at."""
        hostile = [encodable(CLOSING.join(few)) for few in batched(VECTORS, 6)]
        box = self.page.locator(".ProseMirror").first
        self.trouble += box.evaluate(PASTE_EACH, hostile)
        self.page.wait_for_timeout(200)


@pytest.mark.drill
def test_the_listener_hears_what_runs_where_nothing_guards(chromium, live_server):
    visitor = Visitor(chromium, live_server, bypass_csp=True)
    visitor.page.goto("/robots.txt")
    visitor.page.set_content("".join(f"<div>{vector}{CLOSING}</div>" for vector in VECTORS[:150]))
    visitor.page.wait_for_timeout(300)
    visitor.context.close()
    assert len([what for what in visitor.trouble if what.endswith(": 1")]) > 20


@pytest.mark.drill
def test_nothing_runs_without_the_policy_on_any_page_nor_at_the_desk(chromium, live_server, site):
    visitor = Visitor(chromium, live_server, bypass_csp=True)
    assert {visitor.read(address) for address in site.pages()} == {200}
    visitor.page.set_content("".join(f"<div>{render(vector)}</div>" for vector in VECTORS))
    visitor.trouble += visitor.page.evaluate(LURKING)
    sign_in(visitor.page, "wszystko")
    statuses = Counter(visitor.read(address) for address in desk_addresses())
    assert statuses[200] > 30
    assert statuses[500] == 0
    visitor.read(f"/admin/events/announcement/{site.recap.pk}/change/")
    visitor.paste()
    visitor.context.close()
    assert visitor.trouble == []


@pytest.mark.drill
def test_nothing_runs_and_the_policy_has_nothing_to_stop(chromium, live_server, site):
    visitor = Visitor(chromium, live_server, bypass_csp=False)
    assert {visitor.read(address) for address in site.pages()} == {200}
    visitor.read(reverse("events:announcement_feed"))
    sign_in(visitor.page, "wszystko")
    for record in (site.upcoming, site.venue, site.recap):
        meta = record._meta
        visitor.read(f"/admin/{meta.app_label}/{meta.model_name}/{record.pk}/change/")
    visitor.context.close()
    assert visitor.trouble == []


def test_hostile_text_breaks_out_of_no_feed(site):
    client = Client()
    ET.fromstring(client.get(reverse("sitemap")).content)
    feed = ET.fromstring(client.get(reverse("events:announcement_feed")).content)
    contents = list(feed.iter("{http://www.w3.org/2005/Atom}content"))
    assert len(contents) >= 2
    for content in contents:
        for tag in BeautifulSoup(content.text, "html.parser").find_all(True):
            assert tag.name not in ("script", "svg", "img", "iframe", "style", "object", "base")
            assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]


def test_hostile_text_breaks_out_of_no_calendar(site):
    client = Client()
    calendars = [address for address in site.addresses() if "ics" in address]
    assert len(calendars) >= 5
    for address in calendars:
        calendar = vobject.readOne(client.get(address, follow=True).content.decode())
        for event in calendar.contents.get("vevent", []):
            assert {"attach", "x-alt-desc"}.isdisjoint(event.contents)
            assert event.url.value.startswith("http")
            assert "ALTREP" not in event.summary.params
