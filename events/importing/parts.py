"""A text taken apart: title, day of publication, lead, body, and what was mended on the way."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.utils.translation import gettext as _

from events.importing.encodings import UnreadableError
from events.importing.files import Source
from events.importing.front import front_matter
from events.importing.head import Head, read_head, running
from events.importing.headings import with_even_headings
from events.importing.lines import live_links, plain, said
from events.importing.markup import blocks_of, html_of_markdown
from events.importing.mending import leads_elsewhere, mended
from events.importing.outline import all_lines, is_paragraph, line_of
from events.importing.published import date_line, read_day
from portal.kernel.blocks import Block, Items, Text, levelled, write
from portal.kernel.html_tree import HEADINGS
from portal.kernel.names import fold
from portal.kernel.phrases import full_day
from portal.kernel.polish import NBSP
from portal.kernel.richtext import clean

LONGEST_TITLE, LONGEST_LEAD = 200, 600
HEAD, TAIL = 8, 3  # blocks from the start and from the end among which a date may stand
SUBTITLE = 40  # letters: a shorter line is no lead


@dataclass(frozen=True)
class Parts:
    """What an announcement's draft is made of; `digest` knows the same text again."""

    name: str
    title: str
    published_at: datetime | None
    lead: str
    body: str
    remarks: tuple[str, ...]
    digest: str


def parts_of(source: Source) -> Parts:
    """UnreadableError, with a Polish sentence, for what holds no text."""
    front, text = front_matter(source.text)
    html = text if source.is_html else html_of_markdown(text)
    blocks = blocks_of(html)
    if not any(said(line) for line in all_lines(blocks)):
        raise UnreadableError(_("W pliku nie ma żadnego tekstu."))
    return Taking(source, read_head(html), front, blocks, html).parts()


def digest_of(source: Source, blocks: list[Block]) -> str:
    """Of the words alone: another encoding, layout or dash makes no other text.

    Of Markdown as it came, so that a better reading of it one day makes none either.
    """
    text = " ".join(map(said, all_lines(blocks))) if source.is_html else source.text
    words = re.findall(r"\w+", fold(text))
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:40]


class Taking:
    """One text being taken apart; each step removes from `blocks` what it took."""

    def __init__(
        self, source: Source, head: Head, front: dict[str, str], blocks: list[Block], html: str
    ) -> None:
        self.source, self.head, self.front = source, head, front
        self.digest = digest_of(source, blocks)
        self.remarks = list(source.remarks)
        self.ways = {said(line) for line in all_lines(blocks) if leads_elsewhere(line)}
        self.tell_of_what_runs(html)
        self.blocks = mended(blocks, self.remarks)

    def tell_of_what_runs(self, html: str) -> None:
        for named in running(html):
            self.remarks.append(_("Usunięto: %s.") % named)
        if self.head.pictures:
            told = ", ".join(f"„{alt}”" for alt in self.head.pictures if alt) or _("bez opisów")
            self.remarks.append(_("Pominięto obrazy (%s): wgraj je osobno.") % told)

    def parts(self) -> Parts:
        published = self.take_day()
        title = self.take_title()
        lead = self.take_lead()
        self.blocks = with_even_headings(self.blocks, self.remarks)
        body = clean("".join(map(write, levelled(self.blocks))))
        remarks = tuple(dict.fromkeys(self.remarks))
        return Parts(self.source.name, title, published, lead, body, remarks, self.digest)

    # Day of publication

    def take_day(self) -> datetime | None:
        """From a line of its own, else from what the page or the file's name says."""
        found = self.front.get("date") or ""
        read = [read_day(found)] if found else []
        for place in self.places_of_date():
            read += self.taken_day(place, read)
        read += [] if read else self.day_beside_the_text()
        if not read or read[0] is None:
            self.remarks.append(_("Nie znaleziono daty publikacji."))
            return None
        return read[0]

    def places_of_date(self) -> list[int]:
        count = len(self.blocks)
        return sorted({*range(min(HEAD, count)), *range(max(0, count - TAIL), count)})

    def taken_day(self, place: int, read: list[datetime | None]) -> list[datetime | None]:
        """The first is taken out of the text; another one stays there, and is told of."""
        block = self.blocks[place]
        if not isinstance(block, Text):
            return []
        line = said(block.line)
        found = date_line(line, self.remarks)
        if found is None:
            return []
        if read and read[0] and found.date() != read[0].date():
            kept, other = full_day(read[0].date()), full_day(found.date())
            told = _("Dwie daty publikacji: wzięto %(kept)s, a %(other)s została w tekście.")
            self.remarks.append(told % {"kept": kept, "other": other})
            return []
        self.blocks[place] = Text([])
        return [found]

    def day_beside_the_text(self) -> list[datetime | None]:
        if found := read_day(self.head.day):
            return [found]
        name = re.match(r"\d{4}-\d\d-\d\d", PurePath(self.source.name).name)
        if name and (found := read_day(name[0])):
            self.remarks.append(_("Datę publikacji wzięto z nazwy pliku. Sprawdź ją."))
            return [found]
        return []

    # Title

    def take_title(self) -> str:
        self.blocks = [block for block in self.blocks if not is_empty(block)]
        title = self.front.get("title") or self.first_heading() or self.first_line()
        if not title:
            title = self.title_beside_the_text() or self.first_sentence()
        first = said(line_of(self.blocks[0])) if self.blocks else ""
        if self.front.get("title") and fold(title) == fold(first):
            del self.blocks[0]
        return self.shortened(title)

    def first_heading(self) -> str:
        """The page's `h1` wherever it stands; else a heading, if it is what comes first."""
        headings = [b for b in self.blocks[:HEAD] if isinstance(b, Text) and b.tag in HEADINGS]
        top = [block for block in headings if block.tag == "h1"]
        first = self.blocks[0] if self.blocks else None
        found = top[0] if top else next((block for block in headings if block is first), None)
        if found is None:
            return ""
        place = next(place for place, block in enumerate(self.blocks) if block is found)
        before = []
        for block in self.blocks[:place]:
            if self.is_way(block):
                told = _("Pominięto odnośnik, który stał przed tytułem: „%s”.")
                self.remarks.append(told % said(line_of(block)))
            else:
                before.append(block)
        if before:
            self.remarks.append(_("Coś stało przed tytułem: jest teraz na końcu tekstu."))
        self.blocks = [*self.blocks[place + 1 :], *before]
        return said(found.line)

    def is_way(self, block: Block) -> bool:
        """„Wszystkie wiadomości”: a paragraph that only led elsewhere on the old page."""
        return is_paragraph(block) and said(line_of(block)) in self.ways

    def first_line(self) -> str:
        """A short paragraph before all the others, which is no sentence."""
        first = self.blocks[0] if self.blocks else None
        if not isinstance(first, Text) or not is_paragraph(first) or len(self.blocks) < 2:
            return ""
        text = said(first.line)
        if len(text) > LONGEST_TITLE or text.endswith((".", ":", ",")):
            return ""
        del self.blocks[0]
        return text

    def title_beside_the_text(self) -> str:
        if self.head.headline:
            self.remarks.append(_("Tytuł wzięto z nagłówka strony. Sprawdź go."))
        return self.head.headline

    def first_sentence(self) -> str:
        """It stays in the text, too: that it is a title, nobody said."""
        self.remarks.append(_("Nie znaleziono tytułu: wpisano pierwsze zdanie. Zmień je."))
        text = next(filter(None, map(said, all_lines(self.blocks))), "")
        return re.split(r"(?<=[.!?])\s", text)[0].rstrip(".")

    def shortened(self, title: str) -> str:
        """A title that does not fit is kept whole at the head of the text."""
        title = re.sub(r"(?<=[^\s.])\.$", "", " ".join(title.replace(NBSP, " ").split()))
        if len(title) <= LONGEST_TITLE:
            return title
        self.remarks.append(_("Tytuł miał ponad 200 znaków: skrócono go, cały jest w tekście."))
        self.blocks.insert(0, Text(plain(title)))
        return title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,–") + "…"

    # Lead

    def take_lead(self) -> str:
        """The first paragraph, or a heading that only goes on with the title."""
        if lead := self.front.get("lead", ""):
            return lead if len(lead) <= LONGEST_LEAD else self.put_back(lead)
        if len(self.blocks) < 2:
            return ""
        first, second = self.blocks[0], self.blocks[1]
        if not isinstance(first, Text) or isinstance(second, Items) or live_links(first.line):
            return ""
        text = said(first.line)
        goes_on = isinstance(second, Text) and second.tag in HEADINGS
        is_lead = len(text) > SUBTITLE and (is_paragraph(first) or goes_on)
        if not is_lead or text.endswith(":") or len(text) > LONGEST_LEAD:
            return ""
        del self.blocks[0]
        return text

    def put_back(self, lead: str) -> str:
        self.remarks.append(_("Wstęp miał ponad 600 znaków: jest na początku tekstu."))
        self.blocks.insert(0, Text(plain(lead)))
        return ""


def is_empty(block: Block) -> bool:
    return isinstance(block, Text) and not said(block.line)
