"""Notice given, promises kept, places: what the office says about its own work."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.actions import approve_note
from events.models import Commitment, EventChange
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report
from reports.figures import figures_of
from reports.figures.notice import by_usual, in_words
from reports.frozen import canonical, content_of
from reports.period import load_period
from tests.factories import NOW, make_announcement, make_held, make_note, make_venue, make_when
from venues.merging import VenueMerging

MARCH = Month(2026, 3)
SPRING = MonthSpan(MARCH, Month(2026, 5))
JUNE = datetime(2026, 6, 2, tzinfo=UTC)
DAY = date(2026, 3, 13)

pytestmark = pytest.mark.django_db


def the(key, span=SPRING, through=None, at=JUNE):
    facts = load_period(span, through=through or span.last.last_day, at=at)
    return next(figure for figure in figures_of(facts) if figure.key == key)


def plain(text):
    return text.replace("\u00a0", " ")


def on(day, hour=9):
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def told(days, day=DAY, **fields):
    """A meeting whose page became public so many days before it."""
    return make_held(when=make_when(day), published_at=on(day - timedelta(days=days)), **fields)


class TestNotice:
    def test_the_usual_and_the_shortest(self):
        for days in (8, 7, 4):
            told(days)
        found = the("wyprzedzenie")
        assert plain(found.sentence) == "zwykle 7 dni, najmniej 4"
        assert found.short == found.text
        assert found.value == 7

    @pytest.mark.parametrize(
        "days, said", [((7, 8), "7–8 dni"), ((7, 7, 21), "7–21 dni"), ((0, 1), "najwyżej 1 dzień")]
    )
    def test_where_the_usual_is_the_least_it_is_a_range(self, days, said):
        for each in days:
            told(each)
        assert plain(the("wyprzedzenie").text) == said
        assert the("wyprzedzenie").value == days[0]

    def test_how_many_had_less_than_a_week(self):
        for days in (8, 7, 4):
            told(days)
        assert [plain(part.text) for part in the("wyprzedzenie").parts] == [
            "2 spotkania",
            "1 spotkanie",
        ]

    def test_an_announcement_that_came_before_the_page_is_the_first_word(self):
        event = told(2)
        make_announcement(events=[event], published_at=on(DAY - timedelta(days=9)))
        make_announcement(events=[event], published_at=on(DAY - timedelta(days=1)))
        assert plain(the("wyprzedzenie").text) == "9 dni"

    @pytest.mark.parametrize(
        "fields", [{"published_at": None}, {"is_example": True}, {"published_at": on(DAY, 23)}]
    )
    def test_what_nobody_could_read_beforehand_announced_nothing(self, fields):
        event = told(2)
        make_announcement(events=[event], **{"published_at": on(DAY - timedelta(days=9)), **fields})
        assert plain(the("wyprzedzenie").text) == "2 dni"

    def test_an_entry_made_after_the_meeting_is_left_out_and_said_so(self):
        told(7)
        told(-3)
        found = the("wyprzedzenie")
        assert plain(found.sentence) == "7 dni, nie licząc 1 spotkania bez dnia podanego wcześniej"
        assert [row.remark for row in found.sources if not row.counted] == [
            "Wpis archiwalny: tego dnia nie podano przed spotkaniem."
        ]

    def test_alone_it_is_no_zero(self):
        told(-3)
        assert (the("wyprzedzenie").text, the("wyprzedzenie").value) == ("brak danych", None)

    def test_the_same_morning_is_no_day_ahead(self):
        told(0)
        found = the("wyprzedzenie")
        assert (plain(found.text), found.value, found.sources[0].text) == (
            "0 dni",
            0,
            "w dniu spotkania",
        )

    def test_the_hour_of_the_meeting_is_too_late(self):
        make_held(when=make_when(DAY), published_at=on(DAY, 13))
        assert the("wyprzedzenie").value is None

    def test_days_are_those_of_warsaw(self):
        event = make_held(when=make_when(DAY), published_at=None)
        event.publish(datetime(2026, 3, 5, 23, 30, tzinfo=UTC))  # 6 March in Warsaw
        assert plain(the("wyprzedzenie").text) == "7 dni"

    def test_of_a_month_nobody_knows_the_day(self):
        make_held(when=When.in_month(MARCH))
        found = the("wyprzedzenie")
        assert found.value is None
        assert found.sources[0].remark == "Nie wiemy, którego dnia się odbyło."

    def test_a_moved_day_counts_from_when_it_was_told(self):
        event = told(30)
        self.change(event, "2026-03-06", on(DAY - timedelta(days=5)))
        assert plain(the("wyprzedzenie").text) == "5 dni"

    def test_another_hour_of_the_same_day_changes_nothing(self):
        event = told(30)
        self.change(event, "2026-03-13T10:00+01:00", on(DAY - timedelta(days=1)))
        assert plain(the("wyprzedzenie").text) == "30 dni"

    def test_a_day_told_after_the_meeting_was_not_announced(self):
        event = told(30)
        self.change(event, "", on(DAY + timedelta(days=2)))
        assert the("wyprzedzenie").value is None

    def change(self, event, before, at):
        EventChange.objects.create(
            event=event,
            kind=EventChange.Kind.DATE,
            before="przedtem",
            after="teraz",
            before_iso=before,
            reason="sala",
            sequence=1,
            at=at,
        )


@given(st.lists(st.integers(0, 60), min_size=1, max_size=12), st.randoms())
def test_the_order_never_changes_the_notice_and_its_shares_add_up(days, random):
    shuffled = days[:]
    random.shuffle(shuffled)
    assert in_words(shuffled) == in_words(days)
    assert sum(part.value for part in by_usual(days)) == len(days)


class TestPromises:
    def promise(self, note, state="open", due=date(2026, 4, 10), done=None, **fields):
        return Commitment.objects.create(
            note=note,
            owner="Pełnomocnik",
            due=due,
            state=state,
            done_on=done,
            **{"text": "Wysłać listę sal", **fields},
        )

    def promised(self, *rows, month=MARCH):
        note = make_note(make_held(month=month), approved_at=None)
        for row in rows:
            self.promise(note, **row)
        approve_note(note=note, by=None, at=NOW)
        return note

    def test_kept_out_of_those_due_and_what_became_of_each(self):
        self.promised(
            {"state": "done", "done": date(2026, 4, 10)},
            {"state": "done", "done": date(2026, 4, 11)},
            {"state": "open"},
            {"state": "dropped"},
        )
        found = the("ustalenia-dotrzymane")
        assert plain(found.sentence) == "2 z 4 ustaleń"
        assert [(part.label, part.value) for part in found.parts] == [
            ("zrobione w terminie", 1),
            ("zrobione po terminie", 1),
            ("jeszcze niezrobione", 1),
            ("odstąpiono", 1),
        ]

    def test_of_an_older_meeting_what_falls_due_now(self):
        self.promised({}, month=Month(2025, 11))
        found = the("ustalenia-dotrzymane")
        assert plain(found.text) == "0 z 1 ustalenia"
        assert the("spotkania").value == 0

    @pytest.mark.parametrize("due", [None, date(2026, 2, 28), date(2026, 6, 1)])
    def test_what_is_due_at_no_day_or_at_another_is_apart(self, due):
        self.promised({"due": due})
        found = the("ustalenia-dotrzymane")
        assert (found.text, found.value, found.missing) == ("brak terminów", None, 0)

    def test_what_is_due_after_the_last_day_of_the_data_is_not_judged(self):
        self.promised({"due": date(2026, 5, 20)})
        assert the("ustalenia-dotrzymane", through=date(2026, 5, 15)).value is None

    def test_what_was_done_later_was_open_on_the_day_of_the_data(self):
        self.promised({"state": "done", "due": date(2026, 5, 10), "done": date(2026, 5, 20)})
        found = the("ustalenia-dotrzymane", through=date(2026, 5, 15))
        assert found.value == 0
        assert the("ustalenia-dotrzymane", through=date(2026, 5, 31)).value == 1

    def test_a_promise_that_nobody_approved_counts_nowhere(self):
        note = self.promised()
        self.promise(note)
        assert the("ustalenia-dotrzymane").text == "brak terminów"
        approve_note(note=note, by=None, at=NOW)
        assert plain(the("ustalenia-dotrzymane").text) == "0 z 1 ustalenia"

    def test_a_meeting_without_a_note_may_have_promised_more(self):
        self.promised({})
        make_held()
        assert plain(the("ustalenia-dotrzymane").sentence) == (
            "0 z 1 ustalenia, nie licząc 1 spotkania bez zapisu ustaleń"
        )

    def test_with_no_note_at_all_nobody_knows(self):
        make_held()
        found = the("ustalenia-dotrzymane")
        assert (found.text, found.missing) == ("brak danych", 1)

    def test_a_note_approved_before_promises_were_kept_is_unknown(self):
        note = self.promised({})
        version = note.current
        version.data = {key: row for key, row in version.data.items() if key != "commitments"}
        version.save()
        found = the("ustalenia-dotrzymane")
        assert (found.text, found.missing) == ("brak danych", 1)

    def test_words_of_an_internal_promise_never_come_out(self):
        self.promised(
            {"text": "Załatwić po cichu"},
            {"text": "Wysłać protokół", "public": True},
        )
        row = the("ustalenia-dotrzymane").sources[0]
        assert plain(row.text) == "2 ustalenia"
        assert row.remark == "„Wysłać protokół”: jeszcze niezrobione. Do wiadomości biura: 1."
        report = draft_report(span=SPRING, by=None, at=JUNE)
        assert "po cichu" not in canonical(content_of(report, JUNE))


class TestPlaces:
    def test_each_once_and_how_often(self):
        cafe, hall = make_venue("Kawiarnia"), make_venue("Aula")
        for venue in (cafe, hall, cafe, None):
            make_held(venue=venue)
        found = the("miejsca")
        assert plain(found.sentence) == "2 miejsca, nie licząc 1 spotkania bez zapisanego miejsca"
        assert [(part.label, part.value) for part in found.parts] == [
            ("Kawiarnia", 2),
            ("Aula", 1),
        ]

    def test_two_that_turned_out_to_be_one(self):
        kept, lost = make_venue("Kapelanka 56"), make_venue("ECHO Miasta")
        make_held(venue=kept)
        make_held(venue=lost)
        assert the("miejsca").value == 2
        VenueMerging().carry_out(kept, lost, values=set(), rows=set(), at=NOW, by=None)
        assert the("miejsca").value == 1

    def test_no_place_known_is_no_zero(self):
        make_held()
        assert (the("miejsca").text, the("miejsca").missing) == ("brak danych", 1)

    def test_districts_say_how_often_each(self):
        for district in (18, 8, 18):
            make_held(venue=make_venue(district=district))
        assert [(part.label, plain(part.text)) for part in the("dzielnice").parts] == [
            ("VIII Dębniki", "1 spotkanie"),
            ("XVIII Nowa Huta", "2 spotkania"),
        ]
