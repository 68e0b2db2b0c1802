"""Somebody asks to be forgotten: found, read through, removed, on a phone as on a screen."""

import pytest

from tests.factories import make_event, make_office_holder, make_user
from tests.journeys.desk import check, field, main, press, sign_in
from tests.pictures import make_picture


@pytest.fixture
def named(transactional_db):
    make_user("administracja", username="kierowniczka")
    event = make_event("Kawa z Janem Kowalskim", body="<p>Mówi Jan <em>Kowalski</em>.</p>")
    make_event("Jan i Anna Kowalscy zapraszają")
    make_office_holder("Jan Kowalski")
    make_picture(event, alt="Jan Kowalski przy stole")
    return event


def test_a_name_is_removed_for_good(browser_page, named):
    page = browser_page(360)
    sign_in(page, "kierowniczka")
    page.goto("/admin/usun-dane/")
    check(page)
    field(page, "Imię i nazwisko").fill("Nowa Huta")
    press(page, "Pokaż, gdzie to jest")
    check(page)
    field(page, "Imię i nazwisko").fill("Jan Kowalski")
    press(page, "Pokaż, gdzie to jest")
    for width, scheme in ((360, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        check(page)
    field(page, "Podstawa").fill("wniosek z 3 czerwca 2026")
    page.get_by_label("Wiem, że tego nie da się cofnąć.").check()
    page.get_by_label("w opisie lub jako autor").check()
    press(page, "Usuń na zawsze")
    check(page)
    assert "Zdjęcia usunięte razem z plikami" in main(page).inner_text()
    named.refresh_from_db()
    assert named.title == "Kawa z [usunięto dane osobowe]"
    assert not named.pictures.exists()
    assert "Kowalsk" not in page.url + main(page).inner_text()
