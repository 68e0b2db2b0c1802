from datetime import date

import pytest

from tests.factories import make_event, make_venue, make_when

pytestmark = pytest.mark.django_db


def test_an_announcement_of_an_event_states_its_facts(writer):
    event = make_event("Warsztat", when=make_when(date(2099, 5, 13)), venue=make_venue("Kawiarnia"))
    page = writer.get(f"/admin/events/announcement/add/?event={event.pk}")
    form = page.context["adminform"].form
    assert form["title"].value() == "Warsztat"
    assert form["lead"].value().startswith("Zapraszamy na spotkanie „Warsztat”: w środę")
    assert "Kawiarnia" in form["lead"].value()
    assert form["events"].value() == [event.pk]


def test_an_announcement_of_a_past_event_is_a_recap_whose_lead_is_yet_to_be_written(writer):
    event = make_event("Warsztat", when=make_when(date(2026, 1, 14)))
    page = writer.get(f"/admin/events/announcement/add/?event={event.pk}")
    form = page.context["adminform"].form
    assert form["kind"].value() == "recap"
    assert form["lead"].value() == ""
