"""A pasted list taken apart: its rows without their bullets, and the months above them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from portal.kernel.date_words import MONTH_FORMS, plain
from portal.kernel.months import Month, MonthSpan
from portal.kernel.polish import MONTHS
from reports.models import Activity

LONGEST_TITLE = 300
NOMINATIVES = "|".join(month.nominative for month in MONTHS)
LOCATIVES = "|".join(month.locative.split()[1] for month in MONTHS)
GENITIVES = "|".join(month.genitive for month in MONTHS)
BULLET = re.compile(
    r"(?:[•·▪◦‣●○■□➢►✓✔]\s*|[-–—−*+]\s+|[-–—−](?=[^\W\d_])|\(?\d{1,3}\)\s+|[a-z]\)\s+)+"
)
NUMBERED = re.compile(r"(\d{1,3})\.\s+(?=\S)")
INSIDE = re.compile(r"\s*[•▪●■➢►]\s*")
HEADING = re.compile(
    rf"(?:(?:w|we)\s+)?(?P<first>{NOMINATIVES}|{LOCATIVES})"
    rf"(?:\s*[–—-]\s*(?P<last>{NOMINATIVES}))?"
    r"(?:\s+(?P<year>\d{4}))?(?:\s*r\.|\s+roku)?\s*(?P<rest>$|:.*$|[–—-].*$)",
    re.IGNORECASE,
)
QUARTER = re.compile(r"(?P<number>I{1,3}|IV)\s+kwartał\s*(?P<year>\d{4})?(?:\s*r\.)?:?")
ANY_MONTH = re.compile(rf"\b(?:{NOMINATIVES}|{LOCATIVES}|{GENITIVES})\b", re.IGNORECASE)
SENTENCE_ENDS = re.compile(r"\w{3,}\.\s+[A-ZĄĆĘŁŃÓŚŹŻ„]")
ROLES = (
    (r"zorganizow|organizowa", Activity.Role.ORGANIZER),
    (r"patronat", Activity.Role.PATRON),
    (r"gości|gość", Activity.Role.GUEST),
    (r"uczestnicz|udział", Activity.Role.PARTICIPANT),
)


@dataclass(frozen=True)
class Line:
    """One row. `number` is that of the pasted line; `months` what a heading above it says;
    `role` what the words that introduce it say; `is_prose`: it is no item of the list."""

    number: int
    text: str
    months: MonthSpan | None = None
    role: str = ""
    is_prose: bool = False


@dataclass(frozen=True)
class Written:
    """A line as it was pasted, without its marks."""

    number: int
    text: str
    is_item: bool
    is_headline: bool
    after_blank: bool


def lines_of(text: str, span: MonthSpan) -> list[Line]:
    """The rows of the list; a month without a year is that of the span, or the nearest to it."""
    written = list(marks_taken(text))
    is_list = any(row.is_item for row in written)
    found = list(Reading(span, is_list).lines(written))
    if len(found) == 1 and ";" in found[0].text:
        only = found[0]
        parts = [part.strip() for part in only.text.split(";")]
        return [Line(only.number, part, only.months, only.role) for part in parts if part]
    return found


def readable(text: str) -> str:
    """Without what nobody sees; tabs and no-break spaces are spaces."""
    spaced = re.sub(r"[^\S\n]", " ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(c for c in spaced if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf"))


def marks_taken(text: str) -> Iterator[Written]:
    rows = readable(text).split("\n")
    numbered = counted_lines(rows)
    after_blank = True
    for place, row in enumerate(rows):
        bare = row.strip().replace("**", "").replace("__", "")
        is_headline = bare.startswith("#")
        bare = bare.lstrip("#").strip()
        if bare:
            yield from items(place, bare, is_headline, after_blank, place in numbered)
        after_blank = not bare


def items(
    place: int, bare: str, is_headline: bool, after_blank: bool, is_numbered: bool
) -> Iterator[Written]:
    """„• a • b” in one line is two items."""
    parts = [part for part in INSIDE.split(bare) if part] if INSIDE.search(bare) else [bare]
    for part in parts:
        mark = NUMBERED.match(part) if is_numbered else BULLET.match(part)
        said = part[mark.end() :].strip() if mark else part
        is_item = not is_headline and (bool(mark) or len(parts) > 1 or parts[0] != bare)
        if said:
            yield Written(place + 1, said, is_item, is_headline, after_blank)


def counted_lines(rows: list[str]) -> set[int]:
    """Lines numbered in a row from 1: „6. urodziny” alone is no sixth item."""
    found = [
        (place, int(mark[1]))
        for place, row in enumerate(rows)
        if (mark := NUMBERED.match(row.strip()))
    ]
    taken: set[int] = set()
    for k, (place, number) in enumerate(found):
        follows = k > 0 and found[k - 1][0] in taken and found[k - 1][1] == number - 1
        begins = number == 1 and k + 1 < len(found) and found[k + 1][1] == 2
        if follows or begins:
            taken.add(place)
    return taken


class Reading:
    """One list being read from its top."""

    def __init__(self, span: MonthSpan, is_list: bool) -> None:
        self.span, self.is_list = span, is_list
        self.months: MonthSpan | None = None
        self.role = ""
        self.open: Line | None = None  # an item that the next line may go on with

    def lines(self, written: list[Written]) -> Iterator[Line]:
        for row in written:
            if self.open and self.goes_on(row):
                whole = f"{self.open.text} {row.text}"
                self.open = Line(self.open.number, whole, self.months, self.role)
                continue
            yield from self.closed()
            if not self.is_heading(row) and not self.introduces(row) and not row.is_headline:
                self.open = self.line(row)
        yield from self.closed()

    def closed(self) -> Iterator[Line]:
        if self.open:
            yield self.open
        self.open = None

    def goes_on(self, row: Written) -> bool:
        """A broken line: it begins with a small letter, right below an unfinished item."""
        before = self.open.text if self.open and not self.open.is_prose else ""
        beside = self.is_list and not row.is_item and not row.after_blank
        return bool(beside and before and before[-1] not in ",;.:" and row.text[0].islower())

    def line(self, row: Written) -> Line:
        is_prose = self.is_list and not row.is_item
        is_prose = is_prose or (not row.is_item and bool(SENTENCE_ENDS.search(row.text)))
        return Line(row.number, row.text, self.months, self.role, is_prose)

    def is_heading(self, row: Written) -> bool:
        """„Luty”, „Marzec 2026:”; with more words only where the list has bullets of its own."""
        found = HEADING.fullmatch(row.text) if not row.is_item else None
        quarter = QUARTER.fullmatch(row.text) if not row.is_item else None
        if quarter:
            first = len(quarter["number"]) * 3 - 2 if quarter["number"] != "IV" else 10
            self.begin(self.named(first, first + 2, quarter["year"]))
        elif found and (self.is_list or row.is_headline or found["rest"] in ("", ":")):
            first = MONTH_FORMS[plain(found["first"])]
            last = MONTH_FORMS[plain(found["last"])] if found["last"] else first
            self.begin(self.named(first, last, found["year"]))
        else:
            return False
        return True

    def introduces(self, row: Written) -> bool:
        """„W tym czasie odbyły się m.in.:” is no row; it may name the month or the role."""
        if row.is_item or not row.text.endswith(":"):
            return False
        named = {MONTH_FORMS[plain(found[0])] for found in ANY_MONTH.finditer(row.text)}
        only = named.pop() if len(named) == 1 else 0
        months = self.named(only, only, None) if only else self.months
        self.begin(months)
        roles = (role for words, role in ROLES if re.search(words, row.text, re.IGNORECASE))
        self.role = next(roles, "")
        return True

    def begin(self, months: MonthSpan | None) -> None:
        self.months, self.role = months, ""

    def named(self, first: int, last: int, year: str | None) -> MonthSpan | None:
        end = Month(int(year), last) if year else month_within(last, self.span)
        start = Month(end.year - (first > last), first)
        try:
            return MonthSpan(start, end)
        except ValueError:  # a year that is no year of this site
            return None


def month_within(number: int, span: MonthSpan) -> Month:
    """The last month of that number in the span, else the one nearest to it."""
    inside = [month for month in span if month.number == number]
    if inside:
        return inside[-1]
    near = [Month(year, number) for year in range(span.first.year - 1, span.last.year + 2)]
    return min(near, key=lambda month: min(apart(month, span.first), apart(month, span.last)))


def apart(one: Month, other: Month) -> int:
    return abs((one.year - other.year) * 12 + one.number - other.number)
