"""How near two written words are: a slip of the pen apart, or another word."""

from functools import lru_cache

from portal.kernel.inflection import roots

ADJECTIVE = ("sk", "ck")
SHORTEST = 4  # letters of the shortest root that may be mistaken
SURE_END = 5  # of a proper name's root: from here on, beside words that fit, its end may differ
LONG = 9  # letters of a root in which two may differ


@lru_cache(maxsize=20_000)
def alike(word: str, known: str) -> bool:
    """Beside words that fit: near to the known word, capitalised alike, and no number."""
    if word[0].isupper() != known[0].isupper() or known.isdigit() or word.isdigit():
        return False
    if len(known) >= SURE_END and distance(word.lower(), known.lower(), 1) <= 1:
        return True
    if is_adjective(word) != is_adjective(known):
        return False
    sure_end = SURE_END if word[0].isupper() else len(word)
    return any(
        near(one, other) and (one[-1] == other[-1] or min(len(one), len(other)) >= sure_end)
        for one in roots(word)
        for other in roots(known)
        if min(len(one), len(other)) >= SHORTEST
    )


def is_slight(word: str, instead: str) -> bool:
    """Endings guessed wrong may bring far words near: what would be put right must be little."""
    most = 1 if len(word) <= LONG else 2
    return distance(word.lower(), instead.lower(), most) <= most


@lru_cache(maxsize=20_000)
def is_adjective(word: str) -> bool:
    """„Krzesławickie” is made of „Krzesławice”, and no slip of it."""
    return any(root.endswith(ADJECTIVE) for root in roots(word))


def near(one: str, other: str) -> bool:
    """Few letters apart, inside; what only goes on („krakow”, „krakowsk”) is another word."""
    if one.startswith(other) or other.startswith(one):
        return False
    most = 2 if min(len(one), len(other)) >= LONG else 1
    return _sound(one) == _sound(other) or distance(one, other, most) <= most


def beginnings_and_ends(word: str) -> set[str]:
    """Of two words that are `alike`, at least one is the same: what to look a known word up by.

    One slip leaves two letters whole at one end, or both outer ones of a root of four; of two in
    a long root, the first letter must be whole where the last two are not.
    """
    low = word.lower()
    found = {root for root in roots(word) if len(root) >= SHORTEST}
    found |= {_sound(root) for root in found} | ({low} if len(low) >= SHORTEST else set())
    outer = {f"{one[0]}-{one[-1]}" for one in found if len(one) == SHORTEST}
    outer |= {one[0] for one in found if len(one) >= LONG}
    return outer | {f"{one[:2]}-" for one in found} | {f"-{one[-2:]}" for one in found}


@lru_cache(maxsize=20_000)
def _sound(root: str) -> str:
    """„porzytk” and „pożytk” sound alike."""
    return root.replace("rz", "ż").replace("ch", "h")


def _apart(one: str, other: str) -> tuple[str, str]:
    """What is left of both without their common beginning and end."""
    first, last = 0, 0
    least = min(len(one), len(other))
    while first < least and one[first] == other[first]:
        first += 1
    while last < least - first and one[-1 - last] == other[-1 - last]:
        last += 1
    return one[first : len(one) - last], other[first : len(other) - last]


def distance(one: str, other: str, most: int) -> int:
    """Letters changed, added, left out or swapped with a neighbour; `most` + 1 when more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _apart(one, other)
    if len(one) <= 1 and len(other) <= 1:
        return max(len(one), len(other))
    if most == 1:
        return 1 if len(one) == 2 and one == other[::-1] else 2
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, there in enumerate(other, start=1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == there:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
