"""The small public site, and the clock of its visitors."""

import pytest
import time_machine

from tests.factories import NOW
from tests.portal.site import make_site


@pytest.fixture
def at_noon():
    """8 May 2026, noon in Warsaw, for views that read the clock themselves."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def site(db, at_noon):
    return make_site()
