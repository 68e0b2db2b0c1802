"""A report as clean HTML for the city's own site: whole addresses, no classes, nothing inline.

The same blocks as on paper, without the charts: their numbers stand in the tables.
"""

from collections.abc import Callable, Iterable
from html import escape

from django.utils.translation import gettext as _

from reports.document import Document
from reports.paper import first_things, parts
from reports.paper.blocks import (
    Block,
    Blocks,
    Heading,
    Paragraph,
    Picture,
    Points,
    Quote,
    Run,
    Runs,
    Table,
)
from reports.paper.words import plain


def city_html(document: Document) -> str:
    """Without the title, which the city's form asks for apart."""
    content = document.content
    blocks: Blocks = (
        *first_things(document),
        *parts.lead(content),
        *parts.figures(content, document.figure_address),
        *parts.sections(content),
        *parts.months(content),
        *parts.closing(content),
        *parts.corrections(content),
        Paragraph((*plain(document.edition), Run(". "), *link_home(document))),
    )
    return "\n".join(map(html_of, blocks))


def link_home(document: Document) -> Runs:
    return (Run(_("Całe podsumowanie i źródła liczb"), href=document.home),)


def html_of(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{line(block.runs)}</h{block.level}>"
        case Paragraph():
            return f"<p>{line(block.runs)}</p>"
        case Points():
            return points(block)
        case Quote():
            return f"<blockquote>{''.join(map(html_of, block.blocks))}</blockquote>"
        case Picture():
            return table(block.table)
        case Table():
            return table(block)


def points(block: Points) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    items = "\n".join(f"  <li>{item(blocks)}</li>" for blocks in block.items)
    return f"<{tag}{start}>\n{items}\n</{tag}>"


def item(blocks: Blocks) -> str:
    """A point of one paragraph needs no tag around its words."""
    first, *rest = blocks
    words = line(first.runs) if isinstance(first, Paragraph) else html_of(first)
    return words + "".join(map(html_of, rest))


def table(block: Table) -> str:
    """With its name, and the first cell of each row as its head."""
    heads = row(f'<th scope="col">{escape(words)}</th>' for words in block.headers)
    body = "\n".join(row(cells(*runs)) for runs in block.rows)
    return (
        f"<table>\n<caption>{escape(block.title)}</caption>\n"
        f"<thead>\n{heads}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def row(made: Iterable[str]) -> str:
    return f"<tr>{''.join(made)}</tr>"


def cells(first: Runs, *others: Runs) -> Iterable[str]:
    yield f'<th scope="row">{line(first)}</th>'
    yield from (f"<td>{line(runs)}</td>" for runs in others)


def line(runs: Runs) -> str:
    return "".join(map(words_of, runs))


def words_of(run: Run) -> str:
    words = escape(run.text, quote=False).replace("\n", "<br>")
    wraps: tuple[tuple[object, Callable[[str], str]], ...] = (
        (run.em, lambda text: f"<em>{text}</em>"),
        (run.strong, lambda text: f"<strong>{text}</strong>"),
        (run.lang, lambda text: f'<span lang="{run.lang}">{text}</span>'),
        (run.href, lambda text: f'<a href="{escape(run.href)}">{text}</a>'),
    )
    for wanted, wrap in wraps:
        words = wrap(words) if wanted else words
    return words
