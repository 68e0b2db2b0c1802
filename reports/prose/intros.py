"""What stands before a list; „m.in.” only where something really was left out."""

from portal.kernel.months import Month
from portal.kernel.polish import NBSP
from reports.models import ReportLine
from reports.prose.words import capital, turn

Part = ReportLine.Part

# By part and by how many lines follow: none left out, then with „m.in.”. Months take turns.
ONE = {
    Part.MEETING: ("Nasze spotkanie:", "Spotkanie, na które zaprosiliśmy:"),
    Part.ACTIVITY: (
        "Jedno działanie:",
        "Działanie tego miesiąca:",
        "Zapisane działanie:",
        "W tym czasie:",
    ),
    Part.STANDING: ("Działanie ciągłe:", "Przez kilka miesięcy:"),
}
ALL = {
    Part.MEETING: ("Nasze spotkania:", "Spotkania, na które zaprosiliśmy:"),
    Part.ACTIVITY: (
        "W tym czasie odbyły się:",
        "Działania tego miesiąca:",
        "W kalendarzu znalazły się:",
        "{month} wypełniły:",
    ),
    Part.STANDING: ("Działania ciągłe:", "Przez kilka miesięcy trwały:"),
}
SOME = {
    Part.MEETING: ("Nasze spotkania, m.in.:", "Wśród spotkań, na które zaprosiliśmy, m.in.:"),
    Part.ACTIVITY: (
        "W tym czasie odbyły się m.in.:",
        "Wśród działań tego miesiąca m.in.:",
        "W kalendarzu znalazły się m.in.:",
        "{month} wypełniły m.in.:",
    ),
    Part.STANDING: ("Działania ciągłe, m.in.:", "Przez kilka miesięcy trwały m.in.:"),
}


def list_intro(month: Month, part: str, lines: int, omitted: int) -> str:
    """`omitted` counts the lines that a person left out: the list is then not all there was."""
    choices = (SOME if omitted else ALL if lines > 1 else ONE)[Part(part)]
    said = choices[turn(month, len(choices))]
    return said.format(month=capital(month.name.nominative)).replace("W ", f"W{NBSP}", 1)
