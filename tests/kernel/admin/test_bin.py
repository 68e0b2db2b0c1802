"""Nothing is deleted: it goes to the bin, and comes back whole."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from events.models import Event
from portal.kernel.months import Month, MonthSpan
from reports.actions import draft_report
from tests.desk import page_of, told, words, write
from tests.factories import (
    NOW,
    make_activity,
    make_announcement,
    make_event,
    make_held,
    make_office_holder,
    make_organization,
    make_series,
    make_user,
    make_venue,
)

pytestmark = pytest.mark.django_db


def address(record, word):
    return f"{page_of(record).removesuffix('change/')}{word}/"


def of_each_kind():
    return [
        make_event(published_at=None),
        make_announcement(published_at=None),
        make_series(published_at=None),
        make_venue(published_at=None),
        make_organization(published_at=None),
        make_activity(),
        make_office_holder(),
    ]


def fresh(record):
    return type(record).objects.get(pk=record.pk)


def test_thrown_away_and_taken_back_it_is_as_it_was(writer):
    for record in of_each_kind():
        assert "Wyrzuć do kosza" in writer.get(page_of(record)).content.decode(), record
        thrown = writer.post(address(record, "kosz"), follow=True)
        assert "Wyrzucono do kosza" in told(thrown)
        assert "Cofnij: wyjmij z kosza" in thrown.content.decode()
        assert fresh(record).is_discarded
        back = writer.post(address(record, "z-kosza"), follow=True)
        assert "Wyjęto z kosza" in told(back)
        assert not fresh(record).is_discarded


def test_twice_is_once(writer):
    draft = make_event(published_at=None)
    for word, sentence in [("kosz", "już leży w koszu"), ("z-kosza", "już nie ma w koszu")]:
        writer.post(address(draft, word))
        version = fresh(draft).version
        assert sentence in told(writer.post(address(draft, word), follow=True))
        assert fresh(draft).version == version


@pytest.mark.parametrize("word", ["kosz", "z-kosza"])
def test_looking_throws_nothing_away(writer, word):
    draft = make_event(published_at=None)
    assert writer.get(address(draft, word)).status_code == 405
    assert not fresh(draft).is_discarded


def test_what_lies_there_is_only_read(writer):
    draft = make_event("Warsztat", published_at=None)
    draft.discard(NOW)
    page = writer.get(page_of(draft))
    assert "Warsztat" in words(page)
    assert "W koszu:" in words(page)
    assert 'name="_save"' not in page.content.decode()
    writer.post(page_of(draft), {"title": "Inny"})
    assert fresh(draft).title == "Warsztat"


def test_it_cannot_be_published_from_there(publisher):
    draft = make_event(published_at=None)
    draft.discard(NOW)
    response = publisher.post(address(draft, "publikacja"), {"_now": "x"}, follow=True)
    assert "najpierw je wyjmij" in told(response)
    assert fresh(draft).status == "draft"


@pytest.mark.parametrize("state", ["published", "scheduled", "withdrawn"])
def test_what_was_public_or_will_be_stays_out_of_it(publisher, now, state):
    event = make_event(published_at=now + timedelta(days=state == "scheduled"))
    if state == "withdrawn":
        event.withdraw(now, "Pomyłka.")
    assert "Wyrzuć do kosza" not in publisher.get(page_of(event)).content.decode()
    response = publisher.post(address(event, "kosz"), follow=True)
    assert "wycofaj" in told(response)
    assert not fresh(event).is_discarded


def test_lists_leave_it_out_until_somebody_looks_for_it(writer):
    make_event("Zostaje", published_at=None)
    make_event("Wyrzucone", published_at=None).discard(NOW)
    plain = writer.get("/admin/events/event/").content.decode()
    assert "Zostaje" in plain
    assert "Wyrzucone" not in plain
    assert "poza koszem" in plain
    thrown = writer.get("/admin/events/event/?kosz=tak").content.decode()
    assert "Wyrzucone" in thrown
    assert "Zostaje" not in thrown


def test_no_list_offers_to_delete_and_no_address_does(publisher):
    for record in of_each_kind():
        listed = publisher.get(page_of(record).rpartition(f"{record.pk}/change/")[0])
        assert "delete_selected" not in listed.content.decode()
        assert publisher.get(address(record, "delete")).status_code == 403
        assert publisher.post(address(record, "delete"), {"post": "yes"}).status_code == 403
        assert type(record).objects.filter(pk=record.pk).exists()


def offered(response, name):
    html = BeautifulSoup(response.content, "html.parser")
    return {option.text for option in html.select(f"select[name={name}] option")}


def test_choices_do_not_offer_it_unless_it_is_chosen_already(writer):
    kept, thrown = make_venue("Kawiarnia", published_at=None), make_venue("Bar", published_at=None)
    free, host = make_event(published_at=None), make_event(venue=thrown, published_at=None)
    thrown.discard(NOW)
    assert kept.name in offered(writer.get("/admin/events/event/add/"), "venue")
    assert thrown.name not in offered(writer.get("/admin/events/event/add/"), "venue")
    assert thrown.name not in offered(writer.get(page_of(free)), "venue")
    assert thrown.name in offered(writer.get(page_of(host)), "venue")
    write(writer, host, title="Inny tytuł")
    assert fresh(host).venue == thrown
    refused = write(writer, free, venue=str(thrown.pk))
    assert refused.context["adminform"].form.errors["venue"]


def test_nor_do_lists_of_many_and_rows(writer):
    thrown = make_event("Wyrzucone", published_at=None)
    news = make_announcement(published_at=None, events=[thrown])
    other = make_announcement(published_at=None)
    host = make_organization("Fundacja Gość", published_at=None)
    event = make_event(published_at=None)
    event.partnerships.create(organization=host, role="host")
    thrown.discard(NOW)
    host.discard(NOW)
    assert str(thrown) in offered(writer.get(page_of(news)), "events")
    assert str(thrown) not in offered(writer.get(page_of(other)), "events")
    row = "partnerships-0-organization"
    assert host.name in offered(writer.get(page_of(event)), row)
    assert host.name not in offered(writer.get("/admin/events/event/add/"), row)


def test_a_number_that_was_taken_meanwhile_keeps_it_there_and_says_so(writer):
    cycle = make_series()
    first = make_event(series=cycle, edition=3, published_at=None)
    first.discard(NOW)
    make_event(series=cycle, edition=3, published_at=None)
    response = writer.post(address(first, "z-kosza"), follow=True)
    assert "Ten cykl ma już odsłonę o tym numerze." in told(response)
    assert Event.objects.get(pk=first.pk).is_discarded


def test_drafting_a_report_takes_its_draft_out_of_the_bin(writer):
    make_held()
    span = MonthSpan.of(Month(2026, 3))
    draft_report(span=span, by=None, at=NOW).discard(NOW)
    report = draft_report(span=span, by=None, at=NOW)
    assert not fresh(report).is_discarded


def test_an_account_without_the_right_throws_nothing_away(client):
    client.force_login(make_user())
    draft = make_event(published_at=None)
    for word in ("kosz", "z-kosza"):
        assert client.post(address(draft, word)).status_code == 403
