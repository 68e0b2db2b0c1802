"""What each page of the office owes its readers, and where its words come from."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from django.urls import reverse

from organizations.models import OfficeHolder
from portal.models import OfficeContact, SitePage
from portal.pages.defaults import DEFAULTS, default_page, keep_rows
from reports.licence import LICENCE
from tests.desk import words
from tests.factories import NOW, make_office_holder, make_series
from tests.films import show_film

pytestmark = pytest.mark.django_db
KEYS = SitePage.Key.values


@pytest.fixture(autouse=True)
def may(at_noon):
    """8 May 2026, as in all of the site's tests."""


@pytest.fixture
def read(client):
    def opened(name):
        response = client.get(reverse(name))
        assert response.status_code == 200
        return words(response).replace("\xa0", " ")

    return opened


@pytest.fixture
def soup(client):
    return lambda name: BeautifulSoup(client.get(reverse(name)).content, "html.parser")


def known(**fields):
    OfficeContact.objects.update(**{"email": "biuro@example.org", **fields})


def links(soup):
    found = soup.select("main a[href]")
    return {a.get_text(" ", strip=True).replace("\xa0", " "): a["href"] for a in found}


## What the proxy does


RULE = (
    "które organizuje lub współorganizuje Pełnomocnik, oraz rozmowy Prezydenta Miasta Krakowa "
    "z organizacjami pozarządowymi."
)


def test_about_says_whose_events_are_announced_here_and_whose_are_not(read):
    text = read("about")
    assert f"Ogłaszamy tu spotkania, {RULE}" in text
    assert "Nie ogłaszamy wydarzeń innych organizacji i instytucji" in text


def test_the_list_of_events_says_the_same(read):
    assert f"Spotkania, {RULE}" in read("events:event_list")


def test_the_easy_text_promises_no_day_that_nobody_knows(read):
    text = read("about_easy")
    assert "Przy każdym spotkaniu jest dzień" not in text
    assert "Czasem nie wiemy jeszcze, kiedy będzie spotkanie." in text


def test_about_names_who_holds_the_office_today_and_nobody_else(read):
    make_office_holder("Dawna Osoba", since=date(2025, 1, 1), until=date(2026, 5, 7))
    make_office_holder("Anna Obecna", since=date(2026, 5, 8), title="Pełnomocniczka Prezydenta")
    make_office_holder("Pan Prezydent", office=OfficeHolder.Office.MAYOR)
    text = read("about")
    assert "Anna Obecna" in text
    assert "Pełnomocniczka Prezydenta" in text
    assert "Dawna Osoba" not in text
    assert "Pan Prezydent" not in text


def test_about_says_nothing_of_a_person_while_nobody_holds_the_office(read):
    assert "Kto pełni tę funkcję" not in read("about")


def test_about_lists_the_cycles_that_are_public(soup):
    series = make_series("Ławka dialogu", lead="Rozmowa z Prezydentem.")
    make_series("Szkic cyklu", published_at=None)
    found = links(soup("about"))
    assert found["Ławka dialogu"] == series.get_absolute_url()
    assert "Szkic cyklu" not in found


def test_about_invites_to_invite(soup):
    known()
    assert links(soup("about"))["Zaproś nas do siebie"].startswith("mailto:biuro@example.org?")


def test_without_an_address_an_invitation_leads_to_the_contact(soup):
    assert links(soup("about"))["Zaproś nas do siebie"] == "/kontakt/"


def test_without_a_film_about_says_so_in_one_line_and_whom_to_ask(soup):
    part = soup("about").select_one(".film")
    assert "Nie mamy jeszcze filmu." in part.p.get_text(" ", strip=True)
    assert part.p.a["href"] == "/kontakt/"
    assert len(part.select("p")) == 1
    assert part.video is None


def test_a_film_has_its_size_its_captions_and_its_words(soup, client):
    file = show_film()
    part = soup("about").select_one(".film")
    video = part.video
    assert (video["width"], video["height"], video["preload"]) == ("1280", "720", "none")
    assert "controls" in video.attrs
    assert "autoplay" not in video.attrs
    assert video.source["src"] == f"/media/filmy/{file}"
    assert video.source["type"] == "video/mp4"
    assert (video.track["kind"], video.track["srclang"]) == ("captions", "pl")
    captions = client.get(video.track["src"])
    assert captions.getvalue().startswith(b"WEBVTT")
    assert "Opowiem o\xa0Pełnomocniku." in part.details.get_text()
    assert "Nie mamy jeszcze filmu" not in part.get_text()


## Easy to read


def test_the_easy_text_has_short_sentences_of_one_idea(soup):
    for line in soup("about_easy").select(".easy-part p"):
        for sentence in line.get_text().replace("?", ".").split("."):
            assert len(sentence.split()) <= 10, sentence


def test_the_easy_text_has_no_abbreviations(soup):
    text = " ".join(part.get_text(" ") for part in soup("about_easy").select(".easy"))
    for word in text.replace("\xa0", " ").split():
        assert not word.strip(".,?").isupper() or len(word) == 1, word
        assert word not in {"np.", "itp.", "ds.", "tel.", "ul.", "godz.", "m.in."}, word


def test_each_part_of_the_easy_text_has_a_drawing_that_is_told_to_those_who_do_not_see_it(soup):
    parts = soup("about_easy").select(".easy-part")
    assert len(parts) == 8
    for part in parts:
        assert part.select_one("h2")
        assert part.select_one('[role="img"]')["aria-label"].startswith("Rysunek: ")


def test_the_easy_text_admits_that_its_readers_have_not_checked_it(read):
    assert "Nie sprawdziły go jeszcze osoby, dla których go napisaliśmy." in read("about_easy")


def test_a_heading_that_nobody_drew_goes_without_a_drawing(soup):
    body = "<p>Wstęp.</p><h2>Coś <em>nowego</em></h2><p>Treść.</p>"
    SitePage.objects.filter(key="about_easy").update(body=body)
    first, second = soup("about_easy").select(".easy-part")
    assert first.h2 is None
    assert first.get_text(strip=True) == "Wstęp."
    assert second.h2.get_text() == "Coś nowego"
    assert second.select_one('[role="img"]') is None


## Privacy


@pytest.mark.parametrize(
    "owed",
    [
        "Administratorem Twoich danych osobowych jest Prezydent Miasta Krakowa",
        "pl. Wszystkich Świętych 3–4, 31-004 Kraków",
        "iod@um.krakow.pl",
        "ul. Wielopole 17a, 31-072 Kraków",
        "art. 6 ust. 1 lit. e RODO",
        "art. 6 ust. 1 lit. c RODO",
        "Podanie danych jest dobrowolne",
        "narodowym zasobie archiwalnym",
        "Komu przekazujemy dane",
        "wnieść sprzeciw",
        "Prezesa Urzędu Ochrony Danych Osobowych",
        "Nie prowadzimy list uczestników spotkań.",
        "nie prowadzi dziennika odwiedzin",
        "Jak usunąć swoje nazwisko z portalu",
    ],
)
def test_privacy_says(read, owed):
    assert owed in read("privacy")


## Using it again


def test_reuse_states_that_there_are_no_conditions_and_no_fees(read):
    assert str(LICENCE) in read("reuse").replace("\xa0", " ")
    assert "Nie stawiamy warunków." in read("reuse")
    assert "Zdjęć." in read("reuse")


def test_reuse_links_to_what_can_be_had_today(site, client, soup):
    found = links(soup("reuse"))
    kinds = {
        "Kalendarz wszystkich spotkań (iCalendar, .ics)": "text/calendar",
        "Kanał aktualności (Atom)": "application/atom+xml",
        "Najnowsze podsumowanie jako CSV": "text/csv",
        "Najnowsze podsumowanie jako JSON": "application/json",
    }
    for label, kind in kinds.items():
        response = client.get(found[label])
        assert response.status_code == 200, label
        assert response["Content-Type"].startswith(kind), label


def test_reuse_promises_no_report_before_there_is_one(soup):
    found = links(soup("reuse"))
    assert not [label for label in found if "Najnowsze" in label]


## Cookies


def test_the_page_about_cookies_is_true(read, client, settings):
    text = read("cookies")
    assert "Odwiedzającym nie zapisujemy żadnych plików cookie." in text
    assert f"{settings.SESSION_COOKIE_NAME} pamięta" in text
    assert f"{settings.CSRF_COOKIE_NAME} chroni" in text
    assert timedelta(hours=12).total_seconds() == settings.SESSION_COOKIE_AGE
    assert "12 godzinach" in text
    assert timedelta(days=366).total_seconds() >= settings.CSRF_COOKIE_AGE


## Contact


def test_contact_shows_what_is_known(read, soup):
    known(phone="12 000 00 00", hours="pn.–pt. 8.00–15.30", press_email="prasa@example.org")
    text, found = read("contact"), links(soup("contact"))
    assert found["biuro@example.org"] == "mailto:biuro@example.org"
    assert found["12 000 00 00"] == "tel:+48120000000"
    assert "pn.–pt. 8.00–15.30" in text
    assert "Dla prasy" in text
    assert found["prasa@example.org"] == "mailto:prasa@example.org"
    assert "pl. Wszystkich Świętych 3–4" in text
    assert found["Deklaracja dostępności"] == "/deklaracja-dostepnosci/"
    assert found["Zgłoś poprawkę"].startswith("mailto:biuro@example.org?subject=Poprawka")
    assert found["Zaproś nas do siebie"].startswith("mailto:")
    assert "Nie mamy jeszcze e-maila" not in text


def test_contact_does_not_show_what_is_not_known(read):
    known()
    text = read("contact")
    for absent in ("Telefon", "Kiedy", "Dla prasy"):
        assert absent not in text


def test_contact_admits_that_nothing_is_known_and_gives_the_city_s_address(read, soup):
    text = read("contact")
    assert "Nie mamy jeszcze e-maila ani telefonu" in text
    assert "Urząd Miasta Krakowa pl. Wszystkich Świętych 3–4 31-004 Kraków" in text
    assert not [link for link in links(soup("contact")).values() if link.startswith("mailto:")]


def test_contact_bears_a_number_that_no_telephone_can_dial(client):
    OfficeContact.objects.update(phone="wewn. 15")
    page = BeautifulSoup(client.get("/kontakt/").content, "html.parser")
    assert "wewn. 15" in page.get_text()
    assert not page.select('a[href^="tel:"], a[href=""]')


## Where the words come from


def test_every_page_has_its_row_from_the_start():
    assert sorted(SitePage.objects.values_list("key", flat=True)) == sorted(KEYS)
    assert OfficeContact.objects.count() == 1
    assert set(DEFAULTS) == set(SitePage.Key)


@pytest.mark.parametrize("key", KEYS)
def test_a_page_without_a_row_shows_our_own_text(read, key):
    before = read(key)
    SitePage.objects.all().delete()
    OfficeContact.objects.all().delete()
    assert read(key) == before
    assert "Zaktualizowano" not in before


@pytest.mark.parametrize("key", KEYS)
def test_our_own_text_is_stored_as_the_editor_would_store_it(key):
    page = SitePage.objects.get(key=key)
    assert page.body == default_page(key).body


def test_missing_rows_come_back_and_others_keep_their_words():
    SitePage.objects.filter(key="privacy").delete()
    SitePage.objects.filter(key="about").update(title="Nasz tytuł")
    OfficeContact.objects.update(email="biuro@example.org")
    keep_rows(apps.get_app_config("portal"), using="default")
    assert SitePage.objects.get(key="privacy").title == "Prywatność"
    assert SitePage.objects.get(key="about").title == "Nasz tytuł"
    assert OfficeContact.objects.get().email == "biuro@example.org"


def test_migrations_that_stop_before_the_table_are_left_alone():
    SitePage.objects.all().delete()

    class Half:
        def get_model(self, label):
            raise LookupError(label)

    keep_rows(apps.get_app_config("portal"), using="default", apps=Half())
    assert not SitePage.objects.exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_rows_are_there_again_after_everything_was_flushed():
    call_command("flush", interactive=False, verbosity=0)
    assert SitePage.objects.count() == len(KEYS)
    assert SitePage.history.count() == len(KEYS)


def test_an_edited_page_says_when(soup, at_noon):
    at_noon.move_to(NOW + timedelta(days=3))
    page = SitePage.objects.get(key="privacy")
    page.history.all().delete()  # made before this test's clock was set
    page.body = "<p>Nowa klauzula.</p>"
    page.save()
    found = soup("privacy").select_one("main time")
    assert found["datetime"] == "2026-05-11"
    assert "Zaktualizowano 11 maja 2026 r." in " ".join(found.parent.get_text().split())


def test_a_page_s_words_are_sanitised_again(soup):
    SitePage.objects.filter(key="cookies").update(body="<p>Dobrze<script>alert(1)</script></p>")
    assert "alert" not in str(soup("cookies").select_one("main"))
