"""In which part of the city a meeting is."""

from django.db.models import Q
from django.db.models.functions import Coalesce

from venues.areas import Area

# A venue in a palace has no district of its own: the building's counts, as cards say it.
DISTRICT = Coalesce("venue__district", "venue__inside__district")


def within(area: Area) -> Q:
    own = Q(venue__district__in=area.districts)
    building = Q(venue__district__isnull=True, venue__inside__district__in=area.districts)
    return own | building
