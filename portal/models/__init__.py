from .accessibility_statement import AccessibilityStatement
from .account_event import AccountEvent
from .erasure import Erasure
from .office_contact import OfficeContact
from .outgoing_mail import OutgoingMail
from .recovery_codes import RecoveryCodes
from .search_document import SearchDocument
from .sent_form import SentForm
from .site_page import SitePage
from .throttle import Throttle
from .user import User
from .working_copy import WorkingCopy

__all__ = [
    "AccessibilityStatement",
    "AccountEvent",
    "Erasure",
    "OfficeContact",
    "OutgoingMail",
    "RecoveryCodes",
    "SearchDocument",
    "SentForm",
    "SitePage",
    "Throttle",
    "User",
    "WorkingCopy",
]
