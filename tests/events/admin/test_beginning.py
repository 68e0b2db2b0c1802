"""„Następna odsłona” and „Powtórz to wydarzenie”: the form begins with what is known; no date."""

from datetime import date, time

import pytest
from bs4 import BeautifulSoup

from events.models import Commitment, Event, ProgrammeItem
from tests.desk import page_of, write
from tests.factories import (
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db
ADD = "/admin/events/event/add/"
DAY = "13.05.2099"


@pytest.fixture
def cycle():
    return make_series("Herbata", usual_start=time(14), usual_end=time(18))


def edition(cycle, number=4, **fields):
    return make_held("Herbata", series=cycle, edition=number, **fields)


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def newest():
    return Event.objects.latest("pk")


def test_a_day_alone_takes_the_usual_hours(writer, cycle):
    write(writer, f"{ADD}?series={cycle.pk}", when_from=DAY)
    assert newest().when.hours() == "14.00–18.00"


@pytest.mark.parametrize(
    "changes, hours",
    [
        ({"when_from": f"{DAY} 10.00–12.00"}, "10.00–12.00"),
        ({"when_from": DAY, "usual_hours": ""}, ""),
        ({"when_from": DAY, "all_day": "on"}, ""),
        ({"when_from": "maj 2099"}, ""),
    ],
)
def test_other_hours_or_none_are_taken_as_they_are_said(writer, cycle, changes, hours):
    write(writer, f"{ADD}?series={cycle.pk}", **changes)
    assert newest().when.hours() == hours


def test_a_cycle_without_usual_hours_has_no_such_box(writer):
    series = make_series("Kawa")
    html = writer.get(f"{ADD}?series={series.pk}").content.decode()
    assert 'name="usual_hours"' not in html
    assert 'name="usual_hours"' not in writer.get(ADD).content.decode()


def test_a_form_that_is_refused_keeps_the_box_as_it_was(writer, cycle):
    response = write(writer, f"{ADD}?series={cycle.pk}", when_from="30.02.2099", usual_hours="")
    box = soup(response).select_one("input[name=usual_hours]")
    assert box["value"] == "14.00–18.00"
    assert not box.has_attr("checked")
    response = write(writer, f"{ADD}?series={cycle.pk}", when_from="30.02.2099")
    assert soup(response).select_one("input[name=usual_hours]").has_attr("checked")


def test_organizers_stand_there_as_rows_and_are_saved_untouched(writer, cycle):
    ours, host = make_organization(), make_organization()
    last = edition(cycle, venue=make_venue())
    make_partnership(last, ours, "organizer")
    make_partnership(last, host, "host")
    write(writer, f"{ADD}?series={cycle.pk}", when_from=DAY)
    event = newest()
    assert [(row.organization, row.role) for row in event.partnerships.all()] == [
        (ours, "organizer")
    ]
    assert (event.edition, event.venue, event.status, event.outcome) == (
        5,
        None,
        "draft",
        "expected",
    )


def test_a_row_that_was_emptied_does_not_come_back(writer, cycle):
    make_partnership(edition(cycle), make_organization(), "organizer")
    emptied = {"partnerships-0-organization": "", "partnerships-0-role": ""}
    write(writer, f"{ADD}?series={cycle.pk}", when_from=DAY, **emptied)
    assert not newest().partnerships.exists()


def test_the_next_edition_after_a_chosen_one_keeps_that_ones_manner(writer, cycle):
    first = edition(cycle, 1, audience="seniorzy", when=make_when(date(2026, 1, 14)))
    edition(cycle, 2, audience="młodzież", when=make_when(date(2026, 2, 18)))
    form = writer.get(f"{ADD}?series={cycle.pk}&po={first.pk}").context["adminform"].form
    assert (form["audience"].value(), form["edition"].value()) == ("seniorzy", 3)


def test_its_page_says_the_habit_and_what_was_promised(writer, cycle):
    note = make_note(edition(cycle))
    Commitment.objects.create(note=note, text="Lista sal.", owner="biuro", due=date(2026, 6, 1))
    page = soup(writer.get(f"{ADD}?series={cycle.pk}"))
    said = " ".join(page.select_one(".desk-hint").text.split())
    assert "Ten cykl: 14.00–18.00." in said
    assert "Z poprzednich spotkań wciąż otwarte: Lista sal. (biuro, do 1 czerwca 2026 r." in said
    promise = page.find("a", string="Lista sal.")
    assert promise["href"] == f"/admin/events/commitment/{note.commitments.get().pk}/rozlicz/"
    draft = make_event("Herbata", series=cycle, edition=5, published_at=None)
    assert "Lista sal." in soup(writer.get(page_of(draft))).select_one(".desk-hint").text


def test_a_public_event_lists_them_while_it_lies_ahead(writer, cycle):
    note = make_note(edition(cycle))
    Commitment.objects.create(note=note, text="Lista sal.", owner="biuro")
    ahead = make_event("Herbata", series=cycle, edition=5, when=make_when(date(2099, 5, 13)))
    past = make_event("Herbata", series=cycle, edition=6)
    hint = " ".join(soup(writer.get(page_of(ahead))).select_one(".desk-hint").text.split())
    assert hint.startswith("Przed tym spotkaniem Z poprzednich spotkań wciąż otwarte: Lista sal.")
    assert "Lista sal." not in writer.get(page_of(past)).content.decode()


def test_what_an_edition_promised_itself_or_a_later_one_did_is_not_told_before_it(writer, cycle):
    early = edition(cycle, 4, when=make_when(date(2098, 1, 14)))
    late = edition(cycle, 6, when=make_when(date(2099, 1, 14)))
    for event, text in ((early, "Z dawnego"), (late, "Z późniejszego")):
        note = make_note(event, approved_at=None)
        Commitment.objects.create(note=note, text=text, owner="biuro")
    between = make_event("Herbata", series=cycle, edition=5, when=make_when(date(2098, 5, 13)))
    hint = soup(writer.get(page_of(between))).select_one(".desk-hint").text
    assert "Z dawnego" in hint
    assert "Z późniejszego" not in hint


def test_a_meeting_outside_a_cycle_is_repeated_with_its_place_partners_and_programme(writer):
    event = make_held(
        "Warsztat", when=make_when(date(2026, 4, 14)), venue=make_venue(), body="<p>Uczymy się.</p>"
    )
    host = make_organization()
    make_partnership(event, host, "host")
    ProgrammeItem.objects.create(event=event, position=1, title="Wstęp", starts=time(14))
    page = soup(writer.get(page_of(event)))
    link = page.find("a", string="Powtórz to wydarzenie")["href"]
    write(writer, link, when_from=f"{DAY} 14.00")
    again = newest()
    assert again.pk != event.pk
    assert (again.title, again.venue, again.body) == ("Warsztat", event.venue, event.body)
    assert [row.organization for row in again.partnerships.all()] == [host]
    assert [(row.title, row.starts) for row in again.programme.all()] == [("Wstęp", time(14))]
    assert (again.status, again.outcome, again.sequence) == ("draft", "expected", 0)
    assert not again.changes.exists()


def test_the_date_of_what_is_repeated_is_asked_anew(writer):
    event = make_held("Warsztat", when=make_when(date(2026, 4, 14)))
    form = writer.get(f"{ADD}?powtorz={event.pk}").context["adminform"].form
    assert not form["when_from"].value()
    assert not form["when_to"].value()


@pytest.mark.parametrize("query", ["powtorz=x", "powtorz=999999", "po=1", "series=1&po=x"])
def test_a_beginning_that_means_nothing_is_an_empty_form(writer, query):
    assert writer.get(f"{ADD}?{query}").status_code == 200


def test_an_event_lists_the_announcements_that_exist_already(writer):
    event = make_event("Herbata")
    item = make_announcement("Zapraszamy", events=[event], published_at=None)
    make_announcement("Wyrzucone", events=[event], published_at=None).discard(event.starts_at)
    page = soup(writer.get(page_of(event)))
    links = {a.text: a["href"] for a in page.select(".desk-hint a")}
    assert links == {"Zapraszamy": page_of(item)}
    assert "(zaproszenie, szkic)" in page.select_one(".desk-hint").text
