"""What a report has about one month, sorted once for all its sentences."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from portal.kernel.months import Month, MonthSpan
from reports.models import Activity
from reports.period import Meeting, PeriodFacts, first_month_within, is_standing


@dataclass(frozen=True)
class MonthFacts:
    """`standing` are those listed in this month, the first that the report has of them;
    `running` counts those that went on in it, listed here or earlier."""

    month: Month
    span: MonthSpan
    through: date
    meetings: tuple[Meeting, ...] = ()
    activities: tuple[Activity, ...] = ()
    standing: tuple[Activity, ...] = ()
    running: int = 0

    @property
    def is_alone(self) -> bool:
        """Whether the report is about this month only."""
        return len(self.span) == 1

    @property
    def is_cut_short(self) -> bool:
        """Whether the data end before the month does."""
        return self.month.first_day <= self.through < self.month.last_day


def months_of(facts: PeriodFacts) -> tuple[MonthFacts, ...]:
    """Every month of the period, in one pass over its records."""
    meetings, activities, standing = defaultdict(list), defaultdict(list), defaultdict(list)
    for meeting in facts.meetings:
        meetings[meeting.month].append(meeting)
    for activity in facts.activities:
        if is_standing(activity):
            standing[first_month_within(activity, facts.span)].append(activity)
        else:
            activities[Month.of(activity.starts_at)].append(activity)
    running = months_running(facts)
    return tuple(
        MonthFacts(
            month,
            facts.span,
            facts.through,
            tuple(meetings[month]),
            tuple(activities[month]),
            tuple(standing[month]),
            running[month],
        )
        for month in facts.span
    )


def months_running(facts: PeriodFacts) -> dict[Month, int]:
    """In how many standing activities each month had a part."""
    found: dict[Month, int] = defaultdict(int)
    for activity in filter(is_standing, facts.activities):
        for month in activity.when.months:
            found[month] += 1
    return found
