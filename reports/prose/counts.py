"""How many came, in words. People are never added to organizations, and unknown is never zero."""

from collections.abc import Sequence

from portal.kernel.counts import GENITIVE, Qualifier, Quantity, Unit, total
from portal.kernel.polish import NBSP, agree, number
from reports.period import Meeting
from reports.prose.numerals import at_meetings, of_so_many

# The genitive of „kilka” and „kilkadziesiąt”.
OF_UNCOUNTED = {Qualifier.A_FEW: "kilku", Qualifier.DOZENS: "kilkudziesięciu"}
NOBODY = "nikt nie przyszedł"


def how_many(meeting: Meeting) -> str:
    """„blisko 100 osób z około 70 organizacji”, „41 osób”, „12 organizacji”; "" when unknown."""
    people, groups = meeting.quantity(Unit.PEOPLE), meeting.quantity(Unit.ORGANIZATIONS)
    if people is None:
        return groups.text if groups and groups.value != 0 else ""
    return f"{NOBODY if people.value == 0 else people.text}{from_where(groups)}"


def from_where(groups: Quantity | None) -> str:
    """„ z około 70 organizacji”, which follows the people; "" when nothing is known."""
    if groups is None or groups.value == 0:
        return ""
    if groups.qualifier == Qualifier.UP_TO:  # „z do 70” is no Polish
        return f", {groups.text}"
    return f" {out_of(groups)}{NBSP}organizacji"


def out_of(groups: Quantity) -> str:
    """„z 12”, „ze 120”, „z jednej”, „z blisko 70”, „z kilku”: all govern the genitive."""
    if groups.value is None:
        return f"z{NBSP}{OF_UNCOUNTED[groups.qualifier]}"
    if groups.qualifier != Qualifier.EXACTLY:
        return f"z{NBSP}{groups.qualifier.label}{NBSP}{number(groups.value)}"
    if groups.value == 1:
        return f"z{NBSP}jednej"
    return f"{'ze' if is_a_hundred(groups.value) else 'z'}{NBSP}{number(groups.value)}"


def is_a_hundred(n: int) -> bool:
    """Whether the number is read „sto…”, before which „z” becomes „ze”."""
    return 100 <= n < 200 or 100_000 <= n < 200_000


def came(people: Quantity) -> str:
    """„przyszło 41 osób”, „przyszły 22 osoby”, „przyszło około 22 osób”"""
    if people.value == 0:
        return NOBODY
    if people.value is None or people.qualifier in GENITIVE:
        return f"przyszło {people.text}"
    return f"{agree(people.value, 'przyszła', 'przyszły', 'przyszło')} {people.text}"


def took_part(groups: Quantity) -> str:
    """„wzięło udział około 70 organizacji”"""
    if groups.value is None or groups.qualifier in GENITIVE:
        return f"wzięło udział {groups.text}"
    return f"{agree(groups.value, 'wzięła', 'wzięły', 'wzięło')} udział {groups.text}"


def attendance(meetings: Sequence[Meeting]) -> str:
    """A sentence or two about all the meetings, at least one; what is not known is said."""
    if len(meetings) == 1:
        return attendance_of_one(meetings[0])
    people = total((meeting.quantity(Unit.PEOPLE) for meeting in meetings), Unit.PEOPLE)
    if people.quantity is None:
        return f"Liczby osób na{NBSP}spotkaniach nie zapisano."
    if people.parts == 1:
        return known_of_one(meetings)
    said = f"Łączna frekwencja na{NBSP}spotkaniach to {people.quantity.text}"
    said += f"; kto był na{NBSP}kilku, liczy się za każdym razem."
    if not people.missing:
        return said
    return f"{said} Liczby osób {at_meetings(people.missing)} nie zapisano."


def attendance_of_one(meeting: Meeting) -> str:
    people, groups = meeting.quantity(Unit.PEOPLE), meeting.quantity(Unit.ORGANIZATIONS)
    if people is not None:
        return f"Na spotkanie {came(people)}{from_where(groups)}."
    if groups is not None and groups.value != 0:
        return f"W{NBSP}spotkaniu {took_part(groups)}; liczby osób nie zapisano."
    return f"Frekwencji na{NBSP}spotkaniu nie zapisano."


def known_of_one(meetings: Sequence[Meeting]) -> str:
    """Of several meetings, a number is known of one alone."""
    counted = ((row, row.quantity(Unit.PEOPLE)) for row in meetings)
    meeting = next(row for row, people in counted if people and people.value is not None)
    of_all = f"na{NBSP}jednym z{NBSP}{of_so_many(len(meetings))} spotkań"
    return f"Liczbę osób zapisano {of_all}: {how_many(meeting)}."
