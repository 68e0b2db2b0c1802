"""Ways on where nothing was found: without the filters, a name spelled nearly so, word by word."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.names import fold
from portal.kernel.nearness import distance
from portal.kernel.search_words import STOP, WORD
from portal.models import SearchDocument
from portal.search.query import Kind, Numbers, Query, matching, read
from portal.search.results import KINDS, Asked

SHORTEST = 4  # letters of a word that may be misspelled
LONG = 8  # letters of a word in which two may be wrong
MOST_NAMES = 3000  # that are looked through for one spelled nearly so
NAMED = (Kind.SERIES, Kind.VENUE, Kind.ORGANIZATION, Kind.EVENT)
BESIDE = {
    Kind.SERIES: gettext_lazy("Poza cyklami"),
    Kind.EVENT: gettext_lazy("Poza wydarzeniami"),
    Kind.VENUE: gettext_lazy("Poza miejscami"),
    Kind.ORGANIZATION: gettext_lazy("Poza organizacjami"),
    Kind.ANNOUNCEMENT: gettext_lazy("Poza aktualnościami"),
    Kind.REPORT: gettext_lazy("Poza podsumowaniami"),
}


@dataclass(frozen=True)
class Part:
    """Words that would find something, and how much."""

    word: str
    many: int
    url: str


@dataclass(frozen=True)
class Nothing:
    """`beside`: what the filters hide; `instead`: a name meant, maybe; `parts`: each word alone."""

    title: str
    beside: Part | None
    instead: Part | None
    parts: list[Part]


def nothing(asked: Asked, query: Query, counts: dict[str, Numbers], at: datetime) -> Nothing:
    if many := Asked(asked.words).many(counts):
        url = asked.address(rodzaj="", kiedy="")
        return Nothing(
            _("Nie ma tego tam, gdzie szukasz"), Part(beside(asked), many, url), None, []
        )
    found = {one.said: matching(one, at).count() for one in query.any_word()}
    title = _("Nic nie ma wszystkich tych słów naraz")
    if len(found) == 1:
        title = _("Nigdzie nie ma tego słowa")
    return Nothing(title, None, instead(found, at), by_word(found))


def beside(asked: Asked) -> str:
    if asked.time or not asked.kind:
        return _("Bez zawężania")
    return str(BESIDE[KINDS[asked.kind]])


def by_word(found: dict[str, int]) -> list[Part]:
    """What each of several words finds by itself."""
    return [Part(word, many, Asked(word).address()) for word, many in found.items() if many]


def instead(found: dict[str, int], at: datetime) -> Part | None:
    """The words with the unknown ones spelled as in a name, where that finds something."""
    names = known_words(at)
    words = [word if many else nearest(word, names) for word, many in found.items()]
    text = " ".join(words)
    many = 0 if words == list(found) else matching(read(f"{text} "), at).count()
    return Part(text, many, Asked(text).address()) if many else None


def known_words(at: datetime) -> dict[str, str]:
    """Words of names as written, by their letters: „krzysztofory” → „Krzysztofory”."""
    named: QuerySet[SearchDocument] = SearchDocument.objects.filter(
        kind__in=NAMED, visible_from__lte=at
    )
    titles = named.order_by("-visible_from", "pk").values_list("title", flat=True)
    words = (word for title in titles[:MOST_NAMES] for word in WORD.findall(title))
    return {low: word for word in words if len(low := fold(word)) >= SHORTEST and low not in STOP}


def nearest(word: str, names: dict[str, str]) -> str:
    """The known word fewest letters away, at most one or two; the word itself where there is none.

    Numbers are never taken for one another.
    """
    low = fold(word)
    most = 2 if len(low) >= LONG else 1
    if len(low) < SHORTEST or low.isdigit():
        return word
    near = [(distance(low, name, most), name) for name in names if not name.isdigit()]
    apart, name = min(near, default=(most + 1, ""))
    return names[name] if apart <= most else word
