import pytest
from django.utils import timezone

from tests.factories import make_user


@pytest.fixture
def writer(client):
    client.force_login(make_user("redakcja"))
    return client


@pytest.fixture
def publisher(client):
    client.force_login(make_user("redakcja", "publikacja"))
    return client


@pytest.fixture
def now():
    return timezone.now()
