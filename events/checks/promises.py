"""The checks of what was promised: by a function and no person, until a day that can be true."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from events.checks.texts import Field, text_findings
from events.known_names import KnownNames
from events.models import AttendanceNote, Commitment
from portal.kernel.findings import Finding, Level
from portal.kernel.lint import Around
from portal.kernel.lint.first_names import FIRST_NAMES
from portal.kernel.lint.privacy import MAILBOX, PHONE
from portal.kernel.lint.spans import Spans
from portal.kernel.names import fold
from portal.kernel.phrases import full_day

MOST = 10  # findings of one kind: more would be read by nobody
FAR = 731  # days, two years ahead
CAPITAL, SMALL = "A-ZĄĆĘŁŃÓŚŹŻ", "a-ząćęłńóśźż"
# „p. Nowak”, „pani Anna”, „A. Buszek”: somebody, whoever it is.
SOMEBODY = re.compile(
    rf"(?:\b(?:[Pp]an|[Pp]ani|[Pp]aństwo)\s+|\b[Pp]\.\s*|\b[{CAPITAL}]\.\s*)[{CAPITAL}][{SMALL}]{{2,}}"
)
WORD = re.compile(r"[^\W\d_]+")
NAMED_AFTER = re.compile(r"\b(?:im|św|bł)\.\s*(?:[^\W\d_]+\s+){0,2}$")


def promise_findings(note: AttendanceNote, around: Around, known: KnownNames) -> Iterator[Finding]:
    """Of the note's commitments, as they would be approved on the day that `around` names."""
    rows = sorted(note.commitments.all(), key=lambda row: row.pk)
    met = note.event.when.first_day
    for row in rows[: MOST * 3]:
        yield from _owner(row, known)
        yield from _days(row, met, around.day)
        yield from _told(row, around, known, met)
    yield from _twice(rows)


def _warn(row: Commitment, sentence: str) -> Finding:
    return Finding(Level.WARN, "", _("Ustalenie „%s”: ") % shortened(row.text) + sentence)


def shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"


def _owner(row: Commitment, known: KnownNames) -> Iterator[Finding]:
    if looks_like_a_person(row.owner, known):
        sentence = _("„%s” wygląda na osobę. Wpisz funkcję, np. „Pełnomocnik ds. NGO”.")
        yield _warn(row, sentence % row.owner)


def looks_like_a_person(owner: str, known: KnownNames) -> bool:
    """Also somebody who holds an office: offices keep promises, whoever sits in them."""
    holders = {holder.name for holder in known.holders}
    found = known.names.find(owner)
    if any(row.name in holders for row in found) or reaches_somebody(owner):
        return True
    things = Spans((row.start, row.end) for row in found if row.name not in holders)
    if any(not things.hold(word.start()) for word in SOMEBODY.finditer(owner)):
        return True
    return any(
        word[0] in FIRST_NAMES
        and not things.hold(word.start())
        and not NAMED_AFTER.search(owner[: word.start()])
        for word in WORD.finditer(owner)
    )


def reaches_somebody(text: str) -> bool:
    """By a mailbox or a telephone."""
    return bool(PHONE.search(text)) or any(found["host"] for found in MAILBOX.finditer(text))


def _days(row: Commitment, met: date, today: date) -> Iterator[Finding]:
    if row.due is None:
        if row.state == Commitment.State.OPEN:
            yield _warn(row, _("nie ma terminu. Dopisz, do kiedy."))
    elif row.due < met:
        yield _warn(row, _("termin jest sprzed spotkania: %s") % full_day(row.due))
    elif row.state == Commitment.State.OPEN and row.due < today:
        yield _warn(row, _("termin minął: %s Rozlicz je albo przesuń.") % full_day(row.due))
    elif (row.due - today).days > FAR:
        yield _warn(row, _("termin jest bardzo odległy: %s") % full_day(row.due))
    if row.done_on and row.done_on > today:
        yield _warn(row, _("ma być zrobione dopiero: %s") % full_day(row.done_on))
    if row.done_on and row.done_on < met:
        yield _warn(row, _("zrobiono je przed spotkaniem: %s") % full_day(row.done_on))


def _told(row: Commitment, around: Around, known: KnownNames, met: date) -> Iterator[Finding]:
    """What visitors would read of it."""
    if not row.public:
        return
    if row.state != Commitment.State.OPEN and not row.result:
        missing = {
            Commitment.State.DONE.value: _("na stronie nie będzie widać, co zrobiliśmy. Dopisz."),
            Commitment.State.DROPPED.value: _("na stronie nie będzie widać, dlaczego. Dopisz."),
        }
        yield _warn(row, missing[row.state])
    yield from text_findings([Field("", row.text), Field("", row.result)], around, known, met)


def _twice(rows: list[Commitment]) -> Iterator[Finding]:
    seen: set[str] = set()
    for row in rows:
        if (words := fold(row.text)) in seen:
            yield _warn(row, _("stoi tu dwa razy."))
        seen.add(words)
