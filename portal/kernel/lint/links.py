"""Links: that they lead somewhere, and say where."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from portal.kernel.lint.problem import Problem, Weight
from portal.kernel.lint.writing import Link, Writing

SAYS_NOTHING = {
    *("tu", "tutaj", "kliknij", "kliknij tu", "kliknij tutaj", "link", "linku", "pod linkiem"),
    *("więcej", "czytaj więcej", "zobacz więcej", "czytaj dalej", "zobacz", "sprawdź", "szczegóły"),
    *("strona", "na stronie", "tej stronie", "pod tym adresem", "ten link", "pobierz", "here"),
}
ADDRESS_AS_WORDS = re.compile(r"(?i)^(?:https?://|www\.)\S+$")


def dead_links(writing: Writing) -> Iterator[Problem]:
    for number, link in _links(writing):
        if why := _why_dead(link):
            yield _problem(number, link, why, Weight.WRONG)


def _why_dead(link: Link) -> str:
    address = link.address.strip()
    if not link.words:
        return _("Jest odnośnik bez słów, do „%s”. Usuń go albo podpisz.") % address
    if not address:
        return _("Odnośnik „%s” nie ma adresu.") % link.words
    if address.startswith("#"):
        return _("Odnośnik „%(words)s” prowadzi donikąd („%(address)s”). Wpisz adres strony.") % {
            "words": link.words,
            "address": address,
        }
    return "" if _has_target(address) else _("Odnośnik „%s” ma urwany adres.") % link.words


def _has_target(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme in {"http", "https"}:
        return bool(parts.netloc)
    return bool(parts.path or parts.netloc or parts.query)


def doubtful_links(writing: Writing) -> Iterator[Problem]:
    for number, link in _links(writing):
        words = link.words.strip(" .,:;!»«„”>→").lower()
        if words in SAYS_NOTHING:
            sentence = _("Odnośnik „%s” nie mówi, dokąd prowadzi. Podpisz go celem.") % link.words
            yield _problem(number, link, sentence)
        elif ADDRESS_AS_WORDS.match(link.words):
            sentence = _("Odnośnik pokazuje goły adres „%s”. Podpisz go słowami.") % link.words
            yield _problem(number, link, sentence)
        elif urlsplit_path(link.address).startswith("/admin/"):
            sentence = _("Odnośnik „%s” prowadzi na zaplecze, którego nikt nie otworzy.")
            yield _problem(number, link, sentence % link.words)


def urlsplit_path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _links(writing: Writing) -> Iterator[tuple[int, Link]]:
    for number, block in writing.numbered:
        for link in block.links:
            yield number, link


def _problem(number: int, link: Link, sentence: str, weight: Weight = Weight.DOUBTFUL) -> Problem:
    return Problem(sentence, number, link.start, link.start + len(link.words), "", weight)
