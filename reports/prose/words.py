"""Small change of a sentence: capitals, lists, quotes, and whose turn it is."""

import re
from collections.abc import Iterable

from portal.kernel.months import Month
from portal.kernel.polish import NBSP

FULL_STOPS = (".", "!", "?", "…")
OPENING = 3  # words; what a reader notices when two sentences begin alike


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(words: Iterable[str]) -> str:
    """„A, B i C”; "" for none."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} i{NBSP}{last}" if most else last


def quoted(title: str) -> str:
    """In Polish quotes; quotes inside it become the second pair."""
    return f"„{title.replace('„', '«').replace('”', '»')}”"


def sentence(text: str) -> str:
    """With a full stop, unless it ends with a mark of its own."""
    return text if text.endswith(FULL_STOPS) else f"{text}."


def turn(month: Month, choices: int) -> int:
    """Which of the phrasings a month takes; the next month takes the next one."""
    return (month.year * 12 + month.number) % choices


def beginning_of(text: str) -> tuple[str, ...]:
    """The first three words, as a reader hears them: without case, quotes and commas."""
    return tuple(re.findall(r"\w+", text.casefold())[:OPENING])


def within(month: Month) -> str:
    """„w marcu”, „we wrześniu”, with a no-break space"""
    return month.name.locative.replace(" ", NBSP)


def about(month: Month) -> str:
    """„o marcu”: the locative, with another preposition."""
    return f"o{NBSP}{month.name.locative.split()[-1]}"
