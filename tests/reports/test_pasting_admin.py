"""„Wklej listę działań”: rows looked at, mended, and saved all or none, once."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup

from organizations.models import Alias
from portal.kernel.months import Month
from portal.kernel.when import When
from reports.models import Activity
from tests.desk import told, words
from tests.factories import (
    NOW,
    make_activity,
    make_held,
    make_organization,
    make_series,
    make_user,
    make_venue,
)

pytestmark = pytest.mark.django_db
PASTE = "/admin/reports/activity/wklej/"
LIST = "/admin/reports/activity/"


@pytest.fixture(autouse=True)
def in_may():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def writer(client):
    client.force_login(make_user("redakcja"))
    return client


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def fields_of(response):
    """What a browser would send back from that page."""
    sent = {}
    for field in soup(response).select("form.paste [name]"):
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.option
            sent[field["name"]] = chosen["value"]
        elif field.name == "textarea":
            sent[field["name"]] = field.text.removeprefix("\n")
        elif field.get("type") == "checkbox":
            if field.has_attr("checked"):
                sent[field["name"]] = "on"
        elif field.get("type") != "submit":
            sent[field["name"]] = field.get("value", "")
    return sent


def look(client, text, **fields):
    sent = {"first": "2026-03", "last": "", "role": "participant", "text": text, **fields}
    response = client.post(PASTE, {**sent, "_read": "1"})
    assert response.status_code == 200
    return response


def save(client, response, **changes):
    sent = {**fields_of(response), **changes, "_save": "1"}
    return client.post(PASTE, {name: v for name, v in sent.items() if v is not None}, follow=True)


def errors(response):
    return [" ".join(li.text.split()) for li in soup(response).select(".errorlist li")]


def row(response, number):
    """{field: value} of a row of the page, from 1."""
    prefix = f"w-{number - 1}-"
    sent = fields_of(response)
    return {name.removeprefix(prefix): v for name, v in sent.items() if name.startswith(prefix)}


def test_the_list_of_activities_leads_to_it_and_it_begins_with_last_month(writer):
    assert soup(writer.get(LIST)).find("a", href=PASTE).text.strip() == "Wklej listę działań"
    chosen = soup(writer.get(PASTE)).select_one("#id_first option[selected]")
    assert chosen.text == "kwiecień 2026"


def test_rows_are_shown_with_what_was_recognised_and_nothing_is_saved(writer):
    music = make_organization("Fundacja Muzyka w Centrum")
    Alias.objects.create(organization=music, name="Muzyka")
    page = look(writer, "- 13 marca: wizyta w Fundacji Muzyka w Centrum,\n- kongres w Warszawie")
    assert row(page, 1) == {
        "deed": "dodaj",
        "title": "wizyta w Fundacji Muzyka w Centrum",
        "kind": "visit",
        "role": "participant",
        "when": "13 marca 2026 r.",
        "organizations": "Fundacja Muzyka w Centrum",
        "place": "",
        "event": "",
    }
    assert (row(page, 2)["place"], row(page, 2)["outside_krakow"]) == ("Warszawa", "on")
    assert not Activity.objects.exists()


def test_what_was_seen_is_saved_with_its_history(writer):
    music, venue = make_organization("Fundacja Muzyka w Centrum"), make_venue("Społeczna Kaffka")
    text = "- 13 marca: wizyta w Fundacji Muzyka w Centrum,\n- spotkanie w Społecznej Kaffce"
    text += ",\n- piknik"
    response = save(writer, look(writer, text), **{"w-2-deed": "pomin"})
    assert told(response) == "Zapisano: 2\xa0działania."
    visit, meeting = Activity.objects.order_by("pk")
    assert (visit.title, visit.kind) == ("wizyta w Fundacji Muzyka w Centrum", "visit")
    assert visit.when == When.on_day(date(2026, 3, 13))
    assert list(visit.organizations.all()) == [music]
    assert (meeting.venue, meeting.place, meeting.when) == (
        venue,
        "",
        When.in_month(Month(2026, 3)),
    )
    assert meeting.source == "Lista wklejona 8 maja 2026 r.".replace(" maja", "\xa0maja").replace(
        " r.", "\xa0r."
    )
    assert visit.history.first().history_user.username
    assert response.redirect_chain[-1][0] == f"{LIST}?miesiac=2026-03"


def test_rows_keep_their_order_after_what_the_month_has(writer):
    make_activity("pierwsze", position=7)
    save(writer, look(writer, "- drugie działanie\n- trzecie działanie"))
    titles = Activity.objects.in_order().values_list("title", flat=True)
    assert list(titles) == ["pierwsze", "drugie działanie", "trzecie działanie"]


def test_every_field_may_be_changed_before_saving(writer):
    first, second = make_organization("Fundacja Ławka"), make_organization("Fundacja Stół")
    changes = {
        "w-0-title": "jubileusz\n  Klubu",
        "w-0-kind": "jubilee",
        "w-0-role": "guest",
        "w-0-when": "styczeń–kwiecień 2026",
        "w-0-organizations": "fundacja lawka; Fundacja Stół",
        "w-0-place": "podwórko przy Długiej",
        "w-0-outside_krakow": "on",
    }
    save(writer, look(writer, "- wizyta gdzieś"), **changes)
    found = Activity.objects.get()
    assert (found.title, found.kind, found.role) == ("jubileusz Klubu", "jubilee", "guest")
    assert found.precision == "months"
    assert set(found.organizations.all()) == {first, second}
    assert (found.place, found.outside_krakow) == ("podwórko przy Długiej", True)


def test_one_wrong_row_saves_nothing_and_keeps_all_that_was_typed(writer):
    page = look(writer, "- wizyta w A\n- wizyta w B\n- wizyta w C")
    response = save(
        writer,
        page,
        **{
            "w-0-title": "wizyta poprawiona",
            "w-1-when": "30 lutego 2026",
            "w-2-title": "",
            "w-2-organizations": "Fundacja Zmyślona",
        },
    )
    assert not Activity.objects.exists()
    assert "Nic nie zapisano. Do poprawienia: 2 wiersze." in words(response).replace("\xa0", " ")
    assert [e.split(":")[0].split(".")[0] for e in errors(response)] == [
        "30 lutego nie istnieje",
        "Napisz, co to było, albo wybierz „pomiń”",
        "Nie ma w spisie „Fundacja Zmyślona”",
    ]
    assert row(response, 1)["title"] == "wizyta poprawiona"
    assert row(response, 2)["when"] == "30 lutego 2026"
    fixed = {"w-1-when": "28 lutego 2026", "w-2-deed": "pomin"}
    save(writer, response, **fixed)
    assert Activity.objects.count() == 2


def test_a_misspelt_organization_is_told_with_the_like_one(writer):
    make_organization("Fundacja Hamlet")
    page = look(writer, "- wizyta")
    response = save(writer, page, **{"w-0-organizations": "Fundacja Hamlett"})
    assert errors(response) == [
        "Nie ma w spisie „Fundacja Hamlett”. Czy chodzi o „Fundacja Hamlet”?"
    ]


def test_two_of_one_name_are_told_apart_by_their_numbers(writer):
    one, two = make_organization("Fundacja Ławka"), make_organization("Fundacja Ławka")
    page = look(writer, "- wizyta")
    response = save(writer, page, **{"w-0-organizations": "Fundacja Ławka"})
    assert f"(nr {one.pk}), (nr {two.pk})" in errors(response)[0]
    save(writer, response, **{"w-0-organizations": f"Fundacja Ławka (nr {two.pk})"})
    assert list(Activity.objects.get().organizations.all()) == [two]


def test_sending_twice_makes_one_set(writer):
    page = look(writer, "- wizyta w A\n- wizyta w B")
    for _click in range(2):
        response = save(writer, page)
    assert Activity.objects.count() == 2
    assert "Tę listę już zapisano." in told(response)


def test_what_was_refused_may_be_sent_again_with_its_key(writer):
    page = look(writer, "- wizyta w A")
    save(writer, page, **{"w-0-title": ""})
    save(writer, page)
    assert Activity.objects.count() == 1


def test_the_same_activity_is_skipped_unless_meant_and_never_by_chance(writer):
    make_activity("wizyta w A")
    page = look(writer, "- wizyta w A")
    assert row(page, 1)["deed"] == "pomin"
    assert "Takie działanie już jest w spisie: wizyta w A" in words(page)
    refused = save(writer, page, **{"w-0-deed": "dodaj"})
    assert "Takie działanie z tą datą już jest w spisie." in errors(refused)[0]
    assert Activity.objects.count() == 1
    save(writer, refused, **{"w-0-deed": "jeszcze-raz"})
    assert Activity.objects.count() == 2


def test_the_second_of_two_people_with_one_list_is_told(writer):
    mine, theirs = look(writer, "- wizyta w A"), look(writer, "- wizyta w A")
    save(writer, theirs)
    response = save(writer, mine)
    assert "Takie działanie z tą datą już jest w spisie." in errors(response)[0]
    assert Activity.objects.count() == 1


def test_one_row_twice_in_the_list_is_doubted_and_skipped(writer):
    page = look(writer, "- wizyta w A\n- wizyta w A")
    assert [row(page, n)["deed"] for n in (1, 2)] == ["dodaj", "pomin"]
    refused = save(writer, page, **{"w-1-deed": "dodaj"})
    assert "stoi już wyżej" in errors(refused)[0]


def test_our_own_meeting_is_skipped_or_linked(writer):
    series = make_series("Spotkajmy się w 3miejscu")
    event = make_held("Drugie spotkanie", series=series, edition=2, month=Month(2026, 3))
    page = look(writer, "- spotkanie z cyklu „Spotkajmy się w 3miejscu”")
    assert "To wygląda na spotkanie, które jest już w portalu: Drugie spotkanie" in words(page)
    assert row(page, 1)["deed"] == "pomin"
    save(writer, page, **{"w-0-deed": "polacz"})
    assert Activity.objects.get().event == event


def test_a_link_to_what_was_not_offered_is_refused(writer):
    page = look(writer, "- piknik")
    for forged in ("999999", "0", "x", "9" * 30):
        response = save(writer, page, **{"w-0-deed": "polacz", "w-0-event": forged})
        assert errors(response)
    assert not Activity.objects.exists()


def test_everything_skipped_saves_nothing_and_says_so(writer):
    response = save(writer, look(writer, "- piknik"), **{"w-0-deed": "pomin", "w-0-title": ""})
    assert "nic nie zapisano" in told(response)
    assert not Activity.objects.exists()


def test_markup_is_plain_text(writer):
    page = look(writer, "- <script>alert(1)</script> wizyta\n- {{ x }} wizyta")
    assert "<script>alert(1)" not in page.content.decode()
    save(writer, page)
    titles = sorted(Activity.objects.values_list("title", flat=True))
    assert titles == ["<script>alert(1)</script> wizyta", "{{ x }} wizyta"]
    assert "<script>alert(1)" not in writer.get(LIST).content.decode()


@pytest.mark.parametrize(
    "fields, words_of_it",
    [
        ({"text": ""}, "To pole jest wymagane."),
        ({"text": "Luty\n\nMarzec:\n"}, "Nie ma tu żadnego działania"),
        ({"text": "wizyta\n" * 301}, "Na liście jest 301 wierszy, a naraz mieści się 300."),
        ({"first": "2026-04", "last": "2026-03"}, "Okres kończy się"),
        ({"first": "2019-01"}, "Wybierz poprawną wartość"),
        ({"text": "wizyta\x00"}, "Znaki null"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_beside_its_field(writer, fields, words_of_it):
    page = look(writer, **{"text": "- wizyta w A", **fields})
    assert words_of_it in " ".join(errors(page)).replace("\xa0", " ")
    assert soup(page).find(id="id_text").text.strip() == fields.get("text", "- wizyta w A").strip()


def test_three_hundred_rows_are_saved_at_once(writer):
    page = look(writer, "\n".join(f"- wizyta w Fundacji {n}" for n in range(300)))
    save(writer, page)
    assert Activity.objects.count() == 300


def test_a_long_title_is_refused_whole(writer):
    page = look(writer, f"- wizyta {'x' * 400}")
    assert "Za długie: 407 znaków" in words(page)
    response = save(writer, page)
    assert len(row(response, 1)["title"]) == 407
    assert not Activity.objects.exists()


def test_one_may_go_back_to_the_text(writer):
    page = look(writer, "- wizyta w A", last="2026-04", role="guest")
    sent = {**fields_of(page), "_back": "1"}
    back = soup(writer.post(PASTE, sent))
    assert back.find(id="id_text").text.strip() == "- wizyta w A"
    assert back.select_one("#id_last option[selected]")["value"] == "2026-04"
    assert back.select_one("#id_role option[selected]")["value"] == "guest"
    assert not back.select(".errorlist")


def test_a_form_that_nobody_sent_does_no_harm(writer):
    for sent in ({"_save": "1"}, {"_save": "1", "w-TOTAL_FORMS": "2", "w-INITIAL_FORMS": "0"}):
        assert writer.post(PASTE, sent).status_code in {200, 302}
    assert not Activity.objects.exists()


def test_strangers_do_not_come_in(client):
    assert client.get(PASTE).status_code == 302
    client.force_login(make_user())
    assert client.get(PASTE).status_code == 403
    assert client.post(PASTE, {"_save": "1"}).status_code == 403


@pytest.mark.parametrize("written", ["31.02.2026", "30 lutego", "31 kwietnia 2026"])
def test_a_day_that_does_not_exist_is_never_saved_as_another(writer, written):
    page = look(writer, f"{written} posiedzenie rady\n5.03.2026 wizyta w Fundacji X")
    assert row(page, 1)["when"] == written
    refused = save(writer, page)
    assert not Activity.objects.exists()
    assert len(errors(refused)) == 1
    assert row(refused, 1)["when"] == written
    save(writer, refused, **{"w-0-when": "28.02.2026"})
    assert Activity.objects.count() == 2


def test_what_was_just_written_stands_first_in_the_list(writer):
    for day in (3, 17, 9):
        make_activity(f"wizyta {day}", when=When.on_day(date(2026, 3, day)))
    listed = soup(writer.get(LIST)).select("th.field-title a")
    assert [link.text for link in listed] == ["wizyta 17", "wizyta 9", "wizyta 3"]
