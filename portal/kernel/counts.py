"""Numbers that keep their doubt: „blisko 100 osób”, and sums that keep it too.

Rules (the office's own texts use each of these words):
- unknown is never zero: it is left out of a sum, and the sum says how many it leaves out;
- people are never added to organizations;
- raw values are added and rounded once, for display.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.kernel.polish import NBSP, counted, form, number


class Qualifier(models.TextChoices):
    EXACTLY = "exactly", _("dokładnie")
    ABOUT = "about", _("około")
    NEARLY = "nearly", _("blisko")
    OVER = "over", _("ponad")
    AT_LEAST = "at_least", _("co najmniej")
    UP_TO = "up_to", _("do")
    A_FEW = "a_few", _("kilka (bez liczby)")
    DOZENS = "dozens", _("kilkadziesiąt (bez liczby)")


class Unit(models.TextChoices):
    PEOPLE = "people", _("osoby")
    ORGANIZATIONS = "organizations", _("organizacje")


class Method(models.TextChoices):
    LIST = "list", _("z listy")
    COUNTED = "counted", _("policzono")
    ESTIMATE = "estimate", _("szacunek")
    REPORTED = "reported", _("podał organizator")


NOUN = {Unit.PEOPLE: "osoba", Unit.ORGANIZATIONS: "organizacja"}
WITHOUT_VALUE = {Qualifier.A_FEW: "kilka", Qualifier.DOZENS: "kilkadziesiąt"}
LOWER_BOUNDS = {Qualifier.OVER, Qualifier.AT_LEAST}
# Prepositions that govern the genitive: „około 22 osób”, but „blisko 22 osoby” (PWN).
GENITIVE = {Qualifier.ABOUT, Qualifier.UP_TO}
# What a meeting lacks that a sum leaves out.
LACKING = {
    Unit.PEOPLE: "bez zapisanej liczby osób",
    Unit.ORGANIZATIONS: "bez zapisanej liczby organizacji",
}
LEFT_OUT = "nie licząc"


@dataclass(frozen=True)
class Quantity:
    """One count as it was given; `value` is None exactly for „kilka” and „kilkadziesiąt”."""

    qualifier: Qualifier
    value: int | None
    unit: Unit

    def __post_init__(self) -> None:
        if (self.value is None) != (self.qualifier in WITHOUT_VALUE):
            raise ValueError("Liczba i określenie nie pasują do siebie.")
        if self.value is not None and self.value < 0:
            raise ValueError("Liczba nie może być ujemna.")
        if self.value == 0 and self.qualifier != Qualifier.EXACTLY:
            raise ValueError("Zero może być tylko dokładne.")

    @property
    def text(self) -> str:
        """„blisko 100 osób”, „około 22 osób”, „22 osoby”, „kilkadziesiąt organizacji”."""
        noun = NOUN[self.unit]
        if self.value is None:
            return f"{WITHOUT_VALUE[self.qualifier]}{NBSP}{form(5, noun)}"
        if self.qualifier == Qualifier.EXACTLY:
            return counted(self.value, noun)
        word = form(in_case(self.value, genitive=self.qualifier in GENITIVE), noun)
        return f"{self.qualifier.label}{NBSP}{number(self.value)}{NBSP}{word}"


def in_case(value: int, *, genitive: bool) -> float:
    """The number whose form a noun takes beside `value`: „22 osoby”, but „około 22 osób”."""
    if not genitive:
        return value
    # The genitive singular is also the form that follows a fraction.
    return 1.5 if value == 1 else 5


def governs_genitive(text: str) -> bool:
    """Whether the words before a number do: of „około 22”, not of „co najmniej 22”."""
    return text.startswith(tuple(f"{word.label}{NBSP}" for word in GENITIVE))


@dataclass(frozen=True)
class Total:
    """A sum and what it leaves out. `quantity` is None when nothing is known."""

    unit: Unit
    quantity: Quantity | None
    parts: int
    missing: int

    @property
    def text(self) -> str:
        return self.quantity.text if self.quantity else "brak danych"

    @property
    def missing_text(self) -> str:
        """Which meetings the sum leaves out, in words that read alone; empty for none, and
        where nothing at all is known: of nothing nothing is left out."""
        return left_out(self.missing, LACKING[self.unit]) if self.quantity else ""

    @property
    def sentence(self) -> str:
        """„około 170 osób, nie licząc 1 spotkania bez zapisanej liczby osób”; „brak danych”"""
        return ", ".join(filter(None, (self.text, self.missing_text)))


def left_out(meetings: int, lacking: str = "") -> str:
    """„nie licząc 1 spotkania”, „nie licząc 2 spotkań bez listy organizacji”; empty for none."""
    if not meetings:
        return ""
    noun = form(in_case(meetings, genitive=True), "spotkanie")
    return " ".join(filter(None, (f"{LEFT_OUT} {number(meetings)}{NBSP}{noun}", lacking)))


def as_sentence(left_out: str) -> str:
    """The same words as a sentence: „Nie wliczono 2 spotkań bez zapisanej liczby osób.”"""
    said = left_out.replace(LEFT_OUT, "nie wliczono", 1)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def total(quantities: Iterable[Quantity | None], unit: Unit) -> Total:
    """The honest sum. None, „kilka” and „kilkadziesiąt” count as missing.

    Raises ValueError when a part has another unit. The order of parts never matters.
    """
    given = list(quantities)
    if any(part and part.unit != unit for part in given):
        raise ValueError("Osób nie dodaje się do organizacji.")
    known = [part for part in given if part and part.value is not None]
    return Total(unit, add(known, unit), len(known), len(given) - len(known))


def add(known: list[Quantity], unit: Unit) -> Quantity | None:
    """One part stays as it was said; several make the sum as doubtful as its worst part."""
    if len(known) <= 1:
        return known[0] if known else None
    raw = sum(part.value or 0 for part in known)
    qualifiers = {part.qualifier for part in known}
    if qualifiers == {Qualifier.EXACTLY}:
        return Quantity(Qualifier.EXACTLY, raw, unit)
    if qualifiers <= LOWER_BOUNDS | {Qualifier.EXACTLY}:
        return Quantity(Qualifier.AT_LEAST, raw, unit)
    return Quantity(Qualifier.ABOUT, rounded(raw), unit)


def rounded(value: int) -> int:
    """Half up: to the tens from 20, to the hundreds from 1000; smaller stays itself."""
    step = 100 if value >= 1000 else 10 if value >= 20 else 1
    return (value + step // 2) // step * step
