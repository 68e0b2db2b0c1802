"""What is proposed from each text; a proposal that says nothing is better than a wrong one."""

from datetime import date

import pytest

from events.importing.clock import Hours, find_hours, find_length
from events.importing.days import find_days, find_months
from events.importing.editions import find_editions
from events.importing.names import Registry
from events.importing.recognising import recognise
from tests.events.importing.conftest import seen


def one(name, registry):
    [event] = seen(name, registry).events
    return event


def words(event):
    """A proposal as a person would read it out."""
    return (
        event.when_from,
        event.when_to,
        event.venue and event.venue.label,
        event.series and event.series.label,
        event.edition,
    )


def read(text, registry=None, *, published=date(2026, 3, 1), title="Tytuł"):
    registry = registry or Registry.load()
    return recognise(title, "", f"<p>{text}</p>", published=published, registry=registry)


def test_an_invitation_gives_the_day_the_planned_end_the_place_and_the_room(gdynia):
    event = one("2026-02-02-rozmowa-na-schodach.md", gdynia)
    assert words(event) == (
        "12.02.2026 18.15",
        "19.45",
        "Przystań Społeczna",
        "Schody rozmów",
        None,
    )
    assert event.planned_end
    assert event.room == "sala 12"
    assert event.doubts == ()


def test_a_day_without_a_year_hours_of_a_heading_and_the_first_number(gdynia):
    event = one("2026-01-12-dyzur-w-bibliotece.txt", gdynia)
    assert words(event) == (
        "23.01.2026 10.00",
        "13.30",
        "Klubokawiarnia Falochron",
        "Biuro na wynos",
        1,
    )
    assert (event.sign_up, event.drop_in) == ("none", True)


def test_a_recap_gives_the_edition_without_a_day_and_the_next_one_by_its_month(gdynia):
    found = seen("2026-03-30-po-targach.txt", gdynia)
    third, following = found.events
    assert words(third) == ("", "", "Hala Rybna", "Razem na rynku", 3)
    assert third.title == "Razem na rynku III"
    assert "wpisz datę" in third.doubts[0]
    assert words(following) == ("wrzesień 2026", "", None, "Razem na rynku", None)
    assert found.kind == "recap"


def test_a_page_of_another_city_gives_its_fifth_edition(gdynia):
    event = one("2026-04-20-piata-odslona.html", gdynia)
    assert words(event) == (
        "08.05.2026 15.00",
        "18.30",
        "Klubokawiarnia Falochron",
        "Biuro na wynos",
        5,
    )


def test_a_summary_gives_the_months_of_its_sections(gdynia):
    found = seen("2026-05-29-co-zrobilismy.txt", gdynia)
    assert {words(event) for event in found.events} == {
        ("styczeń 2026", "", "Klubokawiarnia Falochron", "Biuro na wynos", 1),
        ("marzec 2026", "", "Hala Rybna", "Razem na rynku", 3),
        ("kwiecień 2026", "", "Przystań Społeczna", "Biuro na wynos", 2),
    }
    assert found.counts == ("blisko 60 osób",)


def test_a_deadline_is_no_day_of_a_meeting(gdynia):
    event = one("warsztaty-z-ofert.txt", gdynia)
    assert event.when_from == "16.06.2026 17.00"
    assert event.room == "pokój 204"
    assert event.sign_up == "required"


def test_a_weekday_that_does_not_fit_is_doubted(gdynia):
    found = seen("dwie-daty.md", gdynia)
    assert "20 czerwca 2026 to sobota, a nie środa." in found.doubts
    assert "20.06.2026" in {event.when_from for event in found.events}


def test_a_day_that_does_not_exist_is_doubted_and_not_proposed(gdynia):
    found = seen("bez-tytulu.txt", gdynia)
    assert found.events == ()
    assert any("31 czerwca" in doubt for doubt in found.doubts)


def test_organizations_come_with_the_role_that_their_sentence_says(gdynia):
    found = seen("2026-01-12-dyzur-w-bibliotece.txt", gdynia).organizations
    assert {row.known.label: row.role for row in found} == {
        "Fundacja Bliski Brzeg": "host",
        "Gmina Gdynia": "funder",
    }
    recap = seen("2026-03-30-po-targach.txt", gdynia).organizations
    assert {row.known.label: row.role for row in recap} == {
        "Fundacja Bliski Brzeg": "host",
        "Stowarzyszenie Chór Portowy": "programme",
    }


def test_people_of_the_office_are_known_and_their_misspelt_names_doubted(gdynia):
    found = seen("2026-02-02-rozmowa-na-schodach.md", gdynia)
    assert "„Żurawka” wygląda na „Żurawska”." in found.doubts


def test_what_no_list_has_is_named_in_the_nominative(gdynia):
    found = seen("2026-05-29-co-zrobilismy.txt", gdynia).unknown
    assert ("organization", "Fundacja Latarnia Sąsiedzka") in {(r.kind, r.name) for r in found}
    assert ("venue", "ul. Portowej 3") in {(row.kind, row.name) for row in found}


@pytest.mark.django_db
def test_an_unknown_cycle_is_named(db):
    found = read("Zapraszamy na spotkanie z cyklu „Herbata o piątej” 5 marca.")
    assert ("series", "Herbata o piątej") in {(row.kind, row.name) for row in found.unknown}


@pytest.mark.parametrize(
    "text, published, day",
    [
        ("13 maja", "2026-05-05", "2026-05-13"),
        ("15 stycznia", "2025-12-20", "2026-01-15"),
        ("20 grudnia", "2026-01-04", "2025-12-20"),
        ("29 lutego", "2027-12-01", "2028-02-29"),
        ("13.05.2026", "2026-01-01", "2026-05-13"),
        ("2026-05-13", "2026-01-01", "2026-05-13"),
    ],
)
def test_a_year_that_is_not_said_is_the_nearest(text, published, day):
    [found] = find_days(f"Spotkajmy się {text} w parku", date.fromisoformat(published))
    assert str(found.when.first_day) == day


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("13–15 maja 2026 r.", "2026-05-13", "2026-05-15"),
        ("od 30 maja do 2 czerwca 2026", "2026-05-30", "2026-06-02"),
        ("20 i 21 czerwca", "2026-06-20", "2026-06-21"),
    ],
)
def test_several_days_are_one_date(text, first, last):
    [found] = find_days(f"Piknik {text} nad rzeką", date(2026, 5, 1))
    assert (str(found.when.first_day), str(found.when.last_day)) == (first, last)


@pytest.mark.parametrize("text", ["1 września 1939", "31.02.2026", "wersja 1.2.3", "tel. 12 345"])
def test_what_is_no_day_of_a_meeting_is_none(text):
    found = find_days(f"Tekst {text} dalej", date(2026, 5, 1))
    assert [row.when for row in found if row.when] == []


def test_a_day_without_a_year_in_a_text_without_a_day_is_doubted():
    [found] = find_days("Spotkanie 13 maja", None)
    assert (found.when, found.doubt) == (None, "„13 maja” nie ma roku.")


@pytest.mark.parametrize(
    "text, month",
    [
        ("w czerwcu", "2026-06"),
        ("we wrześniu", "2026-09"),
        ("w styczniu", "2026-01"),
        ("w styczniu 2027", "2027-01"),
        ("w połowie maja", "2026-05"),
    ],
)
def test_months_in_a_sentence(text, month):
    found = next(find_months(f"Kolejne spotkanie {text}.", date(2026, 5, 1)))
    assert found.when.iso_start == month


@pytest.mark.parametrize(
    "text, hours",
    [
        ("w godz. 14.00-18.00", Hours("14.00", "18.00")),
        ("w godzinach od 14.00 do 18.00", Hours("14.00", "18.00")),
        ("w godz. 10–15", Hours("10.00", "15.00")),
        ("od godz. 9 do godz. 12.30", Hours("9.00", "12.30")),
        ("od 9.00 do ok. 12.00", Hours("9.00", "12.00", about=True)),
        ("17:30–19:00", Hours("17.30", "19.00")),
        ("o godz. 17.30", Hours("17.30")),
        ("o 17:00, pokój 3", Hours("17.00")),
        ("o godzinie 17", Hours("17.00")),
        ("od godz. 10", Hours("10.00")),
    ],
)
def test_hours(text, hours):
    assert find_hours(f"Zapraszamy {text} do nas.") == [hours]


@pytest.mark.parametrize("text", ["pokój 14", "3 namioty", "1,5% podatku", "Zabłocie 20.22", "12"])
def test_what_is_no_hour(text):
    assert find_hours(f"Jest tam {text} i tyle.") == []


@pytest.mark.parametrize(
    "text, minutes",
    [
        ("Planowany czas trwania wydarzenia to 2 godziny.", 120),
        ("Rozmowa potrwa 1,5 godziny.", 90),
        ("Potrwa półtorej godziny.", 90),
        ("Warsztat potrwa ok. 45 minut.", 45),
        ("Spotkanie trwa dwie godziny.", 120),
        ("Cykl trwa od lat.", 0),
    ],
)
def test_a_planned_length(text, minutes):
    assert find_length(text) == minutes


@pytest.mark.parametrize(
    "text, number",
    [
        ("Trzecia odsłona cyklu", 3),
        ("w drugiej edycji wydarzenia", 2),
        ("drugim spotkaniu z cyklu", 2),
        ("VII posiedzeniu rady", 7),
        ("XXVIII Spotkania", 28),
        ("6. edycja", 6),
        ("na dwudziestą ósmą edycję", 28),
        ("jedenaste spotkanie", 11),
    ],
)
def test_numbers_of_editions(text, number):
    assert [row.number for row in find_editions(text)] == [number]


@pytest.mark.parametrize("text", ["6. urodziny", "trzecie miejsce", "nowe spotkanie", "te edycje"])
def test_what_numbers_no_edition(text):
    assert find_editions(text) == []


@pytest.mark.django_db
def test_a_text_of_nothing_proposes_nothing(db):
    found = read("Dziękujemy wszystkim za dobre słowo i za ciasto.")
    assert (found.events, found.organizations, found.unknown, found.kind) == ((), (), (), "news")


@pytest.mark.django_db
def test_a_calendar_of_a_year_is_cut_and_told_of(db):
    text = " ".join(f"{day} czerwca 2026 gramy." for day in range(1, 29))
    found = read(text)
    assert len(found.events) == 20
    assert any("więcej niż 20" in doubt for doubt in found.doubts)


@pytest.mark.django_db
def test_the_registry_is_read_in_seven_queries(gdynia, django_assert_num_queries):
    with django_assert_num_queries(7):
        Registry.load()
