"""What an event is called in a sentence, in the cases that sentences need.

Sentences of Polish grammar, not catalogue entries: another language needs a module of its own.
"""

from dataclasses import dataclass
from datetime import datetime

from events.models import Event, Series
from portal.kernel.ordinals import accusative, genitive
from portal.kernel.polish import NBSP, NOUNS, Gender
from portal.kernel.typography import typeset

ACCUSATIVES = {"odsłona": "odsłonę", "edycja": "edycję"}
GENITIVES = {
    "odsłona": "odsłony",
    "edycja": "edycji",
    "spotkanie": "spotkania",
    "posiedzenie": "posiedzenia",
}
Numbering = Series.Numbering


@dataclass(frozen=True)
class Subject:
    """„trzecia odsłona cyklu „X”” in three cases; the gender of its noun."""

    nominative: str
    accusative: str
    genitive: str
    gender: Gender

    @property
    def which_was_to_be(self) -> str:
        """After the accusative: „…, która miała się odbyć”."""
        return "która miała się odbyć" if self.gender == "f" else "które miało się odbyć"

    @property
    def was_not_held(self) -> str:
        """Before the nominative: „Nie odbyła się trzecia odsłona”."""
        return "Nie odbyła się" if self.gender == "f" else "Nie odbyło się"


def subject_of(event: Event, at: datetime) -> Subject:
    """Names the cycle only where visitors may know it by `at`, and never the same words twice."""
    series = event.series if event.series and event.series.is_public(at) else None
    if not series:
        return meeting(quoted(event.title))
    if event.edition is None or not event.edition_label:
        return unnumbered(event, series)
    own = "" if series.name in event.title else f"{quoted(event.title)}, "
    return numbered(event.edition, series, own)


def meeting(named: str) -> Subject:
    """„spotkanie „Herbata””"""
    return Subject(f"spotkanie {named}", f"spotkanie {named}", f"spotkania {named}", "n")


def unnumbered(event: Event, series: Series) -> Subject:
    """Of a cycle without numbers, or an edition whose number nobody knows."""
    of_cycle = f"z{NBSP}cyklu {quoted(series.name)}"
    if event.title == series.name:
        return meeting(of_cycle)
    if series.name in event.title:
        return meeting(quoted(event.title))
    return meeting(f"{quoted(event.title)} {of_cycle}")


def numbered(number: int, series: Series, own: str) -> Subject:
    """„trzecią odsłonę cyklu „X””; `own` is a title that does not name the cycle, with a comma."""
    noun = series.edition_noun
    gender = NOUNS[noun].gender
    tail = f"{'cyklu' if gender == 'f' else f'z{NBSP}cyklu'} {quoted(series.name)}"
    nouns = (noun, ACCUSATIVES.get(noun, noun), GENITIVES[noun])
    pairs = zip(ordinals(number, series), nouns, strict=True)
    nominative, acc, gen = (f"{which} {form} {tail}" for which, form in pairs)
    if own:
        return Subject(
            f"spotkanie {own}{nominative}",
            f"spotkanie {own}{acc}",
            f"spotkania {own}{gen}",
            "n",
        )
    return Subject(nominative, acc, gen, gender)


def ordinals(number: int, series: Series) -> tuple[str, str, str]:
    """The number in the cycle's style: digits and Roman numerals read alike in every case."""
    label = series.edition_label(number).removesuffix(series.edition_noun).strip()
    if series.numbering in {Numbering.ROMAN_BEFORE, Numbering.ARABIC}:
        return label, label, label
    gender = NOUNS[series.edition_noun].gender
    return label, accusative(number, gender), genitive(number, gender)


def quoted(title: str) -> str:
    """In Polish quotes; quotes inside it become the second pair."""
    inner = typeset(title).replace(NBSP, " ").replace("„", "«").replace("”", "»")
    return f"„{inner}”"
