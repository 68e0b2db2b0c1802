"""The checks of a note: no person's data, counts that can be true, promises with a day."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from events.checks.numbers import Number, contradiction, numbers
from events.checks.promises import promise_findings
from events.checks.texts import Field, in_order, text_findings
from events.known_names import KnownNames
from events.models import AttendanceNote, Count
from portal.kernel.counts import Method, Unit
from portal.kernel.findings import Finding, Level
from portal.kernel.lint import Around
from portal.kernel.lint.privacy import full_names
from portal.kernel.lint.spans import Spans
from portal.kernel.months import day_of
from portal.kernel.polish import counted

ORDER = ("event", "summary", "internal", "")


def note_findings(note: AttendanceNote, at: datetime) -> list[Finding]:
    """Of a saved note, as it would be approved at `at`."""
    known, counts = KnownNames.load(), list(note.counts.order_by("pk"))
    years = {note.event.when.first_day.year, note.event.when.last_day.year}
    around = Around(day_of(at), tuple(sorted(years)), internal=True)
    fields = [Field("summary", note.summary), Field("internal", note.internal)]
    found = [
        *text_findings(fields, around, known, note.event.when.first_day),
        *_people([*fields, *_promised(note)], known),
        *_counts(note, counts),
        *_told(fields, counts),
        *promise_findings(note, around, known),
    ]
    return in_order(found, ORDER)


def _warn(field: str, sentence: str) -> Finding:
    return Finding(Level.WARN, field, sentence)


def _promised(note: AttendanceNote) -> list[Field]:
    """What was promised and what came of it: no place for people's data either."""
    rows = note.commitments.all()
    return [Field("", text) for row in rows for text in (row.text, row.result) if text]


def _people(fields: list[Field], known: KnownNames) -> Iterator[Finding]:
    """Names of people who hold no office that the portal knows."""
    for field in fields:
        public = Spans((row.start, row.end) for row in known.names.find(field.text))
        for found in full_names(field.text):
            is_public = public.overlap(found.start(), found.end())
            if not is_public and not field.text.endswith("im. ", 0, found.start()):
                sentence = _("„%s” wygląda na imię i nazwisko. W notatce nie ma danych osób: usuń.")
                yield _warn(field.name, sentence % found[0])


# Counts


def _counts(note: AttendanceNote, counts: list[Count]) -> Iterator[Finding]:
    people, organizations = _used(counts, Unit.PEOPLE), _used(counts, Unit.ORGANIZATIONS)
    if people is None:
        sentence = _("Nie ma liczby osób. Jeśli nikt jej nie zna, zostaw: będzie „brak danych”.")
        yield _warn("", sentence)
    yield from _fewer_people(people, organizations)
    yield from _list(note, organizations)


def _used(counts: list[Count], unit: Unit) -> Count | None:
    return next((row for row in counts if row.unit == unit and row.counted), None)


def _fewer_people(people: Count | None, organizations: Count | None) -> Iterator[Finding]:
    fewer, more = _value(people), _value(organizations)
    if fewer is not None and more is not None and fewer < more:
        sentence = _("Osób (%(people)s) jest mniej niż organizacji (%(others)s). Sprawdź liczby.")
        yield _warn("", sentence % {"people": fewer, "others": more})


def _value(count: Count | None) -> int | None:
    return count.value if count else None


def _list(note: AttendanceNote, organizations: Count | None) -> Iterator[Finding]:
    if organizations is None or organizations.method != Method.LIST:
        return
    named = note.presences.count()
    if organizations.value is not None and named != organizations.value:
        sentence = _("Liczba „z listy” to %(count)s, a na liście jest %(named)s.")
        yield _warn(
            "",
            sentence
            % {
                "count": counted(organizations.value, "organizacja"),
                "named": counted(named, "organizacja"),
            },
        )


def _told(fields: list[Field], counts: list[Count]) -> Iterator[Finding]:
    """A number in the text that none of the rows has."""
    known = [
        Number(row.value, Unit(row.unit), row.quantity.text)
        for row in counts
        if row.value is not None
    ]
    for field in fields:
        units = {row.unit for row in known}
        told = [row for row in numbers(field.text) if row.unit in units]
        if sentence := contradiction(told, known, _("wiersz z liczbą")):
            yield _warn(field.name, sentence)
