"""The cases of a person's name, worked out from its nominative: „Paweł” → Pawła, Pawłowi, Pawłem.

Without a dictionary, hence generous: of each word more endings than one of them takes. Yet what
would be somebody else is left out („Marty” for Marek, „Kowalska” for Kowalski): what is erased
never comes back. What only looks alike is the matter of portal/kernel/inflection.py, and asked.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from portal.kernel.names import fold

Gender = Literal["m", "f", ""]  # "" when the name does not tell: forms of both

WOMEN_SURNAMES = ("ska", "cka", "dzka")
MEN_SURNAMES = ("ski", "cki", "dzki")
# Given names that end against the rule.
MEN_IN_A_WORDS = """
barnaba bonawentura boryna danyla illia ilia ilja jarema juda kosma kuba mykola misza nikita
nykyta sasza wania zawisza
"""
MEN_IN_A = frozenset(MEN_IN_A_WORDS.split())
WOMEN_IN_OTHERS_WORDS = """
abigail beatrice beatrycze carmen dolores doris edith elisabeth esther ines ingrid irys
karin lili lilly lubow miriam naomi nelly nicole noemi rachel rut ruth viviane yvonne zoe
"""
WOMEN_IN_OTHERS = frozenset(WOMEN_IN_OTHERS_WORDS.split())

# The end of a stem before „-e”: Robert – Robercie, Piotr – Piotrze, Monika – Monice.
SOFTENED = (
    *(("st", "ści"), ("zd", "ździ"), ("sł", "śl"), ("zn", "źni"), ("sn", "śni"), ("ch", "sz")),
    *(("t", "ci"), ("d", "dzi"), ("r", "rz"), ("ł", "l"), ("k", "c"), ("g", "dz"), ("h", "ż")),
    *((hard, f"{hard}i") for hard in "sznmpbwf"),
)
SOFT = {"ń": "n", "ć": "c", "ś": "s", "ź": "z"}
# What a vowel that comes and goes leaves: Marek – Mark-, Krawiec – Krawc-, Kozioł – Kozł-.
FLEETING = (
    *(("dzień", "dń"), ("cień", "tń"), ("ień", "ń"), ("iec", "c"), ("iek", "k"), ("ioł", "ł")),
    *(("rzeł", "rł"), ("ek", "k"), ("eł", "ł"), ("el", "l"), ("er", "r"), ("ec", "c"), ("eń", "ń")),
    *(("ew", "w"), ("es", "s"), ("et", "t"), ("ąb", "ęb"), ("eb", "b")),
)
OF_MEN = ("a", "owi", "em", "iem", "u", "ie", "ia", "iowi", "iu", "y")
OF_WOMEN = ("a", "y", "i", "ę", "ą", "o", "u", "ej", "iej")


def gender_of(words: list[str]) -> Gender:
    """Of a whole name: told by an adjectival surname, else by the given name."""
    given, last = fold(words[0]), fold(words[-1])
    if last.endswith(WOMEN_SURNAMES):
        return "f"
    if last.endswith(MEN_SURNAMES):
        return "m"
    if len(words) < 2 or len(given.strip(".")) < 2:
        return ""
    is_woman = given.endswith("a") and given not in MEN_IN_A
    return "f" if is_woman or given in WOMEN_IN_OTHERS else "m"


@lru_cache(maxsize=256)
def forms_of(word: str, gender: Gender, *, is_surname: bool) -> frozenset[str]:
    """Every case of the word, without diacritics and in small letters; the word itself first."""
    low = word.lower()
    found = {low}
    if gender != "f":
        found |= set(of_man(low))
    if gender != "m":
        found |= set(of_woman(low, is_surname=is_surname))
    return frozenset(fold(form) for form in found)


def of_man(word: str) -> Iterator[str]:
    stem = word[:-1]
    match word[-1]:
        case "i":
            yield from with_endings(stem, ("i", "iego", "iemu", "im"))
        case "y":
            yield from with_endings(stem, ("y", "ego", "emu", "ym"))
        case "e":
            yield from with_endings(stem, ("e", "ego", "emu", "em"))
        case "a":
            yield from of_noun_in_a(stem)
        case "o":
            yield from of_noun_in_a(stem)
            yield from with_endings(stem, OF_MEN)
        case "u":
            yield word
        case _:
            for base in bases(word):
                yield from of_base(base)


def of_woman(word: str, *, is_surname: bool) -> Iterator[str]:
    """A woman's name that does not end in „-a” has no cases."""
    if is_surname and fold(word).endswith(WOMEN_SURNAMES):
        yield from with_endings(word[:-1], ("a", "iej", "ą"))
    elif word.endswith("a"):
        yield from of_noun_in_a(word[:-1])


def of_noun_in_a(stem: str) -> Iterator[str]:
    yield from with_endings(stem, OF_WOMEN)
    yield f"{softened(stem)}e"
    if stem.endswith("j"):  # Maja – Mai
        yield f"{stem[:-1]}i"
    if stem.endswith("i"):  # Kasia – Kasi
        yield stem


def bases(word: str) -> set[str]:
    found = {word}
    for end, left in FLEETING:
        if word.endswith(end) and len(word) > len(end) + 1:
            found.add(word.removesuffix(end) + left)
    return found


def of_base(base: str) -> Iterator[str]:
    if base[-1] in SOFT:
        hard = base[:-1] + SOFT[base[-1]]
        yield from with_endings(hard, ("ia", "iowi", "iem", "iu", "i", "ie"))
        return
    yield from with_endings(base, OF_MEN)
    yield f"{softened(base)}e"


def softened(stem: str) -> str:
    for end, soft in SOFTENED:
        if stem.endswith(end):
            return stem.removesuffix(end) + soft
    return stem


def with_endings(stem: str, endings: Iterable[str]) -> Iterator[str]:
    return (stem + end for end in endings)
