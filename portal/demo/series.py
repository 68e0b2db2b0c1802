"""The three cycles: idea, rhythm in words, audience. What no source says is left empty."""

from dataclasses import dataclass
from datetime import datetime, time

from events.models import Series
from events.models.series import Audience
from portal.demo import organizations, sources

Noun = Series.EditionNoun

THIRD_PLACE = "spotkajmy-sie-w-3miejscu"
BENCH = "lawka-dialogu"
TOGETHER = "wspolnie-do-celu"


@dataclass(frozen=True)
class Cycle:
    slug: str
    name: str
    since: datetime
    lead: str
    idea: str
    host: str
    cadence: str
    audience: str
    addressed_to: Audience
    emblem: Series.Emblem
    numbering: Series.Numbering
    noun: Series.EditionNoun = Noun.SPOTKANIE
    hours: tuple[time, time] | None = None
    window: tuple[int, int] | None = None
    drop_in: bool = False
    aliases: tuple[str, ...] = ()


CYCLES = (
    Cycle(
        THIRD_PLACE,
        "Spotkajmy się w 3miejscu",
        sources.NEW_CYCLE,
        "Dzień pracy Pełnomocnika poza urzędem: w jednym z trzecich miejsc Krakowa, przy herbacie "
        "lub kawie, bez zapisów.",
        "<p>Pełnomocnik zabiera dzień pracy tam, gdzie ludzie spotykają się na co dzień: do "
        "miejsc, które stworzyły organizacje pozarządowe i lokalne inicjatywy. Przyjść można "
        "z pomysłem, z pytaniem albo z kłopotem, o dowolnej porze i bez umawiania.</p>"
        "<h2>Skąd „3miejsce”</h2>"
        "<p>„Trzecie miejsce” to pojęcie z badań socjologa Raya Oldenburga. Pierwszym jest dom, "
        "drugim praca lub nauka, a trzecim – przestrzeń wspólna i swobodna: kawiarnia, "
        "biblioteka, dom kultury, centrum aktywności lokalnej. Tam najłatwiej się poznać "
        "i zacząć coś razem.</p>"
        "<h2>Za każdym razem gdzie indziej</h2>"
        "<p>Spotkania wędrują po mieście, żeby pokazać miejsca prowadzone przez organizacje: "
        "i te, które wspiera miasto, i te całkiem niezależne.</p>",
        organizations.PROXY,
        "mniej więcej co miesiąc, najczęściej w jego połowie",
        "organizacje pozarządowe, grupy nieformalne, osoby działające społecznie oraz ci, którzy "
        "o własnej inicjatywie dopiero myślą",
        # „Nowy cykl otwartych spotkań dla krakowskich organizacji i mieszkańców”.
        Audience.EVERYONE,
        Series.Emblem.TABLE,
        Series.Numbering.WORDS,
        Noun.ODSLONA,
        hours=(time(14), time(18)),
        window=(11, 20),
        drop_in=True,
        # The office itself writes the name in all these ways.
        aliases=(
            "Spotkajmy się w 3. miejscu",
            "3miejsce",
            "3miejscu",
            "3. miejsce",
            "3. miejscu",
            "trzecie miejsce",
            "w trzecim miejscu",
        ),
    ),
    Cycle(
        BENCH,
        "Ławka dialogu",
        sources.BENCH,
        "Prezydent Miasta Krakowa siada do otwartej rozmowy z mieszkańcami i środowiskami, które "
        "tworzą miasto.",
        "<p>Na „Ławce dialogu” rozmawia się wprost i po partnersku: o codzienności, o sprawach "
        "najbliższej okolicy, o tym, czego komu naprawdę potrzeba. Rozwiązań szuka się "
        "wspólnie.</p>"
        "<p>To cykl Prezydenta. Spotyka się w nim także z innymi środowiskami, poza kalendarzem "
        "tego portalu, dlatego nie nadajemy tu kolejnych numerów.</p>",
        organizations.MAYOR,
        "o terminach mówią kolejne zaproszenia",
        "mieszkanki i mieszkańcy Krakowa, różne środowiska społeczne",
        Audience.EVERYONE,
        Series.Emblem.BENCH,
        Series.Numbering.NONE,
        aliases=("Ławka dialogu dla NGO", "Ławka"),
    ),
    Cycle(
        TOGETHER,
        "Wspólnie do celu",
        sources.RECAP,
        "Krakowskie organizacje pokazują, co robią, poznają się i znajdują partnerów.",
        "<p>Jedno spotkanie, wiele organizacji: od doświadczonych po takie, które dopiero "
        "zaczynają. Są prezentacje, występy, wspólny stół i czas na rozmowę. Program "
        "współtworzą same organizacje, a efektem mają być wspólne inicjatywy na rzecz Krakowa.</p>"
        # The recap calls the March meeting the second; of the first it says nothing more.
        "<p>O pierwszej edycji wiemy tylko tyle, że się odbyła: relacja z marca 2026 r. nazywa "
        "tamto spotkanie drugim.</p>",
        organizations.PROXY,
        "po edycji z marca 2026 r. następną planowano na czerwiec",
        "organizacje pozarządowe i inicjatywy społeczne z Krakowa",
        Audience.ORGANIZATIONS,
        Series.Emblem.WAYS,
        Series.Numbering.ROMAN_AFTER,
        Noun.EDYCJA,
    ),
)
