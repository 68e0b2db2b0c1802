"""One ranked list of everything public that holds all the words; alike on both databases.

The database only says what matches, and where: in the title, in a name beside it, or in the text.
The order is plain SQL over that, so that SQLite's FTS5 and PostgreSQL's tsvector give the same
list: where it matches, then cycles, what is to come, places and people, what is past, and last
what was written about them.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import BooleanField, Case, Count, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from portal.kernel.names import fold
from portal.kernel.polish import roman
from portal.kernel.search_words import OPENING, asked, forms_of
from portal.models import SearchDocument
from portal.search.said_days import in_words

Kind = SearchDocument.Kind
MOST_WORDS = 12  # of a query; what follows is left out
SHORTEST_BEGINNING = 2  # letters of a last word that may be only begun
SHORTEST_SOFT = 5  # letters
# Words that people use for one another; each is asked for along with the others.
SYNONYMS = {
    "ngo": ("pozarządowa",),
    "ngosy": ("pozarządowa",),
    "laweczka": ("ławka",),
    "trzecie": ("3miejsce", "3"),
    "trzecim": ("3miejsce", "3"),
    "sprawozdanie": ("podsumowanie",),
    "raport": ("podsumowanie",),
}
# „Wspólnie do celu 2” is „Wspólnie do celu II”. One is left out: „i” is a word of every text.
NUMBERS = {str(n): roman(n).lower() for n in range(2, 21)}
NUMBERS |= {written: figures for figures, written in NUMBERS.items()}


@dataclass(frozen=True)
class Term:
    """One word of a query: any of its forms, and for the last word whatever begins with it."""

    forms: tuple[str, ...]
    beginning: str = ""
    said: str = ""  # as it was typed

    @property
    def whole(self) -> list[str]:
        """The forms that the beginning does not find anyway."""
        begun = self.beginning
        return [form for form in self.forms if not (begun and form.startswith(begun))]


@dataclass(frozen=True)
class Query:
    """What was asked, as terms that must all be found."""

    terms: tuple[Term, ...]

    @property
    def is_empty(self) -> bool:
        return not self.terms

    @property
    def closed(self) -> "Query":
        """The same with its last word taken for whole: „II” is not the beginning of „III”."""
        return Query(tuple(Term(term.forms) for term in self.terms))

    @property
    def opening(self) -> "Query":
        """The same, its first word at the very beginning of a title."""
        first = Term(tuple(OPENING + form for form in self.terms[0].forms))
        return Query((first, *self.closed.terms))

    @property
    def said(self) -> str:
        return " ".join(term.said for term in self.terms)

    def any_word(self) -> "list[Query]":
        """Each word by itself, for when nothing holds them all."""
        return [Query((term,)) for term in self.terms]


def read(text: str) -> Query:
    """The query in words; the last one may be unfinished, unless a space ends it."""
    words = asked(in_words(text))[:MOST_WORDS]
    is_open = bool(text) and not text[-1].isspace()
    return Query(
        tuple(term_of(word, is_open and word is words[-1]) for word in words if forms_of(word))
    )


def term_of(word: str, is_open: bool) -> Term:
    folded = fold(word)
    forms = {*forms_of(word), *hardened(folded), *named(folded)}
    for other in SYNONYMS.get(folded, ()):
        forms |= forms_of(other)
    forms |= {NUMBERS[folded]} if folded in NUMBERS else set()
    begun = folded if is_open and may_be_begun(folded) else ""
    return Term(tuple(sorted(forms)), begun, word)


def may_be_begun(folded: str) -> bool:
    """Not „20”, which would begin „2026”, nor „bez zapisów”, which is two words."""
    is_word = not folded.isdigit() and " " not in folded
    return is_word and len(folded) >= SHORTEST_BEGINNING


# How the last consonant softens before „-e”: names such as „w Kaffce” have no dictionary entry.
SOFT = (("dzie", "d"), ("dze", "g"), ("rze", "r"), ("cie", "t"), ("ce", "k"), ("iu", ""))


def hardened(folded: str) -> list[str]:
    """The stem as it was before the locative: „kaffk” for „kaffce”, „lawk” for „lawce”."""
    if len(folded) < SHORTEST_SOFT:
        return []
    return [folded.removesuffix(soft) + hard for soft, hard in SOFT if folded.endswith(soft)][:1]


# „zablociu” without its diacritics is in no dictionary, and its stem is not that of „zabłocie”.
NEUTER = ("iu", "ia", "iem")


def named(folded: str) -> list[str]:
    """The nominative that a neuter noun in „-ie” would have: „zablocie” for „zablociu”."""
    if len(folded) < SHORTEST_SOFT:
        return []
    return [f"{folded.removesuffix(end)}ie" for end in NEUTER if folded.endswith(end)]


def matching(query: Query, at: datetime) -> QuerySet[SearchDocument]:
    """What holds all the words and may be seen now, in no order."""
    if query.is_empty:
        return SearchDocument.objects.none()
    return SearchDocument.objects.filter(within(query, BODY), visible_from__lte=at)


def ranked(query: Query, at: datetime) -> QuerySet[SearchDocument]:
    """`matching`, best first: by `tier_of`, then by shelf, a title that begins so, the day."""
    if query.is_empty:
        return matching(query, at)
    ahead = Q(kind=Kind.EVENT, ends_at__gt=at)
    shelf = Case(
        When(kind=Kind.SERIES, then=Value(0)),
        When(ahead, then=Value(1)),
        When(kind__in=[Kind.VENUE, Kind.ORGANIZATION], then=Value(2)),
        When(kind=Kind.EVENT, then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )
    soonest = Case(When(ahead, then="starts_at"), default=None)
    newest = Coalesce("starts_at", "visible_from")
    begins = Case(When(within(query.opening, TITLE), then=Value(1)), default=Value(0))
    found = matching(query, at).annotate(tier=tier_of(query, at), shelf=shelf)
    return found.order_by(
        "-tier",
        "shelf",
        begins.desc(),
        soonest.asc(nulls_last=True),
        newest.desc(),
        "kind",
        "object_id",
    )


def tier_of(query: Query, at: datetime) -> Case:
    """All the words in the title, then begun there, then in names.

    The title of an invitation that is over counts as a name: what lies ahead comes before it.
    """
    over = Q(kind=Kind.ANNOUNCEMENT, ends_at__lte=at)
    return Case(
        When(~over & within(query.closed, TITLE), then=Value(3)),
        When(~over & within(query, TITLE), then=Value(2)),
        When(within(query, NAMES), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )


def shown(pks: Iterable[int]) -> list[SearchDocument]:
    """The documents of one page, in its order: sorting thousands carries no texts along."""
    shelf = SearchDocument.objects.defer("title_words", "name_words", "body_words")
    found = shelf.in_bulk(list(pks))
    return [found[pk] for pk in pks if pk in found]


@dataclass(frozen=True)
class Numbers:
    """How many match: all of them, those to come, those past."""

    every: int
    ahead: int
    past: int


def by_kind(query: Query, at: datetime) -> dict[str, Numbers]:
    """How many of each kind match, asked once for all filters of the page."""
    rows = matching(query, at).values("kind").order_by()
    counted = rows.annotate(
        every=Count("pk"),
        ahead=Count("pk", filter=Q(ends_at__gt=at)),
        past=Count("pk", filter=Q(ends_at__lte=at)),
    )
    return {row["kind"]: Numbers(row["every"], row["ahead"], row["past"]) for row in counted}


TITLE, NAMES, BODY = 1, 2, 3  # how many of the three columns may hold a word
COLUMNS = ("title_words", "name_words", "body_words")
VECTORS = {TITLE: "title_vector", NAMES: "names_vector", BODY: "words"}  # PostgreSQL's


def within(query: Query, columns: int) -> Q:
    """That every word stands in the first so many columns, as a condition on the documents."""
    if connection.vendor == "sqlite":
        return Q(pk__in=for_sqlite(query, columns))
    return Q(for_postgresql(query, columns))


def for_sqlite(query: Query, columns: int) -> RawSQL:
    """FTS5: {title_words name_words} : (("spotkan" OR "spotkania") AND ("hucie" OR "huc"*))"""
    names = " ".join(COLUMNS[:columns])
    terms = " AND ".join(f"({fts5_term(term)})" for term in query.terms)
    sql = "SELECT rowid FROM portal_searchindex WHERE portal_searchindex MATCH %s"
    return RawSQL(sql, [f"{{{names}}} : ({terms})"])  # noqa: S611 -- constant SQL


def for_postgresql(query: Query, columns: int) -> RawSQL:
    """tsquery: ('spotkan' | 'spotkania') & ('hucie' | 'huc':*)"""
    terms = " & ".join(f"({tsquery_term(term)})" for term in query.terms)
    sql = f'"portal_searchdocument"."{VECTORS[columns]}" @@ %s::tsquery'
    return RawSQL(sql, [terms], output_field=BooleanField())  # noqa: S611 -- constant SQL


def fts5_term(term: Term) -> str:
    written = [f'"{form}"' for form in term.whole]
    return " OR ".join([*written, *([f'"{term.beginning}"*'] if term.beginning else [])])


def tsquery_term(term: Term) -> str:
    written = [f"'{form}'" for form in term.whole]
    return " | ".join([*written, *([f"'{term.beginning}':*"] if term.beginning else [])])


@contextmanager
def by_index() -> Iterator[None]:
    """Within it PostgreSQL looks words up and does not read every document.

    To its planner both cost the same where a word is common: it does not count that reading a
    document means unpacking its words, which takes ten times as long. SQLite always looks up, and
    a transaction there would wait for whoever writes.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
