"""Rich text for elsewhere: with whole addresses, or as plain text with its paragraphs and lists."""

import re
from html.parser import HTMLParser

from events.social import absolute
from portal.kernel import richtext

OWN = re.compile(r'(?<=\shref=")/(?!/)')
BLOCKS = {"p", "h2", "h3", "blockquote", "ul", "ol"}


def with_addresses(html: str) -> str:
    """Addresses of this site made whole, since the text goes to another one."""
    return OWN.sub(absolute("/"), html)


class Reader(HTMLParser):
    """Collects what is read; a heading stands alone, a point of a list has its dash."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []
        self.link, self.began = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.written.append("\n\n")
        elif tag == "li":
            self.written.append("\n– ")
        elif tag == "br":
            self.written.append("\n")
        elif tag == "a":
            self.link, self.began = dict(attrs).get("href") or "", len(self.written)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.written.append("\n\n")
        elif tag == "a" and self.link.startswith("http"):
            words = "".join(self.written[self.began :])
            self.written.append("" if self.link in words else f" ({self.link})")

    def handle_data(self, data: str) -> None:
        self.written.append(re.sub(r"\s+", " ", data))


def plain_text(html: str) -> str:
    """Paragraphs apart, points under one another, a link's address in brackets after its words."""
    reader = Reader()
    reader.feed(with_addresses(richtext.clean(html)))
    reader.close()
    # A paragraph inside a point of a list begins beside its dash.
    text = re.sub(r"– \n+", "– ", "".join(reader.written))
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", text)
    text = re.sub(r"\n{2,}(?=– )", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
