"""The checks of text, field by field: the lint, and the names that the office knows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from events.known_names import KnownNames
from portal.kernel import phrases
from portal.kernel.findings import Finding, Level
from portal.kernel.lint import Around, Weight, Writing, lint, of_html, of_text, of_title

LEVELS = {Weight.WRONG: Level.BLOCK, Weight.DOUBTFUL: Level.WARN}
GRAVITY = [Level.BLOCK, Level.WARN]


@dataclass(frozen=True)
class Field:
    """One text of the form, by the form's name for it."""

    name: str
    text: str
    kind: str = "text"  # title, text or html

    def writing(self, around: Around) -> Writing:
        return {"title": of_title, "text": of_text, "html": of_html}[self.kind](self.text, around)


def text_findings(
    fields: Iterable[Field], around: Around, known: KnownNames, day: date
) -> Iterator[Finding]:
    """`day` is the one on which those named should be in office."""
    for field in fields:
        writing = field.writing(around)
        yield from _slips(field, writing)
        yield from _names(field, writing.text, known, day)


def _slips(field: Field, writing: Writing) -> Iterator[Finding]:
    for problem in lint(writing):
        if problem.weight in LEVELS:
            level = LEVELS[problem.weight]
            yield Finding(level, field.name, problem.sentence, problem.instead)


def _names(field: Field, text: str, known: KnownNames, day: date) -> Iterator[Finding]:
    for row in known.lookalikes(text):
        sentence = _("„%(word)s” przypomina nazwę „%(name)s”. Czy to nie ona?") % {
            "word": row.word,
            "name": row.name,
        }
        yield Finding(Level.WARN, field.name, sentence, row.instead)
    for variant in known.variants(text):
        sentence = _("„%s”: tę nazwę zapisujemy inaczej.") % variant.words
        yield Finding(Level.WARN, field.name, sentence, variant.instead)
    for holder in known.out_of_office(text, day):
        sentence = _("%(name)s: funkcja do %(day)s Sprawdź, czy to właściwa osoba.") % {
            "name": holder.name,
            "day": phrases.full_day(holder.until or day),
        }
        yield Finding(Level.WARN, field.name, sentence)


def in_order(found: Iterable[Finding], names: tuple[str, ...]) -> list[Finding]:
    """What blocks first, then as the form goes; each sentence once for a field."""
    places = {name: place for place, name in enumerate(names)}
    once = dict.fromkeys(found)
    return sorted(
        once, key=lambda row: (GRAVITY.index(row.level), places.get(row.field, len(places)))
    )
