"""How long search asks the database, at 10,000 documents, as ratios in one run."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from statistics import median
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction
from django.utils import timezone

from portal.kernel.search_words import indexed
from portal.models import SearchDocument
from portal.search.query import by_kind, ranked, read, shown

# Few words stand in most texts and most words in few, as in a language (Zipf).
SYLLABLES = ("ba", "ce", "do", "ga", "ki", "le", "mo", "nu", "po", "ra", "si", "to", "wa", "zy")
COMMON = ("spotkanie", "organizacja", "fundacja", "dialog", "miejsce", "wolontariat", "teatr")
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
)
ROUNDS = 15


class Command(BaseCommand):
    help = "Mierzy czas szukania w bazie; nic po sobie nie zostawia."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--wpisy", type=int, default=10_000, help="ile wpisów (10000)")

    def handle(self, *args: Any, **options: Any) -> None:
        for many in (options["wpisy"] // 10, options["wpisy"]):
            with transaction.atomic():
                fill(many)
                self.tell(many)
                transaction.set_rollback(True)

    def tell(self, many: int) -> None:
        """One line a query: milliseconds for the first page and for the counts by kind."""
        self.stdout.write(f"\n{many} wpisów, {connection.vendor}; mediany w ms")
        times = []
        for words in QUERIES:
            page, counts = measured(words)
            times.append(page)
            found = sum(by_kind(read(words), timezone.now()).values())
            self.stdout.write(f"  {words:28} lista {page:6.2f}  liczby {counts:6.2f}  {found}")
        self.stdout.write(f"  mediana list: {median(times):.2f} ms")


def measured(words: str) -> tuple[float, float]:
    at, query = timezone.now(), read(words)
    return timed(lambda: shown(ranked(query, at).values_list("pk", flat=True)[:20])), timed(
        lambda: by_kind(query, at)
    )


def timed(ask: Any) -> float:
    """The median in milliseconds, Python's part included; the first time is left out."""
    ask()
    rounds = []
    for _round in range(ROUNDS):
        begun = perf_counter()
        ask()
        rounds.append((perf_counter() - begun) * 1000)
    return median(rounds)


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
            title_words=indexed(title),
            name_words=indexed(write(12)),
            body_words=indexed(body),
        )


def writer(chance: random.Random) -> Callable[[int], str]:
    """Writes so many words; the n-th word of the language comes up 1/n as often as the first."""
    invented = ("".join(chance.choices(SYLLABLES, k=4)) for _word in range(VOCABULARY))
    words = list(invented)
    words[RANK:RANK] = COMMON
    weights = [1 / (place + 5) for place in range(len(words))]
    return lambda many: " ".join(chance.choices(words, weights, k=many))
