"""What the office announced and told, with its real dates and facts, in our own sentences."""

from dataclasses import dataclass
from datetime import datetime

from events.models import Announcement
from portal.demo import events, sources

Kind = Announcement.Kind


@dataclass(frozen=True)
class Text:
    since: datetime
    kind: Announcement.Kind
    title: str
    lead: str
    body: str
    about: tuple[str, ...]


TEXTS = (
    Text(
        sources.BENCH,
        Kind.INVITATION,
        "„Ławka dialogu” dla organizacji: 27 lutego porozmawiaj z Prezydentem Krakowa",
        "W piątek 27 lutego 2026 r. o godz. 17.30, w Światowe Święto Organizacji Społecznych, "
        "Prezydent Miasta Krakowa zaprasza organizacje pozarządowe na „Ławkę dialogu”. "
        "Miejsce: Klaster Zabłocie 20.22, sala 005.",
        "<p>Tym razem ławka czeka na trzeci sektor. Prezydent Miasta Krakowa Aleksander Miszalski "
        "zaprasza osoby, które współtworzą organizacje działające dla mieszkanek i mieszkańców "
        "miasta – przede wszystkim po to, żeby posłuchać, co mają do powiedzenia.</p>"
        "<h2>Kiedy i gdzie</h2>"
        "<ul>"
        "<li><strong>Dzień i godzina:</strong> piątek 27 lutego 2026 r., godz. 17.30. Rozmowa ma "
        "potrwać dwie godziny.</li>"
        "<li><strong>Miejsce:</strong> Zabłocie 20.22, czyli Klaster Innowacji "
        "Społeczno-Gospodarczych. Sala 005, adres: ul. Zabłocie 20.</li>"
        "<li><strong>Dla kogo:</strong> dla wszystkich organizacji pozarządowych, które robią coś "
        "dla Krakowa.</li>"
        "</ul>"
        "<h2>Na czym polega „Ławka dialogu”</h2>"
        "<p>To cykl otwartych rozmów Prezydenta z mieszkańcami i z różnymi środowiskami. Rozmawia "
        "się po partnersku i o konkretach: o codzienności, o kłopotach najbliższej okolicy, "
        "o tym, czego naprawdę potrzeba. Rozwiązań szuka się wspólnie.</p>"
        "<h2>O czym porozmawiamy</h2>"
        "<ul>"
        "<li>z czym organizacje zmagają się dziś najbardziej,</li>"
        "<li>jakie przeszkody tkwią w samym systemie,</li>"
        "<li>czego trzeba, żeby organizacje mogły się rozwijać,</li>"
        "<li>jak ułatwić współpracę z miastem i w którą stronę ją prowadzić.</li>"
        "</ul>"
        "<p>Spotkanie jest otwarte i ma charakter konsultacji. Ma też umocnić partnerstwo między "
        "urzędem a organizacjami.</p>"
        "<h2>Dlaczego właśnie tego dnia</h2>"
        "<p>Datę wybrano celowo. Światowe Święto Organizacji Społecznych przypomina, jak wiele "
        "trzeci sektor wnosi do lokalnej wspólnoty, do rozmowy obywatelskiej i do życia "
        "miasta.</p>"
        "<p>Przyjdźcie i powiedzcie, jaki Kraków chcecie współtworzyć.</p>",
        (events.BENCH_FEBRUARY,),
    ),
    Text(
        sources.NEW_CYCLE,
        Kind.INVITATION,
        "Rusza „Spotkajmy się w 3miejscu”. Zaczynamy 13 marca w Nowej Hucie",
        "Raz w miesiącu Pełnomocnik Prezydenta Miasta Krakowa ds. organizacji pozarządowych "
        "przeniesie dzień pracy do miejsca, w którym spotykają się mieszkańcy. Pierwszy raz: "
        "piątek 13 marca 2026 r., godz. 14.00–18.00, Cafe NOWA Księgarnia. Bez zapisów.",
        "<p>Stolik zamiast biurka, herbata zamiast okienka. Tak w skrócie wygląda nowy cykl: "
        "Pełnomocnik wychodzi z urzędu, a porozmawiać może każda osoba, która zajrzy.</p>"
        "<h2>Jak to działa</h2>"
        "<ul>"
        "<li>Pełnomocnik jest na miejscu od 14.00 do 18.00. Można wejść o dowolnej porze.</li>"
        "<li>Nie ma zapisów i nie trzeba się umawiać.</li>"
        "<li>Temat przynosi ten, kto przychodzi: pomysł, potrzebę organizacji, sprawę "
        "z sąsiedztwa.</li>"
        "</ul>"
        "<h2>Na kogo czekamy</h2>"
        "<ul>"
        "<li>na organizacje pozarządowe,</li>"
        "<li>na grupy nieformalne,</li>"
        "<li>na osoby, które działają społecznie,</li>"
        "<li>na tych, którym pierwsza inicjatywa dopiero chodzi po głowie.</li>"
        "</ul>"
        "<h2>Co to jest „trzecie miejsce”</h2>"
        "<p>Pojęcie pochodzi z badań Raya Oldenburga, socjologa ze Stanów Zjednoczonych. Pierwsze "
        "miejsce to dom, drugie – praca albo nauka. Trzecie jest wspólne i swobodne: kawiarnia, "
        "biblioteka, dom kultury, centrum aktywności lokalnej. Chodzi się tam, żeby pobyć "
        "z ludźmi, i właśnie tam często zaczyna się coś większego.</p>"
        "<h2>Gdzie i jak często</h2>"
        "<p>Cykl wędruje po mieście. Spotkania planujemy mniej więcej co miesiąc, najczęściej "
        "w jego połowie, za każdym razem pod innym adresem. Przy okazji chcemy pokazać miejsca, "
        "które stworzyły organizacje – z pomocą miasta albo zupełnie samodzielnie. Można w nich "
        "poznać ludzi, trafić na ciekawe wydarzenie, a bywa, że i popracować przy własnym "
        "laptopie.</p>"
        "<h2>Najpierw Nowa Huta</h2>"
        "<p>Zaczynamy w Cafe NOWA Księgarnia (os. Zgody 7), zwanej też Ambasadą Rewitalizacji "
        "w Nowej Hucie. Prowadzi ją Fundacja Faktor Kultura, Ambasador rewitalizacji podobszaru "
        "„stara” Nowa Huta; to zadanie publiczne, do którego dokłada się Miasto Kraków. Sąsiedzi "
        "dobrze znają ten adres: wiele się tu dzieje, a przyjazna atmosfera sprzyja i rozmowie, "
        "i spokojnej pracy.</p>"
        "<p>Do zobaczenia w piątek 13 marca!</p>",
        (events.THIRD_PLACE_MARCH,),
    ),
    # The title says „blisko 70” and the text „około 70”, as the office's own recap did.
    Text(
        sources.RECAP,
        Kind.RECAP,
        "Blisko 70 organizacji na Kapelance: za nami „Wspólnie do celu II”",
        "Druga edycja „Wspólnie do celu” zgromadziła przy ul. Kapelanka 56 blisko 70 krakowskich "
        "organizacji, wiele z nich zupełnie nowych. Były prezentacje, występy, spacer i dużo "
        "czasu na rozmowę.",
        "<p>Około 70 organizacji przyszło opowiedzieć o sobie i poznać innych. Spotkały się "
        "centra aktywności seniorów, organizacje młodzieżowe i szkoleniowe oraz inicjatywy "
        "wielokulturowe, ekologiczne, edukacyjne i kulturalne. Widać, jak bardzo potrzeba "
        "w Krakowie miejsca na współpracę i wymianę doświadczeń.</p>"
        "<h2>Gościnne progi</h2>"
        "<p>Przestrzeń i technikę zapewniła Fundacja Tytano. Kto chciał, mógł pójść na spacer po "
        "ECHO Miasta – miejscu, które może jeszcze wiele dać działaniom społecznym "
        "i kulturalnym.</p>"
        "<h2>Kto co robi</h2>"
        "<p>W części prezentacyjnej organizacje opowiadały o swoich projektach: edukacyjnych "
        "i naukowych, społecznych i integracyjnych, a także o takich, które spajają lokalne "
        "wspólnoty. Była to okazja, żeby odkryć nowych partnerów, nieraz o zupełnie innym "
        "profilu.</p>"
        "<h2>Na scenie</h2>"
        "<ul>"
        "<li>Najwięcej emocji wzbudziły dzieci z Krakowskiego Towarzystwa Przyjaciół Dzieci ze "
        "swoim programem muzycznym.</li>"
        "<li>Wassim Ibrahim zabrał publiczność w podróż przez muzykę różnych tradycji "
        "i kultur.</li>"
        "<li>Organizacje dołożyły własne występy, taneczne i muzyczne, pełne energii.</li>"
        "</ul>"
        "<h2>Przy stole</h2>"
        "<p>Poczęstunek przygotowały same organizacje: domowe wypieki, sałatki, drobne "
        "przekąski. Kawa szybko znajdowała chętnych. To przy stole najłatwiej było wymienić "
        "kontakty, porozmawiać o współpracy i zaplanować coś razem.</p>"
        "<h2>Co dalej</h2>"
        "<p>Następne „Wspólnie do celu” planujemy w czerwcu 2026 r. Dzień podamy, kiedy będzie "
        "znany, a organizacje już teraz zapraszamy do udziału i do współtworzenia spotkania.</p>",
        (events.TOGETHER_MARCH,),
    ),
    Text(
        sources.THIRD,
        Kind.INVITATION,
        "13 maja przysiądź się do stolika: trzecia odsłona „Spotkajmy się w 3miejscu”",
        "W środę 13 maja 2026 r. w godz. 14.00–18.00 zapraszamy do kawiarni społecznej "
        "„Zakręcony Pan Cogito” w Pałacu Krzysztofory. Nie będzie sceny ani sztywnego programu. "
        "Będzie czas na rozmowę.",
        "<p>Pełnomocnik Prezydenta Miasta Krakowa ds. organizacji pozarządowych Artur Buszek po "
        "raz trzeci przenosi pracę do jednego z trzecich miejsc Krakowa. Zasada jest ta sama: "
        "przychodzi, kto chce, a rozmowa toczy się bez oficjalnych wystąpień.</p>"
        "<h2>Kiedy i gdzie</h2>"
        "<ul>"
        "<li>środa 13 maja 2026 r., godz. 14.00–18.00, wejść można w dowolnej chwili</li>"
        "<li>„Zakręcony Pan Cogito”, Pałac Krzysztofory, Rynek Główny 35</li>"
        "<li>jak zwykle w tym cyklu: bez zapisów</li>"
        "</ul>"
        "<h2>Kawiarnia inna niż wszystkie</h2>"
        "<p>W „Zakręconym Panu Cogito” osoby z doświadczeniem kryzysów psychicznych uczą się "
        "zawodu, zarabiają na siebie i nabierają wiary we własne siły. Trudno o lepsze miejsce "
        "na rozmowę o tym, co nas łączy.</p>"
        "<h2>Dlaczego poza urzędem</h2>"
        "<p>Cykl wyrasta z myśli Raya Oldenburga o „trzecim miejscu”: poza domem i pracą "
        "potrzebujemy przestrzeni, w której ludzie po prostu się widują. Z takich codziennych "
        "spotkań biorą się pomysły i znajomości, które z czasem zmieniają całe miasto.</p>"
        "<h2>Co pokazały poprzednie spotkania</h2>"
        "<p>Zainteresowanie rośnie. Spotkania odbyły się w różnych częściach Krakowa i każde było "
        "trochę inne. Zaglądały na nie osoby z organizacji społecznych, aktywistki i aktywiści, "
        "mieszkanki i mieszkańcy, którym nie jest wszystko jedno, co dzieje się obok. Wspólna "
        "była otwartość.</p>"
        "<h2>Po co przyjść</h2>"
        "<p>Żeby wymienić się doświadczeniami, poszukać inspiracji albo po prostu miło spędzić "
        "czas z ludźmi, którym zależy na Krakowie. Takie zwyczajne rozmowy wzmacniają wspólnotę "
        "i pomagają zrozumieć, czego potrzebują różne grupy jej mieszkańców.</p>",
        (events.THIRD_PLACE_MAY,),
    ),
)
