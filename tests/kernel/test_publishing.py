"""One rule says what is public; here through announcements, the plainest publishable thing."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import Announcement
from portal.kernel.publishing import State
from tests.factories import NOW, make_announcement

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_a_draft_is_nobodys_but_the_offices():
    draft = make_announcement(published_at=None)
    assert draft.state(NOW) == State.DRAFT
    assert not Announcement.objects.public(NOW).exists()


def test_a_scheduled_item_falls_due_by_itself_to_the_minute():
    item = make_announcement(published_at=NOW)
    assert item.state(NOW - MINUTE) == State.SCHEDULED
    assert not Announcement.objects.public(NOW - MINUTE).exists()
    assert Announcement.objects.public(NOW).get() == item


def test_the_row_and_the_query_agree():
    for published_at in (None, NOW - MINUTE, NOW, NOW + MINUTE):
        item = make_announcement(published_at=published_at)
        found = Announcement.objects.public(NOW).filter(pk=item.pk).exists()
        assert found == item.is_public(NOW)


def test_withdrawing_asks_why_and_hides():
    item = make_announcement()
    with pytest.raises(ValidationError, match="powód"):
        item.withdraw(NOW, "  ")
    item.withdraw(NOW, "Spotkanie połączono z innym.")
    assert not Announcement.objects.public(NOW).exists()
    assert Announcement.objects.gone().get() == item


def test_a_draft_cannot_be_withdrawn():
    with pytest.raises(ValidationError, match="opublikowano"):
        make_announcement(published_at=None).withdraw(NOW, "powód")


def test_publishing_again_keeps_the_first_date():
    item = make_announcement(published_at=NOW - timedelta(days=9))
    item.withdraw(NOW, "pomyłka")
    item.publish(NOW + MINUTE)
    assert item.published_at == NOW - timedelta(days=9)
    assert item.is_public(NOW + MINUTE)
    assert item.withdrawal_reason == ""


@pytest.mark.parametrize(
    "broken",
    [
        {"status": "published", "published_at": None},
        {"status": "withdrawn", "published_at": NOW, "withdrawal_reason": ""},
        {"status": "cokolwiek"},
    ],
)
def test_the_database_refuses_a_state_that_contradicts_itself(broken):
    item = make_announcement(published_at=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Announcement.objects.filter(pk=item.pk).update(**broken)


def test_publishing_what_is_public_changes_nothing():
    item = make_announcement(published_at=NOW - MINUTE)
    version = item.version
    item.publish(NOW)
    assert (item.published_at, item.version) == (NOW - MINUTE, version)


def test_what_waits_is_put_off_brought_forward_or_a_draft_again():
    item = make_announcement(published_at=None)
    item.schedule(NOW, NOW + MINUTE)
    assert item.state(NOW) == State.SCHEDULED
    item.schedule(NOW, NOW + 2 * MINUTE)
    assert item.published_at == NOW + 2 * MINUTE
    item.unschedule(NOW)
    assert (item.state(NOW), item.published_at) == (State.DRAFT, None)


@pytest.mark.parametrize("until", [NOW, NOW - MINUTE])
def test_nothing_is_put_off_to_the_past(until):
    item = make_announcement(published_at=None)
    with pytest.raises(ValidationError, match="minęła"):
        item.schedule(NOW, until)
    assert item.state(NOW) == State.DRAFT


def test_what_was_public_neither_waits_nor_is_a_draft_again():
    public, withdrawn = make_announcement(), make_announcement()
    withdrawn.withdraw(NOW, "Pomyłka.")
    binned = make_announcement(published_at=None)
    binned.discard(NOW)
    for item in (public, withdrawn, binned):
        with pytest.raises(ValidationError):
            item.schedule(NOW, NOW + MINUTE)
        if item is not binned:
            with pytest.raises(ValidationError, match="wycofaj"):
                item.unschedule(NOW)
