from .activity import Activity
from .correction import Correction
from .report import Report, ReportLine, ReportSection
from .report_version import ReportVersion

__all__ = [
    "Activity",
    "Correction",
    "Report",
    "ReportLine",
    "ReportSection",
    "ReportVersion",
]
