"""What staff do at the desk again and again, said once."""

import re

from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import expect

from portal.accounts.site_views import present_code
from portal.models import User
from tests.journeys.axe import assert_accessible

PASSPHRASE = "lawka-pod-kasztanem"  # of every account that tests.factories makes


def log_in(page, username):
    """By the form, as people do who have done it before."""
    set_up_phone(username)
    page.goto("/admin/")
    field(page, "Nazwa użytkownika").fill(username)
    field(page, "Hasło").fill(PASSPHRASE)
    press(page, "Zaloguj się")
    field(page, "Kod").fill(phone_code(username))
    press(page, "Wejdź")
    expect(page.get_by_role("heading", name="Co jest do zrobienia")).to_be_visible()


def phone_code(username):
    """What this person's phone shows now."""
    user = User.objects.get(username=username)
    return present_code(TOTPDevice.objects.get(user=user, confirmed=True))


def set_up_phone(username):
    user = User.objects.get(username=username)
    TOTPDevice.objects.get_or_create(user=user, confirmed=True, name="telefon")


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


def let_out(page, button="Opublikuj teraz"):
    """Press what makes it public; the doubts that the desk has are read, and meant so."""
    press(page, button)
    anyway = page.locator("#now_anyway")
    if anyway.count():
        anyway.check()
        with page.expect_navigation():
            page.locator("input[name=_now]").click()


def follow(page, link):
    with page.expect_navigation():
        main(page).get_by_role("link", name=link, exact=True).first.click()


def open_list(page, records):
    """By the navigation that stands on every page; on a phone it is folded."""
    places = page.get_by_role("navigation", name="Spisy")
    link = places.get_by_role("link", name=records, exact=True)
    if not link.is_visible():
        places.locator("summary").click()
    with page.expect_navigation():
        link.click()


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


def check(page, *, closely=False):
    """Anybody can use this page, on this screen."""
    assert_accessible(page, closely=closely)
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than the screen"
