"""A text as it is read: without tags, entities, soft hyphens and diacritics, each letter with its
place in what is stored, so that what is found can be cut out there."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from portal.kernel.html_tree import INLINES

PIECE = re.compile(
    r"<!--.*?-->|</?[a-zA-Z][^<>]*>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});?"
    r"|(?:%[0-9a-fA-F]{2})+",
    re.DOTALL,
)
ANY_TAG = re.compile(r"<[^<>]*>")
LATIN = [*zip("łŁøØđĐħĦı", "llooddhhi", strict=True), ("ß", "ss"), ("–", "-"), ("—", "-")]
SPACES = re.compile(r"\s+")
TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
SEEN_THROUGH = {*INLINES, "u", "mark", "small", "sub", "abbr", "cite"} - {"br"}
# Between paragraphs: no name goes across. Of private use, hence in no text and no space.
BARRIER = "\ue000"
# Undecomposed letters, unseen signs and marks of their own; every dash is a hyphen.
LEVEL: dict[int, str | None] = {
    **dict(zip(map(ord, "łøđħı"), "lodhi", strict=True)),
    **dict.fromkeys(map(ord, "–—―‐‑‒−"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")),
    **dict.fromkeys(range(0x300, 0x370)),
}


def level(text: str) -> str:
    """In small letters without diacritics; may be shorter or longer. Fast, for whole columns."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFKD", plain).translate(LEVEL)


@dataclass(frozen=True)
class Tag:
    """A tag or a comment, in case its attributes say something."""

    start: int
    end: int
    text: str

    @property
    def name(self) -> str:
        found = TAG_NAME.match(self.text)
        return found[1].lower() if found else ""

    @property
    def bare(self) -> str:
        """Without its attributes; a comment is nothing."""
        slash = "/" if self.text.startswith("</") else ""
        return f"<{slash}{self.name}>" if self.name else ""


@dataclass
class Seen:
    """`letters[i]` is read where `raw[i]` stands, `starts[i]` to `ends[i]` of what is stored."""

    letters: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.letters)

    def said(self, start: int, end: int) -> str:
        """As a person reads it there, on one line."""
        return self.around(start, end).strip()

    def around(self, start: int, end: int) -> str:
        """The same, with a space kept where it begins or ends."""
        return SPACES.sub(" ", "".join(self.raw[max(start, 0) : end]).replace(BARRIER, " "))

    def add(self, char: str, start: int, end: int) -> None:
        shown = char
        for letter in level(char):
            self.letters.append(" " if letter.isspace() else letter)
            self.raw.append(shown)
            self.starts.append(start)
            self.ends.append(end)
            shown = ""

    def add_tag(self, tag: Tag) -> None:
        self.tags.append(tag)
        if tag.name == "br":
            self.add(" ", tag.start, tag.end)
        elif tag.name and tag.name not in SEEN_THROUGH:
            self.add(BARRIER, tag.start, tag.end)


def seen(text: str) -> Seen:
    found = Seen()
    for start, end, piece in pieces(text):
        if piece.startswith("<") and end - start > 1:
            found.add_tag(Tag(start, end, piece))
            continue
        for char in decoded(piece):
            found.add(char, start, end)
    return found


def pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Tags, entities and percent signs whole; all else letter by letter."""
    last = 0
    for match in PIECE.finditer(text):
        yield from ((at, at + 1, text[at]) for at in range(last, match.start()))
        yield match.start(), match.end(), match[0]
        last = match.end()
    yield from ((at, at + 1, text[at]) for at in range(last, len(text)))


def decoded(piece: str) -> str:
    if len(piece) == 1:
        return piece
    return html.unescape(piece) if piece.startswith("&") else unquote(piece, errors="replace")


def skimmed(text: str, *, plainly: bool = False) -> str:
    """More than `seen` could read in it and in its tags, as one string: to rule a text out fast.

    `plainly`: for names in Latin letters; of all else nothing is left.
    """
    parts = [text]
    if "<" in text:
        without = ANY_TAG.sub("", text)
        parts = [without, text] if "=" in text or "<!" in text else [without]
    if "&" in text:
        parts = [html.unescape(part) for part in parts]
    if "%" in text:
        parts += [unquote(part, errors="replace") for part in parts]
    joined = BARRIER.join(parts)
    return in_ascii(joined) if plainly else level(joined)


def in_ascii(text: str) -> str:
    """As `level`, an order of magnitude faster; without letters of other alphabets."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    for letter, latin in LATIN:
        if letter in plain:
            plain = plain.replace(letter, latin)
    return plain.encode("ascii", "ignore").decode().lower()
