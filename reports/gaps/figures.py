"""A text that gives another number than the figure it names: „12 spotkań” or „trzy” beside 13.

A number of the whole period is right anywhere, one of a month where the text speaks of that month,
and any that the figures, their parts, the notes or the newest draft know is right somewhere: only
what none of them knows is told of.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from events.importing.sentences import split
from portal.kernel.counts import NOUN, Unit, total
from portal.kernel.date_words import MONTH_FORMS, plain
from portal.kernel.months import Month, MonthSpan
from reports.figures import Figure, figures_of
from reports.gaps.amounts import Amount, amounts
from reports.gaps.evidence import Evidence
from reports.gaps.gap import Detail, Gap, Kind
from reports.gaps.links import to_report
from reports.period import Meeting, PeriodFacts, is_standing

OVER = 1.2  # „ponad 40 osób” of at most 48

Known = dict[str, set[int]]


@dataclass(frozen=True)
class Text:
    """A text of the report, beside what the records would make it say now."""

    key: str
    where: str
    words: str
    drafted: str
    month: Month | None = None

    def amounts(self, span: MonthSpan) -> Iterator[tuple[Amount, set[Month]]]:
        """Each amount, with the months that its sentence speaks of."""
        own = {self.month} if self.month else set()
        for sentence in split(self.words):
            for amount in amounts(sentence):
                yield amount, own | months_in(sentence, span)


def months_in(sentence: str, span: MonthSpan) -> set[Month]:
    """Those that it names, unless it names the whole period: „Od stycznia do maja 2026 r.”"""
    said, whole = plain(sentence), plain(span.sentence)
    named = {MONTH_FORMS.get(word) for word in re.findall(r"\w+", said.replace(whole, " "))}
    return {month for month in span if month.number in named}


def misquoted(evidence: Evidence) -> Iterator[Gap]:
    known = Numbers(evidence.facts)
    for text in texts_of(evidence):
        wrong: dict[str, str] = {}
        drafted = list(amounts(text.drafted))
        for amount, months in text.amounts(evidence.facts.span):
            if not known.allow(amount, months, drafted):
                wrong.setdefault(amount.noun, amount.words)
        for noun, words in wrong.items():
            if figure := next((row for row in known.figures if row.unit == noun), None):
                yield of_figure(f"figure:{text.key}:{noun}", text.where, words, figure, evidence)


def texts_of(evidence: Evidence) -> Iterator[Text]:
    draft = evidence.draft
    yield Text("lead", _("Wstęp podsumowania"), evidence.report.lead, draft.lead)
    openings = {row.month: row.opening for row in draft.sections}
    for section in evidence.sections:
        month = Month.of(section.month)
        where = _("Otwarcie: %s") % month.nominative
        yield Text(month.slug, where, section.opening, openings.get(month, ""), month)


class Numbers:
    """What the records count: of the period, of its months, and of its figures. The figures, which
    bring their sources, are made only when the plain sums know nothing of a number."""

    def __init__(self, facts: PeriodFacts) -> None:
        self.facts = facts
        self.whole, self.of_month = counted_in(facts), counted_by_month(facts)

    def allow(self, amount: Amount, months: set[Month], drafted: list[Amount]) -> bool:
        noun, value = amount.noun, amount.value
        if value in self.whole[noun] or any(value in self.of_month[m][noun] for m in months):
            return True
        if any(is_same(amount, row) for row in drafted):
            return True
        if amount.is_ours:
            return False
        known = self.in_figures[noun]
        return value in known or (amount.is_more and is_a_little_more(known, value))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return figures_of(self.facts)

    @cached_property
    def in_figures(self) -> Known:
        """Every number that stands in a figure. Of places, the parts count meetings."""
        known: Known = defaultdict(set, {noun: set(found) for noun, found in self.whole.items()})
        for figure in self.figures:
            known[figure.unit] |= {figure.value or 0, figure.missing}
            if figure.unit != "miejsce":
                known[figure.unit] |= {part.value for part in figure.parts}
            for amount in amounts(figure.text):
                known[amount.noun].add(amount.value)
        return known


def is_same(amount: Amount, drafted: Amount) -> bool:
    same = (amount.noun, amount.value) == (drafted.noun, drafted.value)
    return same and (drafted.is_ours or not amount.is_ours)


def is_a_little_more(known: set[int], value: int) -> bool:
    return any(value < number <= value * OVER for number in known)


def counted_in(facts: PeriodFacts) -> Known:
    """Meetings, activities and places of the period; people and organizations also of its months
    and meetings, which texts name by other things than their months."""
    standing = sum(1 for row in facts.activities if is_standing(row))
    known: Known = defaultdict(set)
    known["spotkanie"] = {len(facts.meetings)}
    known["działanie"] = {len(facts.activities), len(facts.activities) - standing}
    known["miejsce"] = {places(facts.meetings)}
    for rows in (facts.meetings, *meetings_by_month(facts).values()):
        for unit in Unit:
            known[NOUN[unit]] |= sums(rows, unit)
    return known


def sums(meetings: Iterable[Meeting], unit: Unit) -> set[int]:
    """Of all together, and of each."""
    quantities = [meeting.quantity(unit) for meeting in meetings]
    found = (total(quantities, unit).quantity, *quantities)
    return {row.value for row in found if row and row.value is not None}


def counted_by_month(facts: PeriodFacts) -> dict[Month, Known]:
    """How many meetings, places and activities each has, with and without those of months."""
    found: dict[Month, Known] = defaultdict(lambda: defaultdict(set))
    activities: Counter[object] = Counter()
    for row in facts.activities:
        month = max(Month.of(row.starts_at), facts.span.first)
        activities.update((month, (month, is_standing(row))))
    by_month = meetings_by_month(facts)
    for month in facts.span:
        rows, counts = by_month[month], (month, (month, True), (month, False))
        found[month]["spotkanie"] = {len(rows)}
        found[month]["miejsce"] = {places(rows)}
        found[month]["działanie"] = {activities[key] for key in counts}
    return found


def meetings_by_month(facts: PeriodFacts) -> dict[Month, list[Meeting]]:
    meetings: dict[Month, list[Meeting]] = defaultdict(list)
    for meeting in facts.meetings:
        meetings[Month.of(meeting.event.starts_at)].append(meeting)
    return meetings


def places(meetings: Iterable[Meeting]) -> int:
    """By their names, as the draft counts them."""
    return len({meeting.event.place_name for meeting in meetings} - {""})


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
