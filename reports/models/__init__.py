from .activity import Activity
from .correction import Correction
from .report import Report, ReportLine, ReportSection
from .report_version import ReportVersion
from .report_waiver import ReportWaiver

__all__ = [
    "Activity",
    "Correction",
    "Report",
    "ReportLine",
    "ReportSection",
    "ReportVersion",
    "ReportWaiver",
]
