"""What a change after publication says, on the event's page, on cards and in announcements."""

from datetime import date, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from events.actions import change_event
from events.cards import card
from events.changes import to_go_by, told
from events.facts import Facts
from events.models import Event
from events.models.event import Outcome
from events.news import news_rows
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import NOW, make_announcement, make_event, make_held, make_venue, make_when

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
LATER, LATEST = make_when(date(2026, 5, 20)), make_when(date(2026, 5, 27))


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW + 9 * HOUR, tick=False) as traveller:
        yield traveller


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


def change(event, hours=0, reason="Zalana sala.", minor=False, **facts):
    """One save of the office, that many hours after NOW."""
    event = Event.objects.get(pk=event.pk)
    before = Facts.of(event)
    for name, value in facts.items():
        setattr(event, name, value)
    at = NOW + hours * HOUR
    change_event(event=event, before=before, by=None, at=at, reason=reason, minor=minor)
    return event


def off(event, hours=0, outcome=Outcome.CANCELLED, reason="Choroba."):
    return change(event, hours, reason, outcome=outcome, outcome_reason=reason)


def fetched(event):
    return Event.objects.for_page().get(pk=event.pk)


def notices(event, at=NOW + 9 * HOUR):
    return [(row.title, plain(row.now), plain(row.before)) for row in to_go_by(fetched(event), at)]


def chips(event, at=NOW + 9 * HOUR):
    return [chip.text for chip in card(fetched(event), at).chips]


def opened(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def words(element):
    return plain(element.get_text(" "))


## Moved


def test_a_new_date_is_said_before_the_old_with_reason_and_since_when():
    event = change(make_event(), when=LATER)
    [row] = told(fetched(event))
    assert (row.title, plain(row.now), plain(row.before)) == (
        "Nowy termin.",
        "20 maja 2026 r., godz. 14.00–18.00",
        "13 maja 2026 r., godz. 14.00–18.00",
    )
    assert plain(row.note) == "Zmieniono 8 maja 2026 r., godz. 12.00: Zalana sala."
    assert chips(event) == ["nowy termin"]


def test_a_late_hour_is_told_by_warsaws_clock_and_day():
    event = change(make_event(), 12, when=LATER)
    assert plain(told(fetched(event))[0].note).startswith("Zmieniono 9 maja 2026 r., godz. 0.00")


def test_moved_twice_tells_both_earlier_dates_newest_first():
    event = make_event()
    change(event, 1, when=LATER)
    change(event, 2, when=LATEST)
    [(_, now, before)] = notices(event)
    assert now.startswith("27 maja")
    assert before == (
        "20 maja 2026 r., godz. 14.00–18.00; wcześniej: 13 maja 2026 r., godz. 14.00–18.00"
    )


def test_moved_and_back_on_the_same_day_says_that_it_stays():
    event = make_event()
    change(event, 1, when=LATER)
    change(event, 2, when=make_when())
    [(title, now, before)] = notices(event)
    assert title == "Jednak bez zmiany terminu."
    assert now.startswith("13 maja")
    assert before.startswith("20 maja")
    assert chips(event) == ["jednak bez zmiany terminu"]


def test_a_day_outside_the_promised_month_is_a_new_date():
    event = make_event(when=When.in_part(Month(2026, 5), 2))
    change(event, when=make_when(date(2026, 6, 17)))
    assert notices(event)[0][::2] == ("Nowy termin.", "połowa maja 2026 r.")
    assert chips(event) == ["nowy termin"]


def test_what_was_only_yet_to_be_said_is_good_news():
    event = make_event(when=When.in_month(Month(2026, 5)))
    change(event, reason="", when=make_when(), venue=make_venue("Kaffka"))
    assert [title for title, _, _ in notices(event)] == [
        "Miejsce już znane.",
        "Termin już znany.",
    ]
    assert all(row.notice == "done" for row in told(fetched(event)))
    assert plain(told(fetched(event))[0].note) == "Zmieniono 8 maja 2026 r., godz. 12.00."
    change(event, 1, when=LATER)
    assert "Nowy termin." in [title for title, _, _ in notices(event)]


def test_a_slip_put_right_later_is_what_a_change_says_now():
    event = change(make_event("Herbata"), title="Kwaa")
    change(event, 1, minor=True, title="Kawa")
    assert notices(event) == [("Zmiana tytułu.", "Kawa", "Herbata")]


## Off, and on again


@pytest.mark.parametrize(
    "outcome, title",
    [
        (Outcome.CANCELLED, "Odwołane."),
        (Outcome.POSTPONED, "Przełożone, nowej daty jeszcze nie ma."),
    ],
)
def test_what_is_off_says_so_first_and_an_undone_one_that_it_will_be(outcome, title):
    event = make_event()
    off(event, 1, outcome)
    change(event, 2, venue=make_venue())
    assert notices(event)[0][0] == title
    change(event, 3, "Prowadząca wyzdrowiała.", outcome=Outcome.EXPECTED)
    found = notices(event)
    assert found[0] == ("Jednak się odbędzie.", "", "")
    assert title not in str(found)
    assert chips(event)[0] == "jednak się odbędzie"


def test_on_and_off_again_is_off():
    event = make_event()
    off(event, 1)
    change(event, 2, outcome=Outcome.EXPECTED)
    off(event, 3, Outcome.POSTPONED)
    assert [title for title, _, _ in notices(event)] == ["Przełożone, nowej daty jeszcze nie ma."]


def test_postponed_that_was_then_called_off_says_what_it_was():
    event = make_event()
    off(event, 1, Outcome.POSTPONED)
    off(event, 2, Outcome.CANCELLED)
    assert notices(event) == [("Odwołane.", "", "przełożone, bez nowej daty")]


def test_a_new_date_of_what_was_postponed_says_enough():
    event = make_event()
    off(event, 1, Outcome.POSTPONED)
    change(event, 2, when=LATER, outcome=Outcome.EXPECTED)
    assert [title for title, _, _ in notices(event)] == ["Nowy termin."]
    assert chips(event) == ["nowy termin"]


def test_off_from_its_first_day_on_the_site_has_its_headline_too():
    event = make_event(outcome="cancelled", outcome_reason="Choroba.")
    [row] = to_go_by(fetched(event), NOW)
    assert (row.title, row.note) == ("Odwołane.", "Choroba.")


def test_called_off_after_it_began():
    event = make_event()
    off(event, 125)
    assert Event.objects.get().changes.get().at > event.starts_at
    assert notices(event, event.ends_at)[0][0] == "Odwołane."


def test_what_is_over_keeps_its_outcome_on_top_and_the_rest_in_a_log(client, clock):
    event = make_event()
    change(event, 1, when=LATER)
    off(event, 2)
    change(event, 3, "Wyzdrowiała.", outcome=Outcome.EXPECTED)
    clock.move_to(LATER.ends_at)
    page = opened(client, event.get_absolute_url())
    assert "Jednak się odbędzie" not in words(page.main)
    assert not page.select('.notice[data-kind="change"]')
    log = words(page.select("details.fold")[-1])
    assert log.index("Wyzdrowiała.") < log.index("Choroba.") < log.index("Zalana sala.")


def test_held_after_all_says_so():
    event = make_event()
    off(event, 1)
    change(event, 200, "Odbyło się mimo wszystko.", outcome=Outcome.HELD)
    assert notices(event, NOW + 201 * HOUR) == [("Jednak się odbyło.", "", "")]


## In announcements


def rows(item):
    from events.models import Announcement

    at = NOW + 9 * HOUR
    [row] = news_rows(Announcement.objects.filter(pk=item.pk), at)
    return [f"{plain(strip.sentence)}: {plain(strip.now)}".rstrip(": ") for strip in row.strips]


def test_an_announcement_says_what_became_of_its_meeting(client):
    event = make_event("Herbata", venue=make_venue("Kaffka"))
    item = make_announcement(events=[event], lead="Spotykamy się w środę.")
    assert rows(item) == []
    change(event, 1, venue=make_venue("Arteteka"))
    assert rows(item) == ["To spotkanie ma nowe miejsce: Arteteka, ul. Długa 5"]
    off(event, 2)
    assert rows(item) == ["To spotkanie odwołano"]
    page = opened(client, item.get_absolute_url())
    assert words(page.select_one(".notice strong")) == "To spotkanie odwołano."
    assert "Spotykamy się w środę." in words(page.select_one("details.fold"))
    assert "To spotkanie odwołano." in words(opened(client, "/aktualnosci/").main)
    assert "To spotkanie odwołano." in words(opened(client, "/").main)
    change(event, 3, "Wyzdrowiała.", outcome=Outcome.EXPECTED)
    assert "To spotkanie jednak się odbędzie" in rows(item)
    assert "To spotkanie odwołano" not in rows(item)


@pytest.mark.parametrize(
    "outcome, sentence",
    [
        (Outcome.POSTPONED, "To spotkanie przełożono, nowej daty jeszcze nie ma"),
        (Outcome.NOT_HELD, "To spotkanie się nie odbyło"),
    ],
)
def test_each_way_of_being_off_has_its_sentence(outcome, sentence):
    event = make_event(outcome=outcome, outcome_reason="Choroba.")
    assert rows(make_announcement(events=[event])) == [sentence]


def test_an_announcement_is_silent_about_what_it_could_know_itself():
    event = change(make_event(), 1, when=LATER)
    item = make_announcement(events=[event], published_at=NOW + 2 * HOUR)
    assert rows(item) == []
    change(event, 3, when=LATEST)
    assert rows(item) == ["To spotkanie ma nowy termin: 27 maja 2026 r., godz. 14.00–18.00"]


def test_of_several_meetings_each_is_named():
    calm, moved = make_event("Herbata"), make_event("Kawa")
    item = make_announcement(events=[calm, moved])
    off(moved, 1)
    assert rows(item) == ["Spotkanie „Kawa” odwołano"]


def test_news_of_a_cancellation_is_not_folded_away(client):
    event = make_event(outcome="cancelled", outcome_reason="Choroba.")
    item = make_announcement(events=[event], kind="news", body="<p>Przepraszamy.</p>")
    page = opened(client, item.get_absolute_url())
    assert page.select_one("details.fold") is None
    assert "Przepraszamy." in words(page.main)


def test_a_passed_invitation_is_folded_and_leads_to_its_recap(client):
    event = make_held()
    item = make_announcement(
        events=[event], lead="Spotykamy się w środę.", body="<p>Weź kubek.</p>"
    )
    page = opened(client, item.get_absolute_url())
    assert "spotkania, które już się odbyło." in words(page.select_one(".notice"))
    assert page.select_one(".notice a")["href"] == event.get_absolute_url()
    folded = words(page.select_one("details.fold"))
    assert "Spotykamy się w środę." in folded
    assert "Weź kubek." in folded
    recap = make_announcement("Jak było", events=[event], kind="recap")
    page = opened(client, item.get_absolute_url())
    assert page.select_one(".notice a")["href"] == recap.get_absolute_url()
    assert page.select_one("meta[name=description]")["content"].startswith("To zaproszenie dotycz")


def test_lists_of_announcements_ask_the_database_as_often_for_many(django_assert_num_queries):
    from events.models import Announcement

    for _ in range(5):
        event = make_event()
        make_announcement(events=[event, make_event()])
        change(event, 1, when=LATER)
    with django_assert_num_queries(3):
        found = news_rows(Announcement.objects.public(NOW), NOW + 9 * HOUR)
    assert [len(row.strips) for row in found] == [1] * 5


## The start page


def test_a_called_off_next_meeting_is_said_above_the_one_that_follows(client, clock):
    first = make_event("Herbata")
    make_event("Kawa", when=LATER)
    off(first, 1)
    page = opened(client, "/")
    assert words(page.h1) == "Kawa"
    notice = words(page.select_one(".notice"))
    assert notice.startswith("Odwołane. ")
    assert "Herbata, 13 maja 2026 r., godz. 14.00–18.00" in notice
    assert "Choroba." in notice
    clock.move_to(first.ends_at)
    assert opened(client, "/").select_one(".notice") is None


def test_the_start_page_says_that_the_next_meeting_has_moved(client):
    event = change(make_event("Herbata"), 1, when=LATER)
    page = opened(client, "/")
    assert words(page.h1) == event.title
    assert "nowy termin" in words(page.select_one(".next"))


def test_rows_are_read_with_their_date(client):
    make_event("Herbata")
    make_event("Kawa", when=LATER, outcome="cancelled", outcome_reason="Choroba.")
    links = opened(client, "/wydarzenia/").select(".event :is(h2, h3) a")
    assert [plain(link["aria-label"]) for link in links] == [
        "Herbata, 13 maja 2026 r., godz. 14.00–18.00",
        "Kawa, 20 maja 2026 r., godz. 14.00–18.00, odwołane",
    ]
