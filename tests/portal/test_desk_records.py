"""The desk's searches: notes, promises, reports, drafts, and what is one's own."""

from datetime import timedelta

import pytest
from django.urls import reverse

from events.actions import approve_note
from events.models import Commitment
from portal.desk import Urgency, desk
from portal.desk.figures_changed import changed_figures
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from portal.models import OutgoingMail, WorkingCopy
from reports.actions import draft_report, publish_report
from reports.models import Report
from tests.factories import (
    NOW,
    make_activity,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_series,
    make_user,
    make_venue,
)
from tests.pictures import make_picture
from tests.portal.desk_lines import (
    LONG_AGO,
    TODAY,
    complete,
    in_days,
    of_kind,
    only,
)
from tests.portal.statements import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(db):
    return make_user("redakcja", username="ola")


@pytest.fixture
def publisher(db):
    make_office()
    return make_user("redakcja", "publikacja", username="jan")


class TestNotes:
    def test_waits_for_whoever_may_approve(self, writer, publisher):
        note = make_note(make_held("Ławka"), approved_at=None)
        assert of_kind(writer, "approve") == []
        line = only(publisher, "approve")
        assert line.text == "Notatka do zatwierdzenia: Ławka"
        assert line.url == f"/admin/events/attendancenote/{note.pk}/change/"

    def test_a_photograph_added_to_an_approved_note_waits_too(self, publisher):
        note = make_note(make_held(), ("exactly", 5, "people"))
        make_picture(note.event, waits=True)
        assert only(publisher, "approve").why == "zdjęcie czeka na zatwierdzenie"
        approve_note(note=note, by=None, at=NOW)
        assert of_kind(publisher, "approve") == []

    def test_changed_since_its_approval_it_waits_again(self, publisher):
        note = make_note(make_held(), ("exactly", 5, "people"), summary="Było dobrze.")
        assert of_kind(publisher, "approve") == []
        count = note.counts.get()
        count.value = 6
        count.save()
        assert only(publisher, "approve").why == "zmieniona po zatwierdzeniu"
        approve_note(note=note, by=None, at=NOW)
        assert of_kind(publisher, "approve") == []

    def test_a_changed_summary_and_a_new_organization_count(self, publisher):
        first, second = (make_note(make_held(), summary="A") for _ in range(2))
        first.summary = "B"
        first.save()
        second.presences.create(organization=make_organization())
        assert len(of_kind(publisher, "approve")) == 2

    def test_an_organization_renamed_is_no_change_of_the_note(self, publisher):
        note = make_note(make_held(), approved_at=None)
        organization = make_organization("Fundacja")
        note.presences.create(organization=organization)
        approve_note(note=note, by=None, at=NOW)
        organization.name = "Fundacja Nowa"
        organization.save()
        assert of_kind(publisher, "approve") == []

    def test_before_it_is_said_to_have_taken_place_only_that_is_asked(self, publisher):
        event = make_event(when=in_days(-1), published_at=LONG_AGO)
        make_note(event, approved_at=None)
        assert [line.kind for line in desk(publisher, NOW).lines] == ["held"]


class TestCommitments:
    def promise(self, due, **fields):
        note = make_note(make_held())
        fields = {"text": "Wysłać mapę", "owner": "Pełnomocnik", **fields}
        return Commitment.objects.create(note=note, due=due, **fields)

    def test_overdue_is_for_now(self, writer):
        row = self.promise(TODAY - timedelta(days=2))
        line = only(writer, "promise")
        assert line.text == "Wysłać mapę"
        assert line.why.replace("\xa0", " ") == (
            "termin minął: przedwczoraj, śr. 6 maja – Pełnomocnik"
        )
        assert line.url == f"/admin/events/commitment/{row.pk}/rozlicz/"
        assert line.urgency is Urgency.NOW

    def test_due_within_a_week_is_for_this_week(self, writer):
        self.promise(TODAY + timedelta(days=7))
        assert only(writer, "promise").urgency is Urgency.WEEK

    def test_later_without_a_day_or_done_is_quiet(self, writer):
        self.promise(TODAY + timedelta(days=8))
        self.promise(None)
        self.promise(TODAY, state="done", done_on=TODAY)
        self.promise(TODAY, state="dropped")
        assert desk(writer, NOW).is_clear


class TestReports:
    APRIL = MonthSpan(Month(2026, 4), Month(2026, 4))

    def test_last_month_with_something_on_record_asks_for_its_account(self, writer):
        make_activity(when=When.in_month(Month(2026, 4)))
        line = only(writer, "report")
        assert line.text == "Nie ma jeszcze podsumowania: kwiecień 2026"
        assert line.url == "/admin/reports/report/#id_first"

    def test_a_month_of_which_nothing_is_on_record_owes_none(self, writer):
        make_activity(when=When.in_month(Month(2026, 3)))
        assert of_kind(writer, "report") == []

    def test_a_report_of_several_months_accounts_for_each(self, writer):
        make_activity(when=When.in_month(Month(2026, 4)))
        draft_report(span=MonthSpan(Month(2026, 1), Month(2026, 4)), by=None, at=NOW)
        assert of_kind(writer, "report") == []

    def published(self):
        note = make_note(
            make_held("Ławka", month=Month(2026, 4), venue=make_venue()), ("exactly", 41, "people")
        )
        report = draft_report(span=self.APRIL, by=None, at=NOW)
        publish_report(report=report, by=None, at=NOW)
        return report, note

    def test_a_figure_that_no_longer_agrees_is_named_with_both_values(self, publisher, writer):
        report, note = self.published()
        assert of_kind(publisher, "figure") == []
        count = note.counts.get()
        count.value = 45
        count.save()
        approve_note(note=note, by=None, at=NOW)
        line = only(publisher, "figure")
        assert line.text == f"Zmieniła się liczba „łączna frekwencja”: {report.title}"
        assert line.why.replace("\xa0", " ") == "w podsumowaniu: 41 osób, teraz: 45 osób"
        assert line.url == f"/admin/reports/report/{report.pk}/change/"
        assert of_kind(writer, "figure") == []

    def test_a_correction_puts_it_right(self, publisher):
        self.published()
        make_note(
            make_held(month=Month(2026, 4), venue=make_venue(district=2)), ("exactly", 9, "people")
        )
        # Meetings, people, districts, venues, and one meeting more of which neither the number
        # of organizations, nor their list, nor the day is known.
        assert [row.label for row in changed_figures(NOW)] == [
            "nasze spotkania, które się odbyły",
            "łączna frekwencja",
            "różne organizacje na spotkaniach i w działaniach",
            "obecności organizacji",
            "różne organizacje zapisane z nazwy na spotkaniach",
            "organizacje zapisane po raz pierwszy",
            "dzielnice, w których się spotkaliśmy",
            "różne miejsca naszych spotkań",
            "wyprzedzenie, z jakim podaliśmy dzień spotkania",
        ]
        publish_report(report=Report.objects.get(), by=None, at=NOW, note="Dopisano spotkanie.")
        assert of_kind(publisher, "figure") == []

    def test_what_happens_after_the_day_the_data_go_to_changes_nothing(self, publisher):
        self.published()
        make_note(make_held(month=Month(2026, 5)), ("exactly", 9, "people"))
        make_activity(when=When.in_month(Month(2026, 5)))
        assert of_kind(publisher, "figure") == []


class TestWhatIsOnesOwn:
    def test_what_this_person_has_not_saved_is_a_click_away(self, writer, publisher):
        place = reverse("admin:events_announcement_add")
        WorkingCopy.objects.create(
            owner=writer, place=place, label="Aktualność „Ławka”", data={}, kept_at=NOW
        )
        line = only(writer, "unsaved")
        assert line.text == "Niezapisane: Aktualność „Ławka”"
        assert line.why.replace("\xa0", " ") == "zapamiętano pt. 8 maja, 12.00"
        assert line.url.startswith(place)
        assert of_kind(publisher, "unsaved") == []

    def test_a_place_outside_the_desk_is_never_a_link(self, writer):
        WorkingCopy.objects.create(owner=writer, place="//zle.example/", data={}, kept_at=NOW)
        assert of_kind(writer, "unsaved") == []

    def test_mail_that_did_not_go_out_is_one_button(self, writer):
        for _ in range(3):
            OutgoingMail.objects.create(
                to="a@example.org", subject="s", body="b", written_at=NOW, tries=1, refusal="Nie."
            )
        line = only(writer, "mail")
        assert line.text.replace("\xa0", " ") == "Poczta nie wyszła: 3 wiadomości"
        assert (line.why, line.url, line.is_deed) == ("Nie.", "/admin/poczta/wyslij/", True)

    def test_mail_that_is_just_going_out_is_not_late(self, writer):
        OutgoingMail.objects.create(to="a@example.org", subject="s", body="b", written_at=NOW)
        assert of_kind(writer, "mail") == []
        assert of_kind(writer, "mail", NOW + timedelta(minutes=3))


class TestDrafts:
    def test_a_draft_to_be_finished(self, writer):
        draft = make_announcement("Pomysł", published_at=None)
        line = only(writer, "draft_announcement")
        assert line.text == "Szkic: Pomysł"
        assert line.url == f"/admin/events/announcement/{draft.pk}/change/"
        assert (line.action, line.urgency) == ("Dokończ", Urgency.LATER)

    def test_one_that_lacks_nothing_waits_for_whoever_may_publish(self, writer, publisher):
        make_announcement("Gotowe", published_at=None, lead="Wstęp", body="<p>Treść</p>")
        line = only(publisher, "ready_announcement")
        assert (line.text, line.urgency) == ("Czeka na publikację: Gotowe", Urgency.WEEK)
        assert only(writer, "draft_announcement").text == "Szkic: Gotowe"

    def test_a_drafted_meeting_that_is_near_is_for_now(self, writer):
        make_event("Ławka", when=in_days(5), published_at=None)
        line = only(writer, "draft_event")
        assert line.urgency is Urgency.NOW
        assert line.why.replace("\xa0", " ") == "wydarzenie, za 5 dni, śr. 13 maja – bez miejsca"

    def test_a_drafted_invitation_to_a_near_meeting_is_for_now(self, writer):
        make_announcement("Zapraszamy", events=[complete()], published_at=None)
        line = only(writer, "draft_announcement")
        assert line.urgency is Urgency.NOW
        assert line.why.replace("\xa0", " ") == "aktualność, spotkanie za 5 dni"

    def test_every_kind_of_record_with_drafts_is_looked_at(self, writer):
        make_event(published_at=None)
        make_announcement(published_at=None)
        make_series(published_at=None)
        make_venue(published_at=None)
        make_organization(published_at=None)
        draft_report(span=MonthSpan(Month(2026, 3), Month(2026, 3)), by=None, at=NOW)
        kinds = {line.kind for line in desk(writer, NOW).lines}
        names = ["event", "announcement", "series", "venue", "organization", "report"]
        assert kinds == {f"draft_{name}" for name in names}

    def test_what_is_in_the_bin_or_withdrawn_waits_for_nobody(self, publisher):
        make_announcement(published_at=None).discard(NOW)
        make_announcement().withdraw(NOW, "Pomyłka.")
        assert desk(publisher, NOW).is_clear

    def test_what_was_scheduled_is_told_quietly_and_is_no_work(self, writer):
        make_announcement("Później", published_at=NOW + timedelta(days=4))
        make_announcement("Wcześniej", published_at=NOW + timedelta(days=2))
        found = desk(writer, NOW)
        assert found.is_clear
        assert [line.text for line in found.waiting.lines] == ["Wcześniej", "Później"]
        assert (
            found.waiting.lines[0].why.replace("\xa0", " ") == "aktualność, niedz. 10 maja, 12.00"
        )


class TestLongLists:
    @pytest.mark.parametrize("rows, shown, more", [(5, 5, 0), (6, 6, 0), (7, 5, 2), (12, 5, 7)])
    def test_are_cut_and_lead_to_all(self, writer, rows, shown, more):
        for _ in range(rows):
            make_announcement(published_at=None)
        [section] = desk(writer, NOW).sections
        [group] = section.groups
        assert (len(group.lines), group.more) == (shown, more)
        assert group.url == ("/admin/events/announcement/?status__exact=draft")
