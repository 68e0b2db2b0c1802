"""Staff write in the editor of rich text: by mouse, by keyboard, and by pasting from Word."""

import re

import pytest
from playwright.sync_api import expect

from events.models import Announcement
from portal.kernel.addresses import address_problem, stored_address
from tests.factories import make_announcement, make_user
from tests.journeys.desk import check, expect_told, press, sign_in
from tests.pasted import WORD_PASTE

PASTE = """(box, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  const options = {clipboardData, bubbles: true, cancelable: true};
  box.dispatchEvent(new ClipboardEvent("paste", options));
}"""


@pytest.fixture
def draft(transactional_db):
    make_user("redakcja", username="redakcja")
    return make_announcement("Ławka dialogu", body="<p>Zapraszamy.</p>", published_at=None)


def open_editor(browser_page, draft, width=1280):
    page = browser_page(width)
    sign_in(page, "redakcja")
    page.goto(f"/admin/events/announcement/{draft.pk}/change/")
    expect(box(page)).to_have_text("Zapraszamy.")
    return page


def box(page):
    return page.get_by_role("textbox", name=re.compile("^Treść"))


def button(page, name):
    toolbar = page.get_by_role("toolbar", name="Formatowanie").first
    return toolbar.get_by_role("button", name=name, exact=True)


def status(page):
    return page.locator(".editor-status")


def type_anew(page, text):
    box(page).click()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def saved(page, draft):
    press(page, "Zapisz")
    expect_told(page, "Zapisano")
    return Announcement.objects.get(pk=draft.pk).body


@pytest.mark.parametrize("width", [1280, 360])
def test_everything_in_the_editor_has_a_polish_name_and_is_reached_by_keys(
    browser_page, draft, width
):
    page = open_editor(browser_page, draft, width)
    labels = (
        page.get_by_role("toolbar")
        .first.get_by_role("button")
        .evaluate_all("buttons => buttons.map(button => button.getAttribute('aria-label'))")
    )
    assert labels == [
        *("Śródtytuł", "Mniejszy śródtytuł", "Lista punktowana", "Lista numerowana", "Cytat"),
        *("Pogrubienie", "Kursywa", "Wstaw link", "Usuń link", "Język zaznaczonych słów"),
        *("Cofnij", "Ponów"),
    ]
    expect(box(page)).to_have_accessible_description(re.compile("Wklejaj śmiało z Worda"))
    box(page).focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Shift+Tab")
    expect(button(page, "Śródtytuł")).to_be_focused()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(button(page, "Pogrubienie")).to_be_focused()
    page.keyboard.press("Enter")
    expect(button(page, "Pogrubienie")).to_have_attribute("aria-pressed", "true")
    check(page)
    assert saved(page, draft) == "<p><strong>Zapraszamy.</strong></p>"


def test_a_link_is_taken_only_with_an_address_that_leads_somewhere(browser_page, draft):
    page = open_editor(browser_page, draft)
    box(page).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Wstaw link")
    address = dialog.get_by_label("Adres")
    expect(address).to_be_focused()
    for written, words in [
        ("", "Brakuje adresu"),
        ("#", "nie prowadzi do żadnej strony"),
        ("javascript:alert(1)", "może zaczynać się od"),
        ("https://krakow.pl/dwa słowa", "nie może być spacji"),
        ("krakow", "To nie jest pełny adres"),
    ]:
        address.fill(written)
        page.keyboard.press("Enter")
        expect(dialog.get_by_role("alert")).to_contain_text(words)
        expect(address).to_have_accessible_description(re.compile(words))
    check(page)
    address.fill("www.krakow.pl/ngo?utm_source=fb&strona=2")
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(box(page)).to_be_focused()
    html = saved(page, draft)
    assert html == '<p><a href="https://www.krakow.pl/ngo?strona=2">Zapraszamy.</a></p>'

    box(page).click()
    page.keyboard.press("Control+End")
    button(page, "Wstaw link").click()
    page.get_by_role("dialog").get_by_label("Tekst linku").fill("Napisz do nas")
    page.get_by_role("dialog").get_by_label("Adres").fill("ngo@um.krakow.pl")
    page.get_by_role("dialog").get_by_role("button", name="Wstaw").click()
    assert '<a href="mailto:ngo@um.krakow.pl">Napisz do nas</a>' in saved(page, draft)


def test_a_part_in_another_language_is_marked_and_seen(browser_page, draft):
    page = open_editor(browser_page, draft)
    button(page, "Język zaznaczonych słów").click()
    expect(status(page)).to_contain_text("Najpierw zaznacz słowa")
    type_anew(page, "Запрошуємо")
    page.keyboard.press("Control+a")
    button(page, "Język zaznaczonych słów").click()
    dialog = page.get_by_role("dialog", name="Język zaznaczonych słów")
    check(page)
    dialog.get_by_role("button", name="ukraiński").click()
    expect(button(page, "Język zaznaczonych słów")).to_have_class(re.compile("active"))
    assert saved(page, draft) == '<p><span lang="uk">Запрошуємо</span></p>'
    check(page)

    box(page).click()
    button(page, "Język zaznaczonych słów").click()
    dialog.get_by_role("button", name="polski").click()
    assert saved(page, draft) == "<p>Запрошуємо</p>"


def test_a_smaller_heading_cannot_come_first(browser_page, draft):
    page = open_editor(browser_page, draft)
    box(page).click()
    button(page, "Mniejszy śródtytuł").click()
    expect(status(page)).to_contain_text("dopiero pod śródtytułem")
    expect(button(page, "Śródtytuł")).to_have_attribute("aria-pressed", "true")
    button(page, "Cofnij").click()
    expect(button(page, "Śródtytuł")).to_have_attribute("aria-pressed", "false")
    button(page, "Ponów").click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("Kto")
    button(page, "Mniejszy śródtytuł").click()
    assert saved(page, draft) == "<h2>Zapraszamy.</h2><h3>Kto</h3>"


def test_what_is_pasted_is_clean_at_once_and_stays_so(browser_page, draft):
    page = open_editor(browser_page, draft)
    box(page).click()
    page.keyboard.press("Control+a")
    box(page).evaluate(PASTE, WORD_PASTE)
    seen = re.sub("<ol [^>]*>", "<ol>", box(page).evaluate("box => box.innerHTML"))
    assert seen.replace("&nbsp;", " ") == (
        "<h2>Ławka dialogu</h2><p><strong>Spotykamy się</strong> w parku.</p>"
        "<ul><li><p>kawa</p><ol><li><p>z mlekiem</p></li></ol></li></ul>"
        "<h3>Kto</h3><p>Każdy.</p>"
    )
    assert saved(page, draft) == (
        "<h2>Ławka dialogu</h2><p><strong>Spotykamy się</strong> w parku.</p>"
        "<ul><li>kawa<ol><li>z&nbsp;mlekiem</li></ol></li></ul><h3>Kto</h3><p>Każdy.</p>"
    )

    type_anew(page, " ")
    page.keyboard.press("Control+a")
    box(page).evaluate(
        PASTE,
        '<div style="color:red">raz<br><br>dwa <img src="x.png"></div><script>trzy</script>'
        '<table><tr><td>10.00</td><td><p>kawa</p></td></tr></table><h1 class="a">Punkt</h1>'
        '<p><a href="https://www.google.com/url?q=https://krakow.pl/ngo&amp;sa=D">link</a></p>',
    )
    expect(status(page)).to_contain_text("Obrazki zostały pominięte")
    assert saved(page, draft) == (
        "<p>raz</p><p>dwa</p><p>10.00 – kawa</p><h2>Punkt</h2>"
        '<p><a href="https://krakow.pl/ngo">link</a></p>'
    )


ADDRESSES = [
    *("https://krakow.pl", "krakow.pl/ngo", "www.krakow.pl", "//krakow.pl", "a@krakow.pl", ""),
    *("#", "#_Toc1", "javascript:alert(1)", " java\nscript:alert(1)", "mailto:a@b.pl", "mailto:a"),
    *("tel:+48 12 616 00 00", "tel:abc", "/wydarzenia/", "plan.pdf", "http://localhost", "x y"),
    "https://a.pl/?utm_source=b&c=d&fbclid=e#f",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.pl%2F%3Ffbclid%3D1&h=x",
    "https://łąka.pl/ścieżka",
]


def test_the_editor_and_the_server_say_the_same_of_an_address(browser_page, draft):
    page = open_editor(browser_page, draft)
    said = page.evaluate(
        """async (addresses) => {
          const {problem, stored} = await import("desk-editor/address");
          return addresses.map((address) => [problem(address), stored(address)]);
        }""",
        ADDRESSES,
    )
    expected = [[address_problem(one), stored_address(one) or ""] for one in ADDRESSES]
    assert said == expected
