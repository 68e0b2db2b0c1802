"""A pasted list as rows of activities: what is recognised in each, and what is doubtful.

Pure reading: nothing is written, and each row waits for a person. The title is the writer's own,
its case too; only marks around it go.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from events.importing.names import Kind, Known, Registry
from events.importing.seen import Seen, see
from events.importing.sentences import Sentence
from events.importing.unknown import find_unknown
from portal.kernel.lint.privacy import full_names
from portal.kernel.lint.spans import Spans
from portal.kernel.months import MonthSpan
from portal.kernel.polish import NBSP
from portal.kernel.similar_names import SimilarNames
from portal.kernel.when import When
from reports.models import Activity
from reports.pasted_dates import dated
from reports.pasted_lines import LONGEST_TITLE, Line, lines_of
from reports.pasted_words import kind_of, place_of, role_of, town_of

# A full stop after these belongs to them.
SHORTENED = re.compile(r"\b(?:r|im|ul|itp|itd|in|tzw|św|dr|prof|ok|nr|ds)\.$")
OF_AN_OFFICE = re.compile(r"\b(?:[Zz]astęp\w+|[Pp]ełnomocni\w+)\s+$")
YEAR = 12  # months


@dataclass(frozen=True)
class PastedActivity:
    """One row. `when` is a `When`; `venue` and `organizations` are of the office's lists.

    `seen` is what stands in the row as it was pasted; `is_prose`: it looks like no activity;
    `wrong_date`: one that cannot be, and somebody has to say what was meant.
    """

    number: int
    written: str
    title: str
    kind: Activity.Kind
    role: str
    when: When
    seen: Seen
    organizations: tuple[Known, ...] = ()
    venue: Known | None = None
    place: str = ""
    outside_krakow: bool = False
    is_prose: bool = False
    wrong_date: str = ""
    doubts: tuple[str, ...] = field(default=())

    @property
    def when_text(self) -> str:
        """As a person would type it; `read_when` reads it again, or says why it cannot be."""
        return self.wrong_date or self.when.short().replace(NBSP, " ")


def pasted(text: str, *, span: MonthSpan, role: str, registry: Registry) -> list[PastedActivity]:
    """The rows of the text; `role` where a row says none, `span` where nothing says when."""
    similar = SimilarNames(
        (known.pk, name)
        for name, rows in registry.records.items()
        for known in rows
        if known.kind is Kind.ORGANIZATION
    )
    reader = Reader(span, role, registry, similar)
    return [reader.row(line) for line in lines_of(text, span)]


@dataclass(frozen=True)
class Reader:
    span: MonthSpan
    role: str
    registry: Registry
    similar: SimilarNames

    def row(self, line: Line) -> PastedActivity:
        near = middle(line.months or self.span)
        date_found = dated(line.text, near)
        # Of a paragraph nothing is cut: whoever takes it writes it anew.
        own_role, text = role_of(line.text if line.is_prose else date_found.text)
        title = cleaned(text) or line.text
        seen = see(Sentence(title, "body"), near, self.registry)
        when = date_found.when or When.in_months(line.months or self.span)
        town, venue = town_of(title), next(iter(seen.of(Kind.VENUE, Kind.ADDRESS)), None)
        return PastedActivity(
            number=line.number,
            written=line.text,
            title=title,
            kind=kind_of(blanked(seen)),
            role=own_role or line.role or self.role,
            when=when,
            seen=seen,
            organizations=organizations_of(seen),
            venue=venue,
            place=self.place(title, seen, town, venue),
            outside_krakow=bool(town) and venue is None,
            is_prose=line.is_prose,
            wrong_date=date_found.written,
            doubts=tuple(self.doubts(line, title, seen, when, date_found.doubt)),
        )

    def place(self, title: str, seen: Seen, town: str, venue: Known | None) -> str:
        """The venue's name, the town, or the words of the row; no organization's name."""
        if venue:
            return venue.label
        if town:
            return town
        named = [row for row in seen.mentions if row.known.kind is Kind.ORGANIZATION]
        words = title
        for row in named:
            words = words[: row.start] + "," * (row.end - row.start) + words[row.end :]
        return place_of(words)

    def doubts(
        self, line: Line, title: str, seen: Seen, when: When, about_date: str
    ) -> Iterator[str]:
        if line.is_prose:
            yield _("To wygląda na akapit, a nie na jedno działanie.")
        if len(title) > LONGEST_TITLE:
            yield _("Za długie: %(now)d znaków, a mieści się %(most)d. Skróć.") % {
                "now": len(title),
                "most": LONGEST_TITLE,
            }
        if about_date:
            yield _("Data: %s") % about_date
        if not overlaps(when, self.span):
            yield _("Data spoza wybranego okresu: %s") % when.short()
        yield from people(seen)
        yield from self.unknown(seen)
        for slip in self.registry.slips(title):
            yield _("„%(said)s” wygląda na „%(meant)s”.") % {"said": slip.said, "meant": slip.meant}

    def unknown(self, seen: Seen) -> Iterator[str]:
        for row in find_unknown(seen):
            if row.kind != "organization":
                continue
            alike = self.similar.find(row.name)
            if alike:
                said = {"name": row.name, "known": alike[0].name}
                yield _("„%(name)s”: w spisie jest podobna „%(known)s”.") % said
            else:
                yield _("„%s”: tej organizacji nie ma w spisie.") % row.name


def organizations_of(seen: Seen) -> tuple[Known, ...]:
    """Each once; „Pełnomocniczka Prezydenta Miasta Krakowa” is a person's office, not the mayor."""
    found = (
        row.known
        for row in seen.mentions
        if row.known.kind is Kind.ORGANIZATION and not OF_AN_OFFICE.search(seen.text[: row.start])
    )
    return tuple(dict.fromkeys(found))


def people(seen: Seen) -> Iterator[str]:
    """Names of people who hold no office that the portal knows: the title may become public."""
    known = Spans((row.start, row.end) for row in seen.mentions)
    for found in full_names(seen.text):
        if not known.overlap(found.start(), found.end()):
            yield (
                _("„%s” wygląda na imię i nazwisko. Zostaw je tylko, gdy to osoba publiczna.")
                % (found[0])
            )


def cleaned(text: str) -> str:
    """One line without marks around it; a stop of an abbreviation stays."""
    line = " ".join(text.split()).strip(" -–—•*·:")
    while line and line[-1] in ",;. ":
        if line[-1] == "." and SHORTENED.search(line):
            break
        line = line[:-1]
    return line


def blanked(seen: Seen) -> str:
    """A name may hold „Spotkanie” or „Forum”, which says nothing of the kind."""
    text = seen.text
    for row in seen.mentions:
        if row.known.kind is not Kind.SERIES:
            text = text[: row.start] + " " * (row.end - row.start) + text[row.end :]
    return text


def middle(span: MonthSpan) -> date:
    """The day to which dates without a year are near: of a long span, in its last year."""
    first = max(span.first, span.last.shifted(1 - YEAR))
    days = (span.last.last_day - first.first_day).days
    return first.first_day + timedelta(days=days // 2)


def overlaps(when: When, span: MonthSpan) -> bool:
    return when.starts_at < span.end and span.start < when.ends_at
