"""A role is the access: whoever holds one may log in, and what was given is kept in words."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _


def settle_access(account: Any, groups: Iterable[Group]) -> None:
    """Before an account is saved: may it log in, and what its history says of the roles.

    An account of the command line stays open without any.
    """
    before = list(account.groups.all()) if account.pk else []
    given = list(groups)
    account.is_staff = account.is_superuser or bool(given)
    if names(before) != names(given):
        account._change_reason = _("role: %(before)s → %(after)s") % {
            "before": names(before),
            "after": names(given),
        }


def names(groups: Iterable[Group]) -> str:
    """In the order of the roles: each may do what the one before may, and more."""
    found = sorted(groups, key=lambda group: group.pk)
    return ", ".join(group.name for group in found) or _("żadne")
