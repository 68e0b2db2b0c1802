"""Who changed what, and how the second of two editors learns of the first."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model

from organizations.models import Organization
from tests.factories import make_announcement, make_event, make_organization, make_user

pytestmark = pytest.mark.django_db

# Logs and frozen rows, written once and changed by nobody; history of them would say it twice.
THEMSELVES_HISTORY = {
    "AccountEvent",
    "AnnouncementChange",
    "AttendanceNoteVersion",
    "Correction",
    "Erasure",
    "EventChange",
    "ReportVersion",
}
# What the desk keeps for itself: no record of the office's work, and gone when it is done.
PASSING = {"OutgoingMail", "RecoveryCodes", "SearchDocument", "SentForm", "Throttle", "WorkingCopy"}


def own_models():
    for label in ("organizations", "venues", "events", "reports", "portal"):
        for model in apps.get_app_config(label).get_models():
            if not model.__name__.startswith("Historical"):
                yield model


def test_every_model_that_people_edit_keeps_its_history():
    without = {model.__name__ for model in own_models() if not hasattr(model, "history")}
    assert without == THEMSELVES_HISTORY | PASSING


def test_history_says_what_was_there_before():
    organization = make_organization("Dawna", published_at=None)
    organization.name = "Nowa"
    organization.save()
    assert [row.name for row in organization.history.order_by("history_id")] == ["Dawna", "Nowa"]


def test_deleting_leaves_a_trace():
    organization = make_organization("Pomyłka", published_at=None)
    organization.delete()
    assert Organization.history.latest().history_type == "-"


def test_the_events_of_an_announcement_are_part_of_its_history():
    announcement = make_announcement()
    announcement.events.add(make_event())
    assert announcement.history.latest().events.count() == 1


def test_a_password_is_not_kept_for_ever_in_readable_form():
    make_user(password="tajne-haslo-do-konta")
    stored = get_user_model().history.latest().password
    assert "tajne" not in stored


## Versions


def test_each_save_counts():
    organization = make_organization(published_at=None)
    assert organization.version == 1
    organization.save()
    assert Organization.objects.get().version == 2


def test_a_save_of_one_field_counts_too():
    organization = make_organization(published_at=None)
    organization.field = "sport"
    organization.save(update_fields=["field"])
    stored = Organization.objects.get()
    assert (stored.field, stored.version) == ("sport", 2)
