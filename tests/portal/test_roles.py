"""Who may do what, as the migration leaves it: redakcja ⊂ publikacja ⊂ administracja."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from portal import roles
from tests.factories import make_user

pytestmark = pytest.mark.django_db
ROLES = ("redakcja", "publikacja", "administracja")
PUBLISHABLE = {
    "organizations": ["organization"],
    "venues": ["venue"],
    "events": ["event", "series", "announcement"],
    "reports": ["report"],
}
# What is saved there is public at once.
OFFICE_PAGES = ["accessibilitystatement", "officecontact", "sitepage"]
DECISIONS = {
    *(f"{app}.publish_{model}" for app, models in PUBLISHABLE.items() for model in models),
    "events.approve_attendancenote",
    *(f"portal.{verb}_{model}" for verb in ("view", "change") for model in OFFICE_PAGES),
}
FROZEN = ["events.attendancenoteversion", "events.eventchange", "reports.reportversion"]


def permissions(role):
    rows = Group.objects.get(name=role).permissions.values_list(
        "content_type__app_label", "codename"
    )
    return {f"{app}.{codename}" for app, codename in rows}


def test_each_role_holds_what_the_one_before_it_holds_and_more():
    held = [permissions(role) for role in ROLES]
    assert held[0] < held[1] < held[2]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_writes(role):
    user = make_user(role)
    for model in ("organizations.organization", "venues.venue", "events.event", "reports.report"):
        app, name = model.split(".")
        assert user.has_perms([f"{app}.{verb}_{name}" for verb in ("add", "change", "view")])


def test_only_publication_decides_what_becomes_public():
    assert permissions("redakcja") & DECISIONS == set()
    assert permissions("publikacja") - permissions("redakcja") == DECISIONS


def test_only_administration_keeps_the_accounts():
    accounts = {f"portal.{verb}_user" for verb in ("add", "change", "delete", "view")}
    log = {"portal.view_accountevent", "portal.view_erasure"}
    erasing = {"portal.erase_personal_data"}
    assert permissions("administracja") - permissions("publikacja") == accounts | log | erasing


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("model", FROZEN)
def test_nobody_rewrites_what_is_frozen(role, model):
    app, name = model.split(".")
    held = {code for code in permissions(role) if code.endswith(f"_{name}")}
    assert held == {f"{app}.view_{name}"}


@pytest.mark.parametrize("role", ROLES)
def test_history_is_read_and_never_written(role):
    history = {code for code in permissions(role) if "_historical" in code}
    assert history
    assert {code.split(".")[1].partition("_")[0] for code in history} == {"view"}


@pytest.mark.parametrize("role", ROLES)
def test_nobody_may_give_roles_more_than_they_have(role):
    """Groups and permissions are the migration's, and sessions are nobody's."""
    foreign = {code for code in permissions(role) if code.split(".")[0] in {"auth", "sessions"}}
    assert foreign == set()


def test_a_stranger_may_do_nothing():
    assert make_user().get_all_permissions() == set()


def test_granting_again_changes_nothing():
    before = [permissions(role) for role in ROLES]
    roles.grant(apps, "default")
    assert [permissions(role) for role in ROLES] == before
