"""Who may open what at the desk, and who may send it: every address × role × GET and POST.

Generated from the URLconf: an address without a rule here, or without an example in
desk_site.py, fails.
"""

import pytest
from django.apps import apps
from django.core import serializers
from django.db import transaction
from django.test import Client

from tests.factories import make_user
from tests.portal.desk_site import desk_patterns, make_desk_site

pytestmark = pytest.mark.django_db

WHO = ("nobody", "no role", "redakcja", "publikacja", "administracja")
# L: asked to log in. F: refused. S: a page. R: done, or refused in words, and led on.
# N: there is nothing. M: this address does not take that method. B: no request of ours.
ANYBODY = ("LSSSS", "LSSSS")
WRITERS = ("LFSSS", "LFSSS")
PUBLISHERS = ("LFFSS", "LFFSS")
KEEPERS = ("LFFFS", "LFFFS")
NOBODY = ("LFFFF", "LFFFF")
# Of a record that is public: whoever writes may read it, saving takes the right to publish.
PUBLIC = ("organizations_organization", "venues_venue", "events_event", "events_series")
# The announcement is a draft; the note, the activity and the office-holder know no publishing.

BY_VERB = {
    "changelist": WRITERS,
    "add": WRITERS,
    "history": WRITERS,
    "change": WRITERS,
    "delete": NOBODY,
    # Two versions are asked for in the query; without them, back to the list.
    "compare": ("LFRRR", "LFRRR"),
    "simple_history": ("LFSSS", "LFRRR"),
    "put_back": ("LMMMM", "LFNNN"),
    "withdraw": PUBLISHERS,
    "publication": PUBLISHERS,
    "merge": WRITERS,
    "unmerge": ("LMMMM", "LFRRR"),
    "preview": WRITERS,
    "bin": ("LMMMM", "LFRRR"),
    "take_back": ("LMMMM", "LFRRR"),
    "sending": WRITERS,
    "square": WRITERS,
    "sheet": WRITERS,
    "sheet_file": WRITERS,
}
OF_THE_PUBLIC = {
    "change": ("LFSSS", "LFFSS"),
    "simple_history": ("LFSSS", "LFFRR"),
    "put_back": ("LMMMM", "LFFNN"),
    "publication": ("LFFRR", "LFFRR"),
    "merge": PUBLISHERS,
    "preview": ("LFRRR", "LFRRR"),
}
# Pages of the office: made by `migrate`, and public as soon as they are saved.
OFFICE = ("portal_accessibilitystatement", "portal_officecontact", "portal_sitepage")
OF_THE_OFFICE = {
    "changelist": PUBLISHERS,
    "add": NOBODY,
    "history": PUBLISHERS,
    "change": PUBLISHERS,
    "compare": ("LFFRR", "LFFRR"),
    "simple_history": ("LFFSS", "LFFRR"),
    "put_back": ("LMMMM", "LFFNN"),
}
OWN = {
    # The way in.
    "login": ("LRRRR", "LLLLL"),
    "logout": ("RMMMM", "RSSSS"),
    "password_change": ANYBODY,
    "password_change_done": ("LSSSS", "LMMMM"),
    "second_factor": ("LRRRR", "LRRRR"),
    "second_factor_phone": ANYBODY,
    "recovery_codes": ("LMMMM", "LSSSS"),
    "my_account": ANYBODY,
    # Open to whoever forgot: the answer is the same for all, and a made-up link opens nothing.
    **{f"password_reset{step}": ("SSSSS", "SSSSS") for step in ("", "_confirm")},
    "password_reset_done": ("SSSSS", "MMMMM"),
    # The desk itself: without a role there is nothing on it.
    "index": ANYBODY,
    "app_list": ("LRRRR", "LRRRR"),
    "when_preview": ANYBODY,
    "jsi18n": ("LSSSS", "LMMMM"),
    "autocomplete": ("LFFFF", "LMMMM"),
    "view_on_site": ("LNNNN", "LNNNN"),
    "send_mail": ("LMMMM", "LFRRR"),
    # Copies are their owner's alone.
    "keep": ("LMMMM", "LBBBB"),
    "copy": ("LNNNN", "LMMMM"),
    "drop_copy": ("LMMMM", "LRRRR"),
    # Questions of the day: whoever writes answers them.
    "events_event_held": ("LMMMM", "LFRRR"),
    "events_event_unsaid": ("LMMMM", "LFRRR"),
    "last_moment": WRITERS,
    "last_moment_change": WRITERS,
    "events_event_happened": PUBLISHERS,
    # A draft has nothing to withdraw and nothing to send.
    "events_announcement_withdraw": ("LFFRR", "LFFRR"),
    "events_announcement_sending": ("LFRRR", "LFRRR"),
    "events_announcement_square": ("LFNNN", "LFNNN"),
    "events_announcement_recognised": ("LFSSS", "LFRRR"),
    "events_announcement_import": WRITERS,
    "organizations_organization_sheet": WRITERS,
    # The note on a phone, and what was promised in it.
    "events_event_note": ("LFSSS", "LFRRR"),  # nothing of it is required
    "events_event_note_organizations": ("LFSSS", "LMMMM"),
    "events_event_note_picture": ("LFSSS", "LFSSS"),
    "events_commitment_settle": WRITERS,
    "events_commitment_add": NOBODY,
    "events_commitment_change": ("LFSSS", "LFFFF"),
    "events_commitment_simple_history": ("LFSSS", "LFFFF"),
    "events_commitment_put_back": ("LMMMM", "LFFFF"),
    "reports_activity_paste": WRITERS,
    # Somebody's data are removed by those who keep the accounts.
    "erasure": KEEPERS,
    "erasure_done": ("LFFFS", "LMMMM"),
    # A report begins with a draft made from the records; its published versions are only read.
    "reports_report_draft": ("LMMMM", "LFRRR"),
    "reports_report_add": NOBODY,
    # Nothing has changed since version 1, so there is nothing to decide.
    "reports_report_publication": ("LFFRR", "LFFRR"),
    "reports_report_gaps": ("LFSSS", "LFRRR"),
    **{f"reports_report_draft_{kind}": ("LFSSS", "LMMMM") for kind in ("pdf", "docx")},
    "reports_report_preview": ("LFRRR", "LFRRR"),
    "reports_reportversion_add": NOBODY,
    "reports_reportversion_change": ("LFSSS", "LFFFF"),
    # Accounts.
    "audit": KEEPERS,
    "portal_user_remove_factor": ("LFFFS", "LFFFR"),
    "portal_user_unlock": ("LMMMM", "LFFFR"),
    **{f"portal_user_{verb}": KEEPERS for verb in ("changelist", "add", "history", "change")},
    "auth_user_password_change": KEEPERS,
    "portal_user_compare": ("LFFFR", "LFFFR"),
    "portal_user_simple_history": ("LFFFS", "LFFFF"),
    "portal_user_put_back": ("LMMMM", "LFFFF"),
    # One row each, so their lists lead straight to it.
    "portal_accessibilitystatement_changelist": ("LFFRR", "LFFRR"),
    "portal_officecontact_changelist": ("LFFRR", "LFFRR"),
    # All of it may be empty: an empty form is saved.
    "portal_officecontact_change": ("LFFSS", "LFFRR"),
}


def rule(name):
    """What each of WHO gets, by GET and by POST. KeyError for an address without a rule."""
    if name in OWN:
        return OWN[name]
    app, model, verb = name.split("_", 2)
    if f"{app}_{model}" in PUBLIC and verb in OF_THE_PUBLIC:
        return OF_THE_PUBLIC[verb]
    if f"{app}_{model}" in OFFICE and verb in OF_THE_OFFICE:
        return OF_THE_OFFICE[verb]
    return BY_VERB[verb]


def letter(answer):
    """What came of it, as one letter."""
    if answer.status_code == 302:
        return "L" if answer["Location"].startswith("/admin/login/") else "R"
    if answer.status_code == 200:
        asked = any(t.name == "admin/login.html" for t in answer.templates or ())
        return "L" if asked else "S"
    return {400: "B", 403: "F", 404: "N", 405: "M"}.get(answer.status_code, str(answer.status_code))


@pytest.fixture
def desk(at_noon, db):
    return make_desk_site()


@pytest.fixture
def people(db):
    roles = {"nobody": None, "no role": ()}
    return {who: roles.get(who, (who,)) for who in WHO}


def clients(people):
    for who, roles in people.items():
        client = Client()
        if roles is not None:
            client.force_login(make_user(*roles))
        yield who, client


def asked(client, method, address):
    """The answer, with whatever it changed put back: each cell meets the same desk."""
    kept = client.cookies.copy()
    with transaction.atomic():
        found = letter(getattr(client, method)(address))
        transaction.set_rollback(True)
    client.cookies = kept
    return found


def test_every_address_has_a_rule_and_an_example(desk):
    missing = []
    for name, _ in desk_patterns():
        try:
            rule(name), desk.address(name)
        except (KeyError, ValueError) as unknown:
            missing.append(f"{name}: {unknown!r}")
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.drill
def test_every_address_answers_each_role_as_the_rule_says(desk, people, method):
    """An empty form is sent: the page says what it lacks, or it does its one thing."""
    found = {name: "" for name, _ in desk_patterns()}
    for _, client in clients(people):
        for name in found:
            found[name] += asked(client, method, desk.address(name))
    expected = {name: rule(name)[method == "post"] for name in found}
    wrong = [
        f"{name}: {found[name]} instead of {expected[name]}"
        for name in found
        if found[name] != expected[name]
    ]
    assert not wrong, "\n".join(wrong)


def everything():
    """All that the database holds, save what a log-in writes and what is kept of one's own text."""
    kept = [model for model in apps.get_models() if model._meta.app_label not in LEFT_OUT]
    kept = [model for model in kept if model.__name__ != "WorkingCopy"]
    return {
        model._meta.label: serializers.serialize("json", model._default_manager.order_by("pk"))
        for model in kept
    }


LEFT_OUT = {"sessions", "contenttypes", "auth", "admin"}


@pytest.mark.drill
def test_looking_changes_nothing(desk):
    client = Client()
    client.force_login(make_user("redakcja", "publikacja", "administracja"))
    before = everything()
    for name, _ in desk_patterns():
        client.get(desk.address(name))
    assert everything() == before


@pytest.mark.drill
def test_what_is_refused_changes_nothing(desk, people):
    for who, client in clients(people):
        before = everything()
        for name, _ in desk_patterns():
            if rule(name)[1][WHO.index(who)] in "LFNM":
                client.post(desk.address(name))
        assert everything() == before, who
