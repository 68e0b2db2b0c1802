from .alias import Alias
from .office_holder import OfficeHolder
from .organization import Organization

__all__ = ["Alias", "OfficeHolder", "Organization"]
