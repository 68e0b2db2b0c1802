"""Real tables: a header row that comes again on each page, and a name for who does not see them.

Built as elements: python-docx's own cells cost seconds for a thousand rows.
"""

from collections.abc import Callable

from reports.paper.blocks import Runs, Table
from reports.word.frame import WIDTH
from reports.word.styles import DEEP, LINE, TINT
from reports.word.xml import Xml, letters, w

SMALL = 19  # half points
LINE_WIDTH: int = WIDTH.twips
Write = Callable[[Runs], list[Xml]]


def table(block: Table, write: Write) -> Xml:
    columns = [LINE_WIDTH * width // sum(block.widths) for width in block.widths]
    grid = w("tblGrid", *(w("gridCol", w=column) for column in columns))
    rows = [header(block, columns), *(row(cells, block, columns, write) for cells in block.rows)]
    return w("tbl", properties(block), grid, *rows)


def properties(block: Table) -> Xml:
    return w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=LINE_WIDTH, type="dxa"),
        borders(),
        w("tblLayout", type="fixed"),
        w(
            "tblCellMar",
            *(w(side, w=80, type="dxa") for side in ("top", "left", "bottom", "right")),
        ),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=block.title),
    )


def borders() -> Xml:
    """Lines under rows only."""
    thin = {"val": "single", "sz": "4", "space": "0", "color": LINE}
    lined = ("bottom", "insideH")
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    looks = ((side, thin if side in lined else {"val": "nil"}) for side in sides)
    return w("tblBorders", *(w(side, **look) for side, look in looks))


def header(block: Table, columns: list[int]) -> Xml:
    cells = (
        cell([plain(words)], column, at, block, shade=True)
        for at, (words, column) in enumerate(zip(block.headers, columns, strict=True))
    )
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def plain(words: str) -> Xml:
    return w("r", w("rPr", w("b"), w("color", val=DEEP), w("sz", val=SMALL)), letters(words))


def row(cells: tuple[Runs, ...], block: Table, columns: list[int], write: Write) -> Xml:
    made = (
        cell(write(words), column, at, block)
        for at, (words, column) in enumerate(zip(cells, columns, strict=True))
    )
    return w("tr", w("trPr", w("cantSplit")), *made)


def cell(runs: list[Xml], width: int, at: int, block: Table, *, shade: bool = False) -> Xml:
    """Words to the left, numbers to the right."""
    tint = [w("shd", val="clear", color="auto", fill=TINT)] if shade else []
    side = "right" if at in block.numeric else "left"
    keep = [w("keepNext")] if shade else []
    spaced = w("pPr", *keep, w("spacing", before=0, after=0), w("jc", val=side))
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *tint), w("p", spaced, *runs))
