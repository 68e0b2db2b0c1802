"""Numbers that a text writes out in words: „siedemdziesiąt”, „blisko stu”, „sto dwudziestu”."""

# Nominative and genitive, which is all that stands before „osób” and „organizacji”. From ten up:
# „dwie organizacje” in a recap are two of those that came, seldom all of them.
TEENS = {
    "dziesięć dziesięciu": 10,
    "jedenaście jedenastu": 11,
    "dwanaście dwunastu": 12,
    "trzynaście trzynastu": 13,
    "czternaście czternastu": 14,
    "piętnaście piętnastu": 15,
    "szesnaście szesnastu": 16,
    "siedemnaście siedemnastu": 17,
    "osiemnaście osiemnastu": 18,
    "dziewiętnaście dziewiętnastu": 19,
}
TENS = {
    "dwadzieścia dwudziestu": 20,
    "trzydzieści trzydziestu": 30,
    "czterdzieści czterdziestu": 40,
    "pięćdziesiąt pięćdziesięciu": 50,
    "sześćdziesiąt sześćdziesięciu": 60,
    "siedemdziesiąt siedemdziesięciu": 70,
    "osiemdziesiąt osiemdziesięciu": 80,
    "dziewięćdziesiąt dziewięćdziesięciu": 90,
}
HUNDREDS = {
    "sto stu": 100,
    "dwieście dwustu": 200,
    "trzysta trzystu": 300,
    "czterysta czterystu": 400,
    "pięćset pięciuset": 500,
    "sześćset sześciuset": 600,
    "siedemset siedmiuset": 700,
    "osiemset ośmiuset": 800,
    "dziewięćset dziewięciuset": 900,
    "tysiąc tysiąca": 1000,
}
UNITS = {
    "jeden": 1,
    "dwie dwa dwóch": 2,
    "trzy trzech": 3,
    "cztery czterech": 4,
    "pięć pięciu": 5,
    "sześć sześciu": 6,
    "siedem siedmiu": 7,
    "osiem ośmiu": 8,
    "dziewięć dziewięciu": 9,
}


def _by_word(*tables: dict[str, int]) -> dict[str, int]:
    return {
        word: value for table in tables for words, value in table.items() for word in words.split()
    }


LARGE = _by_word(TEENS, TENS, HUNDREDS)
VALUES = {**LARGE, **_by_word(UNITS)}


def _any(words: dict[str, int]) -> str:
    """The longer first: „stu” is no „sto”, and „siedemset” no „siedem”."""
    return "|".join(sorted(words, key=len, reverse=True))


# A large one, and what is added to it: „sto dwadzieścia pięć”.
WRITTEN = rf"\b(?:{_any(LARGE)})(?:\s+(?:{_any(VALUES)})){{0,2}}\b"


def value_of(words: str) -> int:
    """Of digits, grouped or not, or of words that `WRITTEN` matches."""
    digits = "".join(words.split())
    return int(digits) if digits.isdigit() else sum(VALUES[word] for word in words.lower().split())
