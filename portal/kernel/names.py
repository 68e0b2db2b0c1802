"""Names as they are searched, sorted and put into addresses.

SQLite and PostgreSQL disagree about Polish letters, and Django's ``slugify`` drops „ł”; a stored
folded text, a stored sorting key and an own slug are the same everywhere.
"""

import re
import unicodedata

# Letters that Unicode does not decompose into a base and a mark.
UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"},
)
# Quotes and apostrophes vanish, every dash is a hyphen, so that typography never hides a name.
QUOTES_AND_DASHES = str.maketrans(
    "–—―‐‑‒−", "-------", "\"'„”“‟‚‘’‛«»‹›`´″′\u00ad\u200b\u2060\ufeff"
)


def fold(text: str) -> str:
    """The text as search compares it: „Ławka dialogu” and „LAWKA  dialogu” become one."""
    plain = text.translate(QUOTES_AND_DASHES)
    lowered = _decomposed(_decomposed(plain).casefold()).translate(UNDECOMPOSED)
    letters = (char for char in lowered if not unicodedata.combining(char))
    return " ".join("".join(letters).translate(QUOTES_AND_DASHES).split())


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
LONGEST_KEY = 255


def _weights() -> dict[str, str]:
    """Each letter's two characters: the base, then its place among its kin (l0 ł1, z0 ź1 ż2)."""
    weights: dict[str, str] = {}
    for letter in ALPHABET:
        base = fold(letter)
        weights[letter] = f"{base}{sum(weight[0] == base for weight in weights.values())}"
    return weights


WEIGHTS = _weights()
NUMBER_OR_LETTER = re.compile(r"[0-9]+|[^\W_]")


def sort_key(text: str) -> str:
    """A column to ORDER BY: its order, in any database, is the Polish order of the texts.

    Like ICU's ``pl-u-ka-shifted-kn``: case, spaces, quotes and punctuation do not count, numbers
    compare as numbers and come before letters. Only a–z and 0–9 are used, which every database
    collation orders alike. At most 255 characters, that is about 127 letters.
    """
    found = NUMBER_OR_LETTER.findall(_folded_but_polish(text))
    return "".join(_weight(token) for token in found)[:LONGEST_KEY]


def _folded_but_polish(text: str) -> str:
    """Lower case and without foreign marks, but with the nine Polish letters kept whole."""
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(_plain(char) for char in lowered)


def _plain(char: str) -> str:
    return fold(char) if char.isalpha() and char not in WEIGHTS else char


def _weight(token: str) -> str:
    if token.isascii() and token.isdecimal():
        digits = token.lstrip("0")[:99]
        return f"{len(digits):02}{digits}"
    # Other alphabets follow the Polish one, in the order of their code points.
    return WEIGHTS.get(token) or f"z9{ord(token):07}"


LONGEST_SLUG = 80


def slugify(text: str) -> str:
    """„lawka-dialogu-dla-ngo”. Empty when no letter is left: the caller falls back to an id."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    if len(slug) > LONGEST_SLUG:
        slug = _cut(slug)
    return slug if re.search("[a-z]", slug) else ""


def _cut(slug: str) -> str:
    """At most 80 characters, ending with a whole word where there is one."""
    start = slug[: LONGEST_SLUG + 1]
    return start.rpartition("-")[0] or slug[:LONGEST_SLUG]
