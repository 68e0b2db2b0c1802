"""Letters of a line of rich text, each with its marks, and how such a line is written in HTML."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from portal.kernel.polish import NBSP


class Marks(NamedTuple):
    """What a letter is besides itself; no link is None, the page's own language is ""."""

    href: str | None = None
    lang: str = ""
    strong: bool = False
    em: bool = False


Letter = tuple[str, Marks]
Line = list[Letter]
END = "\n"  # the end of a line, <br>

# Controls, byte order marks, soft hyphens, zero-width spaces, and marks that reverse what
# follows; not the joiners, of which emoji and some scripts are made.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff]"
)
WIDE = re.compile("[\u1680\u2000-\u200a\u205f\u3000]")
SYMBOL_DOT = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc]")  # bullets of Word's Symbol and Wingdings


def visible(text: str, *, keep_lines: bool = False) -> str:
    """The text of HTML without letters that nobody sees; its ends of lines are spaces."""
    text = SYMBOL_DOT.sub("•", WIDE.sub(" ", text).replace("\u202f", NBSP))
    text = INVISIBLE.sub("", text)
    text = re.sub("\r\n?|[\u2028\u2029]", "\n", text)
    return re.sub("[\t\f ]" if keep_lines else "[\t\n\f ]", " ", text)


def lines(letters: Line) -> list[Line]:
    """Each line with single spaces inside and none at its ends; an empty one may be a gap."""
    found: list[Line] = [[]]
    for letter in letters:
        if letter[0] == END:
            found.append([])
        else:
            found[-1].append(letter)
    return [_spaced(line) for line in found]


def _spaced(line: Line) -> Line:
    done: Line = []
    gap = ""
    for char, marks in line:
        if char in (" ", NBSP):
            gap += char
            continue
        if gap and done:
            done.append((NBSP if gap == NBSP else " ", _shared(done[-1][1], marks)))
        gap = ""
        done.append((char, marks))
    return done


def joined(parts: list[Line], between: str) -> Line:
    """One line of many; what stands between two has only the marks that both have."""
    done: Line = []
    for part in parts:
        if done and part:
            marks = _shared(done[-1][1], part[0][1])
            done += [(char, marks) for char in between]
        done += part
    return done


def _shared(left: Marks, right: Marks) -> Marks:
    return Marks(
        href=left.href if left.href == right.href else None,
        lang=left.lang if left.lang == right.lang else "",
        strong=left.strong and right.strong,
        em=left.em and right.em,
    )


def words(line: Line) -> str:
    return "".join(char for char, _ in line)


def write_line(line: Line) -> str:
    """HTML of a line; what is bold inside a link is inside it, and never the other way round."""
    written, opened = [], list[tuple[str, str]]()
    for marks, run in groupby(line, key=lambda letter: letter[1]):
        wanted = list(_tags(marks))
        kept = sum(1 for _ in _common(opened, wanted))
        written += [f"</{name}>" for name, _ in reversed(opened[kept:])]
        written += [start for _, start in wanted[kept:]]
        opened = wanted
        text = "".join(char for char, _ in run)
        written.append(escape(text, quote=False).replace(END, "<br>"))
    return "".join([*written, *(f"</{name}>" for name, _ in reversed(opened))])


def _tags(marks: Marks) -> Iterator[tuple[str, str]]:
    if marks.href is not None:
        yield "a", f'<a href="{escape(marks.href)}">'
    if marks.lang:
        yield "span", f'<span lang="{escape(marks.lang)}">'
    if marks.strong:
        yield "strong", "<strong>"
    if marks.em:
        yield "em", "<em>"


def _common(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for left, right in zip(one, other, strict=False):
        if left != right:
            return
        yield left
