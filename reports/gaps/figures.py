"""A text that gives another number than the figure it names: „12 spotkań” beside 13.

Any number that the figures, their parts, the months or the notes know is right somewhere, so only
what none of them knows is told of.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from django.utils.translation import gettext as _

from portal.kernel.counts import NOUN, Unit, total
from portal.kernel.months import Month
from portal.kernel.polish import NOUNS
from reports.figures import Figure, figures_of
from reports.gaps.evidence import Evidence
from reports.gaps.gap import Detail, Gap, Kind
from reports.gaps.links import to_report
from reports.period import Meeting, PeriodFacts, is_standing

COUNTED = ("spotkanie", "działanie", "osoba", "organizacja")
FORMS = {
    form: word
    for word in COUNTED
    for form in (NOUNS[word].one, NOUNS[word].few, NOUNS[word].many, NOUNS[word].other)
}
AMOUNT = re.compile(
    # „8 z 12 organizacji” is no 12 organizations, and „w 2026 r.” no amount at all.
    r"(?<!\bz\s)(?<![\d,.])\b(?P<value>\d{1,3}(?:[ \xa0]\d{3})+|\d{1,6})\s+"
    r"(?:[a-ząćęłńóśźż]+(?:e|ych|ich)\s+)?"
    rf"(?P<noun>{'|'.join(sorted(FORMS, key=len, reverse=True))})\b"
)

Known = dict[str, set[int]]


def amounts(text: str) -> Iterator[tuple[str, int, str]]:
    """(the noun, how many, the words) of each amount of what the figures count."""
    for found in AMOUNT.finditer(text):
        yield FORMS[found["noun"]], int("".join(found["value"].split())), found[0]


def misquoted(evidence: Evidence) -> Iterator[Gap]:
    """Figures are computed only for what the plain sums do not know: they bring their sources."""
    known, figures = counted_in(evidence.facts), Figures(evidence.facts)
    for key, where, text in texts_of(evidence):
        wrong: dict[str, str] = {}
        for noun, value, words in amounts(text):
            if value not in known[noun] and value not in figures.known[noun]:
                wrong.setdefault(noun, words)
        for noun, words in wrong.items():
            if figure := next((row for row in figures.all if row.unit == noun), None):
                yield of_figure(f"figure:{key}:{noun}", where, words, figure, evidence)


def texts_of(evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    """(part of the key, where it stands, the words)"""
    yield "lead", _("Wstęp podsumowania"), evidence.report.lead
    for section in evidence.sections:
        month = Month.of(section.month)
        yield month.slug, _("Otwarcie: %s") % month.nominative, section.opening


def counted_in(facts: PeriodFacts) -> Known:
    """Meetings, activities, people and organizations: of the period, its months, its meetings."""
    meetings, activities = by_month(facts)
    known: Known = defaultdict(set)
    known["spotkanie"] = {len(facts.meetings), *map(len, meetings.values())}
    known["działanie"] = {len(facts.activities), *activities.values()}
    for rows in (facts.meetings, *meetings.values()):
        for unit in Unit:
            quantities = [meeting.quantity(unit) for meeting in rows]
            for quantity in (total(quantities, unit).quantity, *quantities):
                if quantity and quantity.value is not None:
                    known[NOUN[unit]].add(quantity.value)
    return known


def by_month(facts: PeriodFacts) -> tuple[dict[Month, list[Meeting]], Counter[object]]:
    """Once through the records: the meetings of each month, and how many activities each has,
    with and without those that went on for months."""
    meetings: dict[Month, list[Meeting]] = defaultdict(list)
    for meeting in facts.meetings:
        meetings[Month.of(meeting.event.starts_at)].append(meeting)
    activities: Counter[object] = Counter()
    for row in facts.activities:
        month = max(Month.of(row.starts_at), facts.span.first)
        activities.update((month, (month, is_standing(row))))
    return meetings, activities


class Figures:
    """Every figure of the period, and every number that stands in one; made when asked for."""

    def __init__(self, facts: PeriodFacts) -> None:
        self.facts = facts

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        return figures_of(self.facts)

    @cached_property
    def known(self) -> Known:
        known: Known = defaultdict(set)
        for figure in self.all:
            known[figure.unit] |= {figure.value or 0, figure.missing}
            known[figure.unit] |= {part.value for part in figure.parts}
            for noun, value, _words in amounts(f"{figure.text}; {figure.missing_text}"):
                known[noun].add(value)
        return known


def of_figure(key: str, where: str, words: str, figure: Figure, evidence: Evidence) -> Gap:
    said = " ".join(words.split())
    sentence = _("%(where)s mówi „%(said)s”, a liczba „%(label)s” to %(text)s.")
    return Gap(
        key=key,
        kind=Kind.FIGURE,
        subject=f"„{said}”",
        sentence=sentence
        % {"where": where, "said": said, "label": figure.label, "text": figure.text},
        facts=(said, figure.text),
        details=(Detail(where, said), Detail(figure.label, figure.sentence)),
        ways=(to_report(evidence.report, _("Popraw tekst")),),
    )
