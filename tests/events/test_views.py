"""Pages of events, cycles and announcements, as visitors read them. The calendar is apart."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from events.actions import approve_note, change_event
from events.facts import Facts
from events.models import Commitment, ProgrammeItem
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def opened(client):
    def page(address, **query):
        response = client.get(address, query)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content, "html.parser")

    return page


def words(element):
    text = " ".join(element.get_text(" ").replace("\u00a0", " ").split())
    return text.replace(" ,", ",").replace(" .", ".")


def titles(soup):
    return [words(heading) for heading in soup.select(".events .event :is(h2, h3, h4)")]


## Lists


def test_upcoming_events_stand_in_order_and_those_without_a_day_apart(opened):
    make_event("Czerwiec bez dnia", when=When.in_month(Month(2026, 6)))
    make_event("30 czerwca", when=make_when(date(2026, 6, 30)))
    make_event("13 maja")
    make_held("Marcowe")
    page = opened("/wydarzenia/")
    assert titles(page) == ["13 maja", "30 czerwca", "Czerwiec bez dnia"]
    assert [words(heading) for heading in page.select("main h2")] == ["Maj 2026", "Czerwiec 2026"]
    apart = page.find("h3", string="W czerwcu, bez daty").find_next_sibling("ul")
    assert "Czerwiec bez dnia" in words(apart)
    assert "30 czerwca" not in words(apart)


def test_an_event_moves_from_one_list_to_the_other_at_its_very_end(opened, clock):
    make_event("Herbata")
    end = make_when().ends_at
    clock.move_to(end - timedelta(seconds=1))
    assert titles(opened("/wydarzenia/")) == ["Herbata"]
    assert titles(opened("/wydarzenia/archiwum/")) == []
    clock.move_to(end)
    assert titles(opened("/wydarzenia/")) == []
    assert titles(opened("/wydarzenia/archiwum/")) == ["Herbata"]


def test_the_archive_is_newest_first_in_pages(opened):
    for number in range(21):
        make_event(f"Spotkanie {number}", when=make_when(date(2026, 1, 1 + number)))
    first, second = opened("/wydarzenia/archiwum/"), opened("/wydarzenia/archiwum/", strona=2)
    assert titles(first)[0] == "Spotkanie 20"
    assert titles(second) == ["Spotkanie 0"]
    assert first.select_one("a[rel=next]")["href"] == "?strona=2"
    assert second.select_one("a[rel=prev]")["href"] == "?strona=1"
    assert "strona 2" in words(second.title)


def test_the_archive_says_what_came_of_each(opened):
    make_note(make_held("Pełne"), ("nearly", 100, "people"))
    make_event("Ciche", when=make_when(date(2026, 4, 1)))
    text = words(opened("/wydarzenia/archiwum/").main)
    assert "blisko 100 osób" in text
    assert "nie wiemy, czy się odbyło" in text


@pytest.mark.parametrize(
    "address", ["/wydarzenia/", "/wydarzenia/archiwum/", "/cykle/", "/aktualnosci/"]
)
def test_an_empty_list_helps(opened, address):
    assert opened(address).select_one(".empty h2")


## One event


def test_the_page_says_before_during_and_after(opened, clock):
    event = make_event("Herbata", body="<p>Zapraszamy serdecznie.</p>", lead="Przy stole.")
    address = event.get_absolute_url()
    assert "Odbędzie się w środę 13 maja 2026 r." in words(opened(address).main)
    clock.move_to(event.starts_at)
    assert "trwa do 18.00" in words(opened(address).main)
    assert opened(address).select_one("details.fold") is None
    clock.move_to(event.ends_at)
    after = opened(address)
    assert "Nie wiemy, czy to spotkanie się odbyło." in words(after.main)
    assert "Zapraszamy serdecznie." in words(after.select_one("details.fold"))


def test_the_recap_comes_before_the_invitation(opened):
    event = make_held(body="<p>Zapraszamy serdecznie.</p>")
    about = {"summary": "Powstała lista.\nI plan.", "approved_at": None}
    note = make_note(event, ("about", 40, "people"), **about)
    Commitment.objects.create(
        note=note,
        text="Lista potrzeb",
        owner="biuro",
        public=True,
        state="done",
        done_on=NOW.date(),
        result="Jest w biurze.",
    )
    approve_note(note=note, by=None, at=NOW)
    make_announcement("Jak było", events=[event], kind="recap")
    text = words(opened(event.get_absolute_url()).main)
    for part in ("Powstała lista. I plan.", "Jak było", "Lista potrzeb – zrobione 8 maja 2026 r."):
        assert text.index(part) < text.index("Zapraszamy serdecznie.")
    assert "40" in text


def test_held_without_a_note_says_that_it_is_to_come(opened):
    assert "Podsumowania tego spotkania jeszcze nie ma." in words(
        opened(make_held().get_absolute_url()).main
    )


def test_a_change_is_said_first_new_value_before_the_old(opened):
    event = make_event(venue=make_venue("Kaffka"))
    before = Facts.of(event)
    event.venue = make_venue("Arteteka")
    change_event(event=event, before=before, by=None, at=NOW, reason="Zalana sala.")
    notice = words(opened(event.get_absolute_url()).select_one(".notice"))
    assert notice.index("Arteteka") < notice.index("Poprzednio: Kaffka")
    assert notice.startswith("Zmiana miejsca. Teraz:")
    assert "Zalana sala." in notice


def test_calling_off_is_a_headline(opened):
    event = make_event()
    before = Facts.of(event)
    event.outcome, event.outcome_reason = "cancelled", "Choroba."
    change_event(event=event, before=before, by=None, at=NOW, reason="Choroba prowadzącej.")
    page = opened(event.get_absolute_url())
    assert words(page.select_one(".notice strong")) == "Odwołane."
    assert "za 5 dni" not in words(page.main)


def test_the_programme_stands_in_its_order_with_hours_and_performers(opened):
    event = make_event()
    performer = make_organization("Chór Sąsiadów")
    ProgrammeItem.objects.create(event=event, position=2, title="Koniec")
    ProgrammeItem.objects.create(
        event=event, position=1, title="Śpiew", starts=time(14, 5), performer=performer
    )
    text = words(opened(event.get_absolute_url()).main)
    assert "14.05" in text
    assert text.index("Śpiew (Chór Sąsiadów)") < text.index("Koniec")


def test_an_edition_names_its_cycle(opened):
    series = make_series("Ławka dialogu", edition_noun="odsłona")
    text = words(opened(make_event(series=series, edition=3).get_absolute_url()).main)
    assert "Trzecia odsłona cyklu „Ławka dialogu”" in text


def test_an_example_says_so_and_is_kept_from_search_engines(opened):
    page = opened(make_event(is_example=True).get_absolute_url())
    assert "przykład" in words(page.main)
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"
    assert opened(make_event().get_absolute_url()).select_one('meta[name="robots"]') is None


def test_text_of_staff_cannot_become_markup(opened):
    event = make_event(
        "<script>alert(1)</script>", lead="<img src=x>", venue=make_venue("<b>Kaffka</b>")
    )
    make_note(make_held("&<>"), summary="<i>x</i>")
    html = str(opened(event.get_absolute_url()))
    assert "<script>" not in html
    assert "<b>Kaffka" not in html
    assert "<img" not in html


## Posters


def test_a_poster_of_today_leads_straight_to_the_page(client):
    event = make_event()
    response = client.get(f"/w/{event.pk}/0")
    assert (response.status_code, response["Location"]) == (302, event.get_absolute_url())


def test_an_old_poster_is_told_that_it_is_old(client, opened):
    event = make_event()
    before = Facts.of(event)
    event.when = make_when(date(2026, 5, 20))
    change_event(event=event, before=before, by=None, at=NOW, reason="Remont.")
    response = client.get(f"/w/{event.pk}/0")
    assert response["Location"] == f"{event.get_absolute_url()}?plakat=0"
    assert "Plakat, z którego tu trafiasz, jest nieaktualny." in words(
        opened(response["Location"]).main
    )
    for sequence in (1, 2, 10**12):
        assert client.get(f"/w/{event.pk}/{sequence}")["Location"] == event.get_absolute_url()


@pytest.mark.parametrize("text", ["x", "-1", "", "²", "99999999999999999999"])
def test_a_made_up_poster_changes_nothing(opened, text):
    assert "nieaktualny" not in words(opened(make_event().get_absolute_url(), plakat=text).main)


## Cycles


def test_cycles_stand_in_polish_order_with_what_comes_next(opened):
    series = make_series("Łączymy", cadence="raz w miesiącu")
    make_series("Lokalnie", cadence="co kwartał")
    make_event("Późniejsze", series=series, edition=2, when=make_when(date(2026, 6, 1)))
    make_event("Majowe", series=series, edition=1)
    cards = [words(card) for card in opened("/cykle/").select(".cycle")]
    assert cards[0].startswith("Lokalnie")
    assert "Pierwsze spotkanie: co kwartał, jeszcze bez daty" in cards[0]
    assert "13 maja 2026 r." in cards[1]
    assert "1 czerwca" not in cards[1]


def test_a_cycle_tells_its_idea_its_hours_and_its_editions(opened):
    series = make_series(
        "Ławka dialogu",
        lead="Rozmowy na ławce.",
        idea="<p>Siadamy i rozmawiamy.</p>",
        cadence="raz w miesiącu",
        audience="wszyscy",
        host_label="Prezydent Miasta Krakowa",
        usual_start=time(14),
        usual_end=time(18),
        usually_drop_in=True,
    )
    series.organizers.add(make_organization("Fundacja Tytano"))
    make_event("Majowa", series=series, edition=2)
    make_held("Marcowa", series=series, edition=1)
    text = words(opened(series.get_absolute_url()).main)
    for part in (
        "Rozmowy na ławce.",
        "Siadamy i rozmawiamy.",
        "raz w miesiącu",
        "Prezydent Miasta Krakowa",
        "14.00–18.00, można wejść w dowolnej chwili",
        "Fundacja Tytano",
    ):
        assert part in text, part
    assert text.index("Majowa") < text.index("Marcowa")


def test_a_cycle_without_a_date_says_when_it_usually_meets(opened):
    series = make_series(cadence="raz w miesiącu")
    assert "raz w miesiącu" in words(opened(series.get_absolute_url()).main)


## Announcements


def test_announcements_are_newest_first_in_pages(opened):
    for day in range(21):
        make_announcement(f"Wieść {day}", published_at=NOW - timedelta(days=day))
    found = [words(h) for h in opened("/aktualnosci/").select(".news :is(h2, h3)")]
    assert found == [f"Wieść {day}" for day in range(20)]
    assert "Wieść 20" in words(opened("/aktualnosci/", strona=2).main)


def test_an_announcement_shows_its_day_its_text_and_its_events(opened):
    event = make_event("Herbata")
    announcement = make_announcement(
        "Zaproszenie",
        lead="Przyjdź.",
        body='<p>Kawa i "ciasto".</p>',
        events=[event],
        published_at=datetime(2026, 5, 4, 22, 30, tzinfo=UTC),
    )
    page = opened(announcement.get_absolute_url())
    text = words(page.main)
    assert "5 maja 2026 r." in text
    assert "Kawa i „ciasto”." in text
    assert page.select_one(f'a[href="{event.get_absolute_url()}"]')


def test_an_invitation_to_what_passed_says_so(opened, clock):
    event, later = make_event(), make_event(when=make_when(date(2026, 6, 1)))
    alone = make_announcement(events=[event])
    both = make_announcement(events=[event, later])
    news = make_announcement(events=[event], kind="news")
    empty = make_announcement()
    clock.move_to(event.ends_at)

    def says_so(item):
        return "już minęło" in words(opened(item.get_absolute_url()).main)

    assert [says_so(item) for item in (alone, both, news, empty)] == [True, False, False, False]


def test_the_editions_before_and_after_are_dated_for_machines_too(opened):
    series = make_series()
    _, may, _ = (
        make_event(series=series, edition=number, when=when)
        for number, when in enumerate(
            [When.in_month(Month(2026, 3)), make_when(), When.on_day(date(2026, 6, 3))], start=1
        )
    )
    times = opened(may.get_absolute_url()).select("nav.turn time")
    assert [time["datetime"] for time in times] == ["2026-03", "2026-06-03"]
    assert [words(time) for time in times] == ["marzec 2026 r.", "3 czerwca 2026 r."]


def test_the_editions_before_and_after_are_called_by_their_names_not_their_places(opened):
    series = make_series()
    make_event("Herbata o wodzie", series=series, edition=1, place_name="Kaffka")
    second = make_event("Herbata", series=series, edition=2, when=make_when(date(2026, 6, 3)))
    [before] = opened(second.get_absolute_url()).select("nav.turn a")
    assert (
        words(before) == "Poprzednie · 13 maja 2026 r., godz. 14.00–18.00 Herbata o wodzie Kaffka"
    )
    assert [words(part) for part in before.select("small")][1:] == ["Kaffka"]


def test_what_went_by_is_said_below_its_title_in_quiet_words(opened):
    past = make_event(when=When.on_day(date(2026, 5, 6)))
    make_announcement("Przyjdź", events=[past])
    [told] = opened("/aktualnosci/").select(".news p")
    assert "już minęło" in words(told)
    assert not told.get("class")


def test_the_title_of_a_list_begins_with_what_was_chosen(opened):
    series = make_series("Ławka dialogu")
    make_event(series=series)
    make_venue("Klub Zgody")
    titles = {
        "/wydarzenia/?szukaj=lawka": "„lawka”, nadchodzące wydarzenia – Blisko",
        f"/wydarzenia/?cykl={series.slug}&zapisy=bez": (
            "Ławka dialogu, bez zapisów, nadchodzące wydarzenia – Blisko"
        ),
        "/wydarzenia/archiwum/?szukaj=lawka": "„lawka”, archiwum wydarzeń – Blisko",
        "/miejsca/?szukaj=zgody": "„zgody”, miejsca spotkań – Blisko",
        "/wydarzenia/": "Nadchodzące wydarzenia – Blisko",
        "/wydarzenia/archiwum/": "Archiwum wydarzeń – Blisko",
        "/miejsca/": "Miejsca spotkań – Blisko",
    }
    for address, title in titles.items():
        assert words(opened(address).title).startswith(title), address
