"""What is found: on record and not told, told and not on record, notes that nobody approved."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.actions import say_held
from events.models import Event
from events.models.event import Outcome
from portal.demo import sources
from portal.demo.load import load
from portal.kernel.findings import Level
from portal.kernel.when import When
from reports.gaps import gap_findings, open_gaps, refuse_gaps, resolved
from reports.models import Report
from tests.factories import make_activity, make_event, make_note
from tests.reports.gaps.conftest import AT, EARLY, MARCH, drafted, gap_of, keys, make_meeting


def test_a_report_that_agrees_with_its_records_has_no_gap(report):
    assert keys(report) == []
    assert gap_findings(report, AT) == []
    refuse_gaps(report, AT)


def test_a_meeting_that_took_place_and_has_no_line_is_missing(report):
    event = make_meeting("Ławka dialogu dla NGO")
    gap = gap_of(report, f"missing:event:{event.pk}")
    assert gap.is_hard
    assert "„Ławka dialogu dla NGO”, 20 marca 2026 r." in gap.sentence.replace("\xa0", " ")
    assert gap.details[0].words.startswith("„Ławka dialogu dla NGO”")
    assert gap.details[0].where == "Powstanie wiersz, marzec 2026"


def test_an_activity_entered_after_the_draft_is_missing(report):
    activity = make_activity("otwarcie UkrArtHub", when=When.in_month(MARCH))
    assert keys(report) == [f"missing:activity:{activity.pk}"]


def test_an_activity_about_a_meeting_is_that_meeting_and_not_missing_beside_it(report, march):
    make_activity("spotkanie na Kapelance", event=march["event"])
    assert keys(report) == []


def test_what_lies_after_the_last_day_of_data_is_not_missed(report):
    report.data_through = date(2026, 3, 31)
    report.save()
    make_meeting(day=date(2026, 4, 2))
    assert keys(report) == []


def test_examples_and_what_is_not_public_are_nothing_to_account_for(report):
    make_meeting(is_example=True)
    make_event(outcome=Outcome.HELD, when=When.in_month(MARCH), published_at=None)
    assert keys(report) == []


def test_what_passed_unanswered_is_asked_about_and_only_then_missed(report):
    event = make_event("Spotkanie", when=When.on_day(date(2026, 5, 13)), published_at=EARLY)
    gap = gap_of(report, f"unanswered:{event.pk}")
    assert gap.is_hard
    assert gap.ways[0].url.endswith("#odbylo-sie")
    say_held(event=event, by=None, at=AT)
    missed = [f"missing:event:{event.pk}", f"no_note:{event.pk}"]
    assert keys(report) == [*missed, "figure:lead:spotkanie"]


def test_what_was_called_off_is_no_gap(report):
    for outcome in (Outcome.CANCELLED, Outcome.NOT_HELD, Outcome.POSTPONED):
        make_event(outcome=outcome, outcome_reason="Choroba.", when=When.in_month(MARCH))
    assert keys(report) == []


def test_a_line_left_out_with_its_reason_is_settled(report, march):
    line = report.lines.get(activity=march["activity"])
    line.included, line.omission_reason = False, "opisane w innym miejscu"
    line.save()
    assert keys(report) == []
    assert [row.reason for row in resolved(report, AT)] == ["opisane w innym miejscu"]


def test_a_line_that_a_person_wrote_with_nothing_behind_it_is_told_of(report):
    line = report.lines.create(month=MARCH.first_day, text="rozmowy z wieloma partnerami")
    gap = gap_of(report, f"orphan:line:{line.pk}")
    assert gap.is_hard
    assert "rozmowy z wieloma partnerami" in gap.sentence


@pytest.mark.parametrize("what", ["event", "activity"])
def test_a_line_outlives_its_record_only_when_somebody_says_so(report, march, what):
    record = march[what]
    if what == "event":
        record.outcome = Outcome.NOT_HELD
    else:
        record.discarded_at = AT
    record.save()
    line = report.lines.get(**{what: record})
    assert gap_of(report, f"gone:line:{line.pk}").is_hard


def test_a_line_that_drafting_marked_as_gone_is_told_of(report):
    line = report.lines.create(month=MARCH.first_day, text="wizyta u sąsiadów", gone=True)
    assert keys(report) == [f"gone:line:{line.pk}"]


def test_one_meeting_in_two_lines_is_told_of(report, march):
    """First an activity with a line of its own, then linked with the meeting that it was."""
    activity = make_activity("spotkanie na Kapelance")
    report = drafted()
    activity.event = march["event"]
    activity.save()
    line = report.lines.get(activity=activity)
    assert "ma już własny wiersz" in gap_of(report, f"gone:line:{line.pk}").sentence


def test_a_meeting_without_a_note_and_one_without_approval_are_told_of(report):
    bare, waiting = make_meeting("Bez notatki", note=False), make_meeting("Czeka", note=False)
    make_note(waiting, ("exactly", 27, "people"), approved_at=None)
    report = drafted()
    assert keys(report) == [f"no_note:{bare.pk}", f"unapproved:{waiting.pk}"]
    gap = gap_of(report, f"unapproved:{waiting.pk}")
    assert [row.words.replace("\xa0", " ") for row in gap.details] == ["27 osób"]


def test_a_note_changed_after_approval_warns_and_says_from_what_to_what(report, march):
    march["note"].counts.filter(unit="people").update(value=120)
    gap = gap_of(report, f"changed:{march['event'].pk}")
    assert not gap.is_hard
    assert ["blisko 100 osób" in row.words.replace("\xa0", " ") for row in gap.details] == [
        True,
        False,
    ]


def test_what_is_certain_blocks_and_what_is_doubtful_warns(report, march):
    march["note"].counts.filter(unit="people").update(value=120)
    make_meeting("Ławka")
    levels = [finding.level for finding in gap_findings(report, AT)]
    assert levels == [Level.BLOCK, Level.WARN, Level.WARN]
    with pytest.raises(ValidationError, match="do rozstrzygnięcia 1"):
        refuse_gaps(report, AT)


def test_many_of_a_kind_make_one_sentence(report):
    for number in range(5):
        make_activity(f"wizyta numer {number}")
    sentence = gap_findings(report, AT)[0].sentence
    assert sentence.endswith("i jeszcze 2.")


def test_the_queries_do_not_grow_with_the_rows(report):
    costs = []
    for rows in (1, 3):
        for number in range(rows):
            make_note(make_meeting(f"Rozmowa {rows} {number}", note=False), ("about", 9, "people"))
            report.lines.create(month=MARCH.first_day, text=f"z ręki {rows} {number}")
            make_activity()
        open_gaps(report, AT)
        with CaptureQueriesContext(connection) as queries:
            open_gaps(report, AT)
        costs.append(len(queries))
    assert costs[0] == costs[1]


class TestOfTheSources:
    """The demo's year, checked as on the day when the office published its summary (S2)."""

    @pytest.fixture
    def long_one(self, db):
        load(now=datetime(2026, 11, 21, 10, tzinfo=UTC))
        return Report.objects.get(first_month="2026-01-01", last_month="2026-05-01")

    def test_every_report_of_the_demo_went_out_with_nothing_open(self, long_one):
        for report in Report.objects.all():
            assert open_gaps(report, report.published_at) == [], report
        assert [row.reason[:11] for row in resolved(long_one, AT)] == ["Znamy tylko"] * 2

    def test_nothing_is_doubtful_but_what_nobody_answered(self, long_one):
        long_one.waivers.all().delete()
        found = [gap.subject.replace("\xa0", " ") for gap in open_gaps(long_one, AT)]
        assert [(name[:24], "27 lutego" in name, "13 maja" in name) for name in found] == [
            ("„Ławka dialogu dla NGO”,", True, False),
            ("„Spotkajmy się w 3miejsc", False, True),
        ]

    def test_once_said_to_have_taken_place_both_are_missed(self, long_one):
        for event in Event.objects.filter(outcome=Outcome.EXPECTED, starts_at__lt=AT):
            say_held(event=event, by=None, at=sources.SUMMARY)
        found = [gap.kind for gap in open_gaps(long_one, AT)]
        left_behind = ["figure", "figure"]  # „trzy nasze spotkania”, „trzy miejsca”
        assert found == ["missing_event", "missing_event", "no_note", "no_note", *left_behind]
