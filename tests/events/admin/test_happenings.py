"""„Coś się zmieniło?” and „Odbyło się?”: what staff press when plans change."""

from datetime import timedelta

import pytest
import time_machine

from events.models.event import Outcome
from portal.kernel.months import Month, day_of
from portal.kernel.when import When
from tests.desk import page_of, told, words
from tests.factories import make_event, make_note, make_user, make_venue

pytestmark = pytest.mark.django_db


def ahead(now, days=20):
    start = (now + timedelta(days=days)).replace(hour=13, minute=0, second=0, microsecond=0)
    return When.at_time(start, start + timedelta(hours=4))


def past(now, days=3):
    return When.on_day(day_of(now) - timedelta(days=days))


def a_month_ago(now):
    return When.in_month(Month.of(now).previous())


def page(event, slug):
    return f"/admin/events/event/{event.pk}/zmiana/{slug}/"


def happen(client, event, slug, **answers):
    """Open the page of that button, answer, send."""
    form = client.get(page(event, slug)).context["form"]
    values = {field.html_name: field.value() for field in form}
    sent = {name: v for name, v in values.items() if v is not None and v is not False}
    return client.post(page(event, slug), {**sent, **answers}, follow=True)


def offered(client, event):
    ask = client.get(page_of(event)).context["desk_ask"]
    return [happening.slug for happening in ask["happenings"]]


@pytest.fixture
def event(now):
    return make_event("Warsztat", when=ahead(now), venue=make_venue("Kawiarnia"), published_at=now)


def public_text(client, event):
    return words(client.get(event.get_absolute_url())).replace("\u00a0", " ")


## Off, and on again


@pytest.mark.parametrize(
    "slug, outcome, headline",
    [
        ("odwolane", Outcome.CANCELLED, "Odwołane."),
        ("przelozone", Outcome.POSTPONED, "Przełożone, nowej daty jeszcze nie ma."),
    ],
)
def test_calling_off_takes_one_reason_and_is_taken_back_by_another(
    publisher, event, slug, outcome, headline
):
    response = happen(publisher, event, slug, change_reason="Awaria ogrzewania.")
    assert "Zmianę widać już na stronie" in told(response)
    event.refresh_from_db()
    assert (event.outcome, event.outcome_reason, event.sequence) == (
        outcome,
        "Awaria ogrzewania.",
        1,
    )
    assert headline in public_text(publisher, event)

    happen(publisher, event, "jednak", change_reason="Ogrzewanie działa.")
    event.refresh_from_db()
    assert (event.outcome, event.outcome_reason, event.sequence) == ("expected", "", 2)
    text = public_text(publisher, event)
    assert "Jednak się odbędzie." in text
    assert "Awaria ogrzewania." not in text
    assert headline not in text


def test_without_a_reason_nothing_happens_and_the_page_says_why(publisher, event):
    response = happen(publisher, event, "odwolane", change_reason=" ")
    assert response.context["form"].errors["change_reason"] == ["To pole jest wymagane."]
    event.refresh_from_db()
    assert (event.outcome, event.sequence) == ("expected", 0)


def test_not_held_is_said_after_the_beginning_and_taken_back(publisher, now):
    event = make_event(when=past(now), published_at=now - timedelta(days=9))
    happen(publisher, event, "nie-odbylo-sie", change_reason="Nikt nie przyszedł.")
    event.refresh_from_db()
    assert event.outcome == Outcome.NOT_HELD
    assert "Nie odbyło się." in public_text(publisher, event)
    happen(publisher, event, "cofnij", change_reason="Pomyłka.")
    event.refresh_from_db()
    assert event.is_unanswered(now)
    assert "Nie wiemy, czy to spotkanie się odbyło." in public_text(publisher, event)


def test_what_is_over_can_still_have_been_called_off(publisher, now):
    event = make_event(when=past(now), published_at=now - timedelta(days=9))
    happen(publisher, event, "odwolane", change_reason="Choroba prowadzącej.")
    assert "Odwołane." in public_text(publisher, event)


def test_what_was_postponed_may_be_called_off_in_the_end(publisher, event):
    happen(publisher, event, "przelozone", change_reason="Remont.")
    assert offered(publisher, event) == ["jednak", "termin", "odwolane"]
    happen(publisher, event, "odwolane", change_reason="Remont trwa.")
    event.refresh_from_db()
    assert (event.outcome, event.outcome_reason, event.sequence) == ("cancelled", "Remont trwa.", 2)
    assert "Odwołane. Poprzednio: przełożone" in public_text(publisher, event)


## Another date


def test_a_new_date_is_told_and_the_way_back_takes_two_clicks(publisher, event, now):
    before = event.when
    day = f"{day_of(now) + timedelta(days=30):%d.%m.%Y}"
    happen(
        publisher,
        event,
        "termin",
        when_from=f"{day} 15.00",
        when_to="17.00",
        change_reason="Sala zajęta.",
    )
    event.refresh_from_db()
    assert event.changes.get().before_iso == before.iso_start
    assert "Nowy termin. Teraz:" in public_text(publisher, event)
    assert "cofnij-termin" in offered(publisher, event)

    asked = publisher.get(page(event, "cofnij-termin"))
    assert before.short() in asked.content.decode()
    happen(publisher, event, "cofnij-termin", change_reason="Sala jednak wolna.")
    event.refresh_from_db()
    assert event.when == before
    assert event.sequence == 2
    assert "Jednak bez zmiany terminu. Teraz:" in public_text(publisher, event)


def test_nobody_goes_back_to_a_date_that_has_passed(publisher, now):
    event = make_event(when=ahead(now, 2), published_at=now)
    day = f"{day_of(now) + timedelta(days=30):%d.%m.%Y}"
    moved = {"when_from": f"{day} 15.00", "when_to": "17.00", "change_reason": "Sala zajęta."}
    happen(publisher, event, "termin", **moved)
    with time_machine.travel(now + timedelta(days=9)):
        publisher.force_login(make_user("redakcja", "publikacja"))
        response = happen(publisher, event, "cofnij-termin", change_reason="Jednak nie.")
        assert "Ten termin już minął." in words(response)
    event.refresh_from_db()
    assert event.sequence == 1


def test_what_was_postponed_is_on_again_by_its_new_date(publisher, event, now):
    happen(publisher, event, "przelozone", change_reason="Remont.")
    day = f"{day_of(now) + timedelta(days=30):%d.%m.%Y}"
    happen(
        publisher, event, "termin", when_from=f"{day} 15.00", when_to="", change_reason="Po nim."
    )
    event.refresh_from_db()
    assert (event.outcome, event.outcome_reason, event.sequence) == ("expected", "", 2)
    text = public_text(publisher, event)
    assert "Nowy termin. Teraz:" in text
    assert "Przełożone" not in text
    assert "Jednak się odbędzie" not in text


@pytest.mark.parametrize(
    "answer, sentence",
    [
        ("30.02.2099 14.00", "lut"),
        ("13.05.2020 14.00", "Ten termin już minął."),
        ("kiedyś", "„"),
    ],
)
def test_a_date_that_cannot_be_is_refused_and_stays_in_its_field(
    publisher, event, answer, sentence
):
    response = happen(
        publisher, event, "termin", when_from=answer, when_to="", change_reason="Zmiana planu."
    )
    form = response.context["form"]
    assert sentence in " ".join(form.errors["when_from"])
    assert form["when_from"].value() == answer
    assert form["change_reason"].value() == "Zmiana planu."
    event.refresh_from_db()
    assert event.sequence == 0


def test_the_same_date_or_place_is_no_change(publisher, event):
    for slug, name in (("termin", "when_from"), ("miejsce", "venue")):
        response = happen(publisher, event, slug, change_reason="Nic.")
        assert "nic się nie zmienia" in " ".join(response.context["form"].errors[name])
    event.refresh_from_db()
    assert event.sequence == 0


## Another place


def test_another_room_of_the_same_place_is_told(publisher, event):
    event.room = "sala 5"
    event.save()
    happen(
        publisher, event, "miejsce", venue=event.venue_id, room="sala 7", change_reason="Remont."
    )
    text = public_text(publisher, event)
    assert "Zmiana miejsca. Teraz: Kawiarnia" in text
    assert text.index("sala 7") < text.index("Poprzednio: Kawiarnia")
    assert "sala 5" in text


def test_a_room_that_was_still_to_be_said_is_no_change(publisher, event):
    response = happen(
        publisher, event, "miejsce", venue=event.venue_id, room="sala 7", change_reason="Już wiemy."
    )
    assert "nic się nie zmienia" in " ".join(response.context["form"].errors["venue"])


def test_another_place_is_told_and_taken_back(publisher, event):
    event.room = "sala 5"
    event.save()
    new = make_venue("Biblioteka")
    happen(publisher, event, "miejsce", venue=new.pk, change_reason="Zalana sala.")
    event.refresh_from_db()
    assert (event.place_name, event.room) == ("Biblioteka", "")
    text = public_text(publisher, event)
    assert text.index("Zmiana miejsca. Teraz: Biblioteka") < text.index("Poprzednio: Kawiarnia")

    happen(publisher, event, "cofnij-miejsce", change_reason="Sala wyschła.")
    event.refresh_from_db()
    assert event.place_name == "Kawiarnia"
    assert "Jednak bez zmiany miejsca." in public_text(publisher, event)


def test_a_place_lost_is_told_too(publisher, event):
    happen(publisher, event, "miejsce", venue="", change_reason="Kawiarnia zamknięta.")
    assert "Teraz: miejsce podamy wkrótce" in public_text(publisher, event)


## Who, when, and two at once


def test_buttons_follow_what_makes_sense(publisher, event, now):
    assert offered(publisher, event) == ["termin", "miejsce", "przelozone", "odwolane"]
    happen(publisher, event, "odwolane", change_reason="Choroba.")
    assert offered(publisher, event) == ["jednak", "termin"]
    over = make_event(when=past(now), published_at=now)
    assert offered(publisher, over) == ["termin", "odwolane"]
    assert offered(publisher, make_event(when=ahead(now), published_at=None)) == []
    later = make_event(when=ahead(now), published_at=now + timedelta(days=1))
    assert offered(publisher, later) == []


@pytest.mark.parametrize("slug", ["odwolane", "termin", "miejsce", "nie-odbylo-sie"])
def test_a_writer_does_not_change_what_is_public(writer, event, slug):
    assert writer.get(page(event, slug)).status_code == 403
    assert writer.post(page(event, slug), {"change_reason": "x"}).status_code == 403


def test_a_change_nobody_has_heard_of_is_no_page(publisher, event):
    assert publisher.get(page(event, "byle-co")).status_code == 404


def test_the_second_of_two_changes_at_once_is_refused(publisher, event):
    form = publisher.get(page(event, "odwolane")).context["form"]
    happen(publisher, event, "miejsce", venue=make_venue("Dom").pk, change_reason="Zalana sala.")
    late = {"began_from": form["began_from"].value(), "change_reason": "Choroba."}
    response = publisher.post(page(event, "odwolane"), late)
    assert "Ktoś zapisał w tym czasie nowszą wersję." in words(response)
    assert response.context["form"]["change_reason"].value() == "Choroba."
    event.refresh_from_db()
    assert (event.outcome, event.sequence) == ("expected", 1)


def test_what_somebody_did_a_moment_earlier_is_said_instead_of_done_twice(publisher, event):
    happen(publisher, event, "odwolane", change_reason="Choroba.")
    response = publisher.post(page(event, "odwolane"), {"change_reason": "Choroba."}, follow=True)
    assert "już się zmienił" in told(response)
    event.refresh_from_db()
    assert event.sequence == 1


## „Odbyło się?”


def test_a_past_event_asks_whether_it_took_place_and_a_writer_may_answer(writer, now):
    event = make_event(when=past(now), published_at=now)
    asked = writer.get(page_of(event))
    assert "Odbyło się?" in words(asked)
    response = writer.post(f"/admin/events/event/{event.pk}/odbylo-sie/", follow=True)
    assert "Zapisano: odbyło się." in told(response)
    event.refresh_from_db()
    assert (event.outcome, event.sequence, event.changes.count()) == (Outcome.HELD, 0, 0)
    assert event.history.latest().history_user.username == response.wsgi_request.user.username
    assert "Odbyło się?" not in words(response)


def test_the_question_is_not_asked_before_it_begins(publisher, event):
    assert "Odbyło się?" not in words(publisher.get(page_of(event)))
    url = f"/admin/events/event/{event.pk}/odbylo-sie/"
    assert "jeszcze się nie zaczęło" in told(publisher.post(url, follow=True))
    assert publisher.get(url).status_code == 405


def test_a_mistaken_yes_is_taken_back(writer, now):
    event = make_event(when=past(now), outcome="held", published_at=now)
    url = f"/admin/events/event/{event.pk}/cofnij-odbylo-sie/"
    assert "portal znów pyta" in told(writer.post(url, follow=True))
    event.refresh_from_db()
    assert event.outcome == Outcome.EXPECTED

    event = make_event(when=past(now), outcome="held", published_at=now)
    make_note(event)
    url = f"/admin/events/event/{event.pk}/cofnij-odbylo-sie/"
    assert "Notatka z tego spotkania jest zatwierdzona" in told(writer.post(url, follow=True))
    event.refresh_from_db()
    assert event.outcome == Outcome.HELD


def test_a_month_that_passed_asks_leaves_the_upcoming_list_and_takes_its_day(writer, now):
    month = a_month_ago(now)
    event = make_event("Rozmowa", when=month, published_at=month.starts_at)
    assert "Rozmowa" not in words(writer.get("/wydarzenia/"))
    assert "Rozmowa" in words(writer.get("/wydarzenia/archiwum/"))
    assert "Rozmowa" in words(writer.get("/admin/events/event/?kiedy=pytanie"))
    assert "Odbyło się, znam dzień" in words(writer.get(page_of(event)))

    response = happen(writer, event, "odbylo-sie-dnia", when_from="13.05.2020", when_to="")
    assert "Zapowiadano inaczej" in " ".join(response.context["form"].errors["when_from"])
    day = month.first_day + timedelta(days=9)
    happen(writer, event, "odbylo-sie-dnia", when_from=f"{day:%d.%m.%Y}", when_to="")
    event.refresh_from_db()
    assert (event.outcome, event.when) == (Outcome.HELD, When.on_day(day))


def test_held_is_complete_without_its_day(writer, now):
    event = make_event(when=a_month_ago(now), published_at=now - timedelta(days=90))
    writer.post(f"/admin/events/event/{event.pk}/odbylo-sie/")
    event.refresh_from_db()
    assert (event.outcome, event.when.is_coarse) == (Outcome.HELD, True)
    assert "Odbyło się w" in public_text(writer, event)
