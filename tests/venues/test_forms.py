"""Access facts in the forms of a venue and of a meeting: asked, and saved only when answered."""

from datetime import date

import pytest
import time_machine

from events.models import EventAccess
from tests.desk import filled, page_of, words, write
from tests.factories import NOW, make_event, make_user, make_venue
from venues.models import AccessFact

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 1)


@pytest.fixture(autouse=True)
def publisher(client):
    with time_machine.travel(NOW, tick=False):
        client.force_login(make_user("redakcja", "publikacja"))
        yield client


def row_of(client, record, key):
    """The number of the row that asks about `key`."""
    response = client.get(page_of(record))
    (formset,) = (
        found.formset
        for found in response.context["inline_admin_formsets"]
        if found.formset.prefix == "access_facts"
    )
    keys = [form["key"].value() for form in formset.forms]
    return keys.index(key)


def answer(client, record, about, **fields):
    number = row_of(client, record, about)
    sent = {f"access_facts-{number}-{name}": value for name, value in fields.items()}
    return write(client, record, **sent)


def facts(record):
    rows = record.access_facts.order_by("pk")
    return [(row.key, row.answer, row.checked_on) for row in rows]


RECORDS = pytest.mark.parametrize("make", [make_venue, make_event])


@RECORDS
def test_each_question_is_asked_and_none_is_saved_untouched(client, make):
    record = make()
    model = type(record.access_facts.model())
    for key in model.Key.values:
        row_of(client, record, key)
    response = write(client, record)
    assert "Zapisano" in words(response)
    assert facts(record) == []


@RECORDS
def test_an_answer_is_saved_with_the_day_that_somebody_wrote(client, make):
    record = make()
    answer(client, record, "toilet", answer="yes", checked_on="1.05.2026")
    assert facts(record) == [("toilet", "yes", DAY)]


@RECORDS
@pytest.mark.parametrize("said", ["yes", "no"])
def test_the_day_is_never_assumed(client, make, said):
    record = make()
    response = answer(client, record, "toilet", answer=said)
    assert "podaje, kiedy ktoś to sprawdził" in words(response)
    assert facts(record) == []


def test_the_error_stands_beside_the_day_and_the_answer_is_kept(client):
    venue = make_venue()
    number = row_of(client, venue, "toilet")
    response = answer(client, venue, "toilet", answer="yes", note="na parterze")
    rows = response.context["inline_admin_formsets"][0].formset
    assert set(rows.forms[number].errors) == {"checked_on"}
    assert rows.forms[number]["note"].value() == "na parterze"


def test_nobody_has_checked_tomorrow(client):
    venue = make_venue()
    response = answer(client, venue, "toilet", answer="yes", checked_on="9.05.2026")
    assert "Ten dzień jest dopiero przed nami" in words(response)
    assert facts(venue) == []


def test_a_note_alone_is_an_answer_too(client):
    venue = make_venue()
    answer(client, venue, "laptop", note="zapytamy")
    assert facts(venue) == [("laptop", "unknown", None)]


def test_a_question_is_asked_once(client):
    venue = make_venue()
    AccessFact.objects.create(venue=venue, key="toilet", answer="yes", checked_on=DAY)
    number = row_of(client, venue, "lift")
    response = answer(client, venue, "lift", key="toilet", answer="no", checked_on="1.05.2026")
    rows = response.context["inline_admin_formsets"][0].formset
    assert "O tym już jest wiersz." in str(rows.forms[number].errors["key"])


def test_the_questions_stand_in_one_order_answered_or_not(client):
    venue = make_venue()
    for key in ("laptop", "step_free"):
        AccessFact.objects.create(venue=venue, key=key)
    assert row_of(client, venue, "step_free") < row_of(client, venue, "laptop")


def test_a_new_venue_can_be_described_at_once(client):
    response = client.get("/admin/venues/venue/add/")
    sent = {"name": "Łaźnia", "access_facts-0-answer": "yes"}
    sent["access_facts-0-checked_on"] = "1.05.2026"
    client.post("/admin/venues/venue/add/", filled(response, **sent))
    assert [row.key for row in AccessFact.objects.all()] == ["step_free"]


def test_history_keeps_a_change_of_access_and_the_invited_are_told_nothing(client):
    event = make_event()
    answer(client, event, "sign_language", answer="yes", checked_on="1.05.2026")
    answer(client, event, "sign_language", answer="no", checked_on="8.05.2026")
    assert [row.answer for row in EventAccess.history.order_by("history_id")] == ["yes", "no"]
    event.refresh_from_db()
    assert (event.sequence, event.changes.count()) == (0, 0)
    history = words(client.get(page_of(event).replace("change", "history")))
    assert "tłumaczenie na polski język migowy" in history


def test_who_only_writes_cannot_change_what_is_public(client):
    venue = make_venue()
    client.force_login(make_user("redakcja", username="autor"))
    response = client.get(page_of(venue))
    client.post(page_of(venue), {"access_facts-0-answer": "yes"})
    assert facts(venue) == []
    assert "Tylko do odczytu" in words(response)


def test_the_next_edition_begins_without_the_interpreter_of_the_last(client):
    event = make_event(venue=make_venue())
    EventAccess.objects.create(event=event, key="sign_language", answer="yes", checked_on=DAY)
    response = client.get(f"/admin/events/event/add/?powtorz={event.pk}")
    (rows,) = (
        found.formset
        for found in response.context["inline_admin_formsets"]
        if found.formset.prefix == "access_facts"
    )
    assert {form["answer"].value() for form in rows.forms} == {"unknown"}
    assert {form["checked_on"].value() for form in rows.forms} == {None}


def test_two_at_once_see_no_rows_that_nobody_wrote(client):
    """What the page itself offers is no addition of the first of them."""
    venue = make_venue()
    first = client.get(page_of(venue))
    write(client, venue, entrance="od podwórza")
    response = client.post(page_of(venue), filled(first, stop="Rondo"), follow=True)
    assert "wejście bez stopni" not in words(response)
