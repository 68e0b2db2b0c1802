"""What the proxy did from January to 15 May 2026, line by line after the summary of 15 May.

Each of its lines is one activity, a line about several things of one kind too. The three own
meetings that it names (13 March, Wspólnie do celu II, April) are events and not repeated here.
It gives no days: months are all that is known, and spans where something went on.
"""

from dataclasses import dataclass

from portal.demo import organizations as named
from portal.demo import venues
from reports.models import Activity

Kind = Activity.Kind
Role = Activity.Role


@dataclass(frozen=True)
class Deed:
    """`title` is the line itself; `place` says in words what is not in the list of venues."""

    title: str
    kind: Activity.Kind
    organizations: tuple[str, ...] = ()
    role: Activity.Role = Role.PARTICIPANT
    venue: str = ""
    place: str = ""
    outside_krakow: bool = False


# „W pierwszych miesiącach 2026 roku”: somewhere in the months that the summary covers.
FROM_JANUARY_TO_MAY = (
    Deed(
        "opinie do aktualizacji Strategii Rozwoju Krakowa „Tu chcę żyć. Kraków 2030/2050”",
        Kind.CONSULTATION,
    ),
    Deed("opinie do Księgi standardów wydarzeń plenerowych w Krakowie", Kind.CONSULTATION),
    Deed(
        "konsultacje w sprawie Funduszu Wkładów Własnych, który pomaga organizacjom z projektami "
        "współfinansowanymi z zewnątrz",
        Kind.CONSULTATION,
    ),
    Deed(
        "udział w działaniach Komisji ds. Rozwoju Społeczeństwa Obywatelskiego Unii Metropolii "
        "Polskich im. Pawła Adamowicza",
        Kind.COOPERATION,
        (named.METROPOLISES, named.METROPOLISES_COMMITTEE),
    ),
    Deed(
        "praca w Komisji Partnerstwa i Dialogu Związku Miast Polskich nad rozwojem społeczeństwa "
        "obywatelskiego, dialogiem i współpracą samorządów z organizacjami",
        Kind.COOPERATION,
        (named.CITIES, named.CITIES_COMMITTEE),
    ),
    # The next two stand under January, „regularnie”, and the summary names no end.
    Deed(
        "wyjaśnianie, jak działa dialog obywatelski: Krakowska Rada Działalności Pożytku "
        "Publicznego, komisje dialogu obywatelskiego, partnerstwa z miastem, patronaty "
        "Prezydenta, inicjatywa lokalna i rejestracja stowarzyszeń zwykłych",
        Kind.CAMPAIGN,
        (named.BENEFIT_COUNCIL, named.DIALOGUE_COMMITTEES, named.CITY),
        Role.ORGANIZER,
    ),
    Deed(
        "informowanie o pieniądzach z budżetu miasta na zadania publiczne i pracę organizacji",
        Kind.CAMPAIGN,
        role=Role.ORGANIZER,
    ),
)

FROM_JANUARY_TO_APRIL = (
    Deed(
        "zachęcanie do przekazania 1,5% podatku organizacjom, które pomagają w Krakowie",
        Kind.CAMPAIGN,
        role=Role.ORGANIZER,
    ),
    Deed(
        "informowanie o konkursach grantowych Gminy Miejskiej Kraków, Urzędu Marszałkowskiego "
        "Województwa Małopolskiego i innych grantodawców",
        Kind.CAMPAIGN,
        (named.CITY, named.MARSHAL),
        Role.ORGANIZER,
    ),
)

JANUARY = (
    Deed(
        "XXVIII Spotkania „PO LATACH” Stowarzyszenia Przyjaciół Harcerstwa w Krakowie",
        Kind.MEETING,
        (named.SCOUTS_FRIENDS,),
    ),
    Deed("Festiwal Koreański", Kind.FESTIVAL, place="Hala Cracovii"),
    Deed(
        "spotkanie krakowskich podmiotów reintegracyjnych o tym, jak wdrażać miejską politykę "
        "reintegracji społeczno-zawodowej",
        Kind.MEETING,
    ),
    Deed("odsłonięcie tablicy Rady Krakowskich Seniorów", Kind.OPENING, (named.SENIORS,)),
    Deed("działania w ramach zadania „Ambasador rewitalizacji”", Kind.COOPERATION),
    Deed(
        "finał Wielkiej Orkiestry Świątecznej Pomocy, razem z Martą Wodyńską, Pełnomocniczką "
        "Prezydenta Miasta Krakowa ds. Polityki Równościowej",
        Kind.OTHER,
        (named.WOSP,),
    ),
    Deed("gala plebiscytu TADEK Chorągwi Krakowskiej ZHP", Kind.OTHER, (named.SCOUTS,)),
    Deed(
        "posiedzenie Krakowskiej Rady Działalności Pożytku Publicznego",
        Kind.SITTING,
        (named.BENEFIT_COUNCIL,),
    ),
    Deed(
        "spotkania z organizacjami, które zajmują się edukacją, integracją i wsparciem społecznym",
        Kind.MEETING,
    ),
    Deed("wizyta w Fundacji Muzyka w Centrum", Kind.VISIT, (named.MUSIC,)),
    Deed("wizyta w Stowarzyszeniu Patchwork", Kind.VISIT, (named.PATCHWORK,)),
)

FEBRUARY = (
    Deed("rozmowa z Ogólnopolskim Stowarzyszeniem Moje Nerki", Kind.MEETING, (named.KIDNEYS,)),
    Deed("początek współpracy z Fundacją Tytano", Kind.COOPERATION, (named.TYTANO,)),
    # The summary names whose birthday it was: a private person, whom this portal does not name.
    Deed("jubileusz setnych urodzin", Kind.JUBILEE, role=Role.GUEST),
    Deed(
        "spotkania robocze z organizacjami o bieżących sprawach sektora obywatelskiego",
        Kind.MEETING,
    ),
    Deed(
        "promowanie organizacji i ich inicjatyw, informowanie o konkursach grantowych i o tym, "
        "jak współpracować z miastem",
        Kind.CAMPAIGN,
        role=Role.ORGANIZER,
    ),
)

MARCH = (
    Deed("konferencja i wystawa „Białoruscy artyści na wygnaniu”", Kind.CONFERENCE),
    Deed(
        "spotkanie w Centrum Wielokulturowym z Ministerstwem Rodziny, Pracy i Polityki Społecznej",
        Kind.MEETING,
        (named.MINISTRY,),
        venue=venues.MULTICULTURAL,
    ),
    Deed("Targi Pracy z podmiotami ekonomii społecznej", Kind.FESTIVAL),
    Deed(
        "posiedzenie Krakowskiej Rady Działalności Pożytku Publicznego",
        Kind.SITTING,
        (named.BENEFIT_COUNCIL,),
    ),
    Deed("6. urodziny Centrum Obywatelskiego Centrum C 10", Kind.JUBILEE, venue=venues.C10),
    Deed("konferencje o wolontariacie i działaniach społecznych", Kind.CONFERENCE),
    Deed(
        "wydarzenia integracyjne oraz działania dla osób z niepełnosprawnościami",
        Kind.OTHER,
    ),
    Deed("inicjatywy ekologiczne i społeczne", Kind.OTHER),
    Deed(
        "wydarzenia przygotowane wspólnie ze społecznością białoruską i ukraińską",
        Kind.COOPERATION,
        role=Role.ORGANIZER,
    ),
    Deed("działania harcerskie i patriotyczne", Kind.OTHER),
    Deed(
        "Strategic Foresight Conference for Belarus: głos Krakowa w rozmowach o przyszłości "
        "Białorusi, o demokracji i o współpracy międzynarodowej",
        Kind.CONFERENCE,
        place="Warszawa",
        outside_krakow=True,
    ),
)

APRIL = (
    Deed("piknik rodzinny w Ogrodzie Społecznym Stary Bieżanów", Kind.FESTIVAL),
    Deed("obchody Dnia Ziemi przy Nowohuckim Centrum Kultury", Kind.FESTIVAL, (named.NCK,)),
    Deed(
        "spotkanie Stowarzyszenia Jududoro z okazji Międzynarodowego Dnia Romów",
        Kind.MEETING,
        (named.JUDUDORO,),
    ),
    Deed("10-lecie Klubu Ukraińskiego Fundacji Zustricz", Kind.JUBILEE, (named.ZUSTRICZ,)),
    Deed(
        "spotkanie w Fundacji Rozwoju i Terapii „Moja Przestrzeń”",
        Kind.MEETING,
        (named.MY_SPACE,),
    ),
    Deed(
        "Ogólnopolski Kongres „Dostępność 360 – holistyczne wsparcie dla NGO”",
        Kind.CONFERENCE,
    ),
    Deed(
        "VII posiedzenie Krakowskiego Forum Lokalnego",
        Kind.SITTING,
        (named.LOCAL_FORUM,),
    ),
    Deed("wizyty w organizacjach edukacyjnych i terapeutycznych", Kind.VISIT),
    Deed(
        "otwarcie XIII Międzynarodowego Festiwalu Teatru Ukraińskiego „Wschód–Zachód”",
        Kind.OPENING,
    ),
    Deed(
        "Rękawka, którą przygotowały Centrum Kultury Podgórze i Drużyna Wojów Wiślańskich KRAK",
        Kind.FESTIVAL,
        (named.PODGORZE, named.KRAK),
    ),
    # The street is known, the number is not.
    Deed("otwarcie UkrArtHub przy ul. Garbarskiej", Kind.OPENING),
    Deed("otwarcie projektu Mental Bus", Kind.OPENING),
    Deed("spotkania o zdrowiu psychicznym i neuroróżnorodności", Kind.MEETING),
    Deed(
        "otwarcie Cywilnego Centrum Działań Stowarzyszenia Świadoma Obrona Cywilna",
        Kind.OPENING,
        (named.CIVIL_DEFENCE,),
    ),
    Deed(
        "wizyty w Środowiskowym Domu Samopomocy Fundacji Hamlet",
        Kind.VISIT,
        (named.HAMLET,),
    ),
)

MAY = (
    Deed(
        "konferencja „Intercultural assistants in a multicultural and multilingual school”",
        Kind.CONFERENCE,
    ),
    Deed(
        "rozmowa z Fundacją Poza Pudełkiem – Razem dla Edukacji",
        Kind.MEETING,
        (named.OUT_OF_BOX,),
    ),
    Deed("działania w sprawie nazwy parku Dolina Kurczaba", Kind.OTHER),
    Deed("dalsze spotkania z organizacjami i partnerami miejskimi", Kind.MEETING),
)

# By the date as staff write it.
DEEDS = {
    "styczeń–maj 2026": FROM_JANUARY_TO_MAY,
    "styczeń–kwiecień 2026": FROM_JANUARY_TO_APRIL,
    "styczeń 2026": JANUARY,
    "luty 2026": FEBRUARY,
    "marzec 2026": MARCH,
    "kwiecień 2026": APRIL,
    "maj 2026": MAY,
}
