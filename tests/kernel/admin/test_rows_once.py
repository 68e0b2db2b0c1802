"""Other names of one thing: equal rows of one page are refused in words, never by a crash."""

import pytest

from tests.desk import words, write
from tests.factories import make_organization, make_series, make_user, make_venue

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    client.force_login(make_user("redakcja", "publikacja"))
    return client


MAKERS = [make_series, make_venue, make_organization]


def names(record):
    return [alias.name for alias in record.aliases.order_by("pk")]


def add(client, record, *added):
    """Write further names on the record's page; what it answers."""
    first = record.aliases.count()
    rows = {f"aliases-{first + n}-name": name for n, name in enumerate(added)}
    return write(client, record, **{"aliases-TOTAL_FORMS": first + len(added)}, **rows)


@pytest.mark.parametrize("make", MAKERS)
def test_a_name_is_kept_once_however_it_is_spelled(publisher, make):
    record = make()
    twice = add(publisher, record, "Ławka", "„LAWKA”")
    assert "Ta nazwa jest już zapisana." in words(twice)
    assert names(record) == []
    add(publisher, record, "Ławka")
    again = add(publisher, record, "ławka")
    assert "Ta nazwa jest już zapisana." in words(again)
    assert names(record) == ["Ławka"]


def test_names_may_be_exchanged_and_a_deleted_one_written_anew(publisher):
    record = make_venue()
    add(publisher, record, "Pod Arkadami", "Salon")
    write(publisher, record, **{"aliases-0-name": "Salon", "aliases-1-name": "Pod Arkadami"})
    assert names(record) == ["Salon", "Pod Arkadami"]
    rows = {"aliases-0-DELETE": "on", "aliases-TOTAL_FORMS": 3, "aliases-2-name": "salon"}
    write(publisher, record, **rows)
    assert names(record) == ["Pod Arkadami", "salon"]
    assert list(type(record).objects.filter(aliases__folded="salon")) == [record]
