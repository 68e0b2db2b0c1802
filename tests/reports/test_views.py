from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.actions import approve_note
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from portal.models import User
from reports.actions import draft_report, publish_report
from reports.frozen import checksum
from reports.models import Activity, Report, ReportVersion
from tests.factories import make_activity, make_organization, make_user
from tests.organizations.merging.two import merge
from tests.reports.office import first_schema

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
SPRING = MonthSpan(Month(2026, 3), Month(2026, 5))
ADDRESS = "/podsumowania/2026-03--2026-05/"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_june():
    with time_machine.travel(datetime(2026, 6, 1, tzinfo=UTC), tick=False):
        yield


def publish(span=SPRING, at=MID_MAY, note="Dopisano, co ustalono później.", by=None):
    report = draft_report(span=span, by=None, at=at)
    return publish_report(report=report, by=by, at=at, note=note)


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


def test_the_report_shows_figures_months_and_lines(client, spring):
    publish()
    soup = page(client, ADDRESS)
    assert words(soup.h1) == "Od marca do maja 2026 r."
    text = words(soup.main)
    assert "około 140 osób" in text
    assert "nie licząc 1 spotkania bez zapisanej liczby osób" in text
    assert "dane do 15 maja 2026 r." in text
    assert [words(h) for h in soup.select(".month h2")] == ["Marzec", "Kwiecień", "Maj"]
    assert "druga odsłona cyklu „Spotkajmy się w 3miejscu” (Społeczna Kaffka)" in text


def test_each_figure_leads_to_the_notes_behind_it(client, spring):
    publish()
    links = [a["href"] for a in page(client, ADDRESS).select(".figures a")]
    figures = Report.objects.get().versions.get().content["figures"]
    assert len(links) + len(page(client, ADDRESS).select(".figure-rows a")) == len(figures)
    for link in links:
        assert "Jak liczymy" in words(page(client, link).main)
    people = words(page(client, f"{ADDRESS}liczby/osoby/").main)
    assert "41 osób" in people
    assert "blisko 100 osób" in people
    assert "wersja 1, zatwierdzona 8 maja 2026 r." in people
    assert "Czego tu brakuje Nie wliczono 1 spotkania bez zapisanej liczby osób." in people
    assert "Nie ma zatwierdzonej notatki." in people


def test_an_own_meeting_leads_to_its_page(client, spring):
    publish()
    link = page(client, ADDRESS).find("a", string=lambda text: text and "druga edycja" in text)
    assert link["href"] == spring["second"].get_absolute_url()


def test_editing_the_note_the_event_and_the_draft_changes_no_published_page(client, spring):
    publish()
    addresses = [ADDRESS, f"{ADDRESS}liczby/osoby/", "/podsumowania/"]
    before = [client.get(address).content for address in addresses]
    note = spring["first"].note
    note.counts.update(value=500)
    approve_note(note=note, by=None, at=MID_MAY + timedelta(days=1))
    spring["second"].title = "Nowa nazwa"
    spring["second"].save()
    make_activity("dopisane później")
    report = Report.objects.get()
    report.title = report.lead = "Poprawiane właśnie"
    report.save()
    draft_report(span=SPRING, by=None, at=MID_MAY)
    assert [client.get(address).content for address in addresses] == before


ALL = ["", "wydanie/1/", "liczby/{}/", "wydanie/1/liczby/{}/"]


def everything(client, version):
    """The bytes of every page of a version, and of the list."""
    keys = [figure["key"] for figure in version.content["figures"]]
    paths = {path.format(key) for path in ALL for key in keys}
    addresses = [*(ADDRESS + path for path in paths), "/podsumowania/"]
    return {address: client.get(address).content for address in addresses}


def test_no_record_changed_renamed_merged_or_thrown_away_changes_a_published_page(client, spring):
    organizations = [make_organization("Fundacja Hamlet"), make_organization("Hamlet")]
    make_activity("wizyta u Hamleta").organizations.add(organizations[1])
    version = publish(by=make_user("publikacja"))
    before = everything(client, version)

    note = spring["first"].note
    note.counts.update(value=500)
    approve_note(note=note, by=None, at=MID_MAY + timedelta(days=1))
    spring["second"].title = "Nowa nazwa"
    spring["second"].when = When.on_day(date(2026, 3, 20))
    spring["second"].save()
    venue = spring["first"].venue
    venue.name = "Przemianowana"
    venue.save()
    spring["cycle"].name = "Inny cykl"
    spring["cycle"].save()
    merge(*organizations)
    for activity in Activity.objects.all():
        activity.title = "inaczej"
        activity.save()
        activity.discard(MID_MAY)
    make_user_leave()
    report = Report.objects.get()
    report.title = report.lead = "Poprawiane właśnie"
    report.save()
    draft_report(span=SPRING, by=None, at=MID_MAY)

    assert everything(client, version) == before
    stored = ReportVersion.objects.get()
    assert (stored.content, stored.checksum) == (version.content, checksum(version.content))


def make_user_leave():
    """Nobody holds a role any more."""
    for user in User.objects.all():
        user.groups.clear()


def test_what_was_withdrawn_stays_in_the_text_and_is_no_link(client, spring):
    publish()
    event = spring["second"]
    before = page(client, ADDRESS)
    event.withdraw(MID_MAY, "pomyłka")
    after = page(client, ADDRESS)
    assert words(after.main) == words(before.main)
    hrefs = [a.get("href") for a in after.select("main a")]
    assert event.get_absolute_url() not in hrefs
    assert spring["first"].get_absolute_url() in hrefs
    sources = page(client, f"{ADDRESS}liczby/spotkania/")
    assert "Wspólnie do celu II" in words(sources.main)
    assert event.get_absolute_url() not in [a.get("href") for a in sources.select("main a")]


def test_a_version_of_the_first_schema_still_renders(client, spring):
    version = publish()
    old = first_schema(version.content)
    ReportVersion.objects.update(content=old, checksum=checksum(old))
    text = words(page(client, ADDRESS).main)
    assert "około 140" in text
    assert "Wydanie 1" in text
    for figure in old["figures"]:
        page(client, f"{ADDRESS}liczby/{figure['key']}/")
    assert "Od marca" in words(page(client, "/podsumowania/").main)


def test_the_foot_says_which_version_it_is_and_when_it_was_published(client, spring):
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    report.case_number = "OR-09.0640.5.2026"
    report.save()
    version = publish(by=make_user("publikacja", username="anna.nowak"))
    foot = words(page(client, ADDRESS).select_one(".edition"))
    assert "Opublikowano 15 maja 2026 r. Znak sprawy" in foot
    assert version.checksum in foot
    assert "OR-09.0640.5.2026" in foot
    assert "anna" not in foot


def test_the_second_version_stands_at_the_address_and_the_first_stays_readable(client, spring):
    publish()
    approve_note(note=spring["third"].note, by=None, at=MID_MAY)
    publish()
    assert "około 170 osób" in words(page(client, ADDRESS).main)
    first = page(client, f"{ADDRESS}wydanie/1/")
    assert "To nie jest najnowsze wydanie." in words(first.main)
    assert "około 140 osób" in words(first.main)
    [robots] = first.select("meta[name=robots]")
    assert robots["content"] == "noindex"
    sources = f"{ADDRESS}wydanie/1/liczby/osoby/"
    assert sources in [a["href"] for a in first.select(".figures a")]
    assert words(page(client, sources).h1) == (
        "Około 140 osób, nie licząc 1 spotkania bez zapisanej liczby osób"
    )
    assert "około 170 osób" in words(page(client, f"{ADDRESS}wydanie/2/").main)
    assert words(page(client, f"{ADDRESS}liczby/osoby/").h1) == "Około 170 osób"


@pytest.mark.parametrize(
    "path", ["", "liczby/osoby/", "wydanie/1/", "wydanie/1/liczby/osoby/", "?podglad=1"]
)
def test_a_draft_is_nowhere(client, spring, path):
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    page(client, ADDRESS + path, 404)
    publish_report(report=report, by=None, at=MID_MAY)
    Report.objects.update(published_at=datetime(2026, 7, 1, tzinfo=UTC))
    page(client, ADDRESS + path, 404)
    assert "Od marca" not in words(page(client, "/podsumowania/"))


@pytest.mark.parametrize("path", ["", "liczby/osoby/", "wydanie/1/"])
def test_a_withdrawn_report_says_so_and_is_on_no_list(client, spring, path):
    publish()
    Report.objects.get().withdraw(MID_MAY, "sprawdzamy dane")
    gone = words(page(client, ADDRESS + path, 410))
    assert "sprawdzamy dane" in gone
    assert "140" not in gone
    assert "Od marca" not in words(page(client, "/podsumowania/"))


@pytest.mark.parametrize(
    "path, sentence",
    [
        ("2026-13/", "Nie ma miesiąca 13"),
        ("2026-00/", "Nie ma miesiąca 0"),
        ("2026-05--2026-01/", "przed początkiem"),
        ("2020-01--2026-01/", "najwyżej 24 miesiące"),
        ("1999-01/", "poza zakresem"),
        ("2026-02/", "Nie opublikowano podsumowania za ten okres: luty 2026."),
        ("2026-03--2026-05/liczby/nie-ma/", "Takiej liczby w tym podsumowaniu nie ma."),
        ("2026-03--2026-05/wydanie/7/", "Takiego wydania nie ma."),
        (f"2026-03--2026-05/wydanie/{10**30}/", "Takiego wydania nie ma."),
        ("marzec/", ""),
        ("2026-3/", ""),
        ("?strona=99", "Takiej strony listy nie ma."),
    ],
)
def test_what_does_not_exist_is_said_in_polish(client, spring, path, sentence):
    publish()
    assert sentence in words(page(client, f"/podsumowania/{path}", 404))


def test_a_span_of_one_month_has_one_address(client, spring):
    march = MonthSpan.of(Month(2026, 3))
    publish(march)
    response = client.get("/podsumowania/2026-03--2026-03/liczby/osoby/")
    assert response.status_code == 301
    assert response["Location"] == "/podsumowania/2026-03/liczby/osoby/"


def test_the_preview_is_for_staff_alone_and_kept_by_nobody(client, spring):
    draft_report(span=SPRING, by=None, at=MID_MAY)
    client.force_login(make_user("redakcja"))
    response = client.get(f"{ADDRESS}?podglad=1")
    assert "Podgląd projektu." in words(BeautifulSoup(response.content, "html.parser").main)
    assert "no-store" in response["Cache-Control"]
    sources = page(client, f"{ADDRESS}liczby/osoby/?podglad=1")
    assert "podgląd projektu, nieopublikowane" in words(sources.main)
    page(client, ADDRESS, 404)
    client.force_login(make_user())
    page(client, f"{ADDRESS}?podglad=1", 404)


def test_internal_text_and_names_of_staff_never_come_out(client, spring):
    spring["first"].note.__class__.objects.update(internal="poufne słowa")
    approver = make_user("publikacja", username="anna.nowak")
    approve_note(note=spring["third"].note, by=approver, at=MID_MAY)
    publish()
    for path in ("", "liczby/osoby/", "liczby/spotkania/", "wydanie/1/"):
        text = client.get(ADDRESS + path).content.decode()
        assert "poufne słowa" not in text
        assert "anna.nowak" not in text


def test_text_that_tries_to_be_markup_stays_text(client, spring):
    make_activity("<script>alert(1)</script> & inni")
    publish()
    text = client.get(ADDRESS).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; inni" in text


def test_pages_cost_the_same_for_one_row_and_for_three(client, spring):
    publish(MonthSpan.of(Month(2026, 3)))
    one = costs(client, "/podsumowania/", "/podsumowania/2026-03/")
    publish(MonthSpan.of(Month(2026, 4)))
    publish()
    assert costs(client, "/podsumowania/", ADDRESS) == one


def costs(client, *addresses):
    found = []
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            page(client, address)
        found.append(len(queries))
    return found


def test_the_list_is_newest_first_and_helps_when_empty(client, spring):
    assert "Nie ma jeszcze podsumowań" in words(page(client, "/podsumowania/").main)
    publish(MonthSpan.of(Month(2026, 3)))
    publish(MonthSpan.of(Month(2026, 4)))
    publish()
    titles = [words(h) for h in page(client, "/podsumowania/").select("main h2")]
    assert titles == ["Od marca do maja 2026 r.", "Kwiecień 2026", "Marzec 2026"]


def test_the_data_day_is_the_frozen_one(client, spring):
    publish()
    Report.objects.update(data_through=date(2026, 4, 1))
    assert "dane do 15 maja 2026 r." in words(page(client, ADDRESS).main)
