import pytest
from django.utils import timezone

from portal.kernel.findings import Finding, Level
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


@pytest.fixture
def found(monkeypatch):
    """What the checks find, put there by hand: `found.warn("title", "Krótko.")`."""

    class Found:
        def __init__(self):
            self.rows = []

        def block(self, field, sentence, instead=""):
            self.rows.append(Finding(Level.BLOCK, field, sentence, instead))

        def warn(self, field, sentence, instead=""):
            self.rows.append(Finding(Level.WARN, field, sentence, instead))

        def when(self, rule):
            """Instead of fixed rows: what the rule says of each record."""
            self.rule = rule

        rule = None

        def of(self, record, at):
            return list(self.rule(record)) if self.rule else list(self.rows)

    made = Found()
    for name in ("event_findings", "announcement_findings", "note_findings"):
        monkeypatch.setattr(f"events.checks.{name}", made.of)
    return made
