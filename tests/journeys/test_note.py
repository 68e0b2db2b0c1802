"""A note written on a phone that loses its connection: nothing is lost, and it is sent once."""

import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Error, expect

from events.models import AttendanceNote, EventPicture
from events.models.event import Outcome
from organizations.models import Organization
from portal.kernel.when import When
from tests.factories import make_event, make_note, make_organization, make_user
from tests.journeys.desk import check, expect_told, field, main, phone_code, press, sign_in
from tests.pictures import jpeg

PHOTO = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
CUT = ["failed: ", "console: "]  # what a browser complains of without a connection


@pytest.fixture
def office(transactional_db):
    make_user("redakcja", username="anna")
    make_user("redakcja", username="ola")
    make_user("redakcja", "publikacja", username="publikacja")
    make_organization("Fundacja Żółw")
    make_organization("Klub Seniora Ławka")
    at = timezone.now()
    day = (at - timedelta(days=1)).date()
    return make_event("Ławka dialogu", when=When.on_day(day), published_at=at - timedelta(days=9))


def page_of(event):
    return f"/admin/events/event/{event.pk}/notatka/"


def opened(browser_page, event, name, width=360, **options):
    page = browser_page(width, **options)
    sign_in(page, name)
    page.goto(page_of(event))
    ready(page)
    return page


def ready(page):
    expect(page.locator("form[data-note][data-ready]")).to_be_attached()


def people(page):
    return page.get_by_label("Ile osób: liczba", exact=True)


def line(page):
    return page.locator("[data-note-line]")


def tap(page, role, name):
    page.get_by_role(role, name=name, exact=True).click()


def test_the_usual_note_takes_few_taps_and_less_than_a_minute(browser_page, office):
    page = opened(browser_page, office, "publikacja")
    check(page)
    begun, taps = time.monotonic(), 0
    for role, name in (
        ("checkbox", "Tak, odbyło się"),
        ("button", "o dziesięć więcej: Ile osób: liczba"),
        ("button", "o dziesięć więcej: Ile osób: liczba"),
        ("button", "o jeden więcej: Ile osób: liczba"),
        ("radio", "około"),
        ("combobox", "Dopisz organizację"),
    ):
        page.get_by_role(role, name=name, exact=True).filter(visible=True).first.click()
        taps += 1
    page.keyboard.type("zol")
    tap(page, "option", "Fundacja Żółw")
    expect(page.locator(".note-present")).to_contain_text("Fundacja")
    field_of(page, "Trzy zdania").click()
    page.keyboard.type("Rozmawialiśmy o ławkach. Było dużo pomysłów. Wracamy w czerwcu.")
    press(page, "Zapisz i zatwierdź")
    taps += 3
    expect_told(page, "Zatwierdzono: wersja 1.")
    ready(page)
    check(page)
    spent = time.monotonic() - begun
    print(f"usual note: {taps} taps and 2 texts typed, {spent:.1f} s of a browser")
    visitor = browser_page(360)
    visitor.goto(office.get_absolute_url())
    expect(main(visitor)).to_contain_text(re.compile(r"około\s+21\s+osób"))
    expect(main(visitor)).to_contain_text("Wracamy w czerwcu.")
    expect(main(visitor)).not_to_contain_text("Fundacja Żółw")


def field_of(page, label):
    return page.get_by_label(label, exact=True)


def test_a_cut_connection_loses_nothing_and_sends_once(browser_page, office):
    page = opened(browser_page, office, "anna", allowed=CUT)
    page.context.set_offline(True)
    page.get_by_label("Tak, odbyło się").check()
    people(page).fill("41")
    field_of(page, "Trzy zdania").fill("Pisane w piwnicy.")
    page.get_by_text("Tylko dla biura").click()
    field_of(page, "Uwagi dla biura").fill("Zimno.")
    expect(line(page)).to_contain_text("Zapisane w tym telefonie")
    page.get_by_role("button", name="Zapisz szkic").click()
    expect(line(page)).to_contain_text("Brak połączenia. Notatka jest zapisana w tym telefonie")
    check(page)
    assert not AttendanceNote.objects.exists()

    # Somebody else on the same phone sees none of it.
    page.close()
    page.context.set_offline(False)
    other = page.context.new_page()
    sign_in(other, "ola")
    other.goto(page_of(office))
    ready(other)
    expect(people(other)).to_have_value("")
    expect(other.locator("[data-note-back]")).to_be_hidden()
    other.close()

    again = page.context.new_page()
    sign_in(again, "anna")
    again.goto(page_of(office))
    expect_told(again, "Zapisano")
    note = AttendanceNote.objects.get()
    assert (note.summary, note.internal) == ("Pisane w piwnicy.", "Zimno.")
    assert note.counts.get().value == 41


def test_a_page_closed_without_a_connection_is_sent_when_it_is_opened_again(browser_page, office):
    page = opened(browser_page, office, "anna", allowed=CUT)
    page.context.set_offline(True)
    people(page).fill("41")
    field_of(page, "Trzy zdania").fill("Pisane w piwnicy.")
    with pytest.raises(Error):
        page.reload()
    page.context.set_offline(False)
    page.goto(page_of(office))
    ready(page)
    expect(page.locator("[data-note-back]")).to_contain_text("Przywrócono to, co wpisano o")
    expect(people(page)).to_have_value("41")
    check(page)

    page.context.set_offline(True)
    page.get_by_label("Tak, odbyło się").check()
    page.get_by_role("button", name="Zapisz szkic").click()
    expect(line(page)).to_contain_text("Brak połączenia.")
    page.context.set_offline(False)
    expect_told(page, "Zapisano")
    ready(page)
    assert (
        page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('notatka')).length")
        == 0
    )
    note = AttendanceNote.objects.get()
    assert (note.summary, note.counts.get().value) == ("Pisane w piwnicy.", 41)
    office.refresh_from_db()
    assert office.outcome == Outcome.HELD
    page.reload()
    ready(page)
    expect(page.locator("[data-note-back]")).to_be_hidden()

    publisher = opened(browser_page, office, "publikacja")
    press(publisher, "Zapisz i zatwierdź")
    expect_told(publisher, "Zatwierdzono: wersja 1.")
    visitor = browser_page(360)
    visitor.goto(office.get_absolute_url())
    expect(main(visitor)).to_contain_text("Pisane w piwnicy.")


def test_an_answer_that_was_lost_makes_no_second_note(browser_page, office):
    page = opened(browser_page, office, "anna", allowed=CUT)
    people(page).fill("41")

    def lost(route):
        route.fetch(max_redirects=0)
        route.abort()

    page.route(f"**{page_of(office)}", lost, times=1)
    page.get_by_role("button", name="Zapisz szkic").click()
    expect(line(page)).to_contain_text("Serwer nie odpowiada")
    page.reload()  # what waited is sent again by itself
    expect(page.locator(".messagelist")).to_contain_text("już wysłano")
    note = AttendanceNote.objects.get()
    assert (note.history.count(), note.counts.count()) == (1, 1)


def test_names_are_recognised_asked_about_and_added(browser_page, office):
    page = opened(browser_page, office, "anna")
    page.get_by_text("Wklej listę nazw").click()
    names = field_of(page, "Lista nazw")
    names.fill("fundacja zolw\nKlubu Seniora Ławka\nNowa Grupa")
    page.get_by_role("button", name="Rozpoznaj nazwy").click()
    expect(page.locator(".note-asked")).to_have_count(2)
    check(page)
    page.locator(".note-asked").first.get_by_label("Klub Seniora Ławka").check()
    page.locator(".note-asked").last.get_by_label("Dodaj nową organizację o tej nazwie").check()
    expect(page.locator(".note-present li")).to_have_count(3)
    expect(page.locator(".note-present")).to_contain_text("nowa, jako szkic")
    check(page)
    search = page.get_by_role("combobox", name="Dopisz organizację")
    search.fill("klub")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(1)
    check(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".note-present li")).to_have_count(3)
    press(page, "Zapisz szkic")
    expect_told(page, "Zapisano")
    assert Organization.objects.filter(name="Nowa Grupa").exists()
    assert AttendanceNote.objects.get().presences.count() == 3


def test_a_photograph_outlives_a_reload_and_a_mistake(browser_page, office):
    page = opened(browser_page, office, "publikacja")
    page.locator("summary", has_text="Zdjęcie").click()
    page.get_by_label("Plik ze zdjęciem").set_input_files(PHOTO)
    field_of(page, "Co widać na zdjęciu").fill("Ławka pod kasztanem")
    expect(page.locator(".look canvas")).to_be_visible()
    page.wait_for_timeout(300)
    page.reload()
    ready(page)
    expect(page.locator(".look canvas")).to_be_visible()
    press(page, "Zapisz szkic")
    expect(main(page)).to_contain_text("nie trzeba go wybierać drugi raz")
    check(page)
    page.get_by_label("Czy widać osoby, które można rozpoznać?").select_option("none")
    field_of(page, "Autor lub autorka").fill("Zofia Przykładowa")
    field_of(page, "Licencja").fill("CC BY 4.0")
    press(page, "Zapisz szkic")
    expect_told(page, "Zapisano")
    expect(page.get_by_role("img", name="Ławka pod kasztanem")).to_have_js_property(
        "complete", True
    )
    check(page)
    assert EventPicture.objects.get().waits


def test_a_session_that_ended_leads_to_the_log_in_and_back(browser_page, office):
    page = opened(browser_page, office, "anna")
    field_of(page, "Trzy zdania").fill("Pisane godzinę.")
    page.context.clear_cookies(name="sessionid")
    press(page, "Zapisz szkic")
    expect(main(page)).to_contain_text("Twoja sesja wygasła")
    field(page, "Nazwa użytkownika").fill("anna")
    field(page, "Hasło").fill("lawka-pod-kasztanem")
    press(page, "Zaloguj się")
    field(page, "Kod").fill(phone_code("anna"))
    press(page, "Wejdź")
    ready(page)
    expect(field_of(page, "Trzy zdania")).to_have_value("Pisane godzinę.")
    press(page, "Zapisz szkic")
    expect_told(page, "Zapisano")
    assert AttendanceNote.objects.get().summary == "Pisane godzinę."


def test_two_first_notes_meet_and_neither_is_lost(browser_page, office):
    anna = opened(browser_page, office, "anna")
    ola = opened(browser_page, office, "ola")
    field_of(anna, "Trzy zdania").fill("Zdanie Anny.")
    field_of(ola, "Trzy zdania").fill("Zdanie Oli.")
    press(anna, "Zapisz szkic")
    press(ola, "Zapisz szkic")
    expect(main(ola)).to_contain_text("Ktoś zapisał w tym czasie nowszą wersję.")
    expect(main(ola)).to_contain_text("Anny")
    check(ola)
    press(ola, "Zapisz tak, jak wybrano")
    expect_told(ola, "Zapisano")
    assert AttendanceNote.objects.get().summary == "Zdanie Oli."


@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_script_it_is_a_form_as_any_other(browser_page, office, width):
    page = opened_plainly(browser_page, office, width)
    check_without_script(page)
    page.get_by_label("Tak, odbyło się").check()
    people(page).fill("dużo")
    page.get_by_text("Ile organizacji, inne liczby").click()
    page.get_by_role("button", name="Dodaj jeszcze jedną liczbę").click()
    expect(page.get_by_label("Inna liczba: liczba")).to_be_visible()
    page.get_by_label("Lista nazw").fill("Fundacja Żółw")
    page.locator("input.default[name=_save]").click()
    expect(main(page)).to_contain_text("Wpisz liczbę cyframi")
    expect(people(page)).to_have_value("dużo")
    people(page).fill("41")
    page.locator("input.default[name=_save]").click()
    expect_told(page, "Zapisano")
    assert AttendanceNote.objects.get().presences.count() == 1


def opened_plainly(browser_page, event, width):
    page = browser_page(width, java_script_enabled=False)
    sign_in(page, "anna")
    page.goto(page_of(event))
    return page


def check_without_script(page):
    """axe is a script itself."""
    expect(page.get_by_role("button", name="Zapisz szkic")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_anybody_can_use_it_filled_and_folded_out(browser_page, office, width):
    office.outcome = Outcome.HELD
    office.save()
    note = make_note(office, ("nearly", 100, "people"), ("about", 70, "organizations"))
    note.presences.create(organization=Organization.objects.first())
    page = opened(browser_page, office, "publikacja", width)
    for summary in page.locator("summary:visible").all():
        if not summary.evaluate("summary => summary.parentElement.open"):
            summary.click()
    check(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll(`.note :is(a, button, select, textarea, summary,
            .note-chip, .note-tick, input:not([type=checkbox], [type=radio], [type=hidden]))`)]
            .filter((e) => e.checkVisibility() && !e.matches(".note-default"))
            .filter((e) => e.getBoundingClientRect().height < 43.5)
            .map((e) => e.outerHTML.slice(0, 90))"""
    )
    assert small == []
