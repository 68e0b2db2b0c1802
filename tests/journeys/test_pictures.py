"""A photograph goes from a phone to the event's page, where each screen gets its own size."""

import pytest
from playwright.sync_api import expect

from events.models import EventPicture
from portal.kernel.pictures import shelf
from tests.factories import make_event, make_user
from tests.hostile_pictures import exif
from tests.journeys.desk import add_row, check, expect_told, field, press, sign_in
from tests.pictures import photo, written

PHOTO = {
    "name": "IMG_2031.jpg",
    "mimeType": "image/jpeg",
    "buffer": written(photo((3000, 2000)), "JPEG", exif=exif(6)),
}
LATER = {"name": "druk.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}


@pytest.fixture
def event(transactional_db):
    make_user("redakcja", "publikacja", username="publikacja")
    return make_event("Piknik")


def test_a_photograph_from_the_phone_to_the_page_in_three_widths(browser_page, event):
    phone = browser_page(360)
    sign_in(phone, "publikacja")
    phone.goto(f"/admin/events/event/{event.pk}/change/")
    row = phone.locator("#pictures-0")
    add_row(phone, "Dodaj zdjęcie")
    check(phone)

    choose = row.get_by_label("Plik ze zdjęciem")
    choose.set_input_files(LATER)
    field(phone, "Autor lub autorka").fill("Zofia Przykładowa")
    field(phone, "Licencja").fill("CC BY 4.0")
    row.get_by_label("Czy widać osoby").select_option("agreed")
    press(phone, "Zapisz")
    expect(row).to_contain_text("To nie jest zdjęcie, które umiemy odczytać.")
    expect(row).to_contain_text("Opisz zdjęcie")

    choose.set_input_files(PHOTO)
    expect(row.locator("canvas")).to_be_visible()
    press(phone, "Zapisz")
    expect(row).to_contain_text("czeka na zapisanie")
    check(phone)

    row.locator(".look-frame").click(position={"x": 20, "y": 20})
    expect(row.get_by_label("Punkt ważny, od lewej (%)")).not_to_have_value("50")
    field(phone, "Tekst alternatywny").fill("Cztery barwne pola")
    press(phone, "Zapisz")
    expect_told(phone, "Zapisano: Piknik")
    expect(row.get_by_role("img", name="Cztery barwne pola")).to_be_visible()
    check(phone)

    seen = [on_the_page(browser_page, event, *screen) for screen in ((360, 1), (360, 2), (1280, 3))]
    assert seen == ["480.avif", "960.avif", "1600.avif"]


def on_the_page(browser_page, event, width, sharpness):
    """Which file this screen took; upright, described, and as wide as its place."""
    page = browser_page(width, device_scale_factor=sharpness)
    page.goto(event.get_absolute_url())
    picture = page.get_by_role("img", name="Cztery barwne pola")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    expect(page.locator("figcaption")).to_contain_text("Zofia Przykładowa")
    check(page)
    tall = picture.evaluate("image => image.naturalHeight > image.naturalWidth")
    assert tall
    return picture.evaluate("image => image.currentSrc").rpartition("-")[2]


def test_a_picture_dropped_on_its_field_is_taken(browser_page, event):
    page = browser_page(1280)
    sign_in(page, "publikacja")
    page.goto(f"/admin/events/event/{event.pk}/change/")
    add_row(page, "Dodaj zdjęcie")
    dropped = page.evaluate_handle(
        """async () => {
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = 90;
            canvas.getContext("2d").fillRect(0, 0, 50, 50);
            const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
            const carried = new DataTransfer();
            carried.items.add(new File([blob], "a.png", { type: "image/png" }));
            return carried;
        }"""
    )
    page.locator("#pictures-0 .drop").dispatch_event("drop", {"dataTransfer": dropped})
    expect(page.locator("#pictures-0 canvas")).to_be_visible()
    page.locator("#pictures-0").get_by_label("Tylko ozdobne").check()
    page.locator("#pictures-0").get_by_label("Czy widać osoby").select_option("none")
    field(page, "Autor lub autorka").fill("A. B.")
    field(page, "Licencja").fill("CC0")
    press(page, "Zapisz")
    expect_told(page, "Zapisano: Piknik")
    stored = EventPicture.objects.get()
    assert (stored.width, stored.decorative) == (90, True)
    assert shelf.master(stored.name).is_file()
