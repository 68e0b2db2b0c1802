from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events.models import Event
from events.models.event import Outcome
from portal.kernel.when import When
from tests.desk import despite_doubts, filled, page_of, told, words, write
from tests.factories import make_announcement, make_event, make_series, make_venue

pytestmark = pytest.mark.django_db


def ahead(now, days=20):
    start = (now + timedelta(days=days)).replace(hour=13, minute=0, second=0, microsecond=0)
    return When.at_time(start, start + timedelta(hours=4))


def test_a_next_edition_starts_with_the_next_number_and_the_usual_manner(writer):
    cycle = make_series("Spotkajmy się", usually_drop_in=True, audience="wszyscy")
    make_event("Spotkajmy się", series=cycle, edition=2)

    form = writer.get(f"/admin/events/event/add/?series={cycle.pk}").context["adminform"].form

    assert form["edition"].value() == 3
    assert form["title"].value() == "Spotkajmy się"
    assert form["audience"].value() == "wszyscy"
    assert form["sign_up"].value() == Event.SignUp.NONE
    assert not form["when_from"].value()


@pytest.mark.parametrize("key", ["x", "999999", "1%00"])
def test_a_next_edition_of_no_such_cycle_is_an_empty_form(writer, key):
    response = writer.get(f"/admin/events/event/add/?series={key}")
    assert response.status_code in (200, 400)


def test_a_writer_saves_a_draft_that_no_visitor_sees(writer, client):
    response = write(
        writer, "/admin/events/event/add/", title="Warsztat", when_from="13.05.2027 14.00"
    )
    event = Event.objects.get()
    assert "Zapisano: Warsztat" in told(response)
    assert not event.is_public(timezone.now())
    assert "Opublikuj teraz" not in response.content.decode()


@pytest.mark.parametrize("button", ["_publish", "_withdraw"])
def test_a_writer_cannot_publish_by_sending_what_the_page_does_not_offer(writer, button):
    draft = make_event("Warsztat", published_at=None)
    write(writer, draft, **{button: "1"})
    draft.refresh_from_db()
    assert draft.published_at is None
    assert draft.status == "draft"


def test_a_writer_reads_what_is_public_and_cannot_save_it(writer, now):
    event = make_event("Warsztat", when=ahead(now), published_at=now)
    page = writer.get(page_of(event))
    assert page.status_code == 200
    assert event.when.short() in page.content.decode()
    assert 'name="_save"' not in page.content.decode()
    assert "Tylko do odczytu" in words(page)
    assert writer.post(page_of(event), {"title": "Inny"}).status_code == 403


@pytest.mark.parametrize("make", [make_event, make_announcement])
def test_the_text_of_what_may_only_be_read_is_shown_as_it_looks(writer, now, make):
    text = "<p>Weźcie <strong>kubek</strong>.</p><script>alert(1)</script>"
    fields = {"when": ahead(now)} if make is make_event else {}
    page = writer.get(page_of(make("Warsztat", published_at=now, body=text, **fields)))
    shown = BeautifulSoup(page.content, "html.parser").select_one(".field-body_as_read .readonly")
    assert shown.strong.text == "kubek"
    assert "<p>" not in shown.text
    assert not shown.script


def test_a_writer_cannot_change_what_is_public_by_restoring_an_old_version(writer, now):
    event = make_event("Szkic tytułu", when=ahead(now), published_at=None)
    event.title = "Tytuł"
    event.publish(now)
    oldest = event.history.last().history_id
    url = f"/admin/events/event/{event.pk}/history/{oldest}/"
    assert writer.get(url).status_code == 200
    assert writer.post(url, {"title": "Podmiana", "when_from": "13.05.2027"}).status_code == 403
    event.refresh_from_db()
    assert event.title == "Tytuł"


def test_restoring_brings_back_the_words_and_keeps_what_is_public_public(publisher, now):
    event = make_event("Pierwszy tytuł", when=ahead(now), published_at=None)
    event.title = "Drugi tytuł"
    event.publish(now - timedelta(minutes=1))
    version = event.version
    url = f"/admin/events/event/{event.pk}/history/{event.history.last().history_id}/"

    began_from = publisher.get(url).context["asked"]["began_from"]
    sent = {"began_from": began_from, "change_reason": "Wracamy do nazwy."}
    response = publisher.post(url, sent, follow=True)

    event.refresh_from_db()
    assert "Zapisano" in told(response)
    assert event.title == "Pierwszy tytuł"
    assert event.is_public(timezone.now())
    assert event.version > version
    assert event.changes.get().before == "Drugi tytuł"


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("30.02.2027 14.00", "lut"),
        ("13.05.2027 25.00", "25"),
        ("", "wymagane"),
        ("jutro po południu", "„"),
    ],
)
def test_a_date_that_cannot_be_is_refused_beside_its_field_and_stays_there(writer, text, sentence):
    response = write(
        writer, "/admin/events/event/add/", title="Warsztat", lead="O łące", when_from=text
    )
    form = response.context["adminform"].form
    assert sentence in " ".join(form.errors["when_from"])
    assert form["when_from"].value() == text
    assert form["lead"].value() == "O łące"
    assert not Event.objects.exists()


def test_a_rule_of_the_database_is_said_in_polish_on_the_page(writer):
    cycle = make_series()
    make_event(series=cycle, edition=1)
    response = write(
        writer,
        "/admin/events/event/add/",
        title="Warsztat",
        series=cycle.pk,
        edition=1,
        when_from="13.05.2027",
    )
    assert "Ten cykl ma już odsłonę o tym numerze." in response.content.decode()


def test_the_second_of_two_people_is_told_and_keeps_the_text(writer):
    draft = make_event("Warsztat", published_at=None)
    late = filled(writer.get(page_of(draft)), title="Mój tytuł")
    write(writer, draft, title="Tytuł kogoś innego")

    response = writer.post(page_of(draft), late)

    assert "Ktoś zapisał w tym czasie nowszą wersję." in response.content.decode()
    assert '<input type="hidden" name="title" value="Mój tytuł">' in response.content.decode()
    draft.refresh_from_db()
    assert draft.title == "Tytuł kogoś innego"


def test_publishing_saves_first_and_shows_the_event_at_once(publisher, now):
    draft = make_event("Warsztat", when=ahead(now), published_at=None)
    asked = write(publisher, draft, title="Warsztat o łące", _publish="1")
    response = despite_doubts(publisher, asked)
    assert "Opublikowano: Warsztat o łące" in told(response)
    draft.refresh_from_db()
    assert "Warsztat o łące" in publisher.get(draft.get_absolute_url()).content.decode()


def test_a_new_event_can_be_published_in_one_go(publisher):
    response = write(
        publisher,
        "/admin/events/event/add/",
        title="Warsztat",
        when_from="13.05.2027 14.00",
        _publish="1",
    )
    assert "Opublikowano" in told(despite_doubts(publisher, response))
    assert Event.objects.get().is_public(timezone.now())


class TestChangesOfAPublicEvent:
    @pytest.fixture
    def event(self, now):
        return make_event(
            "Warsztat", when=ahead(now), venue=make_venue("Kawiarnia"), published_at=now
        )

    @pytest.mark.parametrize(
        "changes",
        [
            {"when_from": "13.05.2027 15.00", "when_to": ""},
            {"title": "Inny tytuł"},
        ],
    )
    def test_a_changed_fact_asks_for_a_reason_and_keeps_the_text(self, publisher, event, changes):
        response = write(publisher, event, **changes)
        form = response.context["adminform"].form
        assert "Napisz, dlaczego" in " ".join(form.errors["change_reason"])
        assert all(form[name].value() == value for name, value in changes.items())
        event.refresh_from_db()
        assert event.title == "Warsztat"

    def test_another_venue_asks_for_a_reason_too(self, publisher, event):
        response = write(publisher, event, venue=make_venue("Biblioteka").pk)
        assert "change_reason" in response.context["adminform"].form.errors

    def test_a_reason_is_logged_and_read_by_visitors(self, publisher, event):
        write(publisher, event, title="Inny tytuł", change_reason="Tak jest ściślej.")
        event.refresh_from_db()
        assert event.sequence == 1
        assert "Tak jest ściślej." in publisher.get(event.get_absolute_url()).content.decode()

    @pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.POSTPONED])
    def test_calling_off_without_a_word_is_refused_beside_its_field(
        self, publisher, event, outcome
    ):
        response = write(publisher, event, outcome=outcome, lead="Przyjdź z kubkiem.")
        form = response.context["adminform"].form
        assert form.errors["outcome_reason"] == ["Powiedz, dlaczego: przeczytają to zaproszeni."]
        assert form["outcome"].value() == outcome
        assert form["lead"].value() == "Przyjdź z kubkiem."

    def test_one_reason_is_enough_to_call_it_off(self, publisher, event):
        write(publisher, event, outcome=Outcome.CANCELLED, outcome_reason="Choroba.")
        event.refresh_from_db()
        assert (event.outcome_reason, event.changes.get().reason) == ("Choroba.", "Choroba.")

    def test_it_does_not_matter_beside_which_field_the_reason_stands(self, publisher, event):
        write(publisher, event, outcome=Outcome.CANCELLED, change_reason="Choroba.")
        event.refresh_from_db()
        assert (event.outcome_reason, event.changes.get().reason) == ("Choroba.", "Choroba.")

    def test_a_change_of_status_is_not_taken_for_a_slip_of_the_pen(self, publisher, event):
        write(publisher, event, outcome=Outcome.CANCELLED, outcome_reason="Choroba.")
        response = write(publisher, event, outcome=Outcome.EXPECTED, minor_change="on")
        errors = response.context["adminform"].form.errors
        assert "nie literówka" in " ".join(errors["change_reason"])
        write(publisher, event, outcome=Outcome.EXPECTED, change_reason="Wyzdrowiała.")
        event.refresh_from_db()
        assert (event.outcome, event.outcome_reason, event.sequence) == ("expected", "", 2)

    def test_a_first_place_is_news_and_asks_nothing(self, publisher, now):
        event = make_event(when=ahead(now), published_at=now)
        assert "Zapisano" in told(write(publisher, event, venue=make_venue("Biblioteka").pk))
        event.refresh_from_db()
        assert event.sequence == 1

    def test_what_became_of_it_is_in_the_list_of_states_once_it_began(self, publisher, event, now):
        page = publisher.get(page_of(event)).content.decode()
        assert 'value="held"' not in page
        assert 'value="not_held"' not in page
        past = make_event(when=When.on_day((now - timedelta(days=3)).date()), published_at=now)
        assert "Zapisano" in told(write(publisher, past, outcome=Outcome.HELD))
        past.refresh_from_db()
        assert (past.outcome, past.sequence) == ("held", 0)

    def test_held_is_not_said_of_a_date_moved_ahead_in_the_same_breath(self, publisher, now):
        past = make_event(when=When.on_day((now - timedelta(days=3)).date()), published_at=now)
        for outcome in (Outcome.HELD, Outcome.NOT_HELD):
            response = write(
                publisher, past, outcome=outcome, when_from="13.05.2099", change_reason="x"
            )
            errors = response.context["adminform"].form.errors
            assert "jeszcze się nie zaczęło" in " ".join(errors["outcome"])

    def test_a_slip_of_the_pen_leaves_no_trace(self, publisher, event):
        write(publisher, event, title="Warsztaty", minor_change="on")
        event.refresh_from_db()
        assert (event.title, event.sequence, event.changes.count()) == ("Warsztaty", 0, 0)

    def test_what_visitors_do_not_rely_on_asks_nothing(self, publisher, event):
        assert "Zapisano" in told(write(publisher, event, lead="O łące"))
        event.refresh_from_db()
        assert (event.lead, event.sequence) == ("O łące", 0)

    def test_the_log_of_changes_is_read_and_never_written(self, publisher, event):
        write(publisher, event, title="Inny tytuł", change_reason="Tak jest ściślej.")
        page = publisher.get(page_of(event))
        assert "Zmiany po publikacji" in page.content.decode()
        assert 'name="changes-0-reason"' not in page.content.decode()


class TestWithdrawing:
    def test_asks_for_a_reason_and_leaves_an_answer_behind(self, publisher, now):
        event = make_event("Warsztat", when=ahead(now), published_at=now)
        url = f"/admin/events/event/{event.pk}/wycofaj/"
        refused = publisher.post(url, {"reason": " "})
        assert refused.context["form"].errors
        publisher.post(url, {"reason": "Pomyłka."})
        gone = publisher.get(event.get_absolute_url())
        assert gone.status_code == 410
        assert "Pomyłka." in gone.content.decode()

    def test_is_not_for_writers(self, writer, now):
        event = make_event("Warsztat", when=ahead(now), published_at=now)
        url = f"/admin/events/event/{event.pk}/wycofaj/"
        assert writer.post(url, {"reason": "Pomyłka."}).status_code == 403


def test_what_was_public_cannot_be_deleted(publisher, now):
    event = make_event(when=ahead(now), published_at=now)
    url = f"/admin/events/event/{event.pk}/delete/"
    assert publisher.post(url, {"post": "yes"}).status_code == 403


def test_the_list_is_searched_without_diacritics(writer):
    make_event("Ławka dialogu")
    make_event("Wspólnie do celu")
    page = writer.get("/admin/events/event/?q=lawka").content.decode()
    assert "Ławka dialogu" in page
    assert "Wspólnie do celu" not in page
