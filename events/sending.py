"""One story as the texts in which it is sent: HTML for the city's site, newsletter, posts, SMS.

Plain text keeps the no-break spaces and the quotes of Polish; a text message has them taken out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from events.plain_html import plain_text, with_addresses
from events.tense import stopped
from portal.kernel import richtext, sms
from portal.kernel.polish import NBSP, agree, counted
from portal.kernel.typography import typeset

Size = Callable[[str], int]
POST, SMS = 280, sms.ONE


@dataclass(frozen=True)
class Text:
    """One text to copy, with its name, and how long it is where that matters."""

    key: str
    label: str
    value: str
    remark: str = ""

    @property
    def rows(self) -> int:
        """Lines of the box it stands in."""
        return min(max(3, sum(1 + len(line) // 60 for line in self.value.split("\n"))), 14)


@dataclass(frozen=True)
class Story:
    """What all the texts of one record are made of: plain, in order of weight."""

    title: str
    first: tuple[str, ...]  # what changed or is off: before anything else
    lead: str
    facts: tuple[tuple[str, str, str], ...]  # term, text, and its start for machines
    body: str  # clean HTML
    address: str
    address_text: str
    short: "Short"
    about: str = ""  # one sentence more


@dataclass(frozen=True)
class Short:
    """The few words of a post or a message."""

    first: str  # „ODWOŁANE”, „ZMIANA MIEJSCA”
    title: str
    when: str
    where: str
    entry: str
    address: str


def texts(story: Story) -> list[Text]:
    """In the order in which they are needed on the phone: short ones first."""
    return [
        text_message(story.short),
        plain_message(story.short),
        post(story.short),
        Text("post-long", _("Dłuższy post"), long_post(story)),
        Text("newsletter", _("Tekst do newslettera"), newsletter(story)),
        Text("title", _("Tytuł na stronę miasta"), story.title),
        Text("html", _("HTML na stronę miasta"), html(story)),
    ]


def html(story: Story) -> str:
    """Paragraphs, a list of facts, the body: absolute addresses, no classes, nothing inline."""
    parts = [f"<p><strong>{escape(sentence)}</strong></p>" for sentence in story.first]
    parts += [f"<p>{escape(text)}</p>" for text in (story.lead, story.about) if text]
    if story.facts:
        rows = "\n".join(f"  <li>{fact_html(*row)}</li>" for row in story.facts)
        parts.append(f"<ul>\n{rows}\n</ul>")
    if story.body:
        parts.append(with_addresses(richtext.render(story.body)))
    parts.append(f'<p><a href="{escape(story.address)}">{escape(story.address_text)}</a></p>')
    return "\n".join(parts)


def fact_html(term: str, text: str, iso: str) -> str:
    said = f'<time datetime="{escape(iso)}">{escape(text)}</time>' if iso else escape(text)
    return f"<strong>{escape(term)}:</strong> {said}"


def newsletter(story: Story) -> str:
    parts = [story.title, *story.first, story.lead, story.about]
    parts.append("\n".join(f"{term}: {text}" for term, text, _iso in story.facts))
    parts.append(typeset(plain_text(story.body)))
    parts.append(f"{story.address_text}: {story.address}")
    return "\n\n".join(part for part in parts if part)


def long_post(story: Story) -> str:
    """Without the programme and the prose: what, when, where, may I walk in."""
    parts = [*story.first, story.lead or story.title, story.about, story.address]
    return "\n\n".join(part for part in parts if part)


def post(short: Short) -> Text:
    """At most 280 signs; the address is never cut."""
    value = typeset(fitted(short, POST, len))
    return Text("post", _("Krótki post"), value, f"{counted(len(value), 'znak')}.")


def text_message(short: Short) -> Text:
    """One message without Polish letters."""

    def size(text: str) -> int:
        return sms.length(sms.without_accents(text))

    value = sms.without_accents(fitted(short, SMS, size))
    return Text("sms", _("SMS bez polskich liter"), value, count_of(value))


def plain_message(short: Short) -> Text:
    """The same with Polish letters: as long, but of more messages; its remark says so."""
    value = fitted(short, SMS, sms.length).replace(NBSP, " ")
    return Text("sms-pl", _("SMS z polskimi literami"), value, count_of(value))


def count_of(value: str) -> str:
    """„132 znaki, 2 wiadomości (z polskimi literami w jednej mieści się ich 70)”"""
    number = sms.parts(value)
    messages = agree(number, "wiadomość", "wiadomości", "wiadomości")
    said = f"{counted(sms.length(value), 'znak')}, {number}{NBSP}{messages}"
    if sms.is_gsm(value):
        return f"{said}."
    return f"{said}: " + _("z polskimi literami w jednej mieści się 70 znaków, a nie 160.")


def fitted(short: Short, longest: int, size: Size) -> str:
    """As much as fits: what is least needed goes first, then the title is cut."""
    for kept in versions(short):
        if size(kept) <= longest:
            return kept
    return cut(short, longest, size)


def versions(short: Short) -> Iterator[str]:
    """From the fullest to the barest."""
    yield line(short, short.title, short.when, short.where, short.entry)
    yield line(short, short.title, short.when, short.where)
    yield line(short, short.title, short.when, short.where.partition(",")[0])
    yield line(short, short.title, short.when)


def cut(short: Short, longest: int, size: Size) -> str:
    for length in range(len(short.title), 0, -1):
        shorter = line(short, Truncator(short.title).chars(length), short.when)
        if size(shorter) <= longest:
            return shorter
    return short.address


def line(short: Short, title: str, *rest: str) -> str:
    """„ZMIANA MIEJSCA: Herbata, 13 maja, 14.00–18.00, Biblioteka, bez zapisów. https://…”"""
    said = ", ".join(part for part in (title, *rest) if part)
    first = f"{short.first}: " if short.first else ""
    return f"{first}{stopped(said)} {short.address}"
