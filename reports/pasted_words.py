"""What the words of a row say: which kind of activity, in which role, and where."""

import re

from reports.models import Activity

Kind, Role = Activity.Kind, Activity.Role
# The word that stands first in the row decides: „otwarcie festiwalu” is an opening.
KINDS: tuple[tuple[Activity.Kind, str], ...] = (
    (Kind.VISIT, r"wizyt\w*|odwiedzin\w*|odwiedz\w+"),
    (Kind.MEETING, r"spotka\w+|rozm[oó]w\w*|narad\w*"),
    (
        Kind.SITTING,
        r"posiedze\w+|obrad\w*|sesj\w+\s+(?:rady|sejmiku|komisji)",
    ),
    (
        Kind.CONFERENCE,
        r"konferencj\w+|conference|kongres\w*|congress|sympozj\w+|seminari\w+|forum|debat\w+"
        r"|webinari\w+|panel\w*",
    ),
    (
        Kind.CONSULTATION,
        r"konsult\w+|(?:za)?opini(?!otw)\w*|uwag\w*\s+do",
    ),
    (
        Kind.CAMPAIGN,
        r"akcj\w+|kampani\w+|informowan\w+|informacyjn\w+|promocj\w+|promow\w+|promuj\w+"
        r"|zachęca\w+|zbiórk\w*|wyjaśnia\w+",
    ),
    (
        Kind.JUBILEE,
        r"jubileusz\w*|urodzin\w*|rocznic\w+|\d+[.\s-]*leci\w+|\w{2,}[ou]leci\w+",
    ),
    (
        Kind.OPENING,
        r"otwarci\w+|odsłonię\w+|inaugurac\w+|wmurowa\w+",
    ),
    (
        Kind.FESTIVAL,
        r"festiwal\w*|festyn\w*|piknik\w*|targi|targów|targach|targom|targami|jarmark\w*"
        r"|kiermasz\w*|obchod(?:y|ów|ach|om|ami)|święt(?:o|a|em|u)|rękawk\w+",
    ),
    (
        Kind.COOPERATION,
        r"współprac\w+|partnerstw\w+|wspólnie\s+ze\s+społeczności\w+|działa\w+\s+(?:\w+\s+)?w\s+ramach"
        r"|prac\w*\s+(?:w\s+)?(?:komisj\w+|zesp\w+|rad\w+)",
    ),
)
PATTERNS = [(kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in KINDS]
QUOTED = re.compile(r"„[^”]*”|\"[^\"]*\"")
# In brackets or after a dash at the end it is a remark, and leaves the title.
ASIDE = r"(?:\(\s*(?:{0})\s*\)|[,–—-]\s*(?:{0})\s*$)"
HINTS: tuple[tuple[Activity.Role, str, str], ...] = (
    (
        Role.PATRON,
        r"patronat(?:em)?",
        r"pod\s+patronatem|objęt\w+\s+patronatem|patronat\s+(?:honorowy\s+)?nad",
    ),
    (
        Role.GUEST,
        r"(?:jako\s+)?goś(?:ć|cinnie)|jako\s+gość",
        r"jako\s+gość|gościnni\w+|na\s+zaproszenie|w\s+roli\s+gościa|gość\s+specjalny",
    ),
    (
        Role.ORGANIZER,
        r"(?:współ)?organizacja|organizator|własne",
        r"^(?:współ)?organizacja\s+(?!pozarząd|społeczn)|zorganizowan\w+\s+przez\s+(?:nas|biuro"
        r"|pełnomocni\w+)|współorganizowan\w+\s+przez\s+(?:nas|biuro|pełnomocni\w+)",
    ),
    (Role.PARTICIPANT, r"udział|uczestnictwo", r"^(?:udział|uczestnictwo)\s+w"),
)
TOWNS = {
    "Warszawie": "Warszawa",
    "Łodzi": "Łódź",
    "Wrocławiu": "Wrocław",
    "Poznaniu": "Poznań",
    "Gdańsku": "Gdańsk",
    "Gdyni": "Gdynia",
    "Sopocie": "Sopot",
    "Szczecinie": "Szczecin",
    "Katowicach": "Katowice",
    "Lublinie": "Lublin",
    "Białymstoku": "Białystok",
    "Rzeszowie": "Rzeszów",
    "Kielcach": "Kielce",
    "Radomiu": "Radom",
    "Opolu": "Opole",
    "Olsztynie": "Olsztyn",
    "Toruniu": "Toruń",
    "Bydgoszczy": "Bydgoszcz",
    "Gliwicach": "Gliwice",
    "Sosnowcu": "Sosnowiec",
    "Częstochowie": "Częstochowa",
    "Bielsku-Białej": "Bielsko-Biała",
    "Tarnowie": "Tarnów",
    "Nowym Sączu": "Nowy Sącz",
    "Nowym Targu": "Nowy Targ",
    "Zakopanem": "Zakopane",
    "Oświęcimiu": "Oświęcim",
    "Wieliczce": "Wieliczka",
    "Skawinie": "Skawina",
    "Niepołomicach": "Niepołomice",
    "Bochni": "Bochnia",
    "Myślenicach": "Myślenice",
    "Chrzanowie": "Chrzanów",
    "Olkuszu": "Olkusz",
    "Miechowie": "Miechów",
    "Zielonej Górze": "Zielona Góra",
    "Brukseli": "Bruksela",
    "Berlinie": "Berlin",
    "Pradze": "Praga",
    "Wiedniu": "Wiedeń",
    "Kijowie": "Kijów",
    "Lwowie": "Lwów",
    "Wilnie": "Wilno",
    "Budapeszcie": "Budapeszt",
    "Bratysławie": "Bratysława",
    "Rzymie": "Rzym",
    "Paryżu": "Paryż",
    "Lipsku": "Lipsk",
    "Norymberdze": "Norymberga",
    "Frankfurcie": "Frankfurt",
    "Strasburgu": "Strasburg",
}
OUTSIDE = re.compile(rf"\b(?:w|we)\s+(?P<town>{'|'.join(map(re.escape, TOWNS))})\b")
STREET = re.compile(
    r"\b(?:przy|na)\s+(?:ul\.|al\.|pl\.|os\.|ulicy|alei|placu|osiedlu)\s*[^\W_][^,;()–—]*"
)
ROOM = re.compile(
    r"\b(?:w|we|na)\s+(?:Hali|Sali|Salach|Ogrodzie|Parku|Muzeum|Teatrze|Kinie|Pałacu|Bibliotece"
    r"|Szkole|Domu|Rynku|Stadionie|Galerii|Klubie|Kawiarni|Księgarni|Cafe|Magistracie|Urzędzie"
    r"|Centrum|Forcie|Kościele|Bulwarach|Plantach|Błoniach)\b[^,;()–—]*"
)
# Where the place ends and the rest of the sentence goes on.
ENOUGH = re.compile(
    r"\s+(?:z|ze|o|dla|wraz|razem|podczas|dotycz\w+|organiz\w+|prowadz\w+|zorganiz\w+|pod)\s.*$"
)


def kind_of(text: str) -> Activity.Kind:
    """By the first telling word outside quotes, else inside them."""
    for words in (QUOTED.sub(lambda found: " " * len(found[0]), text), text):
        found = [(match.start(), kind) for kind, p in PATTERNS if (match := p.search(words))]
        if found:
            return min(found, key=lambda row: row[0])[1]
    return Kind.OTHER


def role_of(text: str) -> tuple[str, str]:
    """(the role or "", the text without a remark that says nothing else)."""
    for role, remark, words in HINTS:
        aside = re.search(ASIDE.format(remark), text, re.IGNORECASE)
        if aside:
            return role.value, f"{text[: aside.start()].rstrip()} {text[aside.end() :].lstrip()}"
        if re.search(words, text, re.IGNORECASE):
            return role.value, text
    return "", text


def town_of(text: str) -> str:
    """„Warszawa” of „w Warszawie”; "" for what is not said to be outside Kraków."""
    found = OUTSIDE.search(QUOTED.sub(" ", text))
    return TOWNS[found["town"]] if found else ""


def place_of(text: str) -> str:
    """„w Hali Cracovii”, „przy ul. Garbarskiej”: as it stands there, or ""."""
    found = STREET.search(text) or ROOM.search(text)
    return ENOUGH.sub("", found[0]).strip(" .")[:160] if found else ""
