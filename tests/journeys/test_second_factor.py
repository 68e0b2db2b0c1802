"""The first log-in, the second, and the day the phone is lost."""

from base64 import b32decode

import pytest
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import expect

from portal.accounts.site_views import present_code
from tests.factories import make_user
from tests.journeys.desk import PASSPHRASE, check, expect_told, field, press

DESK = "Co jest do zrobienia"


@pytest.fixture
def newcomer(transactional_db):
    return make_user("redakcja", username="nowa")


def give_password(page):
    page.goto("/admin/")
    field(page, "Nazwa użytkownika").fill("nowa")
    field(page, "Hasło").fill(PASSPHRASE)
    press(page, "Zaloguj się")


def scanned(page):
    """The code that a phone shows once it was given the key on the page."""
    secret = page.locator(".secret").inner_text().replace(" ", "")
    return present_code(TOTPDevice(key=b32decode(secret).hex()))


def at_the_desk(page):
    expect(page.get_by_role("heading", name=DESK)).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_log_in_sets_up_a_phone_and_a_lost_one_is_no_end(browser_page, newcomer, width):
    page = browser_page(width)
    give_password(page)
    check(page)
    expect(page.get_by_role("img", name="Znak do zeskanowania")).to_be_visible()
    field(page, "Kod").fill(scanned(page))
    press(page, "Ustaw")
    check(page)
    codes = page.get_by_role("listitem").locator("code").all_inner_texts()
    assert len(codes) == 10
    page.get_by_role("link", name="Mam je, idę dalej").click()
    at_the_desk(page)

    lost = browser_page(width)
    give_password(lost)
    check(lost)
    field(lost, "Kod").fill(codes[0])
    press(lost, "Wejdź")
    expect_told(lost, "Użyto kodu zapasowego. Zostało: 9.")
    check(lost)
    lost.get_by_role("link", name="Ustaw na nowym telefonie").click()
    check(lost)


def test_a_forgotten_password_is_set_anew_by_a_letter(browser_page, newcomer, mailoutbox):
    newcomer.email = "nowa@krakow.example"
    newcomer.save()
    page = browser_page(360)
    page.goto("/admin/")
    page.get_by_role("link", name="Nie pamiętam hasła").click()
    check(page)
    page.get_by_role("textbox").fill(newcomer.email)
    press(page, "Wyślij link")
    check(page)
    link = next(line for line in mailoutbox[0].body.splitlines() if "/admin/haslo/" in line)
    page.goto("/admin/" + link.partition("/admin/")[2])
    check(page)
    for box in page.get_by_role("textbox").all():
        box.fill("zupelnie-inne-haslo-5")
    press(page, "Ustaw hasło")
    expect(page.get_by_role("heading", name="Ustaw drugi składnik")).to_be_visible()
