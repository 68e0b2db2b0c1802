"""„Co teraz wysłać”, the square picture and the sheet for the old door."""

from datetime import timedelta
from io import BytesIO

import pytest
import segno
from bs4 import BeautifulSoup
from django.urls import reverse
from PIL import Image

from events.actions import change_event
from events.facts import Facts
from events.models import Event
from portal.kernel.when import When
from tests.desk import told, words
from tests.factories import (
    make_announcement,
    make_event,
    make_office_holder,
    make_user,
    make_venue,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(now):
    start = (now + timedelta(days=6)).replace(hour=13, minute=0, second=0, microsecond=0)
    when = When.at_time(start, start + timedelta(hours=4))
    return make_event("Herbata", when=when, venue=make_venue("Kaffka"), published_at=now)


def at(record, what):
    return reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_{what}", args=[record.pk])


def change(event, now, **facts):
    event = Event.objects.get(pk=event.pk)
    before = Facts.of(event)
    for name, value in facts.items():
        setattr(event, name, value)
    change_event(event=event, before=before, by=None, at=now, reason="zalana sala")


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def test_each_text_has_a_name_and_a_button_and_can_be_selected_without_script(writer, event):
    page = soup(writer.get(at(event, "sending")))
    areas = page.select("textarea")
    assert len(areas) == 8
    for area in areas:
        assert area.has_attr("readonly")
        assert page.select_one(f"label[for={area['id']}]").text.strip()
        assert page.select_one(f"button[data-copy={area['id']}]").has_attr("hidden")


def test_what_changed_stands_on_top_with_the_sheet(writer, event, now):
    assert "Co się zmieniło" not in words(writer.get(at(event, "sending")))
    change(event, now, venue=make_venue("Biblioteka"))
    response = writer.get(at(event, "sending"))
    text = words(response)
    assert "Zmiana miejsca. Teraz: Biblioteka, ul. Długa 5. Poprzednio: Kaffka" in text
    assert at(event, "sheet") in response.content.decode()


def test_a_draft_has_nothing_to_send_and_says_why(writer):
    draft = make_event("Szkic", published_at=None)
    for what in ("sending", "sheet"):
        response = writer.get(at(draft, what), follow=True)
        assert "Najpierw opublikuj to wydarzenie" in told(response)
    assert writer.get(at(draft, "square")).status_code == 404


def test_an_announcement_has_its_texts_and_picture(writer, event, now):
    item = make_announcement("Zapraszamy", lead="Przyjdź.", events=[event], published_at=now)
    assert "Przyjdź." in words(writer.get(at(item, "sending")))
    assert writer.get(at(item, "square"))["Content-Type"] == "image/png"
    draft = make_announcement("Szkic", published_at=None)
    assert "Najpierw opublikuj" in told(writer.get(at(draft, "sending"), follow=True))


def test_the_picture_is_square_and_its_file_says_what_it_is(writer, event):
    response = writer.get(at(event, "square"))
    assert Image.open(BytesIO(response.content)).size == (1080, 1080)
    assert f"herbata-{event.when.iso_start[:10]}-kwadrat.png" in response["Content-Disposition"]


def test_the_alternative_text_says_what_is_drawn(writer, event, now):
    change(event, now, venue=make_venue("Biblioteka"))
    alt = soup(writer.get(at(event, "sending"))).select_one("textarea#alt").text
    assert alt.strip().startswith("Zmiana miejsca. Wydarzenie. Herbata.")
    assert "Biblioteka" in alt


@pytest.mark.parametrize("what", ["sending", "square", "sheet"])
def test_only_staff_who_may_see_it_do(client, event, what):
    assert client.get(at(event, what)).status_code == 302
    client.force_login(make_user())
    assert client.get(at(event, what)).status_code == 403


## The sheet


def test_the_sheet_sends_people_to_the_new_place(writer, event, now):
    holder = make_office_holder("Anna Przykładowa")
    new = make_venue(
        "Biblioteka", street="Rajska", number="12", stop="Teatr Bagatela", entrance="od podwórza"
    )
    change(event, now, venue=new, day_phone="500 600 700")
    response = writer.get(at(event, "sheet"))
    text = words(response).replace("\u00a0", " ")
    assert soup(response).h1.text == "Spotkanie przeniesione"
    for said in ("Herbata", "Biblioteka", "ul. Rajska 12", "Od podwórza"):
        assert said in text
    for said in ("Przystanek: Teatr Bagatela", "500 600 700", holder.name, "Pełnomocniczka"):
        assert said in text
    assert "Kaffka" not in text


def test_the_code_leads_to_the_short_address_of_this_very_state(writer, event, now):
    change(event, now, venue=make_venue("Biblioteka"))
    page = soup(writer.get(at(event, "sheet")))
    code = page.select_one("footer svg[role=img]")
    address = code["aria-label"].split()[-1]
    assert address.endswith(f"/w/{event.pk}/1")
    modules = {
        (x, y)
        for y, row in enumerate(segno.make(address, error="m", micro=False).matrix_iter(border=4))
        for x, dark in enumerate(row)
        if dark
    }
    assert drawn(code.path["d"]) == modules


def drawn(path):
    found = set()
    for run in path.split("z")[:-1]:
        start, _, rest = run[1:].partition("h")
        x, y = map(int, start.split())
        found |= {(x + step, y) for step in range(int(rest.partition("v")[0]))}
    return found


def test_a_cancelled_one_says_why_and_names_no_place(writer, event, now):
    change(event, now, outcome="cancelled", outcome_reason="Choroba prowadzącej.")
    response = writer.get(at(event, "sheet"))
    assert soup(response).h1.text == "Spotkanie odwołane"
    assert "Choroba prowadzącej." in words(response)
    assert "Kaffka" not in words(response)


def test_another_hour_is_said_with_the_place_that_stays(writer, event, now):
    when = event.when
    later = When.at_time(when.starts_at + timedelta(hours=1), when.ends_at)
    change(event, now, when=later)
    response = writer.get(at(event, "sheet"))
    assert soup(response).h1.text == "Spotkanie w innym czasie"
    assert "Kaffka" in words(response)


def test_the_sheet_is_a_page_of_its_own_without_the_desk_around_it(writer, event, now):
    change(event, now, venue=make_venue("Biblioteka"))
    page = soup(writer.get(at(event, "sheet")))
    assert page.select("#header, .breadcrumbs") == []
    assert page.title.text == "Spotkanie przeniesione: Herbata"
