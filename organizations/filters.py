"""The directory narrowed: by words, by kind, by the part that an organization took."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organizations.models import Organization
from organizations.models.organization import OrganizationQuerySet
from organizations.part_taken import Part, took_part
from portal.kernel.asked import Asked
from portal.kernel.facets import ActiveFilter, Facet, FacetValue, Filters, offered
from portal.kernel.list_address import list_address
from portal.kernel.word_filter import holding

Kind = Organization.Kind
# In the address, in Polish; what nobody knows yet is no kind to look for.
KINDS = {
    Kind.NGO: "pozarzadowe",
    Kind.INFORMAL: "nieformalne",
    Kind.CITY: "miejskie",
    Kind.INSTITUTION: "instytucje",
    Kind.COMPANY: "firmy",
    Kind.BODY: "rady",
}
PARTS = {
    Part.HOST: gettext_lazy("gościła nas u siebie"),
    Part.MAKER: gettext_lazy("współtworzyła spotkanie"),
    Part.PERFORMER: gettext_lazy("wystąpiła w programie"),
}
LABELS = {
    "words": gettext_lazy("Słowa"),
    "kind": gettext_lazy("Rodzaj"),
    "part": gettext_lazy("Udział"),
}
PARAMETERS = ("szukaj", "rodzaj", "udzial")


@dataclass(frozen=True)
class Choice:
    """All that may be chosen; an organization shows when it meets every part of it."""

    words: str = ""
    kind: Kind | None = None
    part: Part | None = None

    @property
    def is_empty(self) -> bool:
        return self == NOTHING

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of its address, always in one order."""
        kind = KINDS[self.kind] if self.kind else ""
        given = (self.words, kind, self.part or "")
        return [(name, value) for name, value in zip(PARAMETERS, given, strict=True) if value]

    def having(self, **changed: Any) -> "Choice":
        return replace(self, **changed)

    def without(self, name: str) -> "Choice":
        return self.having(**{name: getattr(NOTHING, name)})

    def narrowed(
        self, rows: OrganizationQuerySet, at: datetime, *, but: str = ""
    ) -> OrganizationQuerySet:
        """In the order they had. `but`: a part of the choice that does not count."""
        if self.words:
            rows = rows.filter(holding(Organization, self.words, at))
        if self.kind and but != "kind":
            rows = rows.filter(kind=self.kind)
        if self.part and but != "part":
            rows = rows.filter(took_part(self.part, at))
        return rows


NOTHING = Choice()


@dataclass(frozen=True)
class Directory:
    """The organizations in order, with what was chosen of them; `path`: the list's address."""

    rows: OrganizationQuerySet
    choice: Choice
    path: str
    at: datetime
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, given: QueryDict, path: str, at: datetime) -> "Directory":
        """What the address asks for and nobody knows is left out, and said."""
        asked = Asked(given)
        choice = Choice(
            words=asked.words(),
            kind=asked.one("rodzaj", LABELS["kind"], kind_of),
            part=asked.one("udzial", LABELS["part"], part_of),
        )
        rows = Organization.objects.public(at).in_order()
        return cls(rows, choice, path, at, tuple(asked.problems))

    def found(self) -> OrganizationQuerySet:
        return self.choice.narrowed(self.rows, self.at)

    def filters(self, found: int) -> Filters:
        """The form above the list; two queries, and one for each filter where nothing is found."""
        facets = (
            Facet("rodzaj", str(LABELS["kind"]), self.kinds(), _("wszystkie rodzaje")),
            Facet("udzial", str(LABELS["part"]), self.parts(), _("bez znaczenia")),
        )
        return Filters(
            label=_("Filtry organizacji"),
            words_label=_("Nazwa organizacji, temat"),
            clear=self.path,
            noun="organizacja",
            found=found,
            words=self.choice.words,
            facets=tuple(facet for facet in facets if facet.narrows(found)),
            active=tuple(self.active(found)),
            problems=self.problems,
        )

    def kinds(self) -> tuple[FacetValue, ...]:
        rows = self.choice.narrowed(self.rows, self.at, but="kind").order_by()
        found = dict(rows.values_list("kind").annotate(many=Count("pk")))
        return offered(
            self.value("kind", kind, written, kind.label, found.get(kind, 0))
            for kind, written in KINDS.items()
        )

    def parts(self) -> tuple[FacetValue, ...]:
        """One may have taken several parts, so each is counted by itself."""
        rows = self.choice.narrowed(self.rows, self.at, but="part").order_by()
        found = rows.aggregate(
            **{part: Count("pk", filter=took_part(part, self.at)) for part in PARTS}
        )
        return offered(
            self.value("part", part, part, label, found[part]) for part, label in PARTS.items()
        )

    def value(self, name: str, chosen: Any, written: str, label: object, count: int) -> FacetValue:
        is_on = getattr(self.choice, name) == chosen
        changed = self.choice.having(**{name: None if is_on else chosen})
        address = list_address(self.path, changed.pairs())
        return FacetValue(written, str(label), count, is_on, address)

    def active(self, found: int) -> Iterator[ActiveFilter]:
        for name, label in LABELS.items():
            if value := getattr(self.choice, name):
                rest = self.choice.without(name)
                freed = None if found else rest.narrowed(self.rows, self.at).count()
                address = list_address(self.path, rest.pairs())
                yield ActiveFilter(str(label), said(value), address, freed)


def said(value: Any) -> str:
    match value:
        case Kind():
            return str(value.label)
        case Part():
            return str(PARTS[value])
    return f"„{value}”"


def kind_of(text: str) -> Kind | None:
    return next((kind for kind, written in KINDS.items() if written == text), None)


def part_of(text: str) -> Part | None:
    return next((part for part in Part if part == text), None)
