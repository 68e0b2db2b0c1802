import secrets
from collections.abc import Iterable

from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django_otp.models import Device, ThrottlingMixin

NUMBER = 10
# Without letters and digits that are taken for one another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


class RecoveryCodes(ThrottlingMixin, Device):  # type: ignore[misc]  # untyped upstream
    """What opens the desk when the phone is lost: each code once, stored as a keyed digest.

    A code holds 16 characters of 31, some 79 bits, so a fast digest is enough (ASVS 6.5.2).
    """

    digests = models.JSONField(_("skróty kodów, których nie użyto"), default=list)

    class Meta:
        verbose_name = _("kody zapasowe")
        verbose_name_plural = _("kody zapasowe")

    def verify_token(self, token: str) -> bool:
        allowed, _why = self.verify_is_allowed()
        if not allowed:
            return False
        digest = digest_of(token)
        if digest not in self.digests:
            self.throttle_increment()
            return False
        self.digests = [kept for kept in self.digests if kept != digest]
        self.throttle_reset(commit=False)
        self.save()
        return True

    @property
    def left(self) -> int:
        return len(self.digests)

    def get_throttle_factor(self) -> int:
        return 1


def new_codes() -> list[str]:
    """„abcd-efgh-jkmn-pqrs”, ten of them; shown once and kept nowhere."""
    return [
        "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))
        for _ in range(NUMBER)
    ]


def digest_of(code: str) -> str:
    plain = "".join(char for char in code.lower() if char.isalnum())
    return salted_hmac("portal.recovery", plain, algorithm="sha256").hexdigest()


def digests(codes: Iterable[str]) -> list[str]:
    return [digest_of(code) for code in codes]
