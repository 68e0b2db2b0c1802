"""Every organization that the sources name, with what they say about it and no more."""

from dataclasses import dataclass
from datetime import datetime

from organizations.models import Organization
from portal.demo import sources

Kind = Organization.Kind

PROXY = "Pełnomocnik Prezydenta Miasta Krakowa ds. organizacji pozarządowych"
MAYOR = "Prezydent Miasta Krakowa"
CITY = "Gmina Miejska Kraków"
FAKTOR_KULTURA = "Fundacja Faktor Kultura"
TYTANO = "Fundacja Tytano"
ECHO = "ECHO Miasta"
FRIENDS_OF_CHILDREN = "Krakowskie Towarzystwo Przyjaciół Dzieci"
MARSHAL = "Urząd Marszałkowski Województwa Małopolskiego"
BENEFIT_COUNCIL = "Krakowska Rada Działalności Pożytku Publicznego"
DIALOGUE_COMMITTEES = "Komisje Dialogu Obywatelskiego"
METROPOLISES = "Unia Metropolii Polskich im. Pawła Adamowicza"
METROPOLISES_COMMITTEE = "Komisja ds. Rozwoju Społeczeństwa Obywatelskiego Unii Metropolii Polskich"
CITIES = "Związek Miast Polskich"
CITIES_COMMITTEE = "Komisja Partnerstwa i Dialogu Związku Miast Polskich"
SCOUTS_FRIENDS = "Stowarzyszenie Przyjaciół Harcerstwa w Krakowie"
SENIORS = "Rada Krakowskich Seniorów"
WOSP = "Wielka Orkiestra Świątecznej Pomocy"
SCOUTS = "Chorągiew Krakowska ZHP"
MUSIC = "Fundacja Muzyka w Centrum"
PATCHWORK = "Stowarzyszenie Patchwork"
KIDNEYS = "Ogólnopolskie Stowarzyszenie Moje Nerki"
MINISTRY = "Ministerstwo Rodziny, Pracy i Polityki Społecznej"
NCK = "Nowohuckie Centrum Kultury"
JUDUDORO = "Stowarzyszenie Jududoro"
ZUSTRICZ = "Fundacja Zustricz"
MY_SPACE = "Fundacja Rozwoju i Terapii „Moja Przestrzeń”"
LOCAL_FORUM = "Krakowskie Forum Lokalne"
PODGORZE = "Centrum Kultury Podgórze"
KRAK = "Drużyna Wojów Wiślańskich KRAK"
CIVIL_DEFENCE = "Stowarzyszenie Świadoma Obrona Cywilna"
HAMLET = "Fundacja Hamlet"
OUT_OF_BOX = "Fundacja Poza Pudełkiem – Razem dla Edukacji"

MIGRATION = "wsparcie po migracji, uchodźstwie i kryzysach"


@dataclass(frozen=True)
class Member:
    """One entry of the directory; `since` is when a text first named it."""

    name: str
    kind: Organization.Kind = Kind.NGO
    field: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()
    since: datetime = sources.SUMMARY


MEMBERS = (
    Member(
        PROXY,
        Kind.CITY,
        "współpraca miasta z organizacjami",
        "<p>Łączy organizacje społeczne z miastem: rozmawia, odwiedza, wspiera w codziennej pracy "
        "i pomaga organizacjom poznać się nawzajem.</p>",
        ("Pełnomocnik ds. NGO", "Pełnomocnik ds. organizacji pozarządowych"),
        sources.NEW_CYCLE,
    ),
    Member(
        MAYOR,
        Kind.CITY,
        description="<p>Gospodarz cyklu „Ławka dialogu”.</p>",
        since=sources.BENCH,
    ),
    Member(
        CITY,
        Kind.CITY,
        description="<p>Ogłasza konkursy grantowe i współfinansuje zadania publiczne, między "
        "innymi „Ambasadora rewitalizacji”.</p>",
        aliases=("Miasto Kraków",),
        since=sources.NEW_CYCLE,
    ),
    Member(
        FAKTOR_KULTURA,
        field="rewitalizacja, życie sąsiedzkie",
        description="<p>Prowadzi Cafe NOWA Księgarnia. Jest Ambasadorem rewitalizacji "
        "podobszaru „stara” Nowa Huta; to zadanie publiczne, do którego dokłada się Miasto "
        "Kraków.</p>",
        aliases=("Faktor Kultura",),
        since=sources.NEW_CYCLE,
    ),
    Member(
        TYTANO,
        description="<p>Współpracuje z Pełnomocnikiem od lutego 2026 r. W marcu udostępniła "
        "przestrzeń przy ul. Kapelanka 56 i zapewniła technikę na „Wspólnie do celu II”.</p>",
        aliases=("Tytano",),
        since=sources.RECAP,
    ),
    # The sources never say what it is in law: they call it a place, and thank it for its help.
    Member(
        ECHO,
        Kind.OTHER,
        description="<p>Miejsce przy ul. Kapelanka 56, w którym mogą się rozwinąć działania "
        "społeczne i kulturalne. Pomogło zorganizować „Wspólnie do celu II”.</p>",
        since=sources.RECAP,
    ),
    Member(
        FRIENDS_OF_CHILDREN,
        field="dzieci",
        description="<p>Dzieci z Towarzystwa wystąpiły z programem muzycznym na „Wspólnie do "
        "celu II”.</p>",
        since=sources.RECAP,
    ),
    Member(MARSHAL, Kind.INSTITUTION, "konkursy grantowe"),
    Member(BENEFIT_COUNCIL, Kind.BODY, "dialog obywatelski", aliases=("KRDPP",)),
    Member(DIALOGUE_COMMITTEES, Kind.BODY, "dialog obywatelski", aliases=("KDO",)),
    Member(
        METROPOLISES,
        Kind.INSTITUTION,
        "współpraca miast",
        aliases=("UMP", "Unia Metropolii Polskich"),
    ),
    Member(METROPOLISES_COMMITTEE, Kind.BODY, "społeczeństwo obywatelskie"),
    Member(CITIES, Kind.INSTITUTION, "współpraca miast", aliases=("ZMP",)),
    Member(CITIES_COMMITTEE, Kind.BODY, "dialog społeczny"),
    Member(
        SCOUTS_FRIENDS,
        field="harcerstwo",
        description="<p>Urządza Spotkania „PO LATACH”; te ze stycznia 2026 r. były dwudzieste "
        "ósme.</p>",
    ),
    Member(SENIORS, Kind.BODY, "osoby starsze"),
    Member(WOSP, aliases=("WOŚP",)),
    Member(
        SCOUTS,
        field="harcerstwo",
        description="<p>Organizuje plebiscyt TADEK.</p>",
        aliases=("Chorągiew Krakowska Związku Harcerstwa Polskiego",),
    ),
    Member(MUSIC, field=MIGRATION),
    Member(PATCHWORK, field=MIGRATION),
    Member(KIDNEYS, field="zdrowie", aliases=("Moje Nerki",)),
    Member(MINISTRY, Kind.INSTITUTION, aliases=("MRPiPS",)),
    Member(NCK, Kind.CITY, "kultura", aliases=("NCK",)),
    Member(JUDUDORO, field="społeczność romska"),
    Member(
        ZUSTRICZ,
        field="społeczność ukraińska",
        description="<p>Jej Klub Ukraiński skończył w kwietniu 2026 r. dziesięć lat.</p>",
    ),
    Member(MY_SPACE, field="rozwój i terapia", aliases=("Moja Przestrzeń",)),
    Member(LOCAL_FORUM, Kind.BODY),
    Member(
        PODGORZE,
        Kind.CITY,
        "kultura",
        "<p>Przygotowuje Rękawkę razem z Drużyną Wojów Wiślańskich KRAK.</p>",
    ),
    # Nor do they say whether it is registered.
    Member(KRAK, Kind.OTHER, aliases=("Drużyna KRAK",)),
    Member(
        CIVIL_DEFENCE,
        field="obrona cywilna",
        description="<p>Prowadzi Cywilne Centrum Działań, otwarte w kwietniu 2026 r.</p>",
    ),
    Member(
        HAMLET,
        field="wsparcie i samopomoc",
        description="<p>Prowadzi Środowiskowy Dom Samopomocy.</p>",
    ),
    Member(OUT_OF_BOX, field="edukacja", aliases=("Poza Pudełkiem",)),
)
