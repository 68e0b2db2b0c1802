"""Words as paper takes them: typeset as on the page, without letters that nobody sees."""

import re
from datetime import date, datetime

from events.social import absolute
from portal.kernel.inline import visible
from portal.kernel.months import day_of
from portal.kernel.typography import typeset
from portal.kernel.when import When
from reports.paper.blocks import Heading, Kind, Paragraph, Run, Runs

LONGEST_ADDRESS = 2000  # characters; Word takes 2,083
LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|-)")


def said(text: object) -> str:
    """One line: a text of the report as its page shows it."""
    return typeset(exact(text))


def exact(text: object) -> str:
    """One line, each sign as somebody wrote it: a case number has hyphens, and no dashes."""
    return visible(str(text)).strip() if text else ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def plain(text: object, **look: bool | str) -> Runs:
    """One run of it; none for nothing."""
    words = said(text)
    return (Run(words, **look),) if words else ()  # type: ignore[arg-type]  # looks of Run


def linked(text: str, address: str) -> Runs:
    """The text as a link, when the address can be one."""
    return plain(text, href=whole(address))


def heading(level: int, text: object) -> Heading:
    """Never empty: a document with an empty heading is not accessible."""
    return Heading(level, plain(text) or plain("–"))


def paragraph(text: object, kind: Kind = "") -> Paragraph:
    return Paragraph(plain(text), kind)


def whole(address: str) -> str:
    """An address that works away from the site; "" for what is none."""
    address = visible(address).strip()
    if address.startswith("//"):
        address = f"https:{address}"
    elif address.startswith("/"):
        address = absolute(address)
    works = address.startswith(("http://", "https://", "mailto:", "tel:"))
    return address if works and len(address) <= LONGEST_ADDRESS else ""


def language(code: str) -> str:
    """The language itself, without script or country; "" for what is no code."""
    found = LANGUAGE.match(code.strip().lower())
    return found[0] if found else ""


def day(moment: str) -> str:
    """„15 maja 2026 r.” of an ISO date or moment; "" for nothing."""
    if not moment:
        return ""
    on = date.fromisoformat(moment) if len(moment) == 10 else day_of(datetime.fromisoformat(moment))
    return When.on_day(on).short()
