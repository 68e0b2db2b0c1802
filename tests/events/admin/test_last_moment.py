"""„W ostatniej chwili”: who may, for what, in how few steps, and what is told."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse

from events.last_moment import announced
from events.models import Event
from portal.kernel.when import When
from tests.desk import told, words
from tests.factories import make_event, make_user, make_venue
from venues.models import Venue

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 5, 13, 10, 0, tzinfo=UTC)  # 12.00 in Warsaw
SCREEN = "/admin/ostatnia-chwila/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def today(start=14, end=18, days=0, **options):
    day = NOON.replace(hour=0) + timedelta(days=days)
    return When.at_time(day + timedelta(hours=start - 2), day + timedelta(hours=end - 2), **options)


def meeting(title="Herbata", **fields):
    fields.setdefault("when", today())
    fields.setdefault("published_at", NOON - timedelta(days=9))
    fields.setdefault("venue", make_venue("Kaffka", host_contact="recepcja, 12 345 67 89"))
    return make_event(title, **fields)


def page(event, slug):
    return reverse("admin:last_moment_change", args=[event.pk, slug])


def sent(client, event, slug, **data):
    form = client.get(page(event, slug)).context["form"]
    return client.post(
        page(event, slug), {"began_from": form["began_from"].value(), **data}, follow=True
    )


def errors(response):
    return words(response) if "form" in response.context else ""


## The screen


def test_today_and_tomorrow_are_there_and_nothing_else(writer):
    meeting("Trwa", when=today(11, 13))
    meeting("Skończone", when=today(8, 10))
    meeting("Jutro rano", when=today(9, 10, days=1))
    meeting("Bez godziny", when=When.on_day(NOON.date()))
    meeting("Długie", when=When.on_day(NOON.date() - timedelta(days=3), NOON.date()))
    meeting("Pojutrze", when=today(days=2))
    meeting("Wczoraj", when=today(days=-1))
    meeting("Do północy wczoraj", when=today(20, 24, days=-1))
    meeting("Szkic", published_at=None)
    text = words(writer.get(SCREEN))
    for title in ("Trwa", "Skończone", "Jutro rano", "Bez godziny", "Długie"):
        assert title in text
    for title in ("Pojutrze", "Wczoraj", "Do północy", "Szkic"):
        assert title not in text
    assert "trwa teraz" in text


def test_an_empty_screen_says_so(writer):
    assert "Na dziś i na jutro nic nie jest opublikowane." in words(writer.get(SCREEN))


def test_three_buttons_and_back_again(writer):
    event, off = meeting(), meeting("Kawa", outcome="cancelled", outcome_reason="choroba")
    html = writer.get(SCREEN).content.decode()
    for slug in ("miejsce", "godzina", "odwolane"):
        assert page(event, slug) in html
        assert page(off, slug) not in html
    assert page(off, "jednak") in html


def test_what_lasts_several_days_has_no_hours_of_today(writer):
    event = meeting(when=When.on_day(NOON.date(), NOON.date() + timedelta(days=1)))
    assert page(event, "godzina") not in writer.get(SCREEN).content.decode()


def test_the_screen_asks_the_database_as_often_for_ten_events_as_for_one(
    writer, django_assert_max_num_queries
):
    for n in range(10):
        meeting(f"Spotkanie {n}")
    with django_assert_max_num_queries(25):
        writer.get(SCREEN)


def test_it_is_for_staff_who_write(client):
    event = meeting()
    for address in (SCREEN, page(event, "odwolane")):
        assert client.get(address).status_code == 302
    client.force_login(make_user())
    for address in (SCREEN, page(event, "odwolane")):
        assert client.get(address).status_code == 403
        assert client.post(address).status_code == 403


## Each change


def test_a_writer_moves_it_to_a_known_place(writer):
    event, new = meeting(), make_venue("Biblioteka", street="Rajska", number="12")
    response = sent(writer, event, "miejsce", venue=new.pk, ready="Awaria w budynku.")
    event.refresh_from_db()
    assert event.venue == new
    change = event.changes.get()
    assert (change.kind, change.reason) == ("place", "Awaria w budynku.")
    assert change.by.groups.get().name == "redakcja"
    assert response.redirect_chain[-1][0] == reverse("admin:events_event_sending", args=[event.pk])
    assert "Zmianę widać już na stronie." in told(response)


def test_the_host_of_the_old_place_can_be_called_from_the_next_page(writer):
    event, new = meeting(), make_venue("Biblioteka", host_contact="pani Ewa 500-600-700")
    response = sent(writer, event, "miejsce", venue=new.pk, ready="Awaria w budynku.")
    html = response.content.decode()
    assert 'href="tel:123456789"' in html
    assert 'href="tel:500600700"' in html
    assert "Zmiana miejsca." in words(response)


def test_a_place_that_nobody_knows_yet_is_typed_and_kept_as_a_draft(writer):
    event = meeting()
    typed = {"new_name": "Dom Kultury Podgórze", "new_address": "ul. Sokolska 13"}
    sent(writer, event, "miejsce", **typed, change_reason="Zalana sala.")
    event.refresh_from_db()
    venue = Venue.objects.get(name="Dom Kultury Podgórze")
    assert (event.venue, event.place_address) == (venue, "ul. Sokolska 13")
    assert (venue.address_kind, venue.street, venue.number) == ("ul.", "Sokolska", "13")
    assert not venue.is_public(NOON)
    assert venue.history.latest().history_user is not None


@pytest.mark.parametrize(
    "address, parts",
    [
        ("Rynek Główny 35", ("", "Rynek Główny", "35")),
        ("os. Zgody 7", ("os.", "Zgody", "7")),
        ("al. 3 Maja 9a", ("al.", "3 Maja", "9a")),
        ("ul. Zabłocie 20–22", ("ul.", "Zabłocie", "20–22")),
        ("Planty", ("", "Planty", "")),
        ("", ("", "", "")),
    ],
)
def test_an_address_is_read_as_it_is_written(writer, address, parts):
    event = meeting()
    sent(writer, event, "miejsce", new_name="Nowe", new_address=address, change_reason="x")
    venue = Venue.objects.get(name="Nowe")
    assert (venue.address_kind, venue.street, venue.number) == parts
    assert venue.address == address


def test_a_known_name_typed_again_makes_no_second_place(writer):
    event, known = meeting(), make_venue("Biblioteka", street="Rajska", number="12")
    known.aliases.create(name="Arteteka")
    sent(writer, event, "miejsce", new_name="arteteka", change_reason="x")
    event.refresh_from_db()
    assert event.venue == known
    assert Venue.objects.filter(name__in=["Arteteka", "arteteka"]).count() == 0


@pytest.mark.parametrize(
    "data, said",
    [
        ({}, "Wybierz miejsce z listy albo wpisz nowe."),
        ({"new_name": "Biblioteka", "new_address": "ul. Inna 1"}, "pod innym adresem: ul. Długa 5"),
        ({"new_name": "Kaffka"}, "Tak jest już teraz"),
        ({"new_name": "x" * 201}, "200"),
    ],
)
def test_a_place_that_is_no_answer_is_refused_and_what_was_typed_is_kept(writer, data, said):
    event = meeting()
    make_venue("Biblioteka")
    response = sent(writer, event, "miejsce", **data, change_reason="Zalana sala.")
    assert said in errors(response)
    assert "Zalana sala." in response.content.decode()
    event.refresh_from_db()
    assert (event.place_name, event.sequence) == ("Kaffka", 0)


def test_a_misspelt_place_is_told_first_and_taken_for_another_when_sent_again(writer):
    event = meeting()
    make_venue("Biblioteka Wojewódzka")
    typed = {"new_name": "Biblioteka Wojewudzka", "change_reason": "Zalana sala."}
    asked = sent(writer, event, "miejsce", **typed)
    assert "podobne: „Biblioteka Wojewódzka”" in errors(asked)
    event.refresh_from_db()
    assert event.place_name == "Kaffka"
    told = BeautifulSoup(asked.content, "html.parser").find("input", attrs={"name": "told"})
    sent(writer, event, "miejsce", **typed, told=told["value"])
    event.refresh_from_db()
    assert event.place_name == "Biblioteka Wojewudzka"


def test_a_reason_is_needed_and_ones_own_words_come_first(writer):
    event = meeting()
    assert "Wybierz powód albo napisz własny." in errors(sent(writer, event, "odwolane"))
    both = {"ready": "Niebezpieczna pogoda.", "change_reason": "Burza z gradem."}
    sent(writer, event, "odwolane", **both)
    event.refresh_from_db()
    assert (event.outcome, event.outcome_reason) == ("cancelled", "Burza z gradem.")


@pytest.mark.parametrize(
    "typed, hours",
    [
        ("15.00", "15.00–19.00"),
        ("15", "15.00–19.00"),
        ("15:30", "15.30–19.30"),
        ("godz. 16.00", "16.00–20.00"),
        ("15.00–17.00", "15.00–17.00"),
        ("15.00-17.00", "15.00–17.00"),
        ("15.00 – ok. 17.00", "15.00\u00a0– ok.\u00a017.00"),
    ],
)
def test_an_hour_is_typed_as_people_write_it(writer, typed, hours):
    event = meeting(when=today(drop_in=False))
    sent(writer, event, "godzina", hours=typed, change_reason="x")
    event.refresh_from_db()
    assert event.when.hours() == hours


def test_an_hour_later_is_one_tap(writer):
    event = meeting(when=today(drop_in=True))
    assert "15.00–19.00 (o godzinę później)" in words(writer.get(page(event, "godzina")))
    sent(writer, event, "godzina", later="60", ready="Prowadzący się spóźnią.")
    event.refresh_from_db()
    assert event.when == today(15, 19, drop_in=True)


@pytest.mark.parametrize(
    "typed, said",
    [
        ("11.00", "Ta godzina już minęła."),
        ("25.00", "25.00"),
        ("jutro", "Nie rozumiem"),
        ("", "Wybierz godzinę albo ją wpisz."),
        ("14.00–18.00", "Tak jest już teraz"),
    ],
)
def test_an_hour_that_cannot_be_is_refused(writer, typed, said):
    event = meeting()
    response = sent(writer, event, "godzina", hours=typed, change_reason="Zalana sala.")
    assert said in errors(response)
    event.refresh_from_db()
    assert event.when == today()


def test_what_runs_may_end_earlier(writer):
    event = meeting(when=today(11, 16))
    sent(writer, event, "godzina", hours="11.00–14.00", change_reason="x")
    event.refresh_from_db()
    assert event.when == today(11, 14)


def test_off_and_back_again(writer):
    event = meeting()
    sent(writer, event, "odwolane", ready="Niebezpieczna pogoda.")
    response = sent(writer, event, "jednak", ready="Odwołanie było pomyłką.")
    event.refresh_from_db()
    assert (event.outcome, event.outcome_reason, event.sequence) == ("expected", "", 2)
    assert "Jednak się odbędzie." in words(response)


## What must not happen


@pytest.mark.parametrize("days", [-1, 2, 30])
def test_another_day_is_not_changed_here(writer, days):
    event = meeting(when=today(days=days))
    for ask in (writer.get, writer.post):
        response = ask(page(event, "odwolane"), follow=True)
        assert "Tu zmienia się tylko to, co jest dziś albo jutro." in told(response)
    event.refresh_from_db()
    assert event.outcome == "expected"


def test_drafts_and_what_does_not_exist_are_not_found(writer):
    draft = meeting(published_at=None)
    for address in (page(draft, "odwolane"), page(meeting(), "nie-ma"), f"{SCREEN}999/miejsce/"):
        assert writer.get(address).status_code == 404


def test_a_double_click_changes_it_once_and_ends_where_the_first_did(writer):
    event = meeting()
    form = writer.get(page(event, "odwolane")).context["form"]
    data = {"began_from": form["began_from"].value(), "ready": "Niebezpieczna pogoda."}
    answers = [writer.post(page(event, "odwolane"), data) for _ in range(2)]
    assert {row.url for row in answers} == {reverse("admin:events_event_sending", args=[event.pk])}
    assert event.changes.count() == 1


def test_the_second_of_two_people_is_told_and_changes_nothing(writer):
    event = meeting()
    began = writer.get(page(event, "godzina")).context["form"]["began_from"].value()
    other = Event.objects.get()
    other.lead = "Nowe zdanie."
    other.save()
    data = {"began_from": began, "hours": "15.00", "change_reason": "x"}
    response = writer.post(page(event, "godzina"), data)
    assert "nowszą wersję" in words(response)
    event.refresh_from_db()
    assert event.when == today()


def test_colleagues_hear_of_it_in_the_same_transaction(writer):
    heard = []

    def listen(sender, event, changes, by, at, **kwargs):
        heard.append((event.title, [row.kind for row in changes], by.username, at))

    announced.connect(listen)
    try:
        sent(writer, meeting(), "odwolane", ready="Niebezpieczna pogoda.")
    finally:
        announced.disconnect(listen)
    assert [(title, kinds) for title, kinds, *_ in heard] == [("Herbata", ["status"])]


def test_a_failing_listener_leaves_everything_as_it_was(writer):
    event = meeting()

    def refuse(**kwargs):
        raise RuntimeError("skrzynka")

    announced.connect(refuse)
    try:
        with pytest.raises(RuntimeError):
            sent(writer, event, "odwolane", ready="Niebezpieczna pogoda.")
    finally:
        announced.disconnect(refuse)
    event.refresh_from_db()
    assert event.outcome == "expected"


def test_get_changes_nothing(writer):
    event = meeting()
    writer.get(page(event, "miejsce"), {"venue": make_venue().pk, "change_reason": "x"})
    event.refresh_from_db()
    assert event.sequence == 0
