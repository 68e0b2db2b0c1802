"""One meeting, two counts in two texts (S1): the note's are held against every text about it.

Counts that the note holds side by side are settled: somebody chose the one that figures use. Of
a text that gives the right number somewhere, its other numbers are left in peace.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.checks.numbers import Number, numbers
from events.models import AttendanceNote
from portal.kernel.counts import Qualifier, Quantity, Unit
from reports.gaps.evidence import Evidence
from reports.gaps.fitting import Said, fits
from reports.gaps.gap import Detail, Gap, Kind, Way
from reports.gaps.links import note_url, to_event, to_new_note, to_note, to_report
from reports.gaps.naming import name_of_event
from reports.gaps.passages import Passage, Passages
from reports.period import Meeting

GENITIVE = {Unit.PEOPLE: "osób", Unit.ORGANIZATIONS: "organizacji"}


@dataclass(frozen=True)
class Told:
    """A number as a text gives it, or as the note holds it."""

    said: Said
    words: str
    where: str
    url: str

    @property
    def detail(self) -> Detail:
        return Detail(self.where, self.words, self.url)


@dataclass(frozen=True)
class Compared:
    """What is said of one meeting in one unit."""

    unit: Unit
    recorded: list[Told]
    told: list[Told]

    @property
    def known(self) -> list[Told]:
        """What the texts are held against: the note, or the first text where it is silent."""
        return self.recorded or self.told[:1]

    @property
    def others(self) -> list[Told]:
        """Those that cannot be true together with any that is known."""
        said = [row.said for row in self.known]
        return [row for row in self.told if not any(fits(row.said, one) for one in said)]

    @property
    def reworded(self) -> list[Told]:
        """The same number under another word: „blisko 70” and „około 70”."""
        said = {row.said for row in self.known}
        values = {value for _qualifier, value in said}
        return [row for row in self.told if row.said not in said and row.said[1] in values]


def disagreeing(evidence: Evidence, passages: Passages) -> Iterator[Gap]:
    for meeting in evidence.facts.meetings:
        note = evidence.notes.get(meeting.event.pk)
        texts = [row for row in passages[meeting.event.pk] if row.for_counts]
        told = list(told_in(texts))
        if told:
            rows = [compared(unit, note, told) for unit in Unit]
            yield from of_meeting(meeting, note, rows, evidence)


def told_in(texts: list[Passage]) -> Iterator[tuple[Passage, Number]]:
    return ((text, row) for text in texts for row in numbers(text.text))


def compared(
    unit: Unit, note: AttendanceNote | None, told: list[tuple[Passage, Number]]
) -> Compared:
    own = [(text, row) for text, row in told if row.unit == unit]
    recorded = list(recorded_in(note, unit)) if note else []
    said = [row.said for row in recorded] or [(row.qualifier, row.value) for _text, row in own[:1]]
    by_text: dict[Passage, list[Number]] = {}
    for text, row in own:
        by_text.setdefault(text, []).append(row)
    kept = [(text, row) for text, rows in by_text.items() for row in worth_comparing(rows, said)]
    found = [Told((row.qualifier, row.value), row.words, t.where, t.url) for t, row in kept]
    return Compared(unit, recorded, found)


def worth_comparing(rows: list[Number], known: list[Said]) -> list[Number]:
    """Those that fit, where some do: „5 organizacji na scenie” is no other count of 70."""
    fitting = [row for row in rows if any(fits((row.qualifier, row.value), one) for one in known)]
    return fitting or rows[:1]


def recorded_in(note: AttendanceNote, unit: Unit) -> Iterator[Told]:
    """As approved; of a note that nobody has approved, as it is written."""
    rows = note.current.data["counts"] if note.current else [vars(row) for row in note.counts.all()]
    for row in rows:
        if row["unit"] == unit:
            quantity = Quantity(Qualifier(row["qualifier"]), row["value"], unit)
            where = _("Notatka (%s)") % row["source"] if row["source"] else _("Notatka")
            said = (quantity.qualifier, quantity.value)
            yield Told(said, quantity.text, where, note_url(note))


## Gaps


def of_meeting(
    meeting: Meeting, note: AttendanceNote | None, rows: list[Compared], evidence: Evidence
) -> Iterator[Gap]:
    ways = ways_of(meeting, note, evidence)
    for row in rows:
        if row.others:
            yield two_counts(meeting, row, ways)
        elif row.reworded:
            yield other_word(meeting, row, ways)
    unwritten = [row for row in rows if row.told and not row.recorded]
    if unwritten and (note or len(unwritten) > 1):
        yield other_unit(meeting, rows, ways)


def two_counts(meeting: Meeting, row: Compared, ways: tuple[Way, ...]) -> Gap:
    sides, name = [*row.known, *row.others], name_of_event(meeting.event)
    sentence = _("Różne liczby %(unit)s o jednym spotkaniu, %(name)s: %(words)s.")
    words = {"unit": GENITIVE[row.unit], "name": name, "words": in_words(sides)}
    key = f"two_counts:{row.unit}:{meeting.event.pk}"
    return Gap(key, Kind.TWO_COUNTS, name, sentence % words, *both(sides), ways)


def other_word(meeting: Meeting, row: Compared, ways: tuple[Way, ...]) -> Gap:
    sides, name = [*row.known, *row.reworded], name_of_event(meeting.event)
    sentence = _("Ta sama liczba, inne słowo, %(name)s: %(words)s.")
    words = {"name": name, "words": in_words(sides)}
    key = f"other_word:{row.unit}:{meeting.event.pk}"
    return Gap(key, Kind.OTHER_WORD, name, sentence % words, *both(sides), ways)


def other_unit(meeting: Meeting, rows: list[Compared], ways: tuple[Way, ...]) -> Gap:
    """A text counts what the note does not: both may be true, and then both are written down."""
    sides, name = [side for row in rows for side in row.known], name_of_event(meeting.event)
    if len({row.unit for row in rows if row.known}) > 1:
        sentence = _("Różne jednostki, %(name)s: %(words)s. Oba mogą być prawdą: zapisz obie.")
    else:
        sentence = _("Tekst podaje liczbę, której nie ma w notatce, %(name)s: %(words)s.")
    said = sentence % {"name": name, "words": in_words(sides)}
    key = f"other_unit:{meeting.event.pk}"
    return Gap(key, Kind.OTHER_UNIT, name, said, *both(sides), ways)


def both(sides: list[Told]) -> tuple[tuple[str, ...], tuple[Detail, ...]]:
    """The facts and the details of what stands side by side."""
    facts = sorted({f"{qualifier} {value}" for qualifier, value in (row.said for row in sides)})
    return tuple(facts), tuple(dict.fromkeys(row.detail for row in sides))


def in_words(sides: list[Told]) -> str:
    """„„blisko 70 organizacji” i „około 70 organizacji””, each once."""
    words = list(dict.fromkeys(f"„{' '.join(row.words.split())}”" for row in sides))
    return _(" i ").join(filter(None, (", ".join(words[:-1]), words[-1])))


def ways_of(meeting: Meeting, note: AttendanceNote | None, evidence: Evidence) -> tuple[Way, ...]:
    to_its_note = to_note(note, _("Otwórz notatkę")) if note else to_new_note(meeting.event)
    report = to_report(evidence.report, _("Popraw podsumowanie"))
    return (to_its_note, report, to_event(meeting.event))
