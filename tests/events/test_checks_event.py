from datetime import date, timedelta

import pytest

from events.checks import event_findings
from events.checks.event import _pictures
from events.models import Event, EventAccess, EventPicture
from events.models.event import Outcome
from portal.kernel.findings import Level, blocking
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_note,
    make_office_holder,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)
from venues.models import AccessFact

pytestmark = pytest.mark.django_db


def complete(**fields):
    """An event of which all is known that the invited ask about."""
    venue = fields.pop("venue", None) or make_venue()
    AccessFact.objects.create(
        venue=venue, key="step_free", answer="yes", checked_on=date(2026, 5, 1)
    )
    fields = {
        "when": make_when(date(2026, 5, 20)),
        "published_at": None,
        "lead": "Stolik, herbata i rozmowa.",
        "sign_up": Event.SignUp.NONE,
        "access_contact": "biuro, do 15 maja",
        **fields,
    }
    event = make_event(venue=venue, **fields)
    make_partnership(event, make_organization())
    make_announcement(events=[event], published_at=None)
    return event


def told(event, at=NOW):
    return event_findings(event, at)


def only(event, at=NOW):
    """The one finding: what it is about, and what it says."""
    (found,) = told(event, at)
    assert found.level is Level.WARN
    return found.field, found.sentence.replace("\xa0", " ")


def test_a_complete_event_passes():
    assert told(complete()) == []


@pytest.mark.parametrize(
    "day, said",
    [(12, "Zapowiedź na 4 dni przed spotkaniem"), (9, "na 1 dzień"), (8, "w dniu spotkania")],
)
def test_short_notice_is_told(day, said):
    event = complete(when=make_when(date(2026, 5, day)))
    field, sentence = only(event)
    assert (field, said in sentence) == ("when_from", True)
    assert "co najmniej 7 dni" in sentence


def test_seven_days_are_enough_and_what_is_out_is_not_told_again():
    assert told(complete(when=make_when(date(2026, 5, 15)))) == []
    event = complete(when=make_when(date(2026, 5, 12)), published_at=NOW - timedelta(days=3))
    assert told(event) == []


def test_the_first_publication_of_what_is_over_is_doubted_not_blocked():
    field, sentence = only(complete(when=make_when(date(2026, 3, 13))))
    assert (field, "już minęła" in sentence) == ("when_from", True)
    assert told(complete(when=make_when(date(2026, 3, 13)), outcome=Outcome.HELD)) == []


def test_a_month_known_alone_needs_neither_place_nor_sign_up():
    event = make_event(when=When.in_month(Month(2026, 6)), lead="Znów razem.", published_at=None)
    assert told(event) == []


def test_what_the_invited_will_ask_about_is_told_in_the_order_of_the_form():
    found = told(make_event(when=make_when(date(2026, 5, 20)), published_at=None))
    assert [row.field for row in found] == ["lead", "venue", "sign_up", ""]
    assert blocking(found) == []


@pytest.mark.parametrize(
    "fields, field, said",
    [
        ({"sign_up": Event.SignUp.UNKNOWN}, "sign_up", "zapisać"),
        ({"sign_up": Event.SignUp.REQUIRED}, "sign_up_details", "nie wiadomo jak"),
        ({"access_contact": ""}, "access_contact", "potrzeby dostępności"),
        ({"lead": ""}, "lead", "Dopisz je"),
    ],
)
def test_a_missing_fact_is_told_beside_its_field(fields, field, said):
    found = only(complete(**fields))
    assert (found[0], said in found[1]) == (field, True)


def test_a_place_without_a_page_or_without_facts_of_access_is_told():
    assert "nie ma jeszcze strony" in only(complete(venue=make_venue(published_at=None)))[1]
    event = complete()
    AccessFact.objects.update(answer="unknown")
    assert "O dostępności miejsca" in only(event)[1]


@pytest.mark.parametrize("answer, asked", [("yes", False), ("no", False), ("unknown", True)])
def test_what_the_meeting_itself_says_of_access_counts_too(answer, asked):
    event = complete()
    AccessFact.objects.update(answer="unknown")
    EventAccess.objects.create(
        event=event, key="step_free", answer=answer, checked_on=date(2026, 5, 1)
    )
    assert any("O dostępności miejsca" in row.sentence for row in told(event)) is asked


def test_a_place_without_a_host_suggests_who_runs_it():
    event = complete(venue=make_venue(operator=make_organization("Fundacja Tytano")))
    event.partnerships.all().delete()
    (found,) = told(event)
    assert found.instead == "Fundacja Tytano"


def test_no_announcement_is_told_shortly_before():
    event = complete()
    event.announcements.all().delete()
    assert "zaproszenie" in only(event)[1]
    later = complete(when=make_when(date(2026, 7, 1)))
    later.announcements.all().delete()
    assert told(later) == []


def test_another_public_event_at_the_same_time_is_told():
    event = complete()
    make_event("Ławka dialogu", when=make_when(date(2026, 5, 20), start=15))
    field, sentence = only(event)
    assert (field, "„Ławka dialogu” (17.00–21.00)" in sentence) == ("when_from", True)


@pytest.mark.parametrize(
    "fields",
    [
        {"when": make_when(date(2026, 5, 20), start=16)},  # begins as the other ends
        {"when": make_when(date(2026, 5, 21))},
        {"when": When.on_day(date(2026, 5, 20))},
        {"outcome": Outcome.CANCELLED, "outcome_reason": "choroba"},
        {"published_at": None},
    ],
)
def test_what_does_not_collide_passes(fields):
    event = complete()
    make_event(**{"when": make_when(date(2026, 5, 20)), **fields})
    assert told(event) == []


def test_a_gap_in_the_numbers_of_a_cycle_is_told():
    series = make_series()
    make_event(series=series, edition=3, when=make_when(date(2026, 3, 13)))
    assert told(complete(series=series, edition=4)) == []
    field, sentence = only(complete(series=series, edition=6, when=make_when(date(2026, 5, 21))))
    assert field == "edition"
    assert "numer 6" in sentence
    assert "numer 4" in sentence


def test_a_number_with_nothing_before_it_is_no_gap():
    assert told(complete(series=make_series(), edition=5)) == []


def test_a_wrong_weekday_in_its_text_blocks():
    event = complete(body="<p>Zapraszamy we wtorek 20 maja.</p>")
    (found,) = blocking(told(event))
    assert (found.field, found.instead) == ("body", "w środę 20 maja")


def test_a_cancelled_event_with_an_inviting_announcement_is_told():
    event = complete(outcome=Outcome.CANCELLED, outcome_reason="Choroba.", published_at=NOW)
    assert told(event) == []
    make_announcement("Przyjdź!", events=[event])
    field, sentence = only(event)
    assert (field, "„Przyjdź!” wciąż zaprasza" in sentence) == ("outcome", True)


def test_names_that_look_like_known_ones_and_office_holders_of_the_past_are_told():
    make_office_holder("Artur Buszek", until=date(2026, 5, 1))
    make_office_holder("Aleksander Miszalski")
    event = complete(body="<p>Zaprasza Artur Buszek, a z nim Prezydent Miszański.</p>")
    found = told(event)
    assert [row.field for row in found] == ["body", "body"]
    assert found[0].instead == "Miszalski"
    assert "1\xa0maja 2026\xa0r." in found[1].sentence


class Pictures:
    def __init__(self, *rows):
        self.rows = rows

    def all(self):
        return self.rows


def test_a_picture_without_a_description_blocks_and_a_file_name_is_none():
    """The database refuses the first; who imports may still hold one."""

    class Shown:
        pictures = Pictures(
            EventPicture(alt=""),
            EventPicture(alt="IMG_1234.jpg"),
            EventPicture(alt="Stolik w kawiarni"),
            EventPicture(decorative=True),
        )

    assert [row.level for row in _pictures(Shown())] == [Level.BLOCK, Level.WARN]


@pytest.mark.parametrize("count", [1, 3])
def test_checking_asks_the_same_number_of_questions_whatever_there_is(
    django_assert_max_num_queries, count
):
    series = make_series()
    for number in range(count):
        make_event(series=series, edition=number + 1, when=make_when(date(2026, 3, number + 1)))
        make_event(when=make_when(date(2026, 5, 20)))
    event = complete(series=series, edition=count + 1)
    for _ in range(count):
        make_announcement(events=[event])
        make_partnership(event, make_organization())
    event = Event.objects.get(pk=event.pk)
    with django_assert_max_num_queries(17):
        told(event)


def test_a_note_is_no_obstacle():
    event = complete(when=make_when(date(2026, 3, 13)), outcome=Outcome.HELD)
    make_note(event, ("about", 70, "organizations"))
    assert told(event) == []
