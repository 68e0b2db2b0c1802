"""The second factor: an application on a phone, and codes on paper for when it is lost."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django_otp import login as verify_session
from django_otp import verify_token
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from portal.accounts.events import Kind, note_event
from portal.models.recovery_codes import RecoveryCodes, digests, new_codes

NAME = "telefon"
CANDIDATE = "phone"  # in the session: the secret of a phone that is being set up
HALF_WAY = 600  # seconds between the password and the code


def phone_of(user: Any) -> TOTPDevice | None:
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def codes_of(user: Any) -> RecoveryCodes | None:
    found: RecoveryCodes | None = RecoveryCodes.objects.filter(user=user).first()
    return found


def candidate_of(request: HttpRequest) -> TOTPDevice:
    """The phone that is being set up: its secret lasts as long as the session."""
    key = request.session.setdefault(CANDIDATE, random_hex(20))
    return TOTPDevice(user=request.user, name=NAME, key=key)


def accept_code(request: HttpRequest, code: str, at: datetime) -> Any:
    """The device whose code it is, verified for this session; None for a wrong or used one.

    A code of six digits is the phone's, a longer one is from the paper.
    """
    user: Any = request.user
    device = phone_of(user) if len(code) <= 6 else codes_of(user)
    found = verify_token(user, device.persistent_id, code) if device else None
    if found is None:
        note_event(user, Kind.CODE_REFUSED, at, None)
        return None
    admit(request, found)
    note_event(user, Kind.LOGGED_IN if len(code) <= 6 else Kind.CODE_USED, at, user)
    return found


def admit(request: HttpRequest, device: Any) -> None:
    """From here on the session counts; under a new key, as its rights are new (ASVS 7.2.4)."""
    verify_session(request, device)
    request.session.cycle_key()
    request.session.set_expiry(None)


@transaction.atomic
def confirm_phone(request: HttpRequest, code: str, at: datetime) -> TOTPDevice | None:
    """Make the candidate the one phone; None when the code is not its own."""
    phone, user = candidate_of(request), request.user
    totp = TOTP(phone.bin_key, phone.step, phone.t0, phone.digits)
    totp.time = at.timestamp()
    if not (code.isascii() and code.isdecimal() and totp.verify(int(code), phone.tolerance)):
        return None
    TOTPDevice.objects.filter(user=user).delete()
    # The code has been used; the session's secret is the phone's now.
    phone.confirmed, phone.last_t, phone.drift = True, totp.t(), totp.drift
    phone.save()
    request.session.pop(CANDIDATE, None)
    note_event(user, Kind.FACTOR_SET, at, user)
    return phone


@transaction.atomic
def make_codes(*, user: Any, at: datetime) -> list[str]:
    """New ones in place of all before; the plain codes are returned once and kept nowhere."""
    codes = new_codes()
    RecoveryCodes.objects.update_or_create(
        user=user,
        defaults={"digests": digests(codes), "name": "papier", "throttling_failure_count": 0},
    )
    note_event(user, Kind.CODES_MADE, at, user)
    return codes


@transaction.atomic
def remove_factor(*, user: Any, by: Any, at: datetime) -> None:
    """For whoever lost the phone and the paper: the next log-in sets everything up anew."""
    TOTPDevice.objects.filter(user=user).delete()
    RecoveryCodes.objects.filter(user=user).delete()
    note_event(user, Kind.FACTOR_REMOVED, at, by)
