"""Settling: adding, linking, making an activity, leaving with a reason, and taking that back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.kernel.when import When
from reports.actions import draft_report, publish_report
from reports.gaps import open_gaps, resolved
from reports.gaps.actions import SettledAlreadyError, add_all, settle, take_back
from reports.models import Activity, ReportWaiver
from tests.factories import make_activity, make_event, make_user
from tests.reports.gaps.conftest import AT, EARLY, MARCH, SPRING, gap_of, keys, make_meeting


def do(report, key, deed, **given):
    gap = gap_of(report, key)
    return settle(
        report=report, key=key, mark=gap.mark, deed=deed, by=given.pop("by", None), at=AT, **given
    )


def test_adding_writes_the_line_that_the_draft_would_where_the_draft_would(report):
    event = make_meeting("Ławka", date(2026, 3, 2))
    do(report, f"missing:event:{event.pk}", "add")
    line = report.lines.get(event=event)
    assert (line.included, line.part, line.month) == (True, "meeting", MARCH.first_day)
    assert not line.is_edited
    assert keys(report) == []
    before = list(report.lines.in_order().values("pk", "text"))
    draft_report(span=SPRING, by=None, at=AT)
    assert list(report.lines.in_order().values("pk", "text")) == before


def test_an_added_line_follows_the_one_that_precedes_it(report, march):
    later = make_activity("wizyta druga", position=5)
    do(report, f"missing:activity:{later.pk}", "add")
    texts = [row.text for row in report.lines.in_order() if row.part == "activity"]
    assert texts == ["wizyta w Fundacji Hamlet", "wizyta druga"]


def test_leaving_out_keeps_the_line_the_reason_and_who(report):
    event, person = make_meeting("Ławka"), make_user("redakcja")
    do(report, f"missing:event:{event.pk}", "omit", reason="opisane osobno", by=person)
    line = report.lines.get(event=event)
    assert (line.included, line.omission_reason) == (False, "opisane osobno")
    (row,) = resolved(report, AT)
    assert (row.reason, row.by, row.line) == ("opisane osobno", person, line.pk)
    assert keys(report) == []


def test_everything_missing_is_added_at_once(report):
    for number in range(3):
        make_activity(f"wizyta {number}")
    said = add_all(report=report, kind="missing_activity", by=None, at=AT)
    assert said.replace("\xa0", " ") == "Dodano 3 wiersze."
    assert keys(report) == []
    with pytest.raises(SettledAlreadyError):
        add_all(report=report, kind="missing_activity", by=None, at=AT)


def test_with_a_line_the_texts_that_nobody_changed_follow_and_a_persons_words_stay(report):
    event = make_meeting("Ławka")
    section = report.sections.get(month=MARCH.first_day)
    section.opening = "Marzec był dobry: jedno nasze spotkanie."
    section.save()
    do(report, f"missing:event:{event.pk}", "add")
    report.refresh_from_db()
    section.refresh_from_db()
    assert "dwa nasze spotkania" in report.lead
    assert section.opening == "Marzec był dobry: jedno nasze spotkanie."
    assert keys(report) == ["figure:2026-03:spotkanie"]


def test_a_reason_is_needed(report):
    event = make_meeting("Ławka")
    with pytest.raises(ValidationError, match="Napisz, dlaczego"):
        do(report, f"missing:event:{event.pk}", "omit", reason="  ")
    assert f"missing:event:{event.pk}" in keys(report)
    assert not report.lines.filter(event=event).exists()


def test_what_cannot_be_done_about_it_is_refused(report):
    event = make_meeting("Ławka", note=False)
    with pytest.raises(ValidationError, match="nie można"):
        do(report, f"no_note:{event.pk}", "add")


def test_a_hand_written_line_is_linked_with_what_it_tells_of(report):
    event = make_meeting("Ławka dialogu dla NGO")
    line = report.lines.create(month=MARCH.first_day, text="rozmowa na ławce, jak co roku")
    do(report, f"orphan:line:{line.pk}", "link", target=f"event:{event.pk}")
    line.refresh_from_db()
    assert (line.event, line.text) == (event, "rozmowa na ławce, jak co roku")
    assert keys(report) == []
    draft_report(span=SPRING, by=None, at=AT)
    line.refresh_from_db()
    assert line.text == "rozmowa na ławce, jak co roku"


@pytest.mark.parametrize("target", ["event:999", "activity:x", "report:1", "event:"])
def test_a_line_is_linked_only_with_what_has_no_line(report, march, target):
    line = report.lines.create(month=MARCH.first_day, text="coś")
    for wrong in (target, f"event:{march['event'].pk}"):
        with pytest.raises(ValidationError, match="Wybierz wpis"):
            do(report, f"orphan:line:{line.pk}", "link", target=wrong)


def test_a_hand_written_line_becomes_an_activity_of_its_month(report):
    line = report.lines.create(month=date(2026, 4, 1), text="wizyta w Fundacji Łąka.")
    do(report, f"orphan:line:{line.pk}", "record")
    activity = Activity.objects.get(title="wizyta w Fundacji Łąka")
    assert activity.when == When.in_month(SPRING.first.next())
    line.refresh_from_db()
    assert line.activity == activity
    assert keys(report) == []


def test_a_line_too_long_for_a_title_is_not_cut_but_refused(report):
    line = report.lines.create(month=MARCH.first_day, text="bardzo długo " * 30)
    with pytest.raises(ValidationError, match="Skróć"):
        do(report, f"orphan:line:{line.pk}", "record")
    assert line.pk in [gap.number for gap in open_gaps(report, AT)]


def test_a_line_may_stay_without_a_record_with_a_reason(report):
    line = report.lines.create(month=MARCH.first_day, text="i wiele innych rozmów")
    do(report, f"orphan:line:{line.pk}", "leave", reason="zdanie zbiorcze")
    assert keys(report) == []
    line.refresh_from_db()
    assert line.included


def test_a_waiver_holds_only_while_its_facts_do(report):
    line = report.lines.create(month=MARCH.first_day, text="i wiele innych rozmów")
    do(report, f"orphan:line:{line.pk}", "leave", reason="zdanie zbiorcze")
    line.text = "i rozmowa z Fundacją Łąka"
    line.save()
    gap = gap_of(report, f"orphan:line:{line.pk}")
    assert gap.before == "zdanie zbiorcze"
    assert resolved(report, AT) == []
    do(report, gap.key, "leave", reason="wpis będzie w czerwcu")
    assert ReportWaiver.objects.get().reason == "wpis będzie w czerwcu"
    assert ReportWaiver.history.filter(reason="zdanie zbiorcze").exists()


def test_a_new_title_of_the_same_meeting_asks_nothing_again(report):
    event = make_meeting("Ławka", note=False)
    do(report, f"missing:event:{event.pk}", "add")
    do(report, f"no_note:{event.pk}", "leave", reason="nikt nie notował")
    event.title = "Ławka dialogu"
    event.save()
    assert keys(report) == []


def test_a_waiver_that_nothing_needs_any_more_stays_on_record(report):
    event = make_event("Ławka", when=When.on_day(date(2026, 3, 2)), published_at=EARLY)
    do(report, f"unanswered:{event.pk}", "leave", reason="pytamy gospodarza")
    event.outcome = "not_held"
    event.save()
    (row,) = resolved(report, AT)
    assert row.is_past
    assert "„Ławka”" in row.sentence
    assert "#" not in row.sentence


def test_what_was_left_can_be_taken_back(report):
    event = make_event("Ławka", when=When.on_day(date(2026, 3, 2)), published_at=EARLY)
    do(report, f"unanswered:{event.pk}", "leave", reason="pytamy gospodarza")
    take_back(report=report, by=None, waiver=ReportWaiver.objects.get().pk)
    assert keys(report) == [f"unanswered:{event.pk}"]
    assert ReportWaiver.history.count() == 2
    with pytest.raises(SettledAlreadyError):
        take_back(report=report, by=None, waiver=1)


def test_a_line_left_out_comes_back(report, march):
    line = report.lines.get(activity=march["activity"])
    line.included, line.omission_reason = False, "drobiazg"
    line.save()
    take_back(report=report, by=None, line=line.pk)
    line.refresh_from_db()
    assert (line.included, line.omission_reason) == (True, "")
    with pytest.raises(SettledAlreadyError):
        take_back(report=report, by=None, line=line.pk)


def test_the_second_click_and_the_second_person_are_told(report):
    event = make_meeting("Ławka")
    gap = gap_of(report, f"missing:event:{event.pk}")
    given = {"report": report, "key": gap.key, "mark": gap.mark, "by": None, "at": AT}
    settle(**given, deed="add")
    with pytest.raises(SettledAlreadyError):
        settle(**given, deed="omit", reason="już jest")
    assert report.lines.filter(event=event).count() == 1


def test_what_changed_since_the_page_was_read_is_not_left_by_mistake(report):
    line = report.lines.create(month=MARCH.first_day, text="zdanie")
    gap = gap_of(report, f"orphan:line:{line.pk}")
    report.lines.filter(pk=line.pk).update(text="całkiem inne zdanie")
    with pytest.raises(ValidationError, match="zmieniło"):
        settle(report=report, key=gap.key, mark=gap.mark, deed="leave", reason="x", by=None, at=AT)


def test_who_has_the_form_open_learns_of_a_line_added_meanwhile(report):
    before = report.version
    event = make_meeting("Ławka")
    do(report, f"missing:event:{event.pk}", "add")
    report.refresh_from_db()
    assert report.version == before + 1


def test_reasons_never_reach_what_is_frozen(report):
    event = make_meeting("Ławka", note=False)
    do(report, f"missing:event:{event.pk}", "omit", reason="tajemnica biura")
    do(report, f"no_note:{event.pk}", "leave", reason="druga tajemnica")
    version = publish_report(report=report, by=None, at=AT)
    assert "tajemnica" not in str(version.content)


def test_the_database_keeps_one_waiver_a_gap_and_none_without_a_reason(report):
    row = {"report": report, "key": "no_note:1", "finding": "Nie ma notatki.", "at": AT}
    ReportWaiver.objects.create(**row, reason="tak")
    for reason in ("", "znowu"):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReportWaiver.objects.create(**row, reason=reason)
