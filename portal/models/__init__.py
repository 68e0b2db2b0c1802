from .outgoing_mail import OutgoingMail
from .sent_form import SentForm
from .user import User
from .working_copy import WorkingCopy

__all__ = ["OutgoingMail", "SentForm", "User", "WorkingCopy"]
