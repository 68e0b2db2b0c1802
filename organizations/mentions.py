"""Published texts that name an organization, as its page lists them.

What knows those texts lies above this app and registers itself here; without it there are none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from organizations.models import Organization


@dataclass(frozen=True)
class Mention:
    title: str
    address: str
    is_example: bool = False


Teller = Callable[[Organization, datetime], list[Mention]]
_tellers: list[Teller] = []


def register(teller: Teller) -> None:
    """Called once, when all apps are loaded; a later teller takes the place of an earlier."""
    _tellers[:] = [teller]


def mentions_of(organization: Organization, at: datetime) -> list[Mention]:
    """Those that visitors can read at that moment, the newest first."""
    return [mention for teller in _tellers for mention in teller(organization, at)]
