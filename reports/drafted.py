"""What drafting did to a report, told to whoever asked for it."""

from dataclasses import dataclass, field

from reports.models import Report, ReportLine


@dataclass(frozen=True)
class Remark:
    """A text that a person wrote and drafting left alone, although its records now say more.

    `place` names it: „lead”, „closing”, „opening” or „line”; `pk` is that of the section or line.
    """

    place: str
    pk: int | None
    text: str
    now: str


@dataclass(frozen=True)
class Written:
    """What became of the lines, or of the sections. `changed` were drafted and nobody's words."""

    added: tuple[ReportLine, ...] = ()
    changed: int = 0
    gone: tuple[ReportLine, ...] = ()
    back: tuple[ReportLine, ...] = ()
    remarks: tuple[Remark, ...] = ()
    is_anything: bool = False  # whether a row was written, if only to remember the newest draft


@dataclass(frozen=True)
class Drafted:
    """The outcome of drafting. `is_new` says whether these months had no report before.

    `added` are new lines, `changed` lines that follow their records anew, `gone` those whose
    records are no longer there, `back` those whose records are there again. `texts` counts the
    lead, the closing and the openings that were written anew. `kept` counts the lines in
    somebody's own words, which drafting never touches; `remarks` are about such texts.
    """

    report: Report
    is_new: bool
    lines: Written = field(default_factory=Written)
    texts: int = 0
    kept: int = 0
    remarks: tuple[Remark, ...] = ()

    @property
    def added(self) -> tuple[ReportLine, ...]:
        return self.lines.added

    @property
    def changed(self) -> int:
        return self.lines.changed

    @property
    def gone(self) -> tuple[ReportLine, ...]:
        return self.lines.gone

    @property
    def back(self) -> tuple[ReportLine, ...]:
        return self.lines.back

    @property
    def is_nothing_new(self) -> bool:
        found = (self.added, self.changed, self.gone, self.back, self.texts, self.remarks)
        return not self.is_new and not any(found)
