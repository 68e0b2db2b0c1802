"""What every record's admin shares: folded search, late saves told, publishing by a button."""

from .bin import BinAdmin
from .desk import Button, DeskAdmin, Link, RowsInline
from .publication import GatedAdmin
from .publishable import PublishableAdmin
from .rows_once import NameRows, RowOfMany, RowsOnce
from .versioned_form import VersionedForm

__all__ = [
    "BinAdmin",
    "Button",
    "DeskAdmin",
    "GatedAdmin",
    "Link",
    "NameRows",
    "PublishableAdmin",
    "RowOfMany",
    "RowsInline",
    "RowsOnce",
    "VersionedForm",
]
