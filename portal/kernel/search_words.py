"""Words as search compares them: each word's own letters, its stem, and the stem of its base form.

Polish declines: „spotkań nowa huta” must find „Spotkanie w Nowej Hucie”. The Snowball stemmer
alone matches 69 of 81 pairs of forms that the office's texts use; with the base form from
simplemma's dictionary, both indexed and both asked for, it is 81 (78 typed without diacritics).

The dictionary takes 3 to 4 seconds and about 70 MB a process, so a server loads it once, before
it forks (deploy/server.py). A process without it works with stems alone and still finds most.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

import snowballstemmer

from portal.kernel.names import fold

WORD = re.compile(r"[^\W_]+")
# Two words that say one thing only together: „bez zapisów” is no match for „zapisaliśmy”.
TOGETHER = re.compile(r"bez\s+(?:zapis(?:ów|ow|u|ywania)?|rejestr(?:acji|owania))", re.IGNORECASE)
TOGETHER_FORM = "bezzapisow"
TOKEN = re.compile(rf"\b{TOGETHER.pattern}\b|{WORD.pattern}", re.IGNORECASE)
SHORTEST_STEM = 3  # letters; „os” of „osoby” is „osiedle” too
LONGEST = 60  # letters; longer strings are no words
# Say nothing by themselves; asked for alone, they are looked for all the same.
STOP = frozenset(
    WORD.findall(
        "a aby ale albo bez co czy dla do i ich jak jest ma na nad nie o od oraz po pod przez "
        "przy sa sie ta tam te tego tej ten to tu tych tym u w we z za ze"
    )
)

stemmer = snowballstemmer.stemmer("polish")
_base: list[Callable[[str], str]] = []


def load_dictionary() -> None:
    """Read the base forms, once a process; later calls do nothing. Some seconds, about 70 MB."""
    if _base:
        return
    from simplemma import Lemmatizer  # noqa: PLC0415 -- its import costs too
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415
    from simplemma.strategies.dictionaries import StreamDictionaryFactory  # noqa: PLC0415

    found = Lemmatizer(
        lemmatization_strategy=DefaultStrategy(dictionary_factory=StreamDictionaryFactory())
    )
    found.lemmatize("spotkania", lang="pl")
    _base.append(lambda word: str(found.lemmatize(word, lang="pl")))
    forms_of.cache_clear()


def forget_dictionary() -> None:
    """As in a process that never read it."""
    _base.clear()
    forms_of.cache_clear()


def words_of(text: str) -> Iterator[str]:
    """Each word in lower case, with its diacritics, in order; „bez zapisów” is one."""
    composed = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    for match in TOKEN.finditer(composed):
        yield match[0].lower()[:LONGEST]


@lru_cache(maxsize=50_000)
def forms_of(word: str) -> frozenset[str]:
    """What the word is indexed under and asked for by; ASCII where Polish letters allow."""
    if TOGETHER.fullmatch(word):
        return frozenset({TOGETHER_FORM})
    base = _base[0](word).lower() if _base else word
    stems = {stemmer.stemWord(word), stemmer.stemWord(base)}
    told = {stem for stem in stems if len(stem) >= SHORTEST_STEM}
    return frozenset(form for each in {word, *told} for form in WORD.findall(fold(each)))


def indexed(text: str) -> str:
    """The forms of all words, as one string for a full-text column; each form once."""
    forms = (form for word in words_of(text) for form in sorted(forms_of(word)))
    return " ".join(dict.fromkeys(forms))


OPENING = "qqq"  # before the forms of a title's first word; no word of any text begins so


def opening(title: str) -> str:
    """The forms of the first word that says something, marked, to know what begins a title."""
    first = next(iter(asked(title)), "")
    return " ".join(OPENING + form for form in sorted(forms_of(first)))


def asked(text: str) -> list[str]:
    """The words of a query, without those that say nothing, unless nothing else is there."""
    words = list(dict.fromkeys(words_of(text)))
    return [word for word in words if fold(word) not in STOP] or words
