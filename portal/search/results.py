"""The page of what was found: rows, filters with their counts, and ways on where there is none."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.typography import typeset
from portal.models import SearchDocument
from portal.search.excerpt import Piece, excerpt, marked
from portal.search.query import Kind, Numbers, Query, ranked, shown

AHEAD, PAST = "nadchodzace", "minione"
SLUGS = {
    Kind.SERIES: "cykle",
    Kind.EVENT: "wydarzenia",
    Kind.VENUE: "miejsca",
    Kind.ORGANIZATION: "organizacje",
    Kind.ANNOUNCEMENT: "aktualnosci",
    Kind.REPORT: "podsumowania",
}
KINDS = {slug: kind for kind, slug in SLUGS.items()}


@dataclass(frozen=True)
class Asked:
    """The words as typed, and the filters: a kind of record, events to come or past."""

    words: str
    kind: str = ""
    time: str = ""

    @classmethod
    def of(cls, given: Any) -> "Asked":
        """Reads the address; what it does not know is no filter."""
        kind, time = given.get("rodzaj", ""), given.get("kiedy", "")
        return cls(
            words=given.get("q", "")[:200].lstrip(),
            kind=kind if kind in KINDS else "",
            time=time if time in {AHEAD, PAST} else "",
        )

    def address(self, **changed: str) -> str:
        """„?q=ławka&rodzaj=cykle”"""
        given = {"q": self.words, "rodzaj": self.kind, "kiedy": self.time, **changed}
        return "?" + urlencode({name: value for name, value in given.items() if value})

    def narrowed(self, found: QuerySet[SearchDocument], at: datetime) -> QuerySet[SearchDocument]:
        if self.kind:
            found = found.filter(kind=KINDS[self.kind])
        if self.time == AHEAD:
            found = found.filter(ends_at__gt=at)
        if self.time == PAST:
            found = found.filter(ends_at__lte=at)
        return found

    def many(self, counts: dict[str, Numbers]) -> int:
        """How many `narrowed` leaves."""
        kinds = [KINDS[self.kind]] if self.kind else list(counts)
        numbers = [counts[kind] for kind in kinds if kind in counts]
        if not self.time:
            return sum(one.every for one in numbers)
        return sum(one.ahead if self.time == AHEAD else one.past for one in numbers)


@dataclass(frozen=True)
class Filter:
    """A link that narrows the list, or takes the narrowing away."""

    label: str
    many: int
    url: str
    is_on: bool


@dataclass(frozen=True)
class Row:
    kind: str
    url: str
    title: list[Piece]
    about: list[Piece]
    excerpt: list[Piece]


def rows(pks: Any, query: Query) -> list[Row]:
    return [row_of(document, query) for document in shown(pks)]


def row_of(document: SearchDocument, query: Query) -> Row:
    return Row(
        kind=str(NAMES[Kind(document.kind)]),
        url=document.url,
        title=marked(document.title, query),
        about=marked(typeset(document.about), query),
        excerpt=excerpt(document.body.removeprefix(document.about), query),
    )


NAMES = {
    Kind.SERIES: gettext_lazy("cykl"),
    Kind.EVENT: gettext_lazy("wydarzenie"),
    Kind.VENUE: gettext_lazy("miejsce"),
    Kind.ORGANIZATION: gettext_lazy("organizacja"),
    Kind.ANNOUNCEMENT: gettext_lazy("aktualność"),
    Kind.REPORT: gettext_lazy("podsumowanie"),
}


def kind_filters(asked: Asked, counts: dict[str, Numbers]) -> list[Filter]:
    """Only kinds that would find something, and „wszystko” before them."""
    own = [kind_filter(asked, kind, counts[kind].every) for kind in SLUGS if kind in counts]
    anything = asked.address(rodzaj="", kiedy="")
    every = sum(numbers.every for numbers in counts.values())
    whole = Filter(_("wszystko"), every, anything, not asked.kind)
    return [whole, *own] if len(own) > 1 or asked.kind else []


def kind_filter(asked: Asked, kind: Kind, many: int) -> Filter:
    slug = SLUGS[kind]
    address = asked.address(rodzaj=slug, kiedy="")
    return Filter(str(kind.label), many, address, asked.kind == slug)


def time_filters(asked: Asked, counts: dict[str, Numbers]) -> list[Filter]:
    """Of events: those to come, those past. Nothing where only one of them is there."""
    events = counts.get(Kind.EVENT, Numbers(0, 0, 0))
    if not (events.ahead and events.past) and not asked.time:
        return []
    return [
        time_filter(asked, "", _("kiedykolwiek"), events.every),
        time_filter(asked, AHEAD, _("nadchodzące"), events.ahead),
        time_filter(asked, PAST, _("minione"), events.past),
    ]


def time_filter(asked: Asked, slug: str, label: str, many: int) -> Filter:
    return Filter(
        label, many, asked.address(kiedy=slug, rodzaj=SLUGS[Kind.EVENT]), asked.time == slug
    )


@dataclass(frozen=True)
class Best:
    """Keys of what was found, best first; how many they are is known from the counts."""

    keys: Any
    many: int

    def count(self) -> int:
        """What a paginator asks."""
        return self.many

    def __getitem__(self, part: slice) -> Any:
        return self.keys[part]


def best(query: Query, asked: Asked, counts: dict[str, Numbers], at: datetime) -> Best:
    """`rows` shows those of a page."""
    found = asked.narrowed(ranked(query, at), at)
    return Best(found.values_list("pk", flat=True), asked.many(counts))
