"""What a text message holds: 160 signs of the GSM alphabet, or 70 as soon as one is not in it.

GSM 03.38. Of the Polish letters it has none (ó is written ò there), so „ł” costs more than half.
"""

import unicodedata

from portal.kernel.polish import NBSP

ALPHABET = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
DOUBLE = frozenset("^{}\\[~]|€")  # each takes the place of two
ONE, EACH = 160, 153  # alone; in a message of several parts
WIDE_ONE, WIDE_EACH = 70, 67  # the same with any other sign
PLAIN_SIGNS = str.maketrans(
    {"ł": "l", "Ł": "L", "„": '"', "”": '"', "«": '"', "»": '"', "–": "-", "…": "...", NBSP: " "}
)


def is_gsm(text: str) -> bool:
    return all(sign in ALPHABET or sign in DOUBLE for sign in text)


def length(text: str) -> int:
    """In the units that a network counts: a bracket is two, and so is an emoji."""
    if is_gsm(text):
        return len(text) + sum(sign in DOUBLE for sign in text)
    return len(text.encode("utf-16-le")) // 2


def parts(text: str) -> int:
    """How many messages are paid for."""
    one, each = (ONE, EACH) if is_gsm(text) else (WIDE_ONE, WIDE_EACH)
    units = length(text)
    return 1 if units <= one else -(-units // each)


def without_accents(text: str) -> str:
    """„Spotkajmy sie w lawce”: only signs of the GSM alphabet; the others are left out."""
    bare = unicodedata.normalize("NFKD", text.translate(PLAIN_SIGNS))
    return "".join(sign for sign in bare if sign in ALPHABET or sign in DOUBLE)
