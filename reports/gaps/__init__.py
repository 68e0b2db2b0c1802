"""Completeness and contradiction of a report, before it goes out.

What is on record and not in the report, what is in the report and not on record, notes that are
missing or not approved, and two texts that tell one thing differently. Each is settled by adding,
by mending the record, or by leaving it with a reason that stays on record.
"""

from .answers import Resolved, Review, open_gaps, resolved, review
from .gap import Deed, Detail, Gap, Kind, Way
from .gate import gap_findings, left_out, refuse_gaps

__all__ = [
    "Deed",
    "Detail",
    "Gap",
    "Kind",
    "Resolved",
    "Review",
    "Way",
    "gap_findings",
    "left_out",
    "open_gaps",
    "refuse_gaps",
    "resolved",
    "review",
]
