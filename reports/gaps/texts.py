"""The checks of a report's own words, before a version freezes them for ever."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.subject import quoted
from portal.kernel.findings import Finding, Level
from portal.kernel.lint import Around, Problem, Weight, Writing, lint, of_html, of_text, of_title
from portal.kernel.lint.rule import Rule
from portal.kernel.months import Month, day_of
from reports.models import Report

LEVELS = {Weight.WRONG: Level.BLOCK, Weight.DOUBTFUL: Level.WARN}
NAMED = 60  # letters of a line that its finding shows
READERS = {"title": of_title, "text": of_text, "html": of_html}
MARKUP = Rule(
    re.compile(
        r"(?i)</?(?:a|b|br|div|em|h[1-6]|i|iframe|img|li|ol|p|script|span|strong|style|u|ul)"
        r"(?:\s[^<>]{0,200})?/?>"
    ),
    gettext_lazy("„%s” to znacznik HTML: na stronie byłoby go widać jako tekst. Usuń go."),
    weight=Weight.WRONG,
)


@dataclass(frozen=True)
class Text:
    """`field`: its name in the form, or "" where `where` says which one it is."""

    words: str
    field: str = ""
    where: str = ""
    kind: str = "text"


def text_findings(report: Report, at: datetime) -> list[Finding]:
    """What blocks, then what is doubtful in the words that no version has held yet. The number of
    queries does not grow with the lines."""
    around = Around(day_of(at), tuple({month.year for month in report.span}))
    published = words_of(report)
    found = [
        row
        for text in texts_of(report)
        for row in of_one(text, around)
        if row.level is Level.BLOCK or text.words not in published
    ]
    return sorted(dict.fromkeys(found), key=lambda row: row.level is not Level.BLOCK)


def texts_of(report: Report) -> Iterator[Text]:
    yield Text(report.title, "title", kind="title")
    yield Text(report.lead, "lead")
    for section in report.sections.all():
        month = Month.of(section.month).nominative
        yield Text(section.heading, where=_("Nagłówek, %s") % month, kind="title")
        yield Text(section.opening, where=_("Otwarcie, %s") % month)
    for line in report.lines.filter(included=True).in_order():
        name = quoted(shorten(line.text, NAMED, placeholder="…"))
        yield Text(line.text, where=_("Wiersz %s") % name)
    yield Text(report.closing, "closing", kind="html")


def of_one(text: Text, around: Around) -> Iterator[Finding]:
    writing: Writing = READERS[text.kind](text.words, around)
    tags = list(MARKUP(writing))
    others = [row for row in lint(writing) if not any(is_within(row, tag) for tag in tags)]
    for problem in (*tags[:1], *others):
        if problem.weight in LEVELS:
            said = f"{text.where}: {problem.sentence}" if text.where else problem.sentence
            yield Finding(LEVELS[problem.weight], text.field, said, problem.instead)


def is_within(problem: Problem, tag: Problem) -> bool:
    """A tag is told of once, and not as a gap to fill in besides."""
    return problem.block == tag.block and tag.start <= problem.start < tag.end


def words_of(report: Report) -> set[str]:
    """Every text of the last version, which was read when it went out; none before the first."""
    last = report.versions.order_by("number").last()
    if last is None:
        return set()
    content: dict[str, Any] = last.content
    found = {content["title"], content["lead"], content["closing"]}
    for section in content["sections"]:
        lines = [line["text"] for group in section["groups"] for line in group["lines"]]
        found |= {section["heading"], section["opening"], *lines}
    return found
