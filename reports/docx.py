"""A report as a Word file: real headings, lists and tables, in Polish; for LibreOffice too."""

from reports.document import Document
from reports.paper import Paper, paper_of
from reports.paper.blocks import Blocks
from reports.paper.words import paragraph
from reports.word.body import Body
from reports.word.bytes import written
from reports.word.frame import framed


def docx(document: Document) -> bytes:
    """Raises typst.TypstError when a chart cannot be drawn."""
    paper = paper_of(document)
    file = framed(paper, document.published_at)
    Body(file).write(with_masthead(paper))
    return written(file, document.published_at)


def with_masthead(paper: Paper) -> Blocks:
    """What the PDF sets beside the calendar leaf, as lines around the title."""
    title, *rest = paper.blocks
    return (paragraph(paper.eyebrow, "note"), title, paragraph(paper.edition, "note"), *rest)
