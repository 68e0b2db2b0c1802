"""What staff do at the desk again and again, said once."""

import re

from django.test import Client
from playwright.sync_api import expect

from portal.models import User
from tests.journeys.axe import assert_accessible

PASSPHRASE = "lawka-pod-kasztanem"  # of every account that tests.factories makes


def log_in(page, username):
    """By the form, as people do."""
    page.goto("/admin/")
    field(page, "Nazwa użytkownika").fill(username)
    field(page, "Hasło").fill(PASSPHRASE)
    press(page, "Zaloguj się")
    expect(page.get_by_role("heading", name="Co chcesz zrobić?")).to_be_visible()


def sign_in(page, username):
    """With the cookie that logging in gives, where logging in is not what the journey is about."""
    client = Client()
    client.force_login(User.objects.get(username=username))
    cookie = client.cookies["sessionid"].value
    page.goto("/robots.txt")
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": page.url}])
    page.goto("/admin/")


def press(page, button):
    """Press a button that sends the form, and wait for the answer."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def follow(page, link):
    with page.expect_navigation():
        main(page).get_by_role("link", name=link, exact=True).first.click()


def open_list(page, records):
    with page.expect_navigation():
        page.get_by_role("rowheader").get_by_role("link", name=records, exact=True).click()


def main(page):
    return page.get_by_role("main")


def expect_told(page, words):
    """Among the sentences that the desk says after a deed."""
    expect(page.locator(".messagelist")).to_contain_text(words)


def field(page, label):
    """The field of that label; a row not yet added has one too, which nobody sees."""
    return page.get_by_label(f"{label}:", exact=True).filter(visible=True)


def add_row(page, button):
    page.get_by_role("button", name=button).click()


def write(page, label, text):
    """Type into the editor of rich text, as a person does."""
    page.get_by_role("textbox", name=re.compile(f"^{label}")).click()
    page.keyboard.type(text)


def check(page):
    """Anybody can use this page, on this screen."""
    assert_accessible(page)
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than the screen"
