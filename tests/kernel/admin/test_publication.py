"""The way out: at once, through doubts, at an hour; and once, whoever presses twice."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from events.models import Announcement
from portal.kernel.findings import Finding, Level
from portal.kernel.scheduling import said_hour, written_hour
from tests.desk import page_of, told, words, write
from tests.factories import make_announcement, make_held, make_note

# The checks themselves find nothing here, unless a test says what.
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("found")]
HOUR = timedelta(hours=1)


def gate(record):
    return f"{page_of(record).removesuffix('change/')}publikacja/"


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def buttons(response):
    """What the page offers to press, by its words."""
    found = soup(response).select("#content input[type=submit], #content button")
    return [b.get("value") if b.name == "input" else " ".join(b.text.split()) for b in found]


def way(client, record, **sent):
    """What the gate's own forms would send, with the given values."""
    page = soup(client.get(gate(record)))
    return {"seen": page.select_one("input[name=seen]")["value"], **sent}


def press(client, record, **sent):
    return client.post(gate(record), way(client, record, **sent), follow=True)


@pytest.fixture
def draft():
    return make_announcement("Zaproszenie", body="<p>Kawa.</p>", published_at=None)


@pytest.fixture
def later(now):
    return (now + timedelta(days=5)).replace(second=0, microsecond=0)


def fresh(record):
    return type(record).objects.get(pk=record.pk)


class TestAtOnce:
    def test_without_a_finding_the_button_publishes_what_it_saved(self, publisher, draft, now):
        response = write(publisher, draft, title="Nowy tytuł", _publish="Opublikuj teraz")
        assert "Opublikowano: Nowy tytuł." in told(response)
        assert fresh(draft).is_public(fresh(draft).published_at)
        assert fresh(draft).title == "Nowy tytuł"

    def test_with_a_doubt_it_saves_and_asks_first(self, publisher, draft, found):
        found.warn("title", "Mniej niż siedem dni.")
        response = write(publisher, draft, title="Nowy tytuł", _publish="x")
        assert response.request["PATH_INFO"] == gate(draft)
        assert "Mniej niż siedem dni." in words(response)
        assert fresh(draft).title == "Nowy tytuł"
        assert fresh(draft).status == "draft"

    def test_a_doubt_is_overruled_by_a_tick_and_that_is_written_down(self, publisher, draft, found):
        found.warn("title", "Mniej niż siedem dni.")
        assert "Opublikuj teraz – mimo uwag" in buttons(publisher.get(gate(draft)))
        refused = press(publisher, draft, _now="x")
        assert "Przeczytaj uwagi" in words(refused)
        assert fresh(draft).status == "draft"
        response = press(publisher, draft, _now="x", anyway="on")
        assert "Opublikowano" in told(response)
        reason = fresh(draft).history.first().history_change_reason
        assert reason == "Opublikowano mimo uwag: Mniej niż siedem dni."

    def test_a_long_list_of_doubts_fits_the_history(self, publisher, draft, found):
        for number in range(9):
            found.warn("title", f"Wątpliwość numer {number}, dość długa.")
        press(publisher, draft, _now="x", anyway="on")
        reason = fresh(draft).history.first().history_change_reason
        assert reason.startswith("Opublikowano mimo uwag: Wątpliwość numer 0")
        assert len(reason) <= 100

    def test_what_is_wrong_has_no_button_and_leads_to_its_field(self, publisher, draft, found):
        found.block("body", "Link do „#” nigdzie nie prowadzi.", "https://example.org/")
        page = publisher.get(gate(draft))
        assert buttons(page) == []
        assert "Czy chodziło o „https://example.org/”?" in words(page)
        [link] = soup(page).select(".desk-remarks a")
        assert link["href"] == f"{page_of(draft)}#id_body"
        assert "Treść" in link.text
        publisher.post(gate(draft), {"_now": "x", "anyway": "on", "seen": ""})
        assert fresh(draft).status == "draft"

    def test_the_same_findings_stand_quietly_on_the_draft_s_form(self, writer, draft, found):
        found.warn("title", "Mniej niż siedem dni.")
        assert "Mniej niż siedem dni." in words(writer.get(page_of(draft)))

    def test_pressing_twice_publishes_once(self, publisher, draft):
        data = way(publisher, draft, _now="x")
        publisher.post(gate(draft), data)
        first = fresh(draft)
        response = publisher.post(gate(draft), data, follow=True)
        assert "To już jest na stronie, od:" in told(response)
        again = fresh(draft)
        assert (again.published_at, again.version) == (first.published_at, first.version)

    def test_what_somebody_changed_meanwhile_is_read_before_it_goes_out(self, publisher, draft):
        data = way(publisher, draft, _now="x")
        Announcement.objects.get(pk=draft.pk).save()
        response = publisher.post(gate(draft), data)
        assert "zmieniły się od chwili" in words(response)
        assert fresh(draft).status == "draft"
        assert soup(response).select_one("input[name=seen]")["value"] != data["seen"]

    def test_a_finding_that_came_meanwhile_is_read_too(self, publisher, draft, found):
        data = way(publisher, draft, _now="x", anyway="on")
        found.warn("title", "Inna treść niż w wydarzeniu.")
        response = publisher.post(gate(draft), data)
        assert "zmieniły się od chwili" in words(response)
        assert fresh(draft).status == "draft"

    def test_it_is_not_for_those_who_only_write(self, writer, draft):
        assert writer.get(gate(draft)).status_code == 403
        assert writer.post(gate(draft), {"_now": "x"}).status_code == 403

    def test_looking_changes_nothing(self, publisher, draft):
        publisher.get(gate(draft))
        assert fresh(draft).version == draft.version


class TestAtAnHour:
    def label(self, later):
        return f"Zaplanuj na {said_hour(later)}"

    def test_the_form_saves_and_leads_to_where_the_hour_is_given(self, publisher, draft):
        response = write(publisher, draft, title="Nowy tytuł", _schedule="x")
        assert "Podaj teraz porę" in told(response)
        assert fresh(draft).title == "Nowy tytuł"

    def test_in_two_steps_the_button_says_exactly_when(self, publisher, draft, later):
        looked = press(publisher, draft, hour=written_hour(later), _check="x")
        assert self.label(later) in buttons(looked)
        assert fresh(draft).status == "draft"
        promised = soup(looked).select_one("button[name=promised]")["value"]
        response = press(publisher, draft, hour=written_hour(later), promised=promised)
        assert f"Zaplanowano na {said_hour(later)}" in told(response)
        assert fresh(draft).published_at == later
        assert f"Zaplanowane na {said_hour(later)}" in words(response)

    def test_while_typing_the_page_says_what_its_button_would(self, publisher, draft, later):
        page = publisher.get(f"{gate(draft)}?pora={written_hour(later)}")
        assert self.label(later) in buttons(page)
        wrong = publisher.get(f"{gate(draft)}?pora=29.03.2037 2.30")
        assert "nie ma takiej godziny" in words(wrong)

    def test_another_hour_than_the_button_said_does_nothing_but_say_so(
        self, publisher, draft, later
    ):
        other = later + HOUR
        response = press(publisher, draft, hour=written_hour(other), promised=later.isoformat())
        assert "inną porę" in words(response)
        assert self.label(other) in buttons(response)
        assert fresh(draft).status == "draft"

    @pytest.mark.parametrize("text", ["1.01.2020 9.00", "jutro po obiedzie", "29.03.2037 2.30"])
    def test_an_hour_that_cannot_be_is_refused_beside_its_field_and_stays(
        self, publisher, draft, text
    ):
        response = press(publisher, draft, hour=text, _check="x")
        assert soup(response).select_one(".errors .errorlist").text.strip()
        assert soup(response).select_one("input[name=hour]")["value"] == text

    def test_a_doubt_is_overruled_here_too(self, publisher, draft, later, found):
        found.warn("title", "Mniej niż siedem dni.")
        sent = {"hour": written_hour(later), "promised": later.isoformat()}
        refused = press(publisher, draft, **sent)
        assert "Przeczytaj uwagi" in words(refused)
        assert f"{self.label(later)} – mimo uwag" in buttons(refused)
        press(publisher, draft, **sent, anyway="on")
        assert fresh(draft).published_at == later
        reason = fresh(draft).history.first().history_change_reason
        assert reason == "Zaplanowano mimo uwag: Mniej niż siedem dni."

    def test_what_waits_offers_all_that_may_be_done_with_it(self, publisher, draft, later, now):
        draft.schedule(now, later)
        offered = buttons(publisher.get(page_of(draft)))
        for label in ("Opublikuj teraz, nie czekaj", "Zmień porę", "Cofnij do szkicu"):
            assert label in offered
        assert "Wyrzuć do kosza" not in offered

    def test_back_to_a_draft_it_waits_for_nothing(self, publisher, draft, later, now):
        draft.schedule(now, later)
        response = write(publisher, draft, _unschedule="x")
        assert "Cofnięto do szkicu" in told(response)
        assert (fresh(draft).status, fresh(draft).published_at) == ("draft", None)

    def test_another_hour_is_given_in_the_same_place(self, publisher, draft, later, now):
        draft.schedule(now, later)
        other = later + HOUR
        page = soup(publisher.get(gate(draft)))
        assert page.select_one("input[name=hour]")["value"] == written_hour(later)
        press(publisher, draft, hour=written_hour(other), promised=other.isoformat())
        assert fresh(draft).published_at == other

    def test_what_came_out_meanwhile_is_neither_put_off_nor_a_draft_again(
        self, publisher, draft, later
    ):
        data = way(publisher, draft, hour=written_hour(later), promised=later.isoformat())
        fresh(draft).publish(later - timedelta(days=9))
        response = publisher.post(gate(draft), data, follow=True)
        assert "To już jest na stronie" in told(response)
        assert fresh(draft).published_at == later - timedelta(days=9)


class TestWhatIsPublic:
    """Saving publishes: what the checks block does not get out so."""

    @pytest.fixture
    def public(self, now):
        return make_announcement("Zaproszenie", lead="Dobry wstęp.", published_at=now - HOUR)

    def no_klastrze(self, record):
        if "Kłastrze" in record.lead:
            yield Finding(Level.BLOCK, "lead", "Jest „Kłastrze”.", "Klasztorze")

    def test_a_save_that_is_blocked_saves_nothing_and_keeps_the_text(
        self, publisher, public, found
    ):
        found.when(self.no_klastrze)
        response = write(publisher, public, lead="W Kłastrze.", change_note="Nowe miejsce.")
        form = response.context["adminform"].form
        assert form.errors["lead"] == ["Jest „Kłastrze”. Czy chodziło o „Klasztorze”?"]
        assert form["lead"].value() == "W Kłastrze."
        assert fresh(public).lead == "Dobry wstęp."
        assert not public.changes.exists()

    def test_corrected_it_is_saved(self, publisher, public, found):
        found.when(self.no_klastrze)
        write(publisher, public, lead="W Kłastrze.", change_note="Nowe miejsce.")
        response = write(publisher, public, lead="W Klasztorze.", change_note="Nowe miejsce.")
        assert "Zapisano" in told(response)
        assert fresh(public).lead == "W Klasztorze."

    def test_what_was_wrong_before_does_not_stop_another_repair(self, publisher, public, found):
        found.block("lead", "Jest „Kłastrze”.")
        response = write(publisher, public, title="Lepszy tytuł", minor_change="on")
        assert "Zapisano" in told(response)
        assert fresh(public).title == "Lepszy tytuł"

    def test_what_is_doubtful_is_said_after_saving(self, publisher, public, found):
        found.warn("lead", "Bez godziny.")
        response = write(publisher, public, title="Lepszy tytuł", minor_change="on")
        assert "Zapisano, ale sprawdź: Bez godziny." in told(response)
        assert fresh(public).title == "Lepszy tytuł"

    def test_restoring_an_older_version_is_stopped_in_the_same_way(
        self, publisher, public, found, now
    ):
        public.lead = "W Kłastrze."
        public.save()
        oldest = public.history.first().history_id
        public.lead = "W Klasztorze."
        public.save()
        found.when(self.no_klastrze)
        url = f"{page_of(public).removesuffix('change/')}history/{oldest}/"
        response = publisher.post(url, {"change_note": "Wracamy.", "began_from": public.version})
        assert "Jest „Kłastrze”." in words(response)
        assert fresh(public).lead == "W Klasztorze."


class TestNote:
    """„Zapisz i zatwierdź” goes through the same gate."""

    @pytest.fixture
    def note(self):
        return make_note(make_held(), ("about", 40, "people"), approved_at=None)

    def test_without_a_finding_it_is_approved_at_once(self, publisher, note):
        assert "Zatwierdzono: wersja 1." in told(write(publisher, note, _approve="x"))

    def test_a_doubt_is_read_first_and_written_down(self, publisher, note, found):
        found.warn("summary", "W zaproszeniu jest inna liczba.")
        response = write(publisher, note, _approve="x")
        assert "inna liczba" in words(response)
        assert buttons(response) == ["Zatwierdź – mimo uwag"]
        assert not fresh(note).current
        response = press(publisher, note, _now="x", anyway="on")
        assert "Zatwierdzono: wersja 1." in told(response)
        reason = fresh(note).history.first().history_change_reason
        assert re.match("Zatwierdzono mimo uwag: W zaproszeniu", reason)

    def test_approving_twice_makes_one_version(self, publisher, note, found):
        found.warn("summary", "W zaproszeniu jest inna liczba.")
        data = way(publisher, note, _now="x", anyway="on")
        publisher.post(gate(note), data)
        response = publisher.post(gate(note), data)
        assert "zmieniły się od chwili" in words(response)
        assert note.versions.count() == 1

    def test_is_not_deleted_by_anybody(self, publisher, note):
        assert publisher.post(f"/admin/events/attendancenote/{note.pk}/delete/").status_code == 403
