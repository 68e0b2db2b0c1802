"""The page of one promise: done, given up, put off; once, whoever clicks twice or at once."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup

from events.actions import approve_note
from events.models import Commitment
from portal.kernel.when import When
from tests.desk import filled, page_of, told, words, write
from tests.factories import NOW, make_event, make_held, make_note, make_series, make_user

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 13)


@pytest.fixture(autouse=True)
def on_the_eighth_of_may():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def row():
    event = make_held("Herbata", when=When.on_day(MARCH), series=make_series("Herbaty"))
    note = make_note(event, ("exactly", 41, "people"), summary="Rozmowa.", approved_at=None)
    row = Commitment.objects.create(
        note=note, text="Lista sal", owner="Pełnomocnik", due=date(2026, 5, 1), public=True
    )
    approve_note(note=note, by=None, at=NOW)
    return row


def entered(client, role):
    client.force_login(make_user(role))
    return client


@pytest.fixture
def writer(client):
    return entered(client, "redakcja")


@pytest.fixture
def publisher(client):
    return entered(client, "publikacja")


def address(row):
    return f"/admin/events/commitment/{row.pk}/rozlicz/"


def form_on(client, row, deed):
    """What a browser would send from that form."""
    page = BeautifulSoup(client.get(address(row)).content, "html.parser")
    form = page.find("button", value=deed).find_parent("form")
    sent = {"deed": deed}
    for field in form.select("input[name], textarea[name]"):
        if field.get("type") != "checkbox":
            sent[field["name"]] = field.get("value", field.text.strip())
        elif field.has_attr("checked"):
            sent[field["name"]] = "on"
    return sent


def send(client, row, deed, **changes):
    sent = {name: v for name, v in {**form_on(client, row, deed), **changes}.items() if v}
    return client.post(address(row), sent, follow=True)


def stored(row):
    row.refresh_from_db()
    return row.state, row.done_on, row.result, row.due, row.public


def errors(response):
    page = BeautifulSoup(response.content, "html.parser")
    return [" ".join(found.text.split()) for found in page.select(".errorlist li, .errornote")]


def test_done_takes_today_and_one_sentence(writer, row):
    response = send(writer, row, "zrobione", result="Lista wisi w biurze.")
    assert stored(row)[:3] == ("done", NOW.date(), "Lista wisi w biurze.")
    said = told(response).replace("\xa0", " ")
    assert said == "Zapisano: zrobione 8 maja 2026 r. Na stronie po zatwierdzeniu notatki."
    assert row.note.versions.count() == 1
    assert response.request["PATH_INFO"] == "/admin/"


def test_who_approves_changes_the_page_at_once(publisher, row, client):
    response = send(publisher, row, "zrobione", result="Lista wisi w biurze.")
    assert "Zapisano i zatwierdzono" in told(response)
    assert "po zatwierdzeniu" not in told(response)
    version = row.note.versions.get(number=2)
    assert [p.result for p in version.commitments()] == ["Lista wisi w biurze."]
    public = client.get(row.note.event.get_absolute_url()).content.decode()
    assert "Lista wisi w biurze." in public.replace("\xa0", " ")


def test_who_approves_may_leave_that_for_later(publisher, row):
    response = send(publisher, row, "zrobione", result="Jest.", approve="")
    assert row.note.versions.count() == 1
    assert "Na stronie po zatwierdzeniu notatki." in told(response)


def test_who_only_writes_is_told_that_it_waits(writer, row):
    page = writer.get(address(row))
    assert "Na stronie po zatwierdzeniu notatki" in words(page)
    assert 'name="approve"' not in page.content.decode()
    send(writer, row, "zrobione", result="Jest.", approve="on")
    assert row.note.versions.count() == 1


def test_other_changes_of_the_note_are_not_let_out_with_it(publisher, row):
    row.note.summary = "Coś innego, czego nikt nie czytał."
    row.note.save()
    page = publisher.get(address(row))
    assert "Notatka ma też inne niezatwierdzone zmiany" in words(page)
    send(publisher, row, "zrobione", result="Jest.", approve="on")
    assert row.note.versions.count() == 1


def test_a_new_doubt_leads_through_the_gate(publisher, row):
    response = send(publisher, row, "zrobione", result="Zrobił to Jan Kowalski.")
    assert stored(row)[0] == "done"
    assert row.note.versions.count() == 1
    assert "wygląda na imię i nazwisko" in words(response)
    assert response.request["PATH_INFO"].endswith(f"/{row.note_id}/publikacja/")


@pytest.mark.parametrize(
    "changes, sentence",
    [
        ({"day": "9.05.2026"}, "Ten dzień dopiero będzie."),
        ({"day": "12.03.2026"}, "To było przed spotkaniem: 13 marca 2026 r."),
        ({"day": "maj 2026"}, "Podaj jeden dzień, np. 8.05.2026."),
        ({"day": "30.02.2026"}, "30 lutego nie istnieje"),
        ({"day": ""}, "To pole jest wymagane."),
        ({"result": ""}, "Na stronie ma stać, co zrobiliśmy: napisz to."),
        ({"result": "x" * 301}, "301"),
    ],
)
def test_what_cannot_be_is_refused_and_the_text_stays(writer, row, changes, sentence):
    before = stored(row)
    response = send(writer, row, "zrobione", **{"result": "Lista wisi.", **changes})
    assert any(sentence in found.replace("\xa0", " ") for found in errors(response))
    assert stored(row) == before
    page = BeautifulSoup(response.content, "html.parser")
    typed = page.find(id="id_zrobione_result").text.strip()
    assert typed == changes.get("result", "Lista wisi.")
    assert page.find(id="id_zrobione_day").get("value", "") == changes.get("day", "08.05.2026")


def test_what_stays_inside_needs_no_sentence(writer, row):
    send(writer, row, "zrobione", public="")
    assert stored(row) == ("done", NOW.date(), "", date(2026, 5, 1), False)


def test_what_will_not_be_done_says_why(writer, row):
    assert errors(send(writer, row, "nie-zrobimy", result="")) == ["Napisz, dlaczego."]
    send(writer, row, "nie-zrobimy", result="Miasto nie ma takich sal.")
    assert stored(row)[:3] == ("dropped", None, "Miasto nie ma takich sal.")


@pytest.mark.parametrize(
    "due, sentence",
    [("7.05.2026", "Ten dzień już minął."), ("", "To pole jest wymagane.")],
)
def test_a_new_day_lies_ahead(writer, row, due, sentence):
    assert errors(send(writer, row, "termin", due=due)) == [sentence]


def test_putting_off_opens_what_was_settled(writer, row):
    send(writer, row, "zrobione", result="Pomyłka.")
    send(writer, row, "termin", due="1 czerwca 2026")
    assert stored(row) == ("open", None, "", date(2026, 6, 1), True)
    assert errors(send(writer, row, "termin", due="1 czerwca 2026")) == ["To jest obecny termin."]


def test_only_who_may_read_it_is_changed(writer, row):
    send(writer, row, "widocznosc", public="")
    assert stored(row) == ("open", None, "", date(2026, 5, 1), False)


def test_a_double_click_is_one_deed(publisher, row):
    sent = {**form_on(publisher, row, "zrobione"), "result": "Jest."}
    for _click in range(2):
        response = publisher.post(address(row), sent, follow=True)
        assert response.request["PATH_INFO"] == "/admin/"
    assert row.history.count() == 2
    assert row.note.versions.count() == 2


def test_the_second_of_two_sees_the_first_and_loses_nothing(writer, row):
    mine = {**form_on(writer, row, "nie-zrobimy"), "result": "Nie da się."}
    send(writer, row, "zrobione", result="Kto inny to zrobił.")
    response = writer.post(address(row), mine)
    assert "W tym czasie ktoś zmienił to ustalenie" in words(response)
    assert "Kto inny to zrobił." in words(response)
    page = BeautifulSoup(response.content, "html.parser")
    assert page.find(id="id_nie-zrobimy_result").text.strip() == "Nie da się."
    assert stored(row)[0] == "done"
    again = {**mine, "seen": page.find(id="id_nie-zrobimy_seen")["value"]}
    writer.post(address(row), again)
    assert stored(row)[:3] == ("dropped", None, "Nie da się.")


def test_whoever_has_the_note_open_does_not_undo_it(writer, row):
    opened = writer.get(page_of(row.note))
    send(writer, row, "zrobione", result="Jest.")
    late = writer.post(page_of(row.note), filled(opened, summary="Inaczej."))
    assert "Dwie osoby zmieniły to samo" in words(late)
    assert stored(row)[0] == "done"


def test_it_stands_in_the_history_of_the_promise_and_of_the_note(writer, row):
    send(writer, row, "zrobione", result="Lista wisi w biurze.")
    for record in (row, row.note):
        page = writer.get(page_of(record).replace("/change/", "/history/"))
        assert "Lista wisi w biurze." in words(page)


def test_the_desk_leads_to_it_and_is_clear_afterwards(writer, row):
    desk = BeautifulSoup(writer.get("/admin/").content, "html.parser")
    line = desk.find("a", attrs={"data-kind": "promise"})
    assert line["href"] == address(row)
    send(writer, row, "zrobione", result="Jest.")
    desk = BeautifulSoup(writer.get("/admin/").content, "html.parser")
    assert desk.find("a", attrs={"data-kind": "promise"}) is None


def test_reading_changes_nothing_and_strangers_do_not_come_in(client, row):
    before = stored(row)
    assert client.get(address(row)).status_code == 302
    client.force_login(make_user())
    assert client.get(address(row)).status_code == 403
    assert client.post(address(row), {"deed": "termin", "due": "1.06.2027"}).status_code == 403
    assert stored(row) == before


def test_a_deed_that_nobody_knows_does_nothing(writer, row):
    before = stored(row)
    response = writer.post(address(row), {"deed": "zrobione<script>"})
    assert response.status_code == 200
    assert stored(row) == before
    assert writer.get("/admin/events/commitment/999999/rozlicz/").status_code == 404


## The list


def listed(client, query=""):
    page = client.get(f"/admin/events/commitment/{query}")
    assert page.status_code == 200
    return [row.text for row in page.context["cl"].result_list]


def test_the_list_knows_what_is_open_late_public_and_of_which_cycle(writer, row):
    note = make_note(make_held(when=When.on_day(MARCH)))
    for text, fields in (
        ("Kiedyś", {}),
        ("Później", {"due": date(2027, 1, 1)}),
        ("Było", {"state": "done", "done_on": MARCH}),
        ("Nie", {"state": "dropped", "result": "Bo nie."}),
    ):
        Commitment.objects.create(note=note, text=text, owner="Biuro", **fields)
    assert listed(writer) == ["Lista sal", "Później", "Kiedyś", "Było", "Nie"]
    assert listed(writer, "?stan=otwarte") == ["Lista sal", "Później", "Kiedyś"]
    assert listed(writer, "?stan=po-terminie") == ["Lista sal"]
    assert listed(writer, "?stan=bez-terminu") == ["Kiedyś"]
    assert listed(writer, "?stan=zrobione") == ["Było"]
    assert listed(writer, "?stan=nie-zrobimy") == ["Nie"]
    assert listed(writer, "?public__exact=1") == ["Lista sal"]
    assert listed(writer, f"?cykl={row.note.event.series_id}") == ["Lista sal"]
    assert listed(writer, "?cykl=zmyslony") == []
    assert listed(writer, "?q=herbata") == ["Lista sal"]


def test_the_list_is_only_read_and_says_what_is_late(writer, row):
    page = writer.get("/admin/events/commitment/")
    assert "1 maja 2026 r. – po terminie" in words(page).replace("\xa0", " ")
    assert f'href="{address(row)}"' in page.content.decode()
    assert writer.get("/admin/events/commitment/add/").status_code == 403
    assert "Rozlicz" in words(writer.get(page_of(row)))
    assert writer.post(page_of(row), {"text": "Inna"}).status_code == 403


def test_the_note_s_form_takes_the_sentence_too(writer, row):
    write(writer, row.note, **{"commitments-0-result": "Lista jest."})
    assert stored(row)[2] == "Lista jest."


def test_the_next_edition_s_form_leads_here(writer, row):
    series = row.note.event.series
    page = writer.get(f"/admin/events/event/add/?series={series.pk}")
    assert address(row) in page.content.decode()
    ahead = make_event(series=series, when=When.on_day(date(2026, 5, 20)))
    assert address(row) in writer.get(page_of(ahead)).content.decode()
