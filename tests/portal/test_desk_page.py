"""The desk as a page: what it shows, what it costs, and that every line leads where it says."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.actions import approve_note
from events.models import Commitment
from portal.desk import desk
from portal.kernel.months import Month, MonthSpan, day_of
from portal.kernel.when import When
from portal.models import OfficeContact, OutgoingMail, WorkingCopy
from reports.actions import draft_report, publish_report
from reports.figures import figures_of
from reports.period import Records, load_period
from tests.desk import words
from tests.factories import (
    NOW,
    make_activity,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_series,
    make_user,
    make_venue,
)
from tests.portal.desk_lines import hang, in_days
from tests.portal.statements import make_office, make_statement

pytestmark = pytest.mark.django_db
TODAY = day_of(NOW)
EVERY_KIND = {
    "unsaved",
    "mail",
    "held",
    "note",
    "venue",
    "announcement",
    "alt",
    "access",
    "approve",
    "promise",
    "cycle",
    "report",
    "figure",
    *(
        f"draft_{name}"
        for name in ("event", "announcement", "series", "venue", "organization", "report")
    ),
    "ready_announcement",
    "statement",
    "statement_review",
    "contact",
}


@pytest.fixture
def publisher(client, at_noon):
    make_office()
    user = make_user("redakcja", "publikacja", username="jan")
    client.force_login(user)
    return user


def add_work(user, number=1):
    """One line of every kind; again with another number, one more of each that can be more."""
    make_statement(prepared_on=date(2025, 12, 1), phone="")
    OfficeContact.objects.update(email="", phone="")
    place = f"/admin/events/announcement/add/?numer={number}"
    WorkingCopy.objects.create(owner=user, place=place, data={}, kept_at=NOW)
    OutgoingMail.objects.create(
        to="a@example.org", subject="s", body="b", written_at=NOW, tries=1, refusal="Nie."
    )
    make_event(when=in_days(-number), published_at=NOW - timedelta(days=40))
    hang(make_event(when=in_days(5), venue=make_venue()), "IMG_2034.jpg")
    make_event(when=in_days(6))
    make_event(when=in_days(1))
    make_announcement("Gotowe", published_at=None, lead="Wstęp", body="<p>Treść</p>")
    make_announcement(published_at=NOW + timedelta(days=number))
    make_series(window_first_day=15, window_last_day=20)
    add_drafts(number)
    add_notes()
    add_published_report(number)


def add_drafts(number):
    make_event(when=in_days(30), published_at=None)
    make_announcement(published_at=None)
    make_series(published_at=None)
    make_venue(published_at=None)
    make_organization(published_at=None)
    month = Month(2024, number)
    draft_report(span=MonthSpan(month, month), by=None, at=NOW)


def add_notes():
    make_held(month=Month(2026, 4))
    note = make_note(make_held(month=Month(2026, 4)), ("about", 9, "people"), approved_at=None)
    note.presences.create(organization=make_organization())
    Commitment.objects.create(note=note, text="Wysłać", owner="Biuro", due=TODAY)


def add_published_report(number):
    """A published report one of whose figures no longer agrees."""
    month = Month(2025, number)
    make_activity(when=When.in_month(month))
    note = make_note(
        make_held(month=month, published_at=NOW - timedelta(days=800)), ("exactly", 5, "people")
    )
    report = draft_report(span=MonthSpan(month, month), by=None, at=NOW)
    publish_report(report=report, by=None, at=NOW)
    note.counts.update(value=6)
    approve_note(note=note, by=None, at=NOW)


def queries(user):
    with CaptureQueriesContext(connection) as context:
        found = desk(type(user).objects.get(pk=user.pk), NOW)
    return [query["sql"] for query in context], found


def test_it_costs_the_same_with_one_row_of_each_kind_and_with_three(publisher):
    add_work(publisher, 1)
    one, found = queries(publisher)
    assert {line.kind for line in found.lines} == EVERY_KIND
    add_work(publisher, 2)
    add_work(publisher, 3)
    three, _found = queries(publisher)
    assert len(three) == len(one), "\n".join(three)
    assert len(one) <= 37, "\n".join(one)


def test_every_line_leads_to_a_page_that_opens_and_has_that_place(client, publisher):
    add_work(publisher)
    page = client.get("/admin/")
    links = BeautifulSoup(page.content, "html.parser").select(".desk a")
    assert len(links) >= len(EVERY_KIND) - 1
    for link in links:
        address, _hash, place = link["href"].partition("#")
        found = client.get(address)
        assert found.status_code == 200, link["href"]
        if place:
            assert f'id="{place}"' in found.content.decode(), link["href"]


def test_every_list_of_all_opens_with_its_filter(client, publisher):
    add_work(publisher)
    lists = {line.all_url for line in desk(publisher, NOW).lines} - {""}
    assert len(lists) >= 10
    for address in lists:
        page = client.get(address)
        assert page.status_code == 200, address  # a filter that Django refuses leads elsewhere
        assert page.context["cl"].result_count, address


def test_a_deed_is_a_button_that_posts(client, publisher):
    OutgoingMail.objects.create(
        to="a@example.org", subject="s", body="b", written_at=NOW, tries=1, refusal="Nie."
    )
    form = BeautifulSoup(client.get("/admin/").content, "html.parser").select_one(".desk form")
    assert (form["method"], form["action"]) == ("post", "/admin/poczta/wyslij/")
    assert form.select_one("[name=csrfmiddlewaretoken]")
    assert form.button.get_text(strip=True) == "Wyślij ponownie"


def test_the_page_says_what_to_do_by_urgency(client, publisher):
    add_work(publisher)
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    assert page.h1.get_text(strip=True) == "Co jest do zrobienia"
    headings = [heading.get_text(strip=True) for heading in page.select(".desk h2")]
    assert headings == ["W ostatniej chwili", "Teraz", "W tym tygodniu", "Kiedy będzie czas"]


def test_an_empty_desk_says_so_and_holds_nothing_else(client, publisher):
    page = client.get("/admin/")
    assert "Wszystko zrobione" in words(page)
    desk_itself = BeautifulSoup(page.content, "html.parser").select_one(".desk")
    assert desk_itself.select("a, h2, ul, form") == []


def test_a_title_is_shown_as_text(client, publisher):
    make_announcement("<b>Ławka</b> & „stół”", published_at=None)
    html = client.get("/admin/").content.decode()
    assert "&lt;b&gt;Ławka&lt;/b&gt; &amp; „stół”" in html


def test_somebody_with_no_role_has_an_empty_desk(client, at_noon):
    add_work(make_user("redakcja"))
    client.force_login(make_user())
    page = client.get("/admin/")
    assert page.context["desk"].is_clear
    assert page.context["desk"].waiting is None
    assert page.context["desk_places"] == []


@pytest.mark.parametrize("roles", [["redakcja"], ["redakcja", "publikacja"]])
def test_no_line_leads_where_this_person_may_not_act(client, at_noon, roles):
    """Each form that a line opens can be saved; else the line would be nobody's work."""
    user = make_user(*roles)
    client.force_login(user)
    add_work(user)
    for line in desk(user, NOW).lines:
        page = client.get(line.url.partition("#")[0])
        if line.kind == "held":
            assert "Tak, odbyło się" in words_and_buttons(page)
        elif not line.is_deed and line.kind != "report":
            assert 'type="submit"' in page.content.decode(), line
            # A page of its own, as the note's or the promise's, opens only to who may send it.
            assert page.context.get("has_change_permission", True) or page.context["add"], line


def words_and_buttons(page):
    return page.content.decode()


class TestFiguresOfManyReportsAtOnce:
    """Reading all periods together gives what reading each alone gives."""

    SPANS = (
        MonthSpan(Month(2026, 3), Month(2026, 3)),
        MonthSpan(Month(2026, 4), Month(2026, 4)),
        MonthSpan(Month(2026, 1), Month(2026, 5)),
        MonthSpan(Month(2025, 12), Month(2026, 3)),
    )
    DAYS = (date(2026, 3, 15), date(2026, 3, 31), date(2026, 5, 8))

    def rows(self):
        make_note(make_held(month=Month(2026, 3), venue=make_venue()), ("exactly", 5, "people"))
        held = make_held(when=When.on_day(date(2026, 4, 30), date(2026, 5, 2)))
        make_event(when=When.in_month(Month(2026, 4)), published_at=NOW - timedelta(days=90))
        make_held(is_example=True)
        make_activity(when=When.in_months(MonthSpan(Month(2026, 2), Month(2026, 4))))
        make_activity(when=When.on_day(date(2026, 3, 31), date(2026, 4, 1)))
        make_activity(when=When.on_day(date(2026, 4, 30)), event=held)
        make_activity(when=When.in_month(Month(2026, 3))).discard(NOW)

    @pytest.mark.parametrize("through", DAYS)
    @pytest.mark.parametrize("span", SPANS)
    def test_agrees_with_the_period_alone(self, span, through):
        self.rows()
        spans = self.SPANS
        records = Records.over(min(s.start for s in spans), max(s.end for s in spans), NOW)
        together = records.facts(span, through)
        assert together == load_period(span, through=through, at=NOW)
        assert figures_of(together)
