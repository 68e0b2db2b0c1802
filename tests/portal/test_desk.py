"""The desk's searches: meetings ahead and over, cycles; each line a click from the deed."""

from datetime import date, timedelta

import pytest

from events.models import Announcement, EventAccess, SeriesPause
from portal.desk import Urgency, desk
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_series,
    make_user,
    make_venue,
)
from tests.portal.desk_lines import (
    LONG_AGO,
    accessible_venue,
    complete,
    hang,
    in_days,
    of_kind,
    only,
)
from tests.portal.statements import make_office
from venues.models import AccessFact

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(db):
    return make_user("redakcja", username="ola")


@pytest.fixture
def publisher(db):
    make_office()
    return make_user("redakcja", "publikacja", username="jan")


def test_a_desk_with_nothing_to_do_is_clear(publisher):
    complete()
    assert desk(publisher, NOW).is_clear
    assert desk(publisher, NOW).lines == []


class TestMeetingsThatComeSoon:
    def test_a_place_is_asked_for(self, publisher):
        event = complete("Ławka dialogu", venue=None)
        line = only(publisher, "venue")
        assert line.text == "Nie ma miejsca: Ławka dialogu"
        assert line.why.replace("\xa0", " ") == "za 5 dni, śr. 13 maja"
        assert line.url == f"/admin/events/event/{event.pk}/change/#id_venue"
        assert line.urgency is Urgency.NOW

    def test_the_closer_the_more_urgent(self, publisher):
        complete("Ławka", 12, venue=None)
        assert only(publisher, "venue").urgency is Urgency.WEEK

    def test_what_is_more_than_two_weeks_away_can_wait(self, publisher):
        make_event(when=in_days(15))
        assert desk(publisher, NOW).is_clear

    def test_who_writes_cannot_change_what_is_public_so_is_not_asked_to(self, writer):
        complete(venue=None)
        assert of_kind(writer, "venue") == []

    def test_an_announcement_begins_with_the_meetings_facts(self, writer):
        event = make_event("Ławka", when=in_days(9), venue=accessible_venue())
        line = only(writer, "announcement")
        assert line.text == "Nie ma zaproszenia: Ławka"
        assert line.url == f"/admin/events/announcement/add/?event={event.pk}"

    @pytest.mark.parametrize(
        "fields, asked",
        [
            ({}, False),
            ({"published_at": None}, False),
            ({"kind": Announcement.Kind.RECAP}, True),
        ],
    )
    def test_a_drafted_announcement_is_enough_and_a_recap_is_none(self, writer, fields, asked):
        event = make_event(when=in_days(9), venue=accessible_venue())
        make_announcement(events=[event], **fields)
        assert bool(of_kind(writer, "announcement")) is asked

    def test_a_withdrawn_announcement_announces_nothing(self, writer):
        event = make_event(when=in_days(9), venue=accessible_venue())
        make_announcement(events=[event]).withdraw(NOW, "Pomyłka.")
        assert of_kind(writer, "announcement")

    def test_a_discarded_announcement_announces_nothing(self, writer):
        event = make_event(when=in_days(9), venue=accessible_venue())
        make_announcement(events=[event], published_at=None).discard(NOW)
        assert of_kind(writer, "announcement")

    @pytest.mark.parametrize(
        "alt, asked",
        [
            (" ", True),
            ("IMG_2034.jpg", True),
            ("DSC00123", True),
            ("Okrągły stół przy oknie", False),
            ("Okrągły stół. Przy nim kubki.", False),
        ],
    )
    def test_a_picture_without_a_description_is_named(self, publisher, alt, asked):
        event = complete()
        hang(event, alt)
        assert bool(of_kind(publisher, "alt")) is asked

    def test_a_place_without_access_facts_is_named_once(self, publisher):
        venue = make_venue("Pałac")
        complete("Później", 6, venue=venue)
        complete("Ławka", 2, venue=venue)
        line = only(publisher, "access")
        assert line.text == "Nie wiadomo, jak tam wejść: Pałac"
        assert line.why.startswith("Ławka: pojutrze")
        assert line.url == f"/admin/venues/venue/{venue.pk}/change/#access_facts-group"

    def test_that_nobody_knows_is_no_access_fact(self, publisher):
        venue = make_venue("Pałac")
        AccessFact.objects.create(venue=venue, key="step_free", answer="unknown")
        complete(venue=venue)
        assert of_kind(publisher, "access")

    @pytest.mark.parametrize("answer, asked", [("yes", False), ("no", False), ("unknown", True)])
    def test_what_the_meeting_itself_answers_counts_too(self, publisher, answer, asked):
        event = complete(venue=make_venue("Pałac"))
        EventAccess.objects.create(
            event=event, key="step_free", answer=answer, checked_on=NOW.date()
        )
        assert bool(of_kind(publisher, "access")) is asked

    def test_one_meetings_own_answer_says_nothing_of_the_next_one_there(self, publisher):
        venue = make_venue("Pałac")
        event = complete("Ławka", 2, venue=venue)
        EventAccess.objects.create(
            event=event, key="step_free", answer="yes", checked_on=NOW.date()
        )
        complete("Później", 6, venue=venue)
        assert only(publisher, "access").why.startswith("Później")

    @pytest.mark.parametrize("outcome", ["cancelled", "postponed", "not_held"])
    def test_what_is_off_needs_nothing(self, publisher, outcome):
        make_event(when=in_days(4), outcome=outcome, outcome_reason="Choroba.")
        assert desk(publisher, NOW).is_clear

    def test_an_example_never_nags(self, publisher):
        make_event(when=in_days(4), is_example=True)
        make_event(when=in_days(-4), is_example=True)
        make_announcement(published_at=None, is_example=True)
        make_note(make_held(is_example=True), approved_at=None)
        make_series(window_first_day=10, window_last_day=20, is_example=True)
        assert desk(publisher, NOW).is_clear

    def test_a_meeting_of_some_day_this_month_says_what_is_known(self, publisher):
        complete(venue=None)
        make_event("Piknik", when=When.in_part(Month(2026, 5), 2), published_at=LONG_AGO)
        lines = {line.text: line.why for line in of_kind(publisher, "venue")}
        assert lines["Nie ma miejsca: Piknik"].replace("\xa0", " ") == "połowa maja 2026 r."


class TestTodayAndTomorrow:
    def test_one_screen_for_what_cannot_wait_stands_on_top(self, writer):
        event = complete("Ławka dialogu", 1)
        [line] = desk(writer, NOW).today
        assert (line.text, line.why) == ("Ławka dialogu", "jutro")
        assert line.url == f"/admin/ostatnia-chwila/#e{event.pk}"

    @pytest.mark.parametrize(
        "days, fields",
        [(2, {}), (-1, {}), (0, {"published_at": None}), (0, {"is_example": True})],
    )
    def test_for_no_other_day_and_nothing_that_nobody_sees(self, writer, days, fields):
        make_event(when=in_days(days), **fields)
        assert desk(writer, NOW).today == ()

    def test_what_is_off_is_not_changed_in_haste(self, writer):
        make_event(when=in_days(0), outcome="cancelled", outcome_reason="Choroba.")
        assert desk(writer, NOW).today == ()

    def test_is_not_offered_to_who_may_not_change_it(self):
        complete(days=0)
        assert desk(make_user(), NOW).today == ()


class TestMeetingsThatAreOver:
    def test_it_asks_whether_it_took_place_where_that_is_answered(self, writer):
        event = make_event("Ławka", when=in_days(-1), published_at=LONG_AGO)
        line = only(writer, "held")
        assert line.text == "Odbyło się? Ławka"
        assert line.why.replace("\xa0", " ") == "wczoraj, czw. 7 maja"
        assert line.url == f"/admin/events/event/{event.pk}/change/#odbylo-sie"

    def test_the_month_that_never_got_a_day_is_asked_about_too(self, writer):
        make_event("Ławka", when=When.in_month(Month(2026, 4)), published_at=LONG_AGO)
        assert only(writer, "held").why.replace("\xa0", " ") == "kwiecień 2026 r."

    def test_a_draft_that_nobody_saw_is_not_asked_about(self, writer):
        make_event(when=in_days(-1), published_at=None)
        assert of_kind(writer, "held") == []

    def test_a_meeting_without_a_note_is_a_click_from_one(self, writer):
        event = make_held("Ławka", published_at=LONG_AGO)
        line = only(writer, "note")
        assert line.text == "Nie ma notatki: Ławka"
        assert line.url == f"/admin/events/event/{event.pk}/notatka/"

    def test_with_a_note_it_is_quiet(self, writer):
        make_note(make_held(), ("exactly", 5, "people"))
        assert desk(writer, NOW).is_clear


class TestCycles:
    def cycle(self, first=15, last=20, **fields):
        fields = {"window_first_day": first, "window_last_day": last, **fields}
        return make_series("Ławka dialogu", **fields)

    def test_its_usual_days_come_near_and_nothing_is_planned(self, publisher):
        cycle = self.cycle()
        line = only(publisher, "cycle")
        assert line.text == "Ławka dialogu: w maju nic nie zaplanowano"
        assert line.why.replace("\xa0", " ") == "zwykle między 15 a 20 maja"
        assert line.url == f"/admin/events/event/add/?series={cycle.pk}"
        assert line.other.action == "W maju bez spotkania"
        assert line.other.url == f"/admin/events/series/{cycle.pk}/change/#pauses-group"

    def test_who_only_writes_may_plan_and_leaves_the_pause_to_others(self, writer):
        self.cycle()
        assert only(writer, "cycle").other is None

    @pytest.mark.parametrize("first, near", [(22, True), (23, False)])
    def test_two_weeks_ahead_and_no_sooner(self, publisher, first, near):
        self.cycle(first=first, last=31)
        assert bool(of_kind(publisher, "cycle")) is near

    def test_once_this_months_days_are_over_the_next_months_count(self, publisher):
        self.cycle(first=1, last=7)
        assert of_kind(publisher, "cycle") == []
        at = NOW + timedelta(days=10)  # 18 May
        assert only(publisher, "cycle", at).text == "Ławka dialogu: w czerwcu nic nie zaplanowano"

    @pytest.mark.parametrize("published_at", [NOW, None])
    def test_an_edition_planned_in_that_month_is_enough_even_a_draft(self, publisher, published_at):
        cycle = self.cycle()
        when = When.in_month(Month(2026, 5))
        make_event(when=when, series=cycle, published_at=published_at, venue=accessible_venue())
        assert of_kind(publisher, "cycle") == []

    def test_neither_one_of_another_month_nor_one_in_the_bin(self, publisher):
        cycle = self.cycle()
        make_event(when=in_days(-20), series=cycle, published_at=LONG_AGO, outcome="held")
        make_event(when=in_days(9), series=cycle, published_at=None).discard(NOW)
        make_event(when=When.in_months(MonthSpan(Month(2026, 1), Month(2026, 6))), series=cycle)
        assert of_kind(publisher, "cycle")

    def test_a_month_said_to_have_no_meeting_is_respected(self, publisher):
        SeriesPause.objects.create(series=self.cycle(), month=date(2026, 5, 1))
        assert of_kind(publisher, "cycle") == []

    def test_the_31st_of_a_short_month_is_its_last_day(self, publisher):
        self.cycle(first=31, last=31)
        at = NOW + timedelta(days=33)  # 10 June
        assert of_kind(publisher, "cycle", at) == []
        later = at + timedelta(days=10)
        assert only(publisher, "cycle", later).why.replace("\xa0", " ") == "zwykle 30 czerwca"
