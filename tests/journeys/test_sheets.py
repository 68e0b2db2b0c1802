"""A spreadsheet looked at before it is loaded; two records made one, and their old addresses."""

import pytest
from playwright.sync_api import expect

from organizations.models import Alias, Organization
from tests.factories import (
    make_activity,
    make_event,
    make_organization,
    make_partnership,
    make_user,
    make_venue,
)
from tests.journeys.desk import check, expect_told, follow, main, open_list, press, sign_in
from tests.organizations.sheets.files import csv, row


@pytest.fixture
def known(transactional_db):
    make_user("publikacja", username="wydawczyni")
    organization = make_organization("Fundacja Ławka Dialogu", field="sąsiedzi")
    Alias.objects.create(organization=organization, name="Ławeczka")
    make_organization("Stowarzyszenie Ogródek")
    return organization


def choose_file(page, *rows):
    file = {"name": "organizacje.csv", "mimeType": "text/csv", "buffer": csv(*rows)}
    page.get_by_label("Plik XLSX lub CSV").set_input_files(file)
    press(page, "Sprawdź arkusz")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_sheet_is_looked_at_and_then_loaded(browser_page, known, width):
    page = browser_page(width)
    sign_in(page, "wydawczyni")
    open_list(page, "Organizacje")
    follow(page, "Arkusz: pobierz lub wczytaj")
    check(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Pobierz CSV").click()
    assert download.value.suggested_filename.endswith(".csv")

    rows = [
        row("Fundacja Ławka Dialogu", known.pk, aliases="Ławeczka", field="dobre sąsiedztwo"),
        row("Koło Zupełnie Nowe"),
        row("Grupa Ogródek"),
    ]
    choose_file(page, *rows, row("", field="bez nazwy"))
    wrong = page.get_by_role("region", name="Do poprawienia w arkuszu")
    expect(wrong).to_contain_text("Wiersz 5")
    expect(page.get_by_role("button", name="Wczytaj")).to_have_count(0)
    check(page)

    choose_file(page, *rows)
    changed = page.get_by_role("region", name="Zmienione")
    expect(changed).to_contain_text("czym się zajmuje: sąsiedzi → dobre sąsiedztwo")
    doubt = page.get_by_role("group", name="Wiersz 4: Grupa Ogródek")
    expect(doubt).to_contain_text("podobna do: Stowarzyszenie Ogródek")
    expect(doubt.get_by_label("pomiń")).to_be_checked()
    assert Organization.objects.count() == 2
    check(page)
    doubt.get_by_label("to samo").check()
    press(page, "Wczytaj 2 zmiany i to, co wybrano")
    expect_told(page, "Wczytano arkusz: 1 nowa, 2 zmienione.")
    known.refresh_from_db()
    assert known.field == "dobre sąsiedztwo"
    assert Alias.objects.filter(name="Grupa Ogródek").exists()


@pytest.mark.parametrize("width", [360, 1280])
def test_two_organizations_become_one_and_old_addresses_lead_on(browser_page, known, width):
    other = make_organization("Ławka dialogu", website="https://lawka.example")
    event = make_event("Spotkanie przy stole")
    make_partnership(event, other)
    make_activity().organizations.add(other)
    page = browser_page(width)
    sign_in(page, "wydawczyni")
    page.goto(f"/admin/organizations/organization/{known.pk}/change/")
    follow(page, "Połącz z takim samym")
    check(page)
    follow(page, "Ławka dialogu")
    expect(main(page)).to_contain_text("Partnerzy i ich role: 1 wpis")
    site = page.get_by_role("group", name="Strona", exact=True)
    expect(site.get_by_label("z tego drugiego")).to_be_checked()
    check(page)
    press(page, "Połącz te dwa wpisy")
    expect_told(page, "Połączono. Został wpis: Fundacja Ławka Dialogu.")
    check(page)
    follow(page, "Ławka dialogu")
    expect(main(page)).to_contain_text("Połączono z: Fundacja Ławka Dialogu.")
    check(page)

    visitor = browser_page(width)
    for old in (f"/organizacje/{other.pk}/lawka-dialogu/", f"/organizacje/{other.pk}/"):
        visitor.goto(old)
        assert visitor.url.endswith(known.get_absolute_url())
        expect(main(visitor)).to_contain_text("Spotkanie przy stole")
    feed = visitor.request.get(f"/organizacje/{other.pk}.ics")
    assert (feed.url.endswith(f"/{known.pk}.ics"), feed.status) == (True, 200)


def test_two_venues_become_one_with_what_is_known_of_both(browser_page, known):
    kept = make_venue("Centrum C 10", street="Kapelanka", number="56")
    lost = make_venue("Centrum C10", street="Kapelanka", number="56A")
    event = make_event(venue=lost)
    page = browser_page(360)
    sign_in(page, "wydawczyni")
    page.goto(f"/admin/venues/venue/{kept.pk}/scal/")
    page.get_by_label("Nazwa lub inna nazwa").fill("c10")
    press(page, "Szukaj")
    follow(page, "Centrum C10")
    page.get_by_role("group", name="Numer").get_by_label("z tego drugiego").check()
    check(page)
    press(page, "Połącz te dwa wpisy")
    event.refresh_from_db()
    assert event.venue == kept
    page.goto(f"/miejsca/{lost.pk}/centrum-c10/")
    expect(main(page)).to_contain_text("Kapelanka 56A")
