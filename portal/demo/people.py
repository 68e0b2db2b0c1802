"""Staff accounts of the demo, and the office-holders whom the sources name.

The accounts are roles without people. Their passphrases stand here for everybody to read, which
is why the command refuses to run in production.
"""

from dataclasses import dataclass
from datetime import date

from organizations.models import OfficeHolder

Office = OfficeHolder.Office


@dataclass(frozen=True)
class Account:
    username: str
    password: str
    groups: tuple[str, ...]


WRITER = Account("redakcja", "lawka-przy-stole-1", ("redakcja",))
PUBLISHER = Account("publikacja", "herbata-i-rozmowa-2", ("redakcja", "publikacja"))
ADMINISTRATOR = Account(
    "administracja", "klucze-do-szuflady-3", ("redakcja", "publikacja", "administracja")
)
ACCOUNTS = (WRITER, PUBLISHER, ADMINISTRATOR)


@dataclass(frozen=True)
class Holder:
    """`since` is the first day for which these sources are certain; each may have begun earlier."""

    name: str
    office: OfficeHolder.Office
    title: str
    since: date


HOLDERS = (
    # The summary of 15 May accounts for the work in this function from the start of January.
    Holder(
        "Artur Buszek",
        Office.PROXY,
        "Pełnomocnik Prezydenta Miasta Krakowa ds. organizacji pozarządowych",
        date(2026, 1, 1),
    ),
    # Named in the invitation of that day; its „Miszański” is a slip of the pen.
    Holder("Aleksander Miszalski", Office.MAYOR, "Prezydent Miasta Krakowa", date(2026, 2, 23)),
    # Named for January, without a day: certain by the month's last one.
    Holder(
        "Marta Wodyńska",
        Office.OTHER,
        "Pełnomocniczka Prezydenta Miasta Krakowa ds. Polityki Równościowej",
        date(2026, 1, 31),
    ),
)
