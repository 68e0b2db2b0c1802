"""The three roles, as groups: each holds what the one before it may, and more.

redakcja writes; publikacja also publishes, approves and withdraws; administracja also keeps the
accounts. Django creates permissions after migrating, so the migration asks for them earlier.
"""

from typing import Any

from django.apps import apps as real_apps
from django.contrib.auth.management import create_permissions
from django.db.models import Q

WRITING = ("organizations", "venues", "events", "reports")
WRITES = ("add_", "change_", "delete_", "view_")
# Written by actions, read by people.
FROZEN = (
    "announcementchange",
    "attendancenoteversion",
    "correction",
    "eventchange",
    "reportversion",
)
KEEPS = ("view_accountevent", "view_erasure", "erase_personal_data")
DECIDES = ("publish_", "approve_")
# Pages of the office have no drafts: what is saved is public.
PAGES = ("accessibilitystatement", "officecontact", "sitepage")


def wanted(role: str) -> Q:
    """Which permissions a role holds."""
    content = Q(content_type__app_label__in=WRITING)
    kept = Q(content_type__model__startswith="historical") | Q(content_type__model__in=FROZEN)
    writes = content & any_of(WRITES) & (~kept | Q(codename__startswith="view_"))
    decides = Q(content_type__app_label__in=WRITING) & any_of(DECIDES)
    decides |= Q(content_type__app_label="portal", content_type__model__in=PAGES)
    portal = Q(content_type__app_label="portal")
    accounts = portal & Q(content_type__model="user") & any_of(WRITES)
    accounts |= portal & Q(codename__in=KEEPS)
    return {
        "redakcja": writes,
        "publikacja": writes | decides,
        "administracja": writes | decides | accounts,
    }[role]


def any_of(prefixes: tuple[str, ...]) -> Q:
    found = Q()
    for prefix in prefixes:
        found |= Q(codename__startswith=prefix)
    return found


def grant(apps: Any, using: str) -> None:
    """Create the groups and give each its permissions; call it again when models are added."""
    for label in (*WRITING, "portal"):
        create_permissions(real_apps.get_app_config(label), verbosity=0, using=using, apps=apps)
    groups = apps.get_model("auth", "Group").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for role in ("redakcja", "publikacja", "administracja"):
        group, _ = groups.get_or_create(name=role)
        group.permissions.set(permissions.filter(wanted(role)))
