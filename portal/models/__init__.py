from .account_event import AccountEvent
from .erasure import Erasure
from .outgoing_mail import OutgoingMail
from .recovery_codes import RecoveryCodes
from .search_document import SearchDocument
from .sent_form import SentForm
from .throttle import Throttle
from .user import User
from .working_copy import WorkingCopy

__all__ = [
    "AccountEvent",
    "Erasure",
    "OutgoingMail",
    "RecoveryCodes",
    "SearchDocument",
    "SentForm",
    "Throttle",
    "User",
    "WorkingCopy",
]
