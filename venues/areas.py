"""Names that people give to parts of the city, beside the eighteen districts.

The four districts of before 1991 live on in speech: „Nowa Huta” is five districts of today.
"""

from dataclasses import dataclass

from portal.kernel.asked import whole
from portal.kernel.names import slugify
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


@dataclass(frozen=True)
class Area:
    """What a list may be narrowed to; `value` as in the address: „18”, or „nowa-huta” for five."""

    value: str
    label: str
    districts: tuple[int, ...]

    def __str__(self) -> str:
        return self.label


def district(number: int) -> Area:
    """„XVIII Nowa Huta”"""
    return Area(str(number), f"{roman(number)} {DISTRICTS[number]}", (number,))


def part_of_city(name: str, numbers: range) -> Area:
    """„Nowa Huta (XIV–XVIII)”"""
    spanned = f"{roman(numbers[0])}–{roman(numbers[-1])}"
    return Area(slugify(name), f"{name} ({spanned})", tuple(numbers))


PARTS = tuple(part_of_city(name, numbers) for name, numbers in AREAS.items())
EACH = tuple(district(number) for number in DISTRICTS)


def find_area(text: str) -> Area | None:
    """By the number of a district, or the name of a part; None for neither."""
    wanted = str(whole(text) or text)
    return next((area for area in (*PARTS, *EACH) if area.value == wanted), None)
