"""How long search asks the database, at 10,000 documents, as ratios in one run."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.utils import timezone

from portal.kernel.search_words import indexed, opening
from portal.models import SearchDocument
from portal.search.query import by_index, by_kind, read, shown
from portal.search.results import Asked, best
from portal.search.views import PAGE_SIZE

# Few words stand in most texts and most words in few, as in a language (Zipf).
SYLLABLES = ("ba", "ce", "do", "ga", "ki", "le", "mo", "nu", "po", "ra", "si", "to", "wa", "zy")
COMMON = ("spotkanie", "organizacja", "fundacja", "dialog", "miejsce", "wolontariat", "teatr")
EVERYWHERE = "kraków"  # a word of most texts
VOCABULARY = 6_000  # words
RANK = 100  # how many words are said more often than those that the queries ask for
QUERIES = (
    "spotkanie",
    "spotkania organizacji",
    "w miejscu dialogu",
    "fundacja wolontariat teatr",
    "wolontar",
    "niewystepujace slowo",
    "fundacji 77",
    "teatr",
    "dialog ba",
    "kraków",
)
ROUNDS = 15


class Command(BaseCommand):
    help = "Mierzy czas szukania w bazie, którą robi obok i usuwa."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--wpisy", type=int, default=10_000, help="ile wpisów (10000)")

    def handle(self, *args: Any, **options: Any) -> None:
        with own_database():
            for many in (options["wpisy"] // 10, options["wpisy"]):
                fill(many)
                self.tell(many)

    def tell(self, many: int) -> None:
        """One line a query: how long the database took, and the whole with Python's part."""
        self.stdout.write(f"\n{many} wpisów, {connection.vendor}; mediany w ms")
        times = []
        for words in QUERIES:
            took = Took()
            found = took.measure(words)
            times.append(median(took.database))
            base, whole = median(took.database), median(took.whole)
            self.stdout.write(f"  {words:28} baza {base:6.2f}  całość {whole:6.2f}  {found}")
        self.stdout.write(f"  mediana bazy: {median(times):.2f} ms")


@contextmanager
def own_database() -> Iterator[None]:
    """An empty one beside the real one, as for tests: what is measured has to be committed."""
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


@dataclass
class Took:
    """Milliseconds of each round of one search: the counts, a page's keys, its documents."""

    database: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)

    def measure(self, words: str) -> int:
        """How many the words find. The first round is left out."""
        for _round in range(ROUNDS + 1):
            self.database.append(0)
            begun = perf_counter()
            with connection.execute_wrapper(self.note), by_index():
                found = search(words)
            self.whole.append(since(begun))
        del self.database[0], self.whole[0]
        return found

    def note(self, execute: Any, *given: Any) -> Any:
        """Django's execute wrapper. Both databases have sorted and counted when it returns."""
        begun = perf_counter()
        try:
            return execute(*given)
        finally:
            self.database[-1] += since(begun)


def since(begun: float) -> float:
    return (perf_counter() - begun) * 1000


def search(words: str) -> int:
    """As the page does: what is asked of the database for its first twenty rows."""
    at, query, asked = timezone.now(), read(words), Asked(words)
    counts = by_kind(query, at)
    found = best(query, asked, counts, at)
    shown(found[:PAGE_SIZE])
    return found.count()


def fill(many: int) -> None:
    SearchDocument.objects.all().delete()
    SearchDocument.objects.bulk_create(documents(many), batch_size=500)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE portal_searchdocument")


def documents(many: int) -> Iterator[SearchDocument]:
    chance, now = random.Random(2026), timezone.now()  # noqa: S311 -- invented texts, no secret
    kinds = SearchDocument.Kind.values
    write = writer(chance)
    for number in range(many):
        title, body = f"{write(5)} {number}", write(120)
        starts = now + timedelta(days=chance.randint(-2000, 60))
        yield SearchDocument(
            kind=kinds[number % len(kinds)],
            object_id=10**9 + number,
            visible_from=now - timedelta(days=number % 3000),
            starts_at=starts,
            ends_at=starts + timedelta(hours=2),
            title=title,
            url="/",
            body=body,
            title_words=f"{opening(title)} {indexed(title)}",
            name_words=indexed(write(12)),
            body_words=indexed(body),
        )


def writer(chance: random.Random) -> Callable[[int], str]:
    """Writes so many words; the n-th word of the language comes up 1/n as often as the first."""
    invented = ("".join(chance.choices(SYLLABLES, k=4)) for _word in range(VOCABULARY))
    words = list(invented)
    words[RANK:RANK] = COMMON
    words.insert(1, EVERYWHERE)
    weights = [1 / (place + 5) for place in range(len(words))]
    return lambda many: " ".join(chance.choices(words, weights, k=many))
