"""The places that the sources name, with only what is certain about each.

Addresses and districts are those confirmed by two sources or by the city's own pages. A point
comes with its error in metres: none is good enough for a pin. No source says a word about steps,
toilets or loops, so every access fact stays unknown.
"""

from dataclasses import dataclass
from datetime import datetime

from portal.demo import organizations, sources
from venues.models import Venue

Kind = Venue.AddressKind

PALACE = "Pałac Krzysztofory"
COGITO = "Zakręcony Pan Cogito"
NOWA = "Cafe NOWA Księgarnia"
KAFFKA = "Społeczna Kaffka"
CLUSTER = "Klaster Innowacji Społeczno-Gospodarczych Zabłocie 20.22"
MULTICULTURAL = "Centrum Wielokulturowe w Krakowie"
KAPELANKA = "Kapelanka 56"
C10 = "Centrum Obywatelskie Centrum C 10"


@dataclass(frozen=True)
class Point:
    latitude: str
    longitude: str
    metres: int


@dataclass(frozen=True)
class Place:
    name: str
    since: datetime
    description: str
    address: tuple[Venue.AddressKind, str, str] = (Kind.NONE, "", "")
    postal_code: str = ""
    district: int | None = None
    entrance: str = ""
    point: Point | None = None
    inside: str = ""
    operator: str = ""
    aliases: tuple[str, ...] = ()
    laptop_note: str = ""


PLACES = (
    Place(
        PALACE,
        sources.THIRD,
        "<p>Pałac Muzeum Krakowa przy Rynku Głównym. Mieści się w nim kawiarnia społeczna "
        "„Zakręcony Pan Cogito”.</p>",
        (Kind.NONE, "Rynek Główny", "35"),
        district=1,
        point=Point("50.0623", "19.9367", 60),
        aliases=("Krzysztofory",),
    ),
    Place(
        COGITO,
        sources.THIRD,
        "<p>Kawiarnia społeczna. Osoby z doświadczeniem kryzysów psychicznych uczą się tu zawodu, "
        "zarabiają na siebie i nabierają wiary we własne siły.</p>",
        inside=PALACE,
        aliases=("kawiarnia społeczna „Zakręcony Pan Cogito”", "Pan Cogito"),
    ),
    Place(
        NOWA,
        sources.NEW_CYCLE,
        "<p>Przestrzeń, którą mieszkańcy Nowej Huty dobrze znają: spotkania i wydarzenia dla "
        "sąsiedztwa odbywają się tu regularnie. Jest zarazem Ambasadą Rewitalizacji w Nowej "
        "Hucie. Zapowiedź z marca 2026 r. poleca ją i do rozmowy, i do spokojnej pracy.</p>",
        (Kind.ESTATE, "Zgody", "7"),
        "31-949",
        18,
        point=Point("50.074", "20.037", 200),
        operator=organizations.FAKTOR_KULTURA,
        aliases=(
            "Cafe NOWA",
            "Cafe NOWA Księgarnia – Ambasada Rewitalizacji w Nowej Hucie",
            "Ambasada Rewitalizacji w Nowej Hucie",
        ),
        # The text of 6 March speaks of laptops in such places at large, not in this one.
        laptop_note="zapowiedź z 6 marca 2026 r. mówi o spokojnej pracy, o laptopie tylko ogólnie",
    ),
    Place(
        KAFFKA,
        sources.SUMMARY,
        "<p>Trzecie miejsce w Bieżanowie-Prokocimiu. W kwietniu 2026 r. gościło drugą odsłonę "
        "„Spotkajmy się w 3miejscu”.</p>",
        (Kind.STREET, "Na Kozłówce", "25"),
        "30-664",
        12,
        point=Point("50.021", "19.993", 400),
        aliases=("Kaffka",),
    ),
    Place(
        CLUSTER,
        sources.BENCH,
        "<p>Miejsce „Ławki dialogu” dla organizacji pozarządowych, zapowiedzianej na 27 lutego "
        "2026 r. Zaproszenie podawało adres ul. Zabłocie 20.</p>",
        (Kind.STREET, "Zabłocie", "20–22"),
        "30-701",
        13,
        point=Point("50.048", "19.963", 300),
        aliases=("Zabłocie 20.22", "Klaster Zabłocie 20.22"),
    ),
    Place(
        MULTICULTURAL,
        sources.SUMMARY,
        "<p>Tu w marcu 2026 r. Pełnomocnik spotkał się z Ministerstwem Rodziny, Pracy i Polityki "
        "Społecznej.</p>",
        (Kind.STREET, "Zabłocie", "20"),
        district=13,
        entrance="budynek A, I piętro",
        point=Point("50.048", "19.963", 300),
        aliases=("Centrum Wielokulturowe",),
    ),
    # One text calls the place „Kapelanka 56”, another „ECHO Miasta”: one place, two names.
    Place(
        KAPELANKA,
        sources.RECAP,
        "<p>Miejsce na Dębnikach, znane także jako ECHO Miasta. W marcu 2026 r. odbyło "
        "się tu „Wspólnie do celu II”, a goście mogli przespacerować się po całym miejscu.</p>",
        (Kind.STREET, "Kapelanka", "56"),
        "30-347",
        8,
        aliases=("ECHO Miasta",),
    ),
    Place(
        C10,
        sources.SUMMARY,
        "<p>Centrum obywatelskie w Nowej Hucie. W marcu 2026 r. obchodziło szóste urodziny.</p>",
        (Kind.ESTATE, "Centrum C", "10"),
        district=18,
        entrance="wejście od al. Przyjaźni",
        point=Point("50.0716", "20.0379", 100),
        aliases=("Centrum C 10", "Centrum C10", "C10"),
    ),
)
