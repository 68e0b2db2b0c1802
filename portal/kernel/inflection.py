"""Whether two written words may be one Polish word in two cases: „Klaster” and „Klastrze”.

There is no dictionary here. A word is reduced to its possible roots: without each ending that it
may carry, with the vowels and the last consonants made equal that change when Polish declines.
Two words that share a root may be the same; that errs on the side of „the same”.
"""

from functools import lru_cache

ENDINGS = sorted(
    (
        *("", "a", "ą", "e", "ę", "i", "o", "u", "y", "ia", "ią", "ie", "ię", "io", "iu", "ze"),
        *("em", "iem", "om", "iom", "ami", "iami", "ach", "iach", "ów", "owi", "iowi", "owie"),
        *("ej", "iej", "ego", "iego", "emu", "iemu", "ym", "im", "ymi", "imi", "ych", "ich"),
        *("um", "ii", "ji", "mi"),
    ),
    key=len,
    reverse=True,
)
SHORTEST_ROOT = 3
VOWELS = "aąeęioóuy"
# Vowels that change inside: Kraków–Krakowa, dąb–dębu, miasto–mieście, przyjaciół–przyjaciele.
INSIDE = str.maketrans("óą", "oę")
# The last consonants, as one sign for all that they may turn into before an ending.
LAST = (
    ("szcz", "sk"),
    ("ść", "sk"),
    ("śc", "sk"),
    ("śl", "sł"),
    ("śn", "sn"),
    ("źdz", "zg"),
    ("dz", "g"),
    ("dź", "g"),
    ("dż", "g"),
    ("cz", "k"),
    ("sz", "s"),
    ("ch", "s"),
    ("rz", "r"),
    ("c", "k"),
    ("ć", "k"),
    ("t", "k"),
    ("d", "g"),
    ("z", "g"),
    ("ź", "g"),
    ("ż", "g"),
    ("ś", "s"),
    ("h", "s"),
    ("ł", "l"),
    ("ń", "n"),
)


@lru_cache(maxsize=20_000)
def roots(word: str) -> frozenset[str]:
    """Every root that the word may have, whatever its case; the whole word among them."""
    low = word.lower()
    stems = {low[: len(low) - len(end)] for end in ENDINGS if low.endswith(end)}
    long = {stem for stem in stems if len(stem) >= SHORTEST_ROOT} or {low}
    found = {_levelled(stem) for stem in long | _without_fleeting_e(long)}
    return frozenset(found)


def _without_fleeting_e(stems: set[str]) -> set[str]:
    """„klaster” is klastr- in all its other cases, „związek” is związk-, „chorągiew” chorągw-."""
    found = set()
    for stem in stems:
        if len(stem) > SHORTEST_ROOT and stem[-2] == "e" and stem[-1] not in VOWELS:
            head = stem[:-2].removesuffix("i")
            if head and head[-1] not in VOWELS:
                found.add(head + stem[-1])
    return found


def _levelled(stem: str) -> str:
    level = stem.translate(INSIDE).replace("ia", "ie").replace("io", "ie")
    if level.endswith("i") and len(level) > SHORTEST_ROOT:
        level = level[:-1]
    if level.endswith("iczk"):  # pełnomocnik, pełnomocniczka
        level = level[:-4] + "ik"
    for end, same in LAST:
        if level.endswith(end):
            return level[: -len(end)] + same
    return level


def same_word(one: str, other: str) -> bool:
    """Whether one may be a case of the other, as far as endings tell."""
    return one.lower() == other.lower() or not roots(one).isdisjoint(roots(other))


WITHOUT_MARKS = str.maketrans("ąćęłńóśźż", "acelnoszz")


def lost_marks(known: str, word: str) -> bool:
    """„Działalnosci” for „Działalności”; the last letter may differ by its case."""
    one, other = known.lower()[:-1], word.lower()[:-1]
    alike = one.translate(WITHOUT_MARKS) == other.translate(WITHOUT_MARKS)
    return len(known) == len(word) and one != other and alike
