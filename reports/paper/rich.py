"""The report's rich text (thanks) as blocks: read as the page shows it, then walked."""

from collections.abc import Iterator
from dataclasses import replace

from portal.kernel import richtext
from portal.kernel.html_tree import Element, parse
from portal.kernel.inline import visible
from reports.paper.blocks import Block, Blocks, Heading, Paragraph, Points, Quote, Run, Runs
from reports.paper.words import language, whole

BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote"}


def rich(html: str) -> Blocks:
    """Cleaned again first: what reached the database by another way is as harmless."""
    return blocks_in(parse(richtext.render(richtext.clean(html))))


def blocks_in(element: Element) -> Blocks:
    """The blocks of an element; words that stand beside them are paragraphs."""
    done: list[Block] = []
    line: list[Run] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag in BLOCKS:
            done += [*paragraphs(line), *block_of(child)]
            line = []
        else:
            line += runs_of(child, Run(""))
    return (*done, *paragraphs(line))


def paragraphs(line: list[Run]) -> Blocks:
    runs = trimmed(line)
    return (Paragraph(runs),) if runs else ()


def block_of(element: Element) -> Blocks:
    if element.tag in ("ul", "ol"):
        items = (blocks_in(item) for item in element.children if isinstance(item, Element))
        start = int(element.attributes.get("start") or 1)
        kept = tuple(item for item in items if item)
        return (Points(kept, element.tag == "ol", start),) if kept else ()
    if element.tag == "blockquote":
        inner = blocks_in(element)
        return (Quote(inner),) if inner else ()
    runs = trimmed(line_of(element))
    if element.tag in ("h2", "h3"):
        return (Heading(int(element.tag[1]), runs),) if runs else ()
    return (Paragraph(runs),) if runs else ()


def line_of(element: Element) -> list[Run]:
    return [run for child in element.children for run in runs_of(child, Run(""))]


def runs_of(part: "Element | str", look: Run) -> Iterator[Run]:
    """Its letters, each run with all the looks of the elements around it."""
    if isinstance(part, str):
        if text := visible(part):
            yield replace(look, text=text)
        return
    if part.tag == "br":
        yield replace(look, text="\n")
    for child in part.children:
        yield from runs_of(child, looking(part, look))


def looking(element: Element, look: Run) -> Run:
    if element.tag == "strong":
        return replace(look, strong=True)
    if element.tag == "em":
        return replace(look, em=True)
    if element.tag == "a":
        return replace(look, href=whole(element.attributes.get("href", "")))
    return replace(look, lang=language(element.attributes.get("lang", "")) or look.lang)


def trimmed(line: list[Run]) -> Runs:
    """Without spaces and ends of lines at its edges; nothing when nothing is left."""
    if not "".join(run.text for run in line).strip():
        return ()
    while not line[0].text.strip(" \n"):
        line = line[1:]
    while not line[-1].text.strip(" \n"):
        line = line[:-1]
    first = replace(line[0], text=line[0].text.lstrip(" \n"))
    line = [first, *line[1:]]
    return (*line[:-1], replace(line[-1], text=line[-1].text.rstrip(" \n")))
