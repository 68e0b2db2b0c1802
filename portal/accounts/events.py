"""The log of accounts: who came in, who was refused, what was set anew and by whom."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from portal.models.account_event import AccountEvent

Kind = AccountEvent.Kind


def note_event(account: Any, kind: AccountEvent.Kind, at: datetime, by: Any) -> None:
    """`by` is None for whoever runs the server."""
    AccountEvent.objects.create(account=account, kind=kind, at=at, by=by)


def refused(accounts: "QuerySet[Any]", kind: AccountEvent.Kind, at: datetime) -> None:
    """Of a known account; a made-up name leaves nothing behind."""
    for account in accounts[:1]:
        AccountEvent.objects.create(account=account, kind=kind, at=at, by=None)
