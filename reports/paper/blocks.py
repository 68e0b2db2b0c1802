"""What can stand on the paper of a report. Plain text everywhere: nothing here is markup."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["", "lead", "note", "notice"]


@dataclass(frozen=True)
class Run:
    """Letters of one look. „\\n” ends a line; `lang` is "" in Polish text."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""
    lang: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """Level 1 is the title of the report, of which there is one."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    runs: Runs
    kind: Kind = ""


@dataclass(frozen=True)
class Points:
    items: "tuple[tuple[Block, ...], ...]"
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Quote:
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class Table:
    """`widths` are shares of the line; `numeric` are the columns of plain numbers."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A drawing with its description, and the same numbers as a table beside it."""

    svg: str
    alt: str
    table: Table


Block = Heading | Paragraph | Points | Quote | Table | Picture
Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Paper:
    """A report ready to be set: what stands around its pages, and its blocks in order."""

    title: str
    office: str
    case_number: str
    eyebrow: str
    edition: str
    leaf: tuple[str, str]  # the two lines of the calendar leaf: „marzec”, „2026”
    stamp: str  # „PROJEKT” on every page of a draft, else ""
    address: str
    checksum: str
    blocks: Blocks
