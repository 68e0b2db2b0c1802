"""How often a password or a code may be tried (ASVS 6.3.1).

At most 20 tries a day for an account and 20 an hour for an address of the network, in any stretch
of that length: the limits are half of it, since two windows may follow each other.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

from portal.kernel.names import fold
from portal.models.throttle import forget, give_back, key_of, take_try

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
OF_ACCOUNT = OF_ADDRESS = 10
OF_MAIL = 5


def keys(request: HttpRequest, username: str) -> tuple[str, str]:
    return key_of("account", fold(username)), key_of("address", address_of(request))


def address_of(request: HttpRequest) -> str:
    """The visitor's address; behind a proxy what that one proxy wrote last, nothing before it."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY else ""
    last: str = forwarded.rpartition(",")[2].strip()
    return last or str(request.META.get("REMOTE_ADDR", ""))


def may_try_password(request: HttpRequest, username: str, at: datetime) -> datetime | None:
    """None when the password may be checked; else from when it may."""
    account, address = keys(request, username)
    until = take_try(address, limit=OF_ADDRESS, window=HOUR, at=at)
    if until is None:
        until = take_try(account, limit=OF_ACCOUNT, window=DAY, at=at)
        if until:
            give_back(address)
    return until


def password_was_right(request: HttpRequest, username: str) -> None:
    for key in keys(request, username):
        give_back(key)


def may_ask_for_mail(request: HttpRequest, email: str, at: datetime) -> bool:
    """Whether a letter about a forgotten password may go out; nobody's box is to be flooded."""
    box = take_try(key_of("mail", fold(email)), limit=OF_MAIL, window=DAY, at=at)
    return box is None and (
        take_try(key_of("mails of", address_of(request)), limit=OF_ADDRESS, window=HOUR, at=at)
        is None
    )


def unlock(username: str) -> None:
    """After a new password, or by an administrator: the account may be tried anew."""
    forget(key_of("account", fold(username)))
