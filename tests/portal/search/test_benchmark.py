"""The benchmark fills a list as large as it is told, and finds in it what it asks for."""

import pytest

from portal.management.commands.benchmark_search import ROUNDS, Took, fill
from portal.models import SearchDocument

pytestmark = pytest.mark.django_db


def test_it_measures_every_round_of_a_search_that_finds_something():
    fill(60)
    took = Took()
    assert SearchDocument.objects.count() == 60
    assert 30 < took.measure("kraków") <= 60
    assert len(took.database) == len(took.whole) == ROUNDS
    assert all(0 < asked < whole for asked, whole in zip(took.database, took.whole, strict=True))
