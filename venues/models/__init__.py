from .access_fact import AccessFact
from .venue import Venue, VenueAlias

__all__ = ["AccessFact", "Venue", "VenueAlias"]
