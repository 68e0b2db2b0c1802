from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.actions import approve_note
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import Precision, When
from reports.actions import draft_report, publish_report
from reports.models import Activity, Report
from tests.factories import make_activity, make_event, make_user
from tests.reports.office import LIST, change, draft, filled, name_of, soup, words

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def mid_may():
    with time_machine.travel(MID_MAY, tick=False):
        yield


@pytest.fixture
def editor(client, db):
    user = make_user("redakcja")
    client.force_login(user)
    return user


@pytest.fixture
def publisher(client, db):
    user = make_user("publikacja")
    client.force_login(user)
    return user


def test_a_month_is_drafted_from_the_list(client, editor, spring):
    page = soup(client.get(LIST))
    assert page.find("input", value="Utwórz projekt podsumowania")
    response = client.post(f"{LIST}projekt/", {"first": "2026-03", "last": "2026-05"}, follow=True)
    report = Report.objects.get()
    assert response.redirect_chain == [(change(report), 302)]
    text = words(soup(response))
    assert "Projekt jest gotowy" in text
    assert "Bez zatwierdzonej notatki: 1 spotkanie." in text


@pytest.mark.parametrize(
    "months, sentence",
    [
        ({"first": "2026-05", "last": "2026-03"}, "przed początkiem"),
        ({"first": "2026-13", "last": ""}, "2026-13"),
        ({}, "pole jest wymagane"),
    ],
)
def test_wrong_months_are_refused_with_a_sentence(client, editor, months, sentence):
    response = client.post(f"{LIST}projekt/", months, follow=True)
    assert sentence in words(soup(response))
    assert not Report.objects.exists()


def test_the_whole_report_is_edited_on_one_page(client, editor, spring):
    report = draft()
    data = filled(client, report)
    kept = name_of(data, "obchody Dnia Ziemi").removesuffix("-text")
    gone = name_of(data, "otwarcie UkrArtHub").removesuffix("-text")
    opening = name_of(data, report.sections.last().opening)
    new = next(
        name.removesuffix("-text")
        for name, value in data.items()
        if name.startswith("lines") and name.endswith("-text") and value == ""
    )
    data |= {
        f"{kept}-text": "obchody Dnia Ziemi w Nowej Hucie",
        f"{kept}-month": "2026-03-01",
        f"{gone}-omission_reason": "opisane gdzie indziej",
        f"{new}-text": "dopisane ręcznie",
        opening: "Maj dopiero się zaczął.",
    }
    del data[f"{gone}-included"]
    response = client.post(change(report), data, follow=True)
    assert "errorlist" not in response.content.decode()
    line = report.lines.get(activity__title="obchody Dnia Ziemi")
    assert (line.text, line.month) == ("obchody Dnia Ziemi w Nowej Hucie", date(2026, 3, 1))
    assert not report.lines.get(activity__title="otwarcie UkrArtHub").included
    assert report.sections.last().opening == "Maj dopiero się zaczął."
    added = report.lines.get(text="dopisane ręcznie")
    assert (added.month, added.event, added.activity) == (date(2026, 3, 1), None, None)
    draft()
    line.refresh_from_db()
    assert line.text == "obchody Dnia Ziemi w Nowej Hucie"


def test_saving_without_a_change_adds_and_changes_no_line(client, editor, spring):
    report = draft()
    before = list(report.lines.in_order().values())
    response = client.post(change(report), filled(client, report), follow=True)
    assert "errorlist" not in response.content.decode()
    assert list(report.lines.in_order().values()) == before
    assert {line.history.count() for line in report.lines.all()} == {1}


def test_leaving_out_without_a_reason_is_refused_and_the_text_stays(client, editor, spring):
    report = draft()
    data = filled(client, report)
    line = name_of(data, "obchody Dnia Ziemi").removesuffix("-text")
    data[f"{line}-text"] = "zmienione"
    del data[f"{line}-included"]
    page = soup(client.post(change(report), data))
    assert "Napisz, dlaczego ten wiersz pominięto." in words(page)
    assert "zmienione" in [area.text.strip() for area in page.find_all("textarea")]
    assert report.lines.filter(included=False).count() == 0


def test_a_line_with_a_record_behind_it_cannot_be_deleted(client, editor, spring):
    report = draft()
    data = filled(client, report)
    line = name_of(data, "obchody Dnia Ziemi").removesuffix("-text")
    client.post(change(report), {**data, f"{line}-DELETE": "on"})
    assert report.lines.filter(activity__title="obchody Dnia Ziemi").exists()


def test_a_line_that_a_person_added_can_be_deleted(client, editor, spring):
    report = draft()
    report.lines.create(month=date(2026, 3, 1), text="dopisane ręcznie")
    data = filled(client, report)
    line = name_of(data, "dopisane ręcznie").removesuffix("-text")
    client.post(change(report), {**data, f"{line}-DELETE": "on"})
    assert not report.lines.filter(text="dopisane ręcznie").exists()


def test_the_draft_is_supplemented_by_a_button(client, editor, spring):
    report = draft()
    make_activity("wizyta w Fundacji Zustricz")
    data = filled(client, report) | {"_draft": "Uzupełnij projekt"}
    response = client.post(change(report), data, follow=True)
    assert "Dodano 1 wiersz" in words(soup(response))
    assert report.lines.filter(text="wizyta w Fundacji Zustricz").exists()


def test_publishing_is_a_button_for_those_who_may(client, publisher, spring):
    approve_note(note=spring["third"].note, by=None, at=MID_MAY)
    report = draft()
    data = filled(client, report) | {"_publish": "Opublikuj podsumowanie"}
    data["title"] = "Wiosna razem"
    page = soup(client.post(change(report), data, follow=True))
    assert "nie da się go zmienić ani usunąć" in words(page)
    assert not report.versions.exists()
    seen = page.select_one("input[name=seen]")["value"]
    sent = {"seen": seen, "_now": "1"}
    response = client.post(f"{LIST}{report.pk}/publikacja/", sent, follow=True)
    assert "Opublikowano wydanie 1." in words(soup(response))
    assert report.versions.get().content["title"] == "Wiosna razem"
    assert "Wiosna razem" in words(soup(client.get("/podsumowania/2026-03--2026-05/")))
    data = filled(client, report) | {"_publish": "Opublikuj podsumowanie"}
    response = client.post(change(report), data, follow=True)
    assert "Od wydania 1 nic się nie zmieniło" in words(soup(response))


def test_those_who_write_may_not_publish_but_edit_also_what_is_published(client, editor, spring):
    report = draft()
    page = soup(client.get(change(report)))
    assert page.find("input", value="Uzupełnij projekt")
    assert not page.find("input", value="Opublikuj podsumowanie")
    client.post(change(report), filled(client, report) | {"_publish": "x"})
    assert not report.versions.exists()
    publish_report(report=report, by=None, at=MID_MAY)
    page = soup(client.get(change(report)))
    assert "Na stronie jest wydanie 1." in words(page)
    assert page.find("input", value="Uzupełnij projekt")


def test_the_desk_says_what_nobody_has_answered(client, editor, spring):
    make_event(when=When.in_month(Month(2026, 4)), published_at=datetime(2026, 4, 1, tzinfo=UTC))
    text = words(soup(client.get(change(draft()))))
    assert "Bez odpowiedzi, czy się odbyły: 1 wydarzenie." in text


def test_the_second_of_two_editors_is_told(client, editor, spring):
    report = draft()
    data = filled(client, report)
    Report.objects.get().save()
    page = soup(client.post(change(report), {**data, "lead": "Mój tekst"}))
    assert "Ktoś zapisał w tym czasie nowszą wersję" in words(page)
    assert page.find("input", attrs={"name": "lead"})["value"] == "Mój tekst"


def test_the_report_page_costs_the_same_for_one_line_and_for_three(client, editor, db):
    costs = []
    client.get(change(draft()))  # what a process remembers
    for month, rows in [(Month(2025, 1), 1), (Month(2025, 2), 3)]:
        for _ in range(rows):
            make_activity(when=When.in_month(month))
        report = draft_report(span=MonthSpan.of(month), by=None, at=MID_MAY)
        with CaptureQueriesContext(connection) as queries:
            client.get(change(report))
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_versions_are_read_and_never_written(client, publisher, spring):
    version = publish_report(report=draft(), by=publisher, at=MID_MAY)
    page = soup(client.get(f"/admin/reports/reportversion/{version.pk}/change/"))
    assert version.checksum in words(page)
    assert not page.find("input", attrs={"type": "submit"})
    assert client.get("/admin/reports/reportversion/add/").status_code == 403


def test_an_activity_is_entered_with_as_much_of_a_date_as_is_known(client, editor):
    address = "/admin/reports/activity/add/"
    fields = {"title": "wizyta w Fundacji Hamlet", "kind": "visit", "role": "guest", "position": 0}
    client.post(address, {**fields, "when_from": "kwiecień 2026"})
    client.post(address, {**fields, "when_from": "13.05.2026 14.00"})
    client.post(address, {**fields, "when_from": "styczeń–kwiecień 2026"})
    assert [activity.precision for activity in Activity.objects.order_by("pk")] == [
        Precision.MONTH,
        Precision.TIME,
        Precision.MONTHS,
    ]
    page = soup(client.post(address, {**fields, "when_from": "30 lutego 2026"}))
    assert page.select(".errorlist")
    assert page.find("input", attrs={"name": "when_from"})["value"] == "30 lutego 2026"


def test_activities_are_found_without_polish_letters_and_by_month(client, editor):
    make_activity("otwarcie Środowiskowego Domu", when=When.in_month(Month(2026, 4)))
    make_activity("wizyta w Hamlecie", when=When.in_month(Month(2026, 3)))
    found = words(soup(client.get("/admin/reports/activity/?q=srodowiskowego")).find("table"))
    assert "otwarcie Środowiskowego Domu" in found
    assert "Hamlecie" not in found
    march = words(soup(client.get("/admin/reports/activity/?miesiac=2026-03")).find("table"))
    assert "Hamlecie" in march
    assert "Domu" not in march
    assert client.get("/admin/reports/activity/?miesiac=2026-13").status_code == 200
