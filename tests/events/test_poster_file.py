"""The file of a poster, and what its address answers."""

import logging
from collections import Counter
from datetime import date
from io import BytesIO
from unittest import mock

import pytest
import segno
import typst
from bs4 import BeautifulSoup
from PIL import Image

from events import papers
from events.papers import poster_pdf, tag
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.events.posters import (  # noqa: F401 -- fixtures
    address,
    at_noon,
    change,
    elements,
    full_of_facts,
    poster,
    read,
    said_on,
    text_of,
    words_of,
)
from tests.factories import (
    NOW,
    make_event,
    make_held,
    make_user,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db


## The file


def test_it_is_one_accessible_page_in_polish_and_says_what_it_is_called(full):
    reader = poster(full)
    root = reader.trailer["/Root"]
    assert len(reader.pages) == 1
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert root["/Lang"] in ("pl", "pl-PL")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    name = "Spotkajmy się w 3miejscu, 13 maja 2026 r., godz. 14.00–18.00"
    assert reader.metadata.title.replace("\u00a0", " ") == name


def test_it_says_all_that_one_needs_to_come(full):
    text = said_on(full)
    for said in (
        "Trzecia odsłona",
        "Spotkajmy się w 3miejscu",
        "środa 13 maja 2026 14.00–18.00 można wejść w dowolnej chwili",
        "Stolik i herbata.",
        "Pan Cogito, Pałac Krzysztofory",
        "ul. Długa 5, Stare Miasto",
        "sala 005",
        "wejście od podwórza",
        "przystanek: Plac Szczepański",
        "Wstęp wolny, bez zapisów",
        "Dla kogo: wszyscy chętni",
        "Dostępność: wejście bez stopni",
        "Potrzeby dostępności: telefonicznie do 11 maja",
        "Języki: po polsku",
        "Telefon w dniu spotkania: 600 000 000",
        "Organizuje: Stowarzyszenie Sąsiadki",
        "Gospodarz miejsca: Fundacja Otwarte Drzwi",
        "Zeskanuj przed wyjściem",
        "Anna Przykładowa",
        "Pełnomocniczka Prezydenta Miasta Krakowa",
    ):
        assert said in text, said
    assert "winda" not in text, "nobody knows whether there is one"
    assert not text.startswith(("Przykład", "Podgląd"))


def test_a_screen_reader_hears_a_heading_the_date_and_what_the_code_is(full):
    found = elements(poster(full))
    tags = Counter(kind for kind, _ in found)
    assert tags["/H1"] == 1
    figures = [node["/Alt"] for kind, node in found if kind == "/Figure"]
    assert len(figures) == 1
    assert figures[0].startswith("Kod QR strony spotkania: ")
    assert figures[0].endswith(f"/w/{full.pk}/0")


def test_the_address_is_written_out_and_is_a_link(full, settings):
    settings.SITE_URL = "https://organizacje.example"
    reader = poster(change(full, venue=make_venue("Arteteka")))
    short = f"organizacje.example/w/{full.pk}/1"
    assert short in text_of(reader)
    links = [note.get_object()["/A"]["/URI"] for note in reader.pages[0]["/Annots"]]
    assert links == [f"https://{short}"]


def test_the_code_is_that_of_the_address_in_its_present_state(full, settings):
    settings.SITE_URL = "https://organizacje.example"
    changed = change(full, venue=make_venue("Arteteka"))
    minor = change(changed, minor=True, title="Spotkajmy sie w 3miejscu")
    scan = words_of(minor).scan
    assert scan.href == f"https://organizacje.example/w/{full.pk}/1"
    side = len(list(segno.make(scan.href, error="m", micro=False).matrix_iter(border=4)))
    drawn = Image.open(BytesIO(drawing(scan.drawing.svg, side * 4))).convert("L")
    expected = segno.make(scan.href, error="m", micro=False).matrix_iter(border=4)
    for y, row in enumerate(expected):
        for x, dark in enumerate(row):
            assert (drawn.getpixel((x * 4 + 2, y * 4 + 2)) < 128) == bool(dark), (x, y)


def drawing(svg, pixels):
    page = "#set page(width: 72pt, height: 72pt, margin: 0pt)\n"
    image = '#image(bytes(sys.inputs.svg), format: "svg", width: 72pt)'
    return typst.compile((page + image).encode(), format="png", ppi=pixels, sys_inputs={"svg": svg})


def test_the_same_words_give_the_same_bytes_and_others_do_not(full):
    assert poster_pdf(words_of(full)) == poster_pdf(words_of(full))
    before = tag(words_of(full))
    change(full, minor=True, lead="Stolik i kawa.")
    assert tag(words_of(full)) != before


## The address


def test_the_address_answers_with_a_file_that_has_a_name(client, full):
    response = client.get(address(full))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    name = "plakat-spotkajmy-sie-w-3miejscu-2026-05-13.pdf"
    assert response["Content-Disposition"] == f'inline; filename="{name}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Link"] == f'<{full.get_absolute_url()}>; rel="canonical"'
    assert response["Cache-Control"] == "public, max-age=0"
    assert not response.cookies
    assert response.content.startswith(b"%PDF")


def test_head_answers_like_get_without_the_file(client, full):
    whole, head = client.get(address(full)), client.head(address(full))
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == str(len(whole.content))
    assert client.post(address(full)).status_code == 405


def test_a_poster_is_made_once_and_not_at_all_for_who_has_it(client, full):
    with mock.patch.object(papers, "poster_pdf", side_effect=papers.poster_pdf) as made:
        etag = client.get(address(full))["ETag"]
        client.get(address(full))
        assert made.call_count == 1
    papers.shelf.clear()
    with mock.patch.object(papers, "poster_pdf", side_effect=AssertionError("made")):
        response = client.get(address(full), headers={"if-none-match": etag})
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)


def test_a_change_gives_another_file_at_once(client, full):
    before = client.get(address(full))
    change(full, venue=make_venue("Arteteka"))
    after = client.get(address(full), headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "Arteteka" in text_of(read(after.content))


def test_drafts_are_not_found_and_withdrawn_ones_are_gone(client, full):
    draft = make_event(published_at=None)
    assert client.get(address(draft)).status_code == 404
    assert client.get("/wydarzenia/999999/plakat.pdf").status_code == 404
    assert client.get(f"/wydarzenia/{10**30}/plakat.pdf").status_code == 404
    full.withdraw(NOW, "Pomyłka.")
    gone = client.get(address(full))
    assert gone.status_code == 410
    assert "Pomyłka." in gone.content.decode()


@pytest.mark.parametrize("outcome", ["expected", "cancelled", "not_held"])
def test_what_is_over_leads_to_its_page(client, outcome):
    when = make_when(date(2026, 5, 6))
    event = make_event("Herbata", when=when, outcome=outcome, outcome_reason="Choroba.")
    response = client.get(address(event))
    assert (response.status_code, response["Location"]) == (302, event.get_absolute_url())
    assert "no-store" in response["Cache-Control"]
    held = make_held("Kawa")
    assert client.get(address(held))["Location"] == held.get_absolute_url()


def test_staff_preview_a_draft_s_poster_and_nobody_keeps_it(client):
    draft = make_event("Herbata", published_at=None)
    assert client.get(f"{address(draft)}?podglad").status_code == 404
    client.force_login(make_user("redakcja"))
    response = client.get(f"{address(draft)}?podglad")
    assert response.status_code == 200
    assert text_of(read(response.content)).startswith("Podgląd, nie do powieszenia")
    assert "no-store" in response["Cache-Control"]
    assert "ETag" not in response
    assert papers.shelf.files == {}


@pytest.mark.parametrize("fault", [typst.TypstError("no font"), OSError("no folder")])
def test_a_poster_that_cannot_be_made_is_said_and_logged(client, full, fault, caplog):
    caplog.set_level(logging.ERROR)
    with mock.patch.object(papers, "poster_pdf", side_effect=fault):
        response = client.get(address(full))
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 503
    assert "nie da się teraz przygotować" in page.h1.text
    assert page.main.find("a", href=full.get_absolute_url())
    assert response["Retry-After"] == "60"
    assert "no-store" in response["Cache-Control"]
    assert "ETag" not in response
    assert "could not be made" in caplog.text
    assert client.get(address(full)).status_code == 200


def test_the_page_offers_it_while_people_may_come(client, full):
    def offered(event):
        page = BeautifulSoup(client.get(event.get_absolute_url()).content, "html.parser")
        return page.find("a", href=address(event))

    assert "Plakat do druku (PDF" in offered(full).text
    assert offered(make_event("Kawa", when=When.in_month(Month(2026, 6))))
    assert not offered(make_held("Dawno temu"))
    change(full, "Choroba.", outcome="cancelled", outcome_reason="Choroba.")
    assert not offered(full)


def test_the_desk_leads_to_it(client, full):
    client.force_login(make_user("redakcja"))
    form = client.get(f"/admin/events/event/{full.pk}/change/").content.decode()
    assert f'href="{address(full)}"' in form
    draft = make_event("Szkic", published_at=None)
    form = client.get(f"/admin/events/event/{draft.pk}/change/").content.decode()
    assert f'href="{address(draft)}?podglad"' in form
