"""Names that people give to parts of the city, beside the eighteen districts.

The four districts of before 1991 live on in speech: „Nowa Huta” is five districts of today.
"""

from portal.kernel.polish import roman
from venues.districts import DISTRICTS

AREAS = {
    "Śródmieście": range(1, 4),
    "Krowodrza": range(4, 8),
    "Podgórze": range(8, 14),
    "Nowa Huta": range(14, 19),
}


def area_names(district: int | None) -> list[str]:
    """„Dzielnica XVI Bieńczyce”, „Nowa Huta” for 16; nothing where it is not known."""
    if district not in DISTRICTS:
        return []
    wider = [name for name, numbers in AREAS.items() if district in numbers]
    return [f"Dzielnica {roman(district)} {DISTRICTS[district]}", *wider]
