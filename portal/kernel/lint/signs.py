"""Small signs: dots, dashes, spaces, quotes. What a page mends by itself when shown is quiet."""

import re

from django.utils.translation import gettext_lazy as _

from portal.kernel.lint.problem import Weight
from portal.kernel.lint.rule import Rule
from portal.kernel.polish import MONTHS

MONTH = "|".join(month.genitive for month in MONTHS)
ENDINGS = (
    "szy|sza|sze|szego|szej|gi|ga|gie|giej|ci|cia|cie|ciego|ciej|ty|ta|te|tego|tej|my|ma|me|mego"
    "|mej|sty|sta|ste|ego|ej|y|ie|ma|ch"
)

# „3-cie”, „XXVIII-me”; „10-lecie” and „100-lecia” are words.
ORDINALS = Rule(
    re.compile(rf"\b(\d+)-(?:{ENDINGS})\b"),
    _("„%s”: liczebnik porządkowy zapisuje się bez końcówki, z kropką albo słowem."),
    r"\1.",
)
ROMAN_ORDINALS = Rule(
    re.compile(rf"\b([IVXLC]{{1,8}})-(?:{ENDINGS})\b"),
    _("„%s”: liczbę rzymską zapisuje się bez końcówki."),
    r"\1",
)
DAY_WITH_A_DOT = Rule(
    re.compile(rf"(?<![\d.,–-])(\d\d?)\. ?({MONTH})\b"),
    _("„%s”: po dniu nie ma kropki."),
    r"\1 \2",
)
# Before a small letter only: „I. Nowak” is an initial, „Jan Paweł II.” ends a sentence.
ROMAN_WITH_A_DOT = Rule(
    re.compile(r"(?<![\w.])([IVXL]{1,8})\.(?= [a-ząćęłńóśźż])"),
    _("„%s”: po liczbie rzymskiej nie ma kropki."),
    r"\1",
)
GLUED_YEAR = Rule(
    re.compile(r"\b((?:19|20)\d\d)r\b\.?"),
    _("„%s”: brakuje odstępu przed „r.”."),
    r"\1 r.",
)
GLUED_ABBREVIATION = Rule(
    re.compile(r"\b(ul|al|os|pl|godz|nr|ds|im|tel)\.([^\W_]+)"),
    _("„%s”: po skrócie brakuje odstępu."),
    r"\1. \2",
)
# With the word before, from its beginning: begun at each of its letters, it would be read anew.
SPACE_BEFORE = Rule(
    re.compile(r"(?:(?<!\S)\S++|(?<! )) ++([,;:!?]|\.(?!\.))(?=\s|$)"),
    _("„%s”: przed tym znakiem nie ma odstępu."),
)
NO_SPACE_AFTER = Rule(
    re.compile(r"\b([a-ząćęłńóśźż]+),([A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż]+)\b"),
    _("„%s”: po przecinku brakuje odstępu."),
    r"\1, \2",
)
SPACE_INSIDE = Rule(
    re.compile(r"([(„]) +(?=\S)|(?<=\S) +([)”])"),
    _("Zbędny odstęp przy nawiasie albo cudzysłowie."),
)
TWO_STOPS = Rule(
    re.compile(r"(?<!\.)\.\.(?!\.)|,,(?!\w)"),
    _("Dwa znaki zamiast jednego: „%s”."),
)

SPACED_HYPHEN = Rule(
    re.compile(r"(?<!\S)\S++ - (?=\S)"),
    _("„%s”: między wyrazami stoi półpauza (–), nie dywiz."),
    weight=Weight.QUIET,
)
STRAIGHT_QUOTES = Rule(
    re.compile(r'"[^"\s][^"]*"?'),
    _("Proste cudzysłowy: po polsku pisze się „tak”."),
    weight=Weight.QUIET,
)
# Straight ones in a line that has Polish ones too: those the page leaves to people.
MIXED_QUOTES = Rule(
    re.compile(r'^(?=.*[„”])[^"]*(".*?(?:"|$))'),
    _("W jednym akapicie są proste i polskie cudzysłowy. Zamień proste na „ ”."),
)
DOUBLE_SPACES = Rule(
    re.compile(r"(?<=\S) {2,}+(?=\S)"),
    _("Dwa odstępy zamiast jednego."),
    weight=Weight.QUIET,
)
