from .activity import ActivityAdmin
from .report import ReportAdmin
from .report_version import ReportVersionAdmin

__all__ = ["ActivityAdmin", "ReportAdmin", "ReportVersionAdmin"]
