"""An address of a record that is not there."""

import pytest

from tests.desk import told
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("place", "kind"),
    [("events/event", "wydarzenie"), ("venues/venue", "miejsce"), ("portal/user", "konto")],
)
def test_is_answered_with_a_whole_sentence(client, place, kind):
    client.force_login(make_user("redakcja", "publikacja", "administracja"))
    page = client.get(f"/admin/{place}/999/change/", follow=True)
    said = f"Nie ma tu takiego wpisu ({kind} nr 999). Mógł zostać usunięty na stałe."
    assert told(page) == said
