"""What every record's admin shares: folded search, late saves told, publishing by a button."""

from .desk import Button, DeskAdmin, Link, RowsInline
from .publishable import PublishableAdmin, WithdrawForm
from .rows_once import NameRows, RowOfMany, RowsOnce
from .versioned_form import VersionedForm

__all__ = [
    "Button",
    "DeskAdmin",
    "Link",
    "NameRows",
    "PublishableAdmin",
    "RowOfMany",
    "RowsInline",
    "RowsOnce",
    "VersionedForm",
    "WithdrawForm",
]
