"""Files become drafts one by one, each once, each whole or not at all."""

import pytest
from django.core.exceptions import ValidationError

from events.importing.files import read
from events.importing.intake import bring, import_text, look
from events.importing.names import Registry
from events.models import Announcement
from tests.events.importing.conftest import markdown, source
from tests.factories import NOW, make_announcement, make_user

pytestmark = pytest.mark.django_db

TEXT = "# Święto ulicy\n\n2026-05-01\n\nZapraszamy wszystkich sąsiadów na święto naszej ulicy."


def brought(text=TEXT, name="a.md", encoding="utf-8", **options):
    seen = look(read(name, text.encode(encoding)), Registry.load())
    return bring(seen, by=options.pop("by", None), **options)


def test_a_text_becomes_a_draft_that_nobody_outside_sees():
    draft = brought().draft
    assert (draft.title, draft.status) == ("Święto ulicy", "draft")
    assert f"{draft.published_at:%Y-%m-%d}" == "2026-05-01"
    assert not Announcement.objects.public(NOW).exists()
    assert draft.events.count() == 0


def test_the_history_says_who_brought_it_and_from_a_file():
    person = make_user("redakcja")
    row = brought(by=person).draft.history.get()
    assert row.history_user == person
    assert row.history_change_reason.startswith("Wczytano z pliku")


def test_the_same_text_a_second_time_is_the_first_draft():
    first = brought()
    second = brought(name="inna-nazwa.txt", encoding="utf-16")
    assert (second.made, second.draft) == (False, first.draft)
    assert second.why == "Ten tekst już wczytano: Święto ulicy."
    assert Announcement.objects.count() == 1


def test_a_draft_that_was_rewritten_is_still_known():
    draft = brought().draft
    draft.title, draft.body, draft.published_at = "Inny tytuł", "<p>Inna treść</p>", None
    draft.save()
    assert not brought().made
    assert Announcement.objects.count() == 1


def test_a_draft_in_the_bin_is_known_and_said_to_lie_there():
    brought().draft.discard(NOW)
    again = brought()
    assert not again.made
    assert "leży w koszu" in again.why


def test_an_announcement_of_that_title_and_day_is_told_of_and_not_doubled():
    stands = make_announcement("Święto ulicy", published_at=brought().draft.published_at)
    Announcement.objects.exclude(pk=stands.pk).delete()
    found = brought(TEXT + " Weź koc.")
    assert (found.made, found.draft) == (False, stands)
    assert "z inną treścią" in found.why


def test_a_person_may_bring_in_what_is_only_similar():
    stands = make_announcement("Święto ulicy", published_at=None)
    assert brought(even_similar=True).draft != stands


def test_the_same_title_on_another_day_is_another_text():
    make_announcement("Święto ulicy", published_at=NOW)
    assert brought().made


def test_what_no_draft_can_hold_is_refused_whole():
    parts = markdown(TEXT)
    with pytest.raises(ValidationError):
        import_text(parts=parts, kind="nieznany", by=None)
    assert not Announcement.objects.exists()


def test_a_script_never_reaches_the_database(gdynia):
    seen = look(source("2026-04-20-piata-odslona.html"), gdynia)
    body = bring(seen, by=None).draft.body
    assert "script" not in body
    assert "iframe" not in body


def test_its_kind_is_what_its_words_say(gdynia):
    kinds = {
        "2026-01-12-dyzur-w-bibliotece.txt": "invitation",
        "2026-03-30-po-targach.txt": "recap",
    }
    for name, kind in kinds.items():
        assert bring(look(source(name), gdynia), by=None).draft.kind == kind
