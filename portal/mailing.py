"""Mail to the others in the office: written with the change it tells of, sent once that stands.

A mail server that refuses takes nothing back: the message waits, the desk says so, and it is
sent again by a button or by `manage.py send_mail`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from smtplib import SMTPAuthenticationError, SMTPException, SMTPRecipientsRefused
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import connection, transaction
from django.utils.translation import gettext as _

from portal.models import OutgoingMail, User

TIMEOUT = 5  # seconds: SQLite lets nobody else write while one message is on its way
SUBJECT = OutgoingMail._meta.get_field("subject").max_length or 200
REFUSALS = (SMTPException, OSError, ValueError)  # ValueError: a header that is none


@dataclass(frozen=True)
class Sent:
    """How many messages went out, how many did not, and why the last one did not."""

    sent: int = 0
    refused: int = 0
    why: str = ""


def tell_colleagues(*, subject: str, body: str, by: Any, at: datetime) -> list[OutgoingMail]:
    """Write to everybody in the office but the author; it goes out when the change is committed.

    Belongs inside the caller's transaction: without the change there is no message.
    """
    line = " ".join(subject.split())[:SUBJECT]
    rows = [OutgoingMail(to=to, subject=line, body=body, written_at=at) for to in colleagues_of(by)]
    OutgoingMail.objects.bulk_create(rows)
    if rows:
        # Robust: whatever the sending meets, the person is told that the change was saved.
        transaction.on_commit(partial(send_waiting, at, only=rows), robust=True)
    return rows


def colleagues_of(by: Any) -> list[str]:
    """Addresses of active staff, each once, without the author's."""
    staff = User.objects.filter(is_active=True, is_staff=True).exclude(email="").order_by("pk")
    own = by.email.casefold() if by is not None else ""
    found = {email.casefold(): email for email in staff.values_list("email", flat=True)}
    return [email for key, email in found.items() if key != own]


def send_waiting(at: datetime, *, only: Iterable[OutgoingMail] | None = None) -> Sent:
    """Try what has not gone out yet, oldest first; a refusal of one stops no other."""
    waiting = OutgoingMail.objects.waiting()
    if only is not None:
        waiting = waiting.filter(pk__in=[row.pk for row in only])
    keys = list(waiting.values_list("pk", flat=True))
    return sent_over_one_connection(keys, at) if keys else Sent()


def sent_over_one_connection(keys: list[int], at: datetime) -> Sent:
    mail = get_connection(timeout=TIMEOUT)
    try:
        # Outside any transaction: reaching a dead server takes the longest.
        mail.open()
    except REFUSALS as refusal:
        return summed(settle(key, partial(fail, refusal), at) for key in keys)
    try:
        return summed(settle(key, partial(deliver, mail), at) for key in keys)
    finally:
        close(mail)


def close(mail: Any) -> None:
    """What was sent was sent, even when the server does not say goodbye."""
    try:
        mail.close()
    except REFUSALS:
        return


def deliver(mail: Any, row: OutgoingMail) -> None:
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    headers = {
        "Auto-Submitted": "auto-generated",  # no „I am on holiday” comes back
        "Message-ID": f"<biurko-{row.pk}@{host}>",  # one for all tries: a double is seen as one
    }
    EmailMessage(row.subject, row.body, to=[row.to], headers=headers, connection=mail).send()


def fail(refusal: Exception, _row: OutgoingMail) -> None:
    raise refusal


@transaction.atomic
def settle(key: int, act: Callable[[OutgoingMail], None], at: datetime) -> str | None:
    """One message under its lock: "" when it went out, why it did not, or None when another
    worker has it or has sent it. Nothing is sent twice."""
    skip = connection.features.has_select_for_update_skip_locked
    row = OutgoingMail.objects.waiting().select_for_update(skip_locked=skip).filter(pk=key).first()
    if row is None:
        return None
    try:
        act(row)
    except REFUSALS as refusal:
        row.refused(sentence(refusal))
        return row.refusal
    row.sent(at)
    return ""


def summed(outcomes: Iterable[str | None]) -> Sent:
    told = [outcome for outcome in outcomes if outcome is not None]
    refusals = [why for why in told if why]
    return Sent(len(told) - len(refusals), len(refusals), refusals[-1] if refusals else "")


def sentence(refusal: Exception) -> str:
    """Why it did not go out, for who reads the desk and may ask for help."""
    if isinstance(refusal, SMTPAuthenticationError):
        return _("Serwer poczty nie przyjął hasła portalu.")
    if isinstance(refusal, SMTPRecipientsRefused):
        return _("Serwer poczty nie przyjął adresu odbiorcy.")
    if isinstance(refusal, ValueError):
        return _("Tego adresu nie da się użyć.")
    if isinstance(refusal, SMTPException):
        return _("Serwer poczty odmówił.")
    return _("Nie ma połączenia z serwerem poczty.")
