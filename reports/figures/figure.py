"""A figure: the idea of it, what a computation answers, and how the two are shown."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.counts import left_out
from portal.kernel.polish import NBSP, Noun
from reports.period import PeriodFacts
from reports.sources import Source


class Group(models.TextChoices):
    """What a figure is about; pages show the groups in this order."""

    MAIN = "main", gettext_lazy("Najważniejsze")
    ORGANIZATIONS = "organizations", gettext_lazy("Organizacje")
    PLACES = "places", gettext_lazy("Gdzie byliśmy")
    WORK = "work", gettext_lazy("Jak pracujemy")


@dataclass(frozen=True)
class Part:
    """One share of a figure that is made of kinds: „wizyty w organizacjach”, „12”, 12."""

    label: str
    text: str
    value: int


@dataclass(frozen=True)
class Answer:
    """What a definition computes; `missing` counts the meetings that it leaves out, and
    `missing_text` says so where the words of the definition would not do. `short`: without the
    noun, where that is not all before the last no-break space."""

    text: str
    value: int | None
    sources: tuple[Source, ...]
    missing: int = 0
    missing_text: str = ""
    parts: tuple[Part, ...] = ()
    short: str = ""


@dataclass(frozen=True)
class Definition:
    """A figure as an idea: its permanent address, its name and its sentence „jak liczymy”.

    `after`: the name as it follows the number („działań poza …” after 55), where a bare number
    comes first. `lacking`: what the meetings lack that it leaves out.
    """

    key: str
    label: Promise
    unit: str
    sentence: Promise
    compute: Callable[[PeriodFacts], Answer]
    group: Group
    after: Noun | None = None
    lacking: str = ""

    def left_out(self, answer: Answer) -> str:
        """Of nothing nothing is left out: where all is unknown, only an answer's own words."""
        if answer.missing_text or answer.value is None:
            return answer.missing_text
        return left_out(answer.missing, self.lacking)


@dataclass(frozen=True)
class Figure:
    """A figure of one period, fit for anybody to read. `value` is None when nothing is known.

    `short` is without the noun, which the label says: „około 170”, „3 z 18”, „brak danych”.
    """

    key: str
    label: str
    unit: str
    text: str
    short: str
    value: int | None
    definition: str
    sources: tuple[Source, ...]
    missing: int
    missing_text: str
    parts: tuple[Part, ...]
    group: str

    @property
    def sentence(self) -> str:
        """„około 170 osób, nie licząc 1 spotkania bez zapisanej liczby osób”"""
        is_short = self.missing and self.missing_text
        return f"{self.text}, {self.missing_text}" if is_short else self.text


def figure(definition: Definition, answer: Answer) -> Figure:
    return Figure(
        key=definition.key,
        label=str(definition.label),
        unit=definition.unit,
        text=answer.text,
        short=answer.short or answer.text.rpartition(NBSP)[0] or answer.text,
        value=answer.value,
        definition=str(definition.sentence),
        sources=answer.sources,
        missing=answer.missing,
        missing_text=definition.left_out(answer),
        parts=answer.parts,
        group=definition.group.value,
    )


def unknown(sources: tuple[Source, ...], missing: int = 0, missing_text: str = "") -> Answer:
    """Never a zero."""
    return Answer(_("brak danych"), None, sources, missing, missing_text)
