"""The desk's forms of the office's own pages; imported by portal/admin.py, which registers them."""

from .office_contact import OfficeContactAdmin
from .site_page import SitePageAdmin
from .statement import StatementAdmin

__all__ = ["OfficeContactAdmin", "SitePageAdmin", "StatementAdmin"]
