"""What stands beside a drafted text on the desk: how it differs from what the records say now."""

from dataclasses import dataclass
from datetime import datetime

from reports import prose
from reports.drafting import Draft, draft_of
from reports.models import Report, ReportLine, ReportSection
from reports.period import load_period


@dataclass(frozen=True)
class Hint:
    """`says` is the newest draft where it differs, `month` that of the record where it does."""

    is_gone: bool = False
    is_edited: bool = False
    says: str = ""
    month: str = ""


class Hints:
    """Of one report, against a draft made of its records as they are at `at`."""

    def __init__(self, report: Report, at: datetime) -> None:
        self.draft: Draft = draft_of(load_period(report.span, through=report.data_through, at=at))
        self.drafted = self.draft.by_record()
        self.openings = {row.month.first_day: row.opening for row in self.draft.sections}

    def of_line(self, line: ReportLine) -> Hint:
        if line.event_id is None and line.activity_id is None:
            return Hint()
        found = self.drafted.get((line.event_id, line.activity_id))
        if found is None:
            return Hint(is_gone=True, is_edited=line.is_edited)
        month, drafted = found
        return Hint(
            is_edited=line.is_edited,
            says=drafted.text if drafted.text != line.text else "",
            month=month.nominative if month.first_day != line.month else "",
        )

    def of_section(self, section: ReportSection) -> Hint:
        now = self.openings.get(section.month, "")
        return Hint(
            is_edited=section.opening != section.drafted_opening,
            says=now if now != section.opening else "",
        )


def lead_hint(report: Report, at: datetime) -> Hint:
    """Of the lead, beside which a person's own sentences may stand. Drafts no lines."""
    facts = load_period(report.span, through=report.data_through, at=at)
    now = prose.lead(facts)
    is_edited = report.lead != report.drafted_lead
    return Hint(is_edited=is_edited, says="" if now in report.lead else now)
