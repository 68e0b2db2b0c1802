"""„Kompletność” as the office sees it: cards, buttons, what is settled, and the publishing gate."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.models import ReportWaiver
from tests.factories import make_activity, make_user
from tests.reports.gaps.conftest import AT, MARCH, gap_of, make_meeting


@pytest.fixture(autouse=True)
def mid_may():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def editor(client, db):
    user = make_user("redakcja", username="ewa")
    client.force_login(user)
    return user


@pytest.fixture
def publisher(client, db):
    user = make_user("publikacja")
    client.force_login(user)
    return user


def address(report):
    return f"/admin/reports/report/{report.pk}/kompletnosc/"


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


def press(client, report, key, deed, **given):
    gap = gap_of(report, key)
    data = {"key": key, "mark": gap.mark, "deed": deed, **given}
    return client.post(address(report), data, follow=True)


def test_a_report_without_gaps_says_so_and_leads_back(client, editor, report):
    page = soup(client.get(address(report)))
    assert "Wszystko się zgadza" in words(page)
    assert page.select_one(f"a[href='/admin/reports/report/{report.pk}/change/'].button")


def test_each_kind_has_its_heading_and_its_cards(client, editor, report):
    event = make_meeting("Ławka", note=False)
    report.lines.create(month=MARCH.first_day, text="i wiele innych")
    page = soup(client.get(address(report)))
    assert [words(head) for head in page.select(".gaps h2")] == [
        "Odbyły się, a nie ma o nich wiersza",
        "Wiersze, za którymi nie stoi żaden wpis",
        "Spotkania bez notatki",
        "Tekst mówi inaczej niż liczby",
    ]
    assert page.find("a", string="Napisz notatkę")["href"].endswith(f"?event={event.pk}")
    assert page.select_one(f"option[value='event:{event.pk}']")
    assert "5 uwag" in words(page)


def test_two_texts_stand_side_by_side(client, editor, report, march):
    line = report.lines.get(event=march["event"])
    line.text = "„Wspólnie do celu II” dla 300 osób"
    line.save()
    sides = soup(client.get(address(report))).select(".gap-sides > div")
    assert [words(side) for side in sides] == [
        "Notatka blisko 100 osób",
        "Wiersz podsumowania 300 osób",
    ]


def test_a_line_is_added_by_its_button(client, editor, report):
    event = make_meeting("Ławka")
    page = soup(press(client, report, f"missing:event:{event.pk}", "add"))
    assert "Dodano wiersz: „Ławka”" in words(page)
    assert "Wszystko się zgadza" in words(page)
    assert report.lines.get(event=event).history.get().history_user == editor


def test_the_second_press_says_that_it_is_settled(client, editor, report):
    event = make_meeting("Ławka")
    gap = gap_of(report, f"missing:event:{event.pk}")
    data = {"key": gap.key, "mark": gap.mark, "deed": "add"}
    client.post(address(report), data)
    page = soup(client.post(address(report), data, follow=True))
    assert "To już rozstrzygnięte" in words(page)
    assert report.lines.filter(event=event).count() == 1


def test_without_a_reason_the_field_says_why_and_stays_open(client, editor, report):
    event = make_meeting("Ławka")
    page = soup(press(client, report, f"missing:event:{event.pk}", "omit"))
    details = page.select_one("details[open]")
    assert "Napisz, dlaczego" in words(details)
    assert not ReportWaiver.objects.exists()


def test_a_reason_too_long_is_kept_in_its_field(client, editor, report):
    event = make_meeting("Ławka")
    page = soup(press(client, report, f"missing:event:{event.pk}", "omit", reason="ą" * 201))
    details = page.select_one("details[open]")
    assert "Skróć powód do 200 znaków." in words(details)
    assert details.find("input", attrs={"name": "reason"})["value"] == "ą" * 201


def test_what_was_left_stands_below_with_who_and_can_be_taken_back(client, editor, report):
    event = make_meeting("Ławka", note=False)
    press(client, report, f"missing:event:{event.pk}", "omit", reason="opisane osobno")
    page = soup(press(client, report, f"no_note:{event.pk}", "leave", reason="nikt nie notował"))
    done = [words(row) for row in page.select(".gaps-done li")]
    assert "opisane osobno" in done[0]
    assert "nikt nie notował" in done[1]
    assert all("ewa, 15 maja 2026 r." in row for row in done)
    waiver = ReportWaiver.objects.get()
    page = soup(client.post(address(report), {"waiver": waiver.pk}, follow=True))
    assert "Nie ma notatki ze spotkania" in words(page)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"line": "x"},
        {"waiver": "99999999999999999999"},
        {"key": "missing:event:1"},
        {"key": "a" * 200, "mark": "b", "deed": "add"},
        {"key": "no_note:1", "mark": "x", "deed": "wybuch"},
        {"kind": "missing_event"},
        {"kind": "\x00"},
        {"key": "\x00", "mark": "\x00", "deed": "leave", "reason": "\x00"},
    ],
)
def test_nonsense_does_nothing_and_is_answered_with_a_sentence(client, editor, report, data):
    before = list(report.lines.values())
    page = soup(client.post(address(report), data, follow=True))
    assert page.select(".messagelist li, .errornote")
    assert list(report.lines.values()) == before


def test_looking_changes_nothing(client, editor, report):
    make_meeting("Ławka")
    before = report.version
    client.get(f"{address(report)}?key=x&deed=add")
    report.refresh_from_db()
    assert (report.version, report.lines.count()) == (before, 2)


def test_strangers_are_kept_out(client, report, db):
    assert client.get(address(report)).status_code == 302
    client.force_login(make_user())
    assert client.get(address(report)).status_code == 403
    assert client.post(address(report), {"kind": "missing_event"}).status_code == 403


def test_a_report_that_is_not_there_is_not_found(client, editor):
    assert client.get("/admin/reports/report/999/kompletnosc/").status_code == 404


def test_the_gate_leads_here_and_opens_when_all_is_settled(client, publisher, report):
    event = make_meeting("Ławka")
    gate = f"/admin/reports/report/{report.pk}/publikacja/"
    page = soup(client.get(gate))
    assert "Odbyły się, a nie ma o nich wiersza: „Ławka”" in words(page)
    assert page.find("a", href=address(report), string=lambda text: "Kompletność" in text)
    assert not page.select("input[name=_now]")
    client.post(gate, {"_now": "1", "seen": ""})
    assert not report.versions.exists()
    press(client, report, f"missing:event:{event.pk}", "omit", reason="opisane osobno")
    page = soup(client.get(gate))
    seen = page.select_one("input[name=seen]")["value"]
    page = soup(client.post(gate, {"_now": "1", "seen": seen}, follow=True))
    assert "Opublikowano wydanie 1." in words(page)
    assert report.history.first().history_change_reason == "Pominięte wiersze: 1."


def test_the_report_leads_here(client, editor, report):
    page = soup(client.get(f"/admin/reports/report/{report.pk}/change/"))
    assert page.find("a", href=address(report), string="Kompletność")


def test_the_page_costs_the_same_for_one_gap_and_for_three(client, editor, report):
    costs = []
    client.get(address(report))
    for rows in (1, 3):
        for number in range(rows):
            make_activity(f"wizyta {rows} {number}")
            report.lines.create(month=MARCH.first_day, text=f"z ręki {rows} {number}")
            make_meeting(f"Rozmowa {rows} {number}")
            ReportWaiver.objects.create(
                report=report, key=f"k{rows}{number}", finding="x #y", reason="z", at=AT
            )
        with CaptureQueriesContext(connection) as queries:
            client.get(address(report))
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_a_hundred_of_a_kind_make_a_page_that_can_be_read(client, editor, report):
    for number in range(60):
        make_activity(f"wizyta {number}")
    page = soup(client.get(address(report)))
    assert len(page.select(".gap")) == 50
    assert page.find("button", attrs={"name": "kind", "value": "missing_activity"})
    assert "zostało: 10." in words(page)
