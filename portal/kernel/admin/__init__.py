"""What every record's admin shares: folded search, late saves told, publishing by a button."""

from .desk import Button, DeskAdmin, Link, RowsInline
from .publishable import PublishableAdmin, WithdrawForm
from .versioned_form import VersionedForm

__all__ = [
    "Button",
    "DeskAdmin",
    "Link",
    "PublishableAdmin",
    "RowsInline",
    "VersionedForm",
    "WithdrawForm",
]
