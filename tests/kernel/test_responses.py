"""How a page finds what a visitor may see, and says what became of the rest."""

from datetime import timedelta

import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from events.models import Announcement
from portal.kernel.responses import Gone, at_its_address, find_public, page_of
from tests.factories import NOW, make_announcement

MINUTE = timedelta(minutes=1)


def ask(path):
    return RequestFactory().get(path)


## One row


@pytest.mark.django_db
def test_only_what_is_public_at_that_moment_is_found():
    item = make_announcement(published_at=NOW)
    assert find_public(Announcement.objects.all(), NOW, pk=item.pk) == item
    with pytest.raises(Http404):
        find_public(Announcement.objects.all(), NOW - MINUTE, pk=item.pk)


@pytest.mark.django_db
def test_a_draft_and_nothing_at_all_look_the_same():
    draft = make_announcement(published_at=None)
    told = set()
    for pk in (draft.pk, draft.pk + 1):
        with pytest.raises(Http404) as missing:
            find_public(Announcement.objects.all(), NOW, pk=pk)
        told.add(str(missing.value))
    assert len(told) == 1


@pytest.mark.django_db
def test_what_was_withdrawn_is_gone_and_carries_its_reason():
    item = make_announcement(published_at=NOW)
    item.withdraw(NOW + MINUTE, "Pomyłka.")
    with pytest.raises(Gone) as gone:
        find_public(Announcement.objects.all(), NOW + MINUTE, pk=item.pk)
    assert gone.value.record.withdrawal_reason == "Pomyłka."


## Its address


def test_the_right_address_is_answered():
    answer = at_its_address(ask("/a/1/nazwa/?x=1"), "/a/1/nazwa/", lambda: HttpResponse("tak"))
    assert answer.content == b"tak"


@pytest.mark.parametrize(
    "asked, sent",
    [
        ("/a/1/dawna/", "/a/1/nazwa/"),
        ("/a/1/dawna/?a=1&b=%C5%82", "/a/1/nazwa/?a=1&b=%C5%82"),
        ("/a/1/", "/a/1/nazwa/"),
    ],
)
def test_a_stale_one_is_moved_for_good_and_the_page_is_not_even_made(asked, sent):
    answer = at_its_address(ask(asked), "/a/1/nazwa/", lambda: pytest.fail("made"))
    assert (answer.status_code, answer["Location"]) == (301, sent)


## Pages of a list


def numbers(path, size=2, rows=5):
    return list(page_of(ask(path), list(range(1, rows + 1)), size))


def test_pages_follow_one_another():
    pages = [numbers(path) for path in ("/", "/?strona=1", "/?strona=2", "/?strona=3")]
    assert pages == [[1, 2], [1, 2], [3, 4], [5]]


@pytest.mark.parametrize("text", ["0", "4", "-1", "x", "", "1.0", "٣", "99999999999999999999"])
def test_a_page_that_does_not_exist_says_how_many_there_are(text):
    with pytest.raises(Http404, match="Stron jest: 3"):
        page_of(ask(f"/?strona={text}"), list(range(5)), 2)


def test_the_last_of_several_numbers_counts():
    assert numbers("/?strona=1&strona=3") == [5]
