"""The sentences of a draft, each with the month that the heading above it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.kernel.date_words import MONTH_FORMS, plain
from portal.kernel.html_tree import HEADINGS, Element, parse
from portal.kernel.polish import NBSP
from portal.kernel.rich_reading import plain_text

# A full stop after these closes no sentence.
SHORTENED = re.compile(
    r"(?:\b(?:ds|ul|al|os|pl|im|św|dr|prof|ks|np|tzw|nr|godz|tel|ok|m\.in|inż|mgr|lek|red)"
    r"|\b[A-ZĄĆĘŁŃÓŚŹŻ])\.$"
)
END = re.compile(r"[.!?…][”\")]?\s+(?=[„\"(]?[A-ZĄĆĘŁŃÓŚŹŻ])")


@dataclass(frozen=True)
class Sentence:
    """`month` is the number that the section's heading begins with, 0 for none."""

    text: str
    place: str  # title, lead, heading or body
    month: int = 0
    section: int = 0

    @property
    def is_head(self) -> bool:
        return self.place in {"title", "lead"}


def sentences(title: str, lead: str, body: str) -> list[Sentence]:
    found = [Sentence(title, "title")]
    found += [Sentence(text, "lead") for text in split(lead)]
    month = section = 0
    for is_heading, line in lines_of(body):
        if is_heading:
            month, section = month_of(line), section + 1
        place = "heading" if is_heading else "body"
        found += [Sentence(text, place, month, section) for text in split(line)]
    return found


def lines_of(body: str) -> Iterator[tuple[bool, str]]:
    """(whether a heading, words) of each paragraph, heading and point."""
    headings = {id(part): part for part in headings_in(parse(body))}
    said = [plain_text_of(part) for part in headings.values()]
    for line in plain_text(body).split("\n"):
        is_heading = bool(said) and line == said[0]
        if is_heading:
            del said[0]
        yield is_heading, line.replace(NBSP, " ")


def headings_in(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.tag in HEADINGS:
                yield child
            else:
                yield from headings_in(child)


def plain_text_of(element: Element) -> str:
    words = "".join(
        child if isinstance(child, str) else plain_text_of(child) for child in element.children
    )
    return " ".join(re.split(r"[^\S\xa0]+", words)).strip()


def split(text: str) -> list[str]:
    done, start = [], 0
    text = text.replace(NBSP, " ")
    for found in END.finditer(text):
        before = text[start : found.start() + 1]
        if not SHORTENED.search(before):
            done.append(text[start : found.end()].strip())
            start = found.end()
    done.append(text[start:].strip())
    return [sentence for sentence in done if sentence]


def month_of(heading: str) -> int:
    """„Kwiecień – różnorodność i integracja” names the month of what stands below it."""
    words = plain(heading).split()
    return MONTH_FORMS.get(words[0].strip(",:–-"), 0) if words else 0
