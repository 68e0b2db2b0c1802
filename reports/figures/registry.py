"""The list of every figure, in the order in which pages show them; keys are permanent addresses.

Each sentence „jak liczymy” is one that a councillor can read aloud.
"""

from django.utils.translation import gettext_lazy as _

from portal.kernel.counts import LACKING, Unit
from portal.kernel.polish import Noun
from reports.figures.activities import activities
from reports.figures.attendance import people, presences
from reports.figures.figure import Definition, Figure, Group, figure
from reports.figures.meetings import meetings, without_note
from reports.figures.notice import notice
from reports.figures.organizations import first_met, from_lists, met
from reports.figures.places import districts, venues
from reports.figures.promises import promises
from reports.period import PeriodFacts


def figures_of(facts: PeriodFacts) -> tuple[Figure, ...]:
    """Every figure of the period, in the order in which pages show them. Asks no database."""
    return tuple(figure_of(definition, facts) for definition in DEFINITIONS)


def figure_of(definition: Definition, facts: PeriodFacts) -> Figure:
    return figure(definition, definition.compute(facts))


def the_figure(key: str, facts: PeriodFacts) -> Figure:
    """One figure by its key; KeyError for a key that is none."""
    return figure_of(BY_KEY[key], facts)


NO_LIST = "bez listy organizacji"

DEFINITIONS = (
    Definition(
        "spotkania",
        _("nasze spotkania, które się odbyły"),
        "spotkanie",
        _(
            "Liczymy opublikowane wydarzenia biura z tego okresu, o których ktoś powiedział, "
            "że się odbyły; sama zapowiedź niczego nie dowodzi."
        ),
        meetings,
        Group.MAIN,
        after=Noun(
            "nasze spotkanie, które się odbyło",
            "nasze spotkania, które się odbyły",
            "naszych spotkań, które się odbyły",
            "naszego spotkania, które się odbyło",
        ),
    ),
    Definition(
        "osoby",
        _("łączna frekwencja; jedna osoba mogła przyjść kilka razy"),
        "osoba",
        _(
            "Dodajemy liczby osób z zatwierdzonych notatek i zaokrąglamy raz, na końcu; gdy choć "
            "jedna liczba jest przybliżona, suma też jest przybliżona."
        ),
        people,
        Group.MAIN,
        after=Noun(
            "osoba – łączna frekwencja; jedna mogła przyjść kilka razy",
            "osoby – łączna frekwencja; jedna mogła przyjść kilka razy",
            "osób – łączna frekwencja; jedna mogła przyjść kilka razy",
            "osoby – łączna frekwencja; jedna mogła przyjść kilka razy",
        ),
        lacking=LACKING[Unit.PEOPLE],
    ),
    Definition(
        "dzialania",
        _("działania poza własnymi spotkaniami"),
        "działanie",
        _(
            "Liczymy wizyty, posiedzenia, konferencje i inne zapisane działania Pełnomocnika; "
            "działanie, które trwało kilka miesięcy, liczy się raz."
        ),
        activities,
        Group.MAIN,
        after=Noun(
            "działanie poza własnymi spotkaniami",
            "działania poza własnymi spotkaniami",
            "działań poza własnymi spotkaniami",
            "działania poza własnymi spotkaniami",
        ),
    ),
    Definition(
        "organizacje-spotkane",
        _("różne organizacje na spotkaniach i w działaniach; każda liczona raz"),
        "organizacja",
        _(
            "Liczymy organizacje, instytucje i grupy zapisane z nazwy na spotkaniach i przy "
            "działaniach, każdą raz; mówimy „co najmniej”, gdy nie wszystkie zapisano."
        ),
        met,
        Group.MAIN,
        after=Noun(
            "organizacja na spotkaniach i w działaniach",
            "różne organizacje na spotkaniach i w działaniach; każda liczona raz",
            "różnych organizacji na spotkaniach i w działaniach; każda liczona raz",
            "organizacji na spotkaniach i w działaniach",
        ),
        lacking=NO_LIST,
    ),
    Definition(
        "organizacje-na-spotkaniach",
        _("obecności organizacji; jedna mogła być na kilku spotkaniach"),
        "organizacja",
        _(
            "Dodajemy liczby organizacji z zatwierdzonych notatek ze spotkań; osób nigdy nie "
            "dodajemy do organizacji."
        ),
        presences,
        Group.ORGANIZATIONS,
        after=Noun(
            "obecność organizacji",
            "obecności organizacji; jedna mogła być na kilku spotkaniach",
            "obecności organizacji; jedna mogła być na kilku spotkaniach",
            "obecności organizacji",
        ),
        lacking=LACKING[Unit.ORGANIZATIONS],
    ),
    Definition(
        "organizacje-z-list",
        _("różne organizacje zapisane z nazwy na spotkaniach; każda liczona raz"),
        "organizacja",
        _(
            "Liczymy różne nazwy z list organizacji w zatwierdzonych notatkach, każdą raz; gdy "
            "notatka mówi, że było ich więcej niż na liście, piszemy „co najmniej”."
        ),
        from_lists,
        Group.ORGANIZATIONS,
        after=Noun(
            "organizacja zapisana z nazwy na spotkaniach",
            "różne organizacje zapisane z nazwy na spotkaniach; każda liczona raz",
            "różnych organizacji zapisanych z nazwy na spotkaniach; każda liczona raz",
            "organizacji zapisanej z nazwy na spotkaniach",
        ),
        lacking=NO_LIST,
    ),
    Definition(
        "po-raz-pierwszy",
        _("organizacje zapisane po raz pierwszy"),
        "organizacja",
        _(
            "Liczymy organizacje zapisane z nazwy w tym okresie, których wcześniejsze zapisy nie "
            "wymieniają; mówimy „co najmniej”, bo nie wszystkie zapisano, a początek zapisów "
            "podajemy, bo wcześniej mogliśmy się już spotkać."
        ),
        first_met,
        Group.ORGANIZATIONS,
        lacking=NO_LIST,
    ),
    Definition(
        "dzielnice",
        _("dzielnice, w których się spotkaliśmy"),
        "dzielnica",
        _("Liczymy różne dzielnice Krakowa, w których odbyły się nasze spotkania."),
        districts,
        Group.PLACES,
        lacking="bez zapisanej dzielnicy",
    ),
    Definition(
        "miejsca",
        _("różne miejsca naszych spotkań"),
        "miejsce",
        _(
            "Liczymy różne miejsca, w których odbyły się nasze spotkania, każde raz, choćbyśmy "
            "byli w nim wiele razy."
        ),
        venues,
        Group.PLACES,
        after=Noun(
            "miejsce naszych spotkań",
            "różne miejsca naszych spotkań",
            "różnych miejsc naszych spotkań",
            "miejsca naszych spotkań",
        ),
        lacking="bez zapisanego miejsca",
    ),
    Definition(
        "wyprzedzenie",
        _("wyprzedzenie, z jakim podaliśmy dzień spotkania"),
        "dzień",
        _(
            "Liczymy dni od chwili, gdy opublikowaliśmy dzień spotkania, do tego dnia; „zwykle” "
            "to wartość środkowa, a pomijamy spotkania bez znanego dnia i te, o których "
            "napisaliśmy dopiero po nich."
        ),
        notice,
        Group.WORK,
        lacking="bez dnia podanego wcześniej",
    ),
    Definition(
        "ustalenia-dotrzymane",
        _("dotrzymane ustalenia ze spotkań; z tych, których termin przypadł w tym okresie"),
        "ustalenie",
        _(
            "Liczymy ustalenia z zatwierdzonych notatek, których termin przypadł w tym okresie, "
            "i mówimy, ile z nich zrobiono; ustaleń bez terminu nie liczymy."
        ),
        promises,
        Group.WORK,
        lacking="bez zapisu ustaleń",
    ),
    Definition(
        "bez-notatki",
        _("spotkania bez zatwierdzonej notatki"),
        "spotkanie",
        _(
            "Liczymy spotkania, które się odbyły, ale nie mają jeszcze zatwierdzonej notatki; "
            "nie wchodzą do sum osób i organizacji."
        ),
        without_note,
        Group.WORK,
        after=Noun(
            "spotkanie bez zatwierdzonej notatki",
            "spotkania bez zatwierdzonej notatki",
            "spotkań bez zatwierdzonej notatki",
            "spotkania bez zatwierdzonej notatki",
        ),
    ),
)

BY_KEY = {definition.key: definition for definition in DEFINITIONS}
