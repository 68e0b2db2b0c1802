"""The next edition of a cycle, and a meeting once more: what their forms begin with."""

from datetime import date, time

import pytest

from events import editions
from events.models import Commitment, Partnership, ProgrammeItem, SeriesPause
from portal.kernel.when import When
from tests.factories import (
    NOW,
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


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_manner_of_the_last_edition_is_kept_and_nothing_of_its_day():
    series = make_series("Herbata", audience="wszyscy", usual_start=time(14), usual_end=time(18))
    last = make_held(
        series=series,
        edition=4,
        venue=make_venue(),
        audience="młode organizacje",
        addressed_to="organizations",
        languages="po polsku",
        access_contact="biuro, 12 345 67 89",
        sign_up="required",
        sign_up_details="do 10 maja",
        is_free=True,
        day_phone="500 600 700",
        body="<p>Było miło.</p>",
        date_reason="święto",
    )
    found = editions.next_edition(series, last)
    assert found == {
        "series": series.pk,
        "edition": 5,
        "title": "Herbata",
        "lead": "",
        "audience": "młode organizacje",
        "addressed_to": "organizations",
        "languages": "po polsku",
        "access_contact": "biuro, 12 345 67 89",
        "sign_up": "required",
        "is_free": True,
        "drop_in": False,
        "usual_hours": "14.00–18.00",
    }


def test_an_edition_is_mainly_for_whom_the_cycle_is_where_the_last_one_did_not_say():
    series = make_series(addressed_to="young")
    assert editions.next_edition(series, None)["addressed_to"] == "young"
    assert editions.next_edition(series, make_event(series=series))["addressed_to"] == "young"
    for_seniors = make_event(series=series, addressed_to="seniors")
    assert editions.next_edition(series, for_seniors)["addressed_to"] == "seniors"


def test_a_contact_that_names_a_day_of_the_last_one_stays_behind():
    for text in ("zgłoś do wtorku", "zgłoś do 5 maja", "do 5.05", "w 2026 r."):
        assert editions.undated(text) == ""
    for text in ("biuro, 12 345 67 89", "tel. 12 616 19 14, biuro@example.org", "o każdej porze"):
        assert editions.undated(text) == text


def test_the_number_follows_the_highest_in_use():
    series = make_series(numbering="roman_after")
    for edition in (1, 7):
        make_held(series=series, edition=edition)
    make_event(series=series, edition=8, published_at=None).discard(NOW)
    assert editions.next_number(series) == 8
    assert editions.next_number(make_series(numbering="none")) is None


def test_organizers_come_along_and_the_host_of_the_old_place_does_not():
    series, event = make_series(), None
    ours, host = make_organization(), make_organization()
    series.organizers.add(ours)
    assert [row["organization"] for row in editions.organizers(series, None)] == [ours.pk]
    event = make_held(series=series, edition=1)
    make_partnership(event, ours, "organizer")
    make_partnership(event, host, "host")
    assert editions.organizers(series, event) == [
        {"organization": ours.pk, "role": "organizer", "note": ""}
    ]


def test_once_more_takes_place_partners_programme_and_texts_but_no_day():
    event = make_held(
        "Warsztat",
        when=make_when(date(2026, 4, 14), drop_in=True),
        venue=make_venue("Kaffka"),
        room="sala 5",
        lead="Razem.",
        body="<p>Uczymy się.</p>",
        date_reason="święto",
        sign_up_details="do 10 kwietnia",
    )
    make_partnership(event, make_organization(), Partnership.Role.HOST)
    ProgrammeItem.objects.create(event=event, position=1, title="Wstęp", starts=time(14))
    found = editions.once_more(event)
    assert found["title"] == "Warsztat"
    assert (found["venue"], found["room"]) == (event.venue_id, "sala 5")
    assert (found["lead"], found["body"]) == ("Razem.", "<p>Uczymy się.</p>")
    assert found["sign_up_details"] == ""
    assert found["drop_in"] is True
    never = {"when_from", "when_to", "outcome", "status", "date_reason", "edition", "series"}
    assert never.isdisjoint(found)
    assert len(editions.partners(event)) == 1
    assert editions.programme(event)[0]["title"] == "Wstęp"


## Hints


def test_the_habit_names_the_next_window_that_is_free():
    series = make_series(
        usual_start=time(14), usual_end=time(18), window_first_day=10, window_last_day=20
    )
    assert plain(editions.habit(series, NOW)) == (
        "zwykle w połowie miesiąca, 14.00–18.00; najbliższe okno: 10–20 maja 2026 r."
    )
    make_event(series=series, edition=1)
    assert plain(editions.habit(series, NOW)).endswith("okno: 10–20 czerwca 2026 r.")
    SeriesPause.objects.create(series=series, month=date(2026, 6, 1))
    assert plain(editions.habit(series, NOW)).endswith("okno: 10–20 lipca 2026 r.")


def test_a_window_that_has_begun_is_what_is_left_of_it_and_short_months_are_short():
    series = make_series(window_first_day=5, window_last_day=31)
    assert editions.next_window(series, NOW) == (date(2026, 5, 8), date(2026, 5, 31))
    make_event(series=series, edition=1, when=When.on_day(date(2026, 5, 20)))
    assert editions.next_window(series, NOW) == (date(2026, 6, 5), date(2026, 6, 30))


def test_a_cycle_without_habits_gives_no_hint():
    assert editions.habit(make_series(), NOW) == ""


def test_promises_of_the_cycle_that_are_still_open_are_listed():
    series = make_series()
    note = make_note(make_held(series=series, edition=1))
    other = make_note(make_held())
    for owner, state in ((note, "open"), (note, "dropped"), (other, "open")):
        Commitment.objects.create(note=owner, text=f"Lista sal {state}", owner="biuro", state=state)
    assert [row.text for row in editions.open_promises(series)] == ["Lista sal open"]
    assert editions.open_promises(series)[0].note == note
