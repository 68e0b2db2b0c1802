import pytest
import time_machine

from tests.factories import NOW, make_organization, make_user


@pytest.fixture
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def kept():
    return make_organization("Fundacja Ławka Dialogu", website="https://lawka.example")


@pytest.fixture
def lost():
    return make_organization("Ławka dialogu", field="sąsiedztwo")


@pytest.fixture
def publisher(client, at_noon):
    client.force_login(make_user("publikacja"))
    return client
