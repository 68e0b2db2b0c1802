"""Numbers in words, in every case that prose has them: „trzy”, „o trzech”, „z dwudziestoma”.

Of counts alone: „trzecia odsłona” and „dwudziesty rok” tell which one, not how many.
"""

# From one to nineteen, each with its genders and cases.
SMALL = (
    "jeden jedna jedno jednego jednej jednemu jednym jedną",
    "dwa dwie dwaj dwóch dwu dwóm dwom dwoma dwiema",
    "trzy trzej trzech trzem trzema",
    "cztery czterej czterech czterem czterema",
    "pięć pięciu pięcioma",
    "sześć sześciu sześcioma",
    "siedem siedmiu siedmioma",
    "osiem ośmiu ośmioma",
    "dziewięć dziewięciu dziewięcioma",
    "dziesięć dziesięciu dziesięcioma",
    "jedenaście jedenastu jedenastoma",
    "dwanaście dwunastu dwunastoma",
    "trzynaście trzynastu trzynastoma",
    "czternaście czternastu czternastoma",
    "piętnaście piętnastu piętnastoma",
    "szesnaście szesnastu szesnastoma",
    "siedemnaście siedemnastu siedemnastoma",
    "osiemnaście osiemnastu osiemnastoma",
    "dziewiętnaście dziewiętnastu dziewiętnastoma",
)
# From twenty to ninety.
TENS = (
    "dwadzieścia dwudziestu dwudziestoma",
    "trzydzieści trzydziestu trzydziestoma",
    "czterdzieści czterdziestu czterdziestoma",
    "pięćdziesiąt pięćdziesięciu pięćdziesięcioma",
    "sześćdziesiąt sześćdziesięciu sześćdziesięcioma",
    "siedemdziesiąt siedemdziesięciu siedemdziesięcioma",
    "osiemdziesiąt osiemdziesięciu osiemdziesięcioma",
    "dziewięćdziesiąt dziewięćdziesięciu dziewięćdziesięcioma",
)
# From a hundred to nine hundred.
HUNDREDS = (
    "sto stu",
    "dwieście dwustu",
    "trzysta trzystu",
    "czterysta czterystu",
    "pięćset pięciuset",
    "sześćset sześciuset",
    "siedemset siedmiuset",
    "osiemset ośmiuset",
    "dziewięćset dziewięciuset",
)


def _by_word(rows: tuple[str, ...], first: int, step: int) -> dict[str, int]:
    return {
        word: first + step * place for place, words in enumerate(rows) for word in words.split()
    }


_SMALL, _TENS = _by_word(SMALL, 1, 1), _by_word(TENS, 20, 10)
_HUNDREDS = _by_word(HUNDREDS, 100, 100)
VALUES = {**_SMALL, **_TENS, **_HUNDREDS}


def _any(words: dict[str, int]) -> str:
    """The longer first: „stu” is no „sto”, and „siedemset” no „siedem”."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_BELOW_HUNDRED = rf"(?:{_any(_TENS)}(?:\s+{_any(_SMALL)})?|{_any(_SMALL)})"
# „trzy”, „dwadzieścia dwa”, „sto dwudziestu pięciu”
WRITTEN = rf"(?:{_any(_HUNDREDS)}(?:\s+{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"


def value_of(words: str) -> int:
    """Of words that `WRITTEN` matches, in whatever letters."""
    return sum(VALUES[word] for word in words.lower().split())
