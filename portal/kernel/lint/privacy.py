"""Data of people: never of participants, and nobody's private number or mailbox."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from portal.kernel.lint.first_names import FIRST_NAMES
from portal.kernel.lint.problem import Problem
from portal.kernel.lint.writing import Block, Writing

PESEL = re.compile(r"(?<!\d)\d{11}(?!\d)")
PESEL_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
PHONE = re.compile(
    r"(?<![\d.,/-])(?:\+48[ -]?)?(?:\d{3}[ -]\d{3}[ -]\d{3}|\d{2}[ -]\d{3}[ -]\d{2}[ -]\d{2}|\d{9})"
    r"(?![\d-]|[.,]\d)"
)
# Words without a mailbox are swallowed whole, so that none is read again from its next letter.
MAILBOX = re.compile(r"[\w.+-]++(?P<host>@[\w-]++(?:\.[\w-]++)+)?")
PRIVATE = re.compile(
    r"(?i)@(?:gmail|googlemail|wp|o2|onet|op|interia|poczta|tlen|hotmail|outlook|yahoo|icloud"
    r"|proton|protonmail|vp|autograf)\.\w+"
)
SMALL = "a-ząćęłńóśźż"
FULL_NAME = re.compile(
    rf"\b([A-ZĆŁŚŹŻ][{SMALL}]{{2,}})\s+((?:[A-ZĆŁŚŹŻ]\.\s+)?[A-ZĆŁŚŹŻ][{SMALL}]{{2,}}(?:-[A-ZĆŁŚŹŻ][{SMALL}]+)?)"
)


def numbers_of_people(writing: Writing) -> Iterator[Problem]:
    """A PESEL number anywhere; elsewhere than in notes an office's telephone is welcome."""
    for number, block in writing.numbered:
        for found in PESEL.finditer(block.text):
            if is_pesel(found[0]):
                sentence = _("„%s” wygląda na numer PESEL. Usuń go.") % found[0]
                yield Problem(sentence, number, found.start(), found.end())
        yield from _mailboxes(number, block, writing.around.internal)
        if writing.around.internal:
            yield from _phones(number, block)


def is_pesel(digits: str) -> bool:
    """By its control digit and its month (81–92 is 18xx, 1–12 19xx, 21–32 20xx …)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, PESEL_WEIGHTS, strict=False))
    month, day = int(digits[2:4]) % 20, int(digits[4:6])
    return (10 - total % 10) % 10 == int(digits[10]) and 1 <= month <= 12 and 1 <= day <= 31


def _mailboxes(number: int, block: Block, internal: bool) -> Iterator[Problem]:
    for found in MAILBOX.finditer(block.text):
        if found["host"] and (internal or PRIVATE.search(found["host"])):
            sentence = _("„%s” to adres osoby. Usuń go albo podaj adres biura.") % found[0]
            yield Problem(sentence, number, found.start(), found.end())


def _phones(number: int, block: Block) -> Iterator[Problem]:
    for found in PHONE.finditer(block.text):
        sentence = _("„%s” wygląda na telefon. W notatce nie ma danych osób: usuń go.") % found[0]
        yield Problem(sentence, number, found.start(), found.end())


def full_names(text: str) -> Iterator[re.Match[str]]:
    """„Jan Kowalski”, „Annę Nowak-Zielińską”: what begins with a first name of this country."""
    for word in re.finditer(r"\w+", text):
        found = FULL_NAME.match(text, word.start()) if word[0] in FIRST_NAMES else None
        if found:
            yield found
