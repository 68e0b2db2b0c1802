"""The bytes: what a file of the database and a process still hold afterwards."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from events.drawing import drawn
from portal.erasure.traces import forget_texts, memories, scrub
from tests.factories import make_announcement, make_event, make_user
from tests.portal.erasure_page import confirm

FORMS = [b"Kowalsk", b"kowalsk", "Grzegżół".encode(), b"Grzeg\\u017c\\u00f3\\u0142"]


def files():
    """Of the database, with its log; none to look at on a server."""
    if connection.vendor != "sqlite":
        return []
    stored = Path(connection.settings_dict["NAME"])
    return [path for path in stored.parent.glob(f"{stored.name}*") if path.is_file()]


def told():
    return [form for path in files() for form in FORMS if form in path.read_bytes()]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_file_of_the_database_does_not_hold_it_any_more(client):
    client.force_login(make_user("administracja"))
    event = make_event("Kawa z Janem Kowalskim", body="<p>Jan Kowalski</p>" * 300)
    for number in range(30):
        make_announcement(f"Jan Kowalski po raz {number}")
    event.body = ""
    event.save()
    assert told() or connection.vendor != "sqlite"
    confirm(client)
    assert told() == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_file_can_be_rewritten_at_any_time():
    assert scrub(["events_event"]) is True


@pytest.mark.django_db
def test_inside_a_transaction_it_says_that_it_did_not():
    assert scrub(["events_event"]) is False


def test_the_process_forgets_drawn_pictures_and_words():
    assert drawn in list(memories())
    forget_texts()
    assert drawn.cache_info().currsize == 0


@pytest.mark.django_db
def test_the_command_reads_names_from_standard_input_and_tells_where(monkeypatch):
    event = make_event("Kawa z Janem Kowalskim")
    monkeypatch.setattr("sys.stdin", StringIO("Jan Kowalski\nJ. Kowalski\n"))
    out = StringIO()
    with pytest.raises(CommandError, match=r"^Znaleziono: "):
        call_command("find_personal_data", stdout=out)
    assert f"events.Event {event.pk}: title" in out.getvalue()
    assert "Kowalsk" not in out.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("text, said", [("", "wymagane"), ("Nowa Huta", "zwykłe słowa")])
def test_the_command_refuses_what_the_page_refuses(monkeypatch, text, said):
    monkeypatch.setattr("sys.stdin", StringIO(text))
    with pytest.raises(CommandError, match=said):
        call_command("find_personal_data")


@pytest.mark.django_db
def test_the_command_is_content_when_there_is_nothing(monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("Jan Kowalski"))
    out = StringIO()
    call_command("find_personal_data", stdout=out)
    assert out.getvalue() == "Nic nie znaleziono.\n"
