from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.actions import approve_note
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report, publish_report
from reports.frozen import checksum
from reports.models import Report, ReportVersion
from tests.factories import make_activity, make_held, make_user

MARCH, MAY = Month(2026, 3), Month(2026, 5)
SPRING = MonthSpan(MARCH, MAY)
MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
LATER = MID_MAY + timedelta(days=30)


def drafted(span=SPRING, at=MID_MAY, by=None):
    return draft_report(span=span, by=by, at=at)


def published(report, at=MID_MAY, by=None, note="Dopisano, co ustalono później."):
    return publish_report(report=report, by=by, at=at, note=note)


def lines(report):
    return {row.pk: row.text for row in report.lines.all()}


def figure(version, key):
    return next(row for row in version.content["figures"] if row["key"] == key)


def test_data_go_to_today_while_the_period_lasts_and_to_its_end_afterwards(spring):
    assert drafted().data_through == date(2026, 5, 15)
    assert drafted(MonthSpan.of(MARCH)).data_through == date(2026, 3, 31)
    assert drafted(at=LATER).data_through == date(2026, 5, 31)


def test_a_chosen_last_day_of_data_is_kept(spring):
    report = drafted()
    report.data_through = date(2026, 5, 1)
    report.save()
    assert drafted(at=LATER).data_through == date(2026, 5, 1)


def test_drafting_twice_changes_nothing(spring):
    report = drafted()
    before = (report.lead, lines(report), [s.opening for s in report.sections.all()])
    again = drafted()
    assert again.pk == report.pk
    assert (again.lead, lines(again), [s.opening for s in again.sections.all()]) == before


def test_drafting_again_adds_what_is_new_in_its_place(spring):
    report = drafted()
    make_activity("wizyta w Fundacji Zustricz", when=When.on_day(date(2026, 3, 2)), position=0)
    drafted()
    march = [row.text for row in report.lines.in_order() if row.month == MARCH.first_day]
    assert march.index("wizyta w Fundacji Zustricz") > 1
    assert "sześć innych działań" in drafted().lead.replace("\u00a0", " ")


def test_what_a_person_wrote_survives(spring):
    report = drafted()
    line = report.lines.get(activity__title="obchody Dnia Ziemi")
    line.text = "obchody Dnia Ziemi przy Nowohuckim Centrum Kultury"
    line.month = MARCH.first_day
    line.save()
    gone = report.lines.get(activity__title="otwarcie UkrArtHub")
    gone.included, gone.omission_reason = False, "opisane w aktualności"
    gone.save()
    section = report.sections.first()
    section.opening = "Marzec był pracowity."
    section.save()
    report.title, report.lead = "Wspólnie dla Krakowa", "Trzy miesiące spotkań."
    report.save()
    make_activity("wizyta w nowej fundacji")
    again = drafted(at=LATER)
    line.refresh_from_db()
    gone.refresh_from_db()
    assert line.text == "obchody Dnia Ziemi przy Nowohuckim Centrum Kultury"
    assert line.month == MARCH.first_day
    assert (gone.included, gone.omission_reason) == (False, "opisane w aktualności")
    assert again.sections.first().opening == "Marzec był pracowity."
    assert (again.title, again.lead) == ("Wspólnie dla Krakowa", "Trzy miesiące spotkań.")
    assert again.lines.count() == 9


def test_an_untouched_line_follows_its_note(spring):
    report = drafted()
    note = spring["third"].note
    approve_note(note=note, by=None, at=MID_MAY)
    drafted()
    line = report.lines.get(event=spring["third"])
    assert line.text.endswith("– 27\u00a0osób")


def test_a_line_whose_event_did_not_take_place_after_all_stays_for_a_person_to_judge(spring):
    report = drafted()
    spring["second"].withdraw(MID_MAY, "pomyłka")
    drafted()
    assert report.lines.filter(event=spring["second"]).exists()


def test_a_month_that_has_not_begun_is_refused(db):
    with pytest.raises(ValidationError, match="jeszcze się nie zaczął"):
        drafted(MonthSpan.of(Month(2026, 6)))
    assert not Report.objects.exists()


def test_drafting_costs_the_same_for_one_row_and_for_three(db):
    costs = []
    for month, rows in [(Month(2025, 1), 1), (Month(2025, 2), 3)]:
        for _ in range(rows):
            make_held(month=month)
            make_activity(when=When.in_month(month))
        with CaptureQueriesContext(connection) as queries:
            drafted(MonthSpan.of(month))
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_publishing_freezes_the_figures_and_the_versions_of_the_notes(spring):
    editor = make_user("publikacja")
    version = published(drafted(), by=editor)
    assert (version.number, version.published_by, version.published_at) == (1, editor, MID_MAY)
    assert figure(version, "osoby")["sentence"].replace("\u00a0", " ") == (
        "około 140 osób, nie licząc 1 spotkania bez zapisanej liczby osób"
    )
    assert {note["event"] for note in version.content["notes"]} == {
        spring["first"].pk,
        spring["second"].pk,
    }
    assert all(note["version"] == 1 for note in version.content["notes"])
    assert version.report.is_public(MID_MAY)


def test_the_checksum_is_that_of_what_the_database_gives_back(spring):
    version = published(drafted())
    stored = ReportVersion.objects.get(pk=version.pk)
    assert checksum(stored.content) == stored.checksum
    assert len(stored.checksum) == 64


def test_a_note_edited_and_approved_again_leaves_the_published_version_alone(spring):
    version = published(drafted())
    note = spring["first"].note
    note.counts.update(value=500)
    approve_note(note=note, by=None, at=LATER)
    assert figure(ReportVersion.objects.get(pk=version.pk), "osoby")["value"] == 140


def test_a_second_publication_is_version_two_and_the_first_stays(spring):
    report = drafted()
    first = published(report)
    approve_note(note=spring["third"].note, by=None, at=LATER)
    second = published(report, at=LATER)
    assert (first.number, second.number) == (1, 2)
    assert figure(second, "osoby")["sentence"] == "około\u00a0170\u00a0osób"
    assert figure(ReportVersion.objects.get(number=1), "osoby")["value"] == 140
    assert Report.objects.get().published_at == MID_MAY


def test_nothing_new_is_nothing_to_publish(spring):
    report = drafted()
    published(report)
    with pytest.raises(ValidationError, match="Od wydania 1 nic się nie zmieniło"):
        published(report, at=LATER)
    assert report.versions.count() == 1


def test_a_withdrawn_report_that_has_not_changed_comes_back_as_it_was(spring):
    report = drafted()
    published(report)
    report = Report.objects.get()
    report.withdraw(LATER, "sprawdzamy dane")
    assert published(report, at=LATER).number == 1
    assert Report.objects.get().is_public(LATER)


def test_an_empty_report_is_drafted_but_not_published(db):
    report = drafted()
    with pytest.raises(ValidationError, match="nie ma ani wiersza"):
        published(report)
    assert not ReportVersion.objects.exists()
    assert not Report.objects.get().is_public(MID_MAY)


@pytest.mark.parametrize(
    "through, sentence",
    [
        (date(2026, 5, 16), "nie mogą sięgać w przyszłość"),
        (date(2026, 6, 1), "nie należy do okresu"),
    ],
)
def test_data_from_the_future_or_from_elsewhere_are_refused(spring, through, sentence):
    report = drafted()
    Report.objects.update(data_through=through)
    with pytest.raises(ValidationError, match=sentence):
        published(report)
    assert not ReportVersion.objects.exists()


def test_a_published_version_can_be_neither_changed_nor_deleted(spring):
    version = published(drafted())
    with pytest.raises(ValidationError, match="się nie zmienia"):
        version.save()
    with pytest.raises(ValidationError, match="nie można usunąć"):
        version.delete()


def test_what_was_left_out_turns_the_list_into_examples(spring):
    report = drafted()
    line = report.lines.get(activity__title="wizyta w Fundacji Hamlet")
    line.included, line.omission_reason = False, "na prośbę fundacji"
    line.save()
    content = published(report).content
    march = content["sections"][0]["groups"]
    assert "m.in." in march[1]["intro"]
    assert "Hamlet" not in str(content["sections"])
    assert "na prośbę fundacji" not in str(content)
