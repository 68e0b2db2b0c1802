"""When a record last changed: from its history, in the same query."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from events.models import Event
from portal.kernel.modified import latest, with_modified
from tests.factories import NOW, make_event, make_series

pytestmark = pytest.mark.django_db


def test_it_is_the_moment_of_the_last_save_of_each_row(django_assert_num_queries):
    with time_machine.travel(NOW, tick=False) as clock:
        first, second = make_event(), make_event(series=make_series())
        clock.move_to(NOW + timedelta(days=1))
        second.lead = "Przyjdź."
        second.save()
    with django_assert_num_queries(1):
        found = dict(with_modified(Event.objects.all()).values_list("pk", "modified_at"))
    assert found == {first.pk: NOW, second.pk: NOW + timedelta(days=1)}


def test_a_row_without_a_history_has_no_such_moment():
    event = make_event()
    event.history.all().delete()
    assert with_modified(Event.objects.all()).get().modified_at is None


def test_the_latest_is_of_those_that_are_known():
    assert latest(None, NOW, datetime(2026, 1, 1, tzinfo=UTC)) == NOW
    assert latest(None, None) is None
