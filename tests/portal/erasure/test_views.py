"""The page as staff meet it: a dry run first, then once and for all; for one role alone."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from portal.models import Erasure, WorkingCopy
from tests.desk import words
from tests.factories import NOW, make_announcement, make_event, make_office_holder, make_user
from tests.portal.erasure_page import NAME, URL, confirm, fields

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]


@pytest.fixture
def keeper(client):
    user = make_user("administracja", username="kierowniczka")
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", ["redakcja", "publikacja"])
def test_other_roles_are_refused(client, role):
    event = make_event("Kawa z Janem Kowalskim")
    done = Erasure.objects.create(reason="x", at=NOW)
    client.force_login(make_user(role))
    for address in (URL, reverse("admin:erasure_done", args=[done.pk])):
        assert client.get(address).status_code == 403
    sent = {**NAME, "erase": "1", "reason": "x", "sure": "on", "forms": ["janem kowalskim"]}
    assert client.post(URL, sent).status_code == 403
    event.refresh_from_db()
    assert event.title == "Kawa z Janem Kowalskim"


def test_nobody_in_particular_is_asked_to_log_in(client):
    response = client.post(URL, NAME)
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
    assert "Kowalski" not in response["Location"]


def test_the_dry_run_shows_every_place_and_writes_nothing(keeper):
    event = make_event("Kawa z Janem Kowalskim", body="<p>Mówi Jan <em>Kowalski</em>.</p>")
    make_announcement("Jan Kowalski nagrodzony", published_at=None)
    make_event("Jan i Anna Kowalscy zapraszają")
    response = keeper.post(URL, NAME)
    said = words(response)
    assert "Kawa z Janem Kowalskim" in said
    assert "Mówi Jan Kowalski." in said
    assert "na stronie: tytuł, zaproszenie" in said
    assert "tylko w biurze: tytuł" in said
    assert "Jan i Anna Kowalscy – podobne, sprawdź niżej" in said
    assert "janem kowalskim" in fields(response)["forms"]
    assert "jan i anna kowalscy" not in fields(response)["forms"]
    event.refresh_from_db()
    assert event.title == "Kawa z Janem Kowalskim"
    assert not Erasure.objects.exists()


def test_after_a_yes_it_is_gone_and_the_page_says_from_where(keeper):
    event = make_event("Kawa z Janem Kowalskim")
    other = make_event("Jan i Anna Kowalscy zapraszają")
    response = confirm(keeper)
    event.refresh_from_db()
    other.refresh_from_db()
    assert event.title == "Kawa z [usunięto dane osobowe]"
    assert other.title == "Jan i Anna Kowalscy zapraszają"
    assert response.redirect_chain[-1][0] == f"{URL}{Erasure.objects.get().pk}/"
    said = words(response)
    assert "Wydarzenia 1 wpis" in said
    assert "Wydarzenia, historia zmian 2 wersje" in said
    assert "Portal nie wie o żadnych kopiach zapasowych." in said
    assert "kierowniczka" in said


def test_doubtful_writings_go_when_they_are_ticked_and_certain_ones_stay_when_not(keeper):
    sure = make_event("Kawa z Janem Kowalskim")
    doubt = make_event("Jan i Anna Kowalscy zapraszają")
    confirm(keeper, forms=["jan i anna kowalscy"])
    sure.refresh_from_db()
    doubt.refresh_from_db()
    assert sure.title == "Kawa z Janem Kowalskim"
    assert doubt.title == "[usunięto dane osobowe] zapraszają"


@pytest.mark.parametrize("missing", ["reason", "sure"])
def test_without_grounds_or_a_yes_nothing_goes(keeper, missing):
    event = make_event("Kawa z Janem Kowalskim")
    response = confirm(keeper, **{missing: ""})
    event.refresh_from_db()
    assert event.title == "Kawa z Janem Kowalskim"
    assert "Niczego nie usunięto" in words(response)
    assert not Erasure.objects.exists()


def test_what_was_written_meanwhile_is_shown_first(keeper):
    make_event("Kawa z Janem Kowalskim")
    sent = {**fields(keeper.post(URL, NAME)), "reason": "wniosek", "sure": "on"}
    late = make_event("Herbata z Janem Kowalskim")
    response = keeper.post(URL, sent)
    assert "coś się zmieniło" in words(response)
    assert "Herbata z" in words(response)
    late.refresh_from_db()
    assert late.title == "Herbata z Janem Kowalskim"
    again = {**fields(response), "reason": "wniosek", "sure": "on"}
    keeper.post(URL, again)
    late.refresh_from_db()
    assert late.title == "Herbata z [usunięto dane osobowe]"


def test_a_double_click_erases_once_and_lands_on_the_same_page(keeper):
    make_event("Kawa z Janem Kowalskim")
    sent = {**fields(keeper.post(URL, NAME)), "reason": "wniosek", "sure": "on"}
    first, second = keeper.post(URL, sent), keeper.post(URL, sent)
    assert first["Location"] == second["Location"]
    assert Erasure.objects.count() == 1


def test_the_name_stands_in_no_address_message_session_or_cache(keeper, caplog):
    make_event("Kawa z Janem Kowalskim")
    shown = keeper.post(URL, NAME)
    assert "no-store" in shown["Cache-Control"]
    assert "no-store" in keeper.get(URL)["Cache-Control"]
    response = confirm(keeper)
    assert "no-store" in response["Cache-Control"]
    trail = [address for address, _ in response.redirect_chain]
    kept = [str(row.get_decoded()) for row in Session.objects.all()]
    said = [str(message) for message in response.context["messages"]]
    told = " ".join([*trail, *kept, *said, caplog.text, response.content.decode()]).lower()
    assert "kowalsk" not in told


def test_an_office_holder_is_left_unless_ticked(keeper):
    holder = make_office_holder("Jan Kowalski")
    assert "to informacja publiczna" in words(keeper.post(URL, NAME))
    confirm(keeper)
    holder.refresh_from_db()
    assert holder.name == "Jan Kowalski"
    confirm(keeper, office_holders="on")
    holder.refresh_from_db()
    assert holder.name == "[usunięto dane osobowe]"


def test_an_account_is_left_and_said(keeper):
    user = make_user("redakcja", username="jkowalski")
    type(user).objects.filter(pk=user.pk).update(first_name="Jan", last_name="Kowalski")
    type(user).objects.filter(username="jkowalski").update(email="jan@x.pl")
    make_event("Kawa z Janem Kowalskim")
    said = words(keeper.post(URL, {**NAME, "others": "jan@x.pl"}))
    assert "Tak nazywa się też konto w biurze" in said
    assert "jkowalski" in said


def test_somebody_elses_unsaved_text_loses_it_too(keeper):
    copy = WorkingCopy.objects.create(
        owner=make_user("redakcja"),
        place="/admin/events/event/add/",
        data={"title": ["Kawa z Janem Kowalskim"]},
        kept_at=timezone.now(),
    )
    said = words(keeper.post(URL, NAME))
    assert "kopie prywatne i zapisy portalu" in said
    confirm(keeper)
    copy.refresh_from_db()
    assert copy.data == {"title": ["Kawa z [usunięto dane osobowe]"]}


def test_nothing_found_is_said(keeper):
    response = keeper.post(URL, NAME)
    assert "Nic takiego nie ma" in words(response)
    assert "Usuń na zawsze" not in words(response)


def test_a_refused_name_stays_in_its_field(keeper):
    response = keeper.post(URL, {"name": "Nowa Huta", "others": ""})
    assert "zwykłe słowa" in words(response)
    assert 'value="Nowa Huta"' in response.content.decode()


def test_getting_the_page_changes_nothing_and_lists_what_was_done(keeper):
    Erasure.objects.create(reason="wniosek z 2 maja", at=NOW)
    assert "wniosek z 2 maja" in words(keeper.get(URL))
    assert keeper.post(f"{URL}{Erasure.objects.get().pk}/").status_code == 405


def test_backups_made_before_are_listed(keeper, settings, tmp_path):
    import os

    for name, day in (("portal-2026-05-01.dump", 1), ("portal-2026-05-20.dump", 20)):
        (tmp_path / name).write_bytes(b"x")
        stamp = NOW.replace(day=day).timestamp()
        os.utime(tmp_path / name, (stamp, stamp))
    done = Erasure.objects.create(reason="wniosek", at=NOW)
    settings.BACKUP_DIR = str(tmp_path)
    said = words(keeper.get(reverse("admin:erasure_done", args=[done.pk])))
    assert "portal-2026-05-01.dump" in said
    assert "portal-2026-05-20.dump" not in said
    settings.BACKUP_DIR = str(tmp_path / "nie-ma")
    assert "Nie udało się odczytać" in words(
        keeper.get(reverse("admin:erasure_done", args=[done.pk]))
    )
