import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories import NOW, make_user
from tests.organizations.sheets.files import upload


class Desk:
    """The page of the sheet, as one person uses it."""

    def __init__(self, client, *roles):
        self.client = client
        self.user = make_user(*roles)
        client.force_login(self.user)
        self.address = reverse("admin:organizations_organization_sheet")

    def get(self, **query):
        return self.client.get(self.address, query)

    def look(self, data, name="organizacje.xlsx"):
        return self.client.post(self.address, {"file": upload(data, name)})

    def load(self, seen, **choices):
        """Press the button on the page that was seen."""
        return self.client.post(self.address, {**sent_by(seen), **choices}, follow=True)


def sent_by(response):
    form = BeautifulSoup(response.content, "html.parser").select_one("form.sheet-plan")
    boxes = form.select("input[name]")
    return {
        box["name"]: box["value"]
        for box in boxes
        if box["type"] != "radio" or box.has_attr("checked")
    }


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def desk(client, db):
    return Desk(client, "publikacja")


@pytest.fixture
def writer(client, db):
    return Desk(client, "redakcja")
