"""What an HTML page says of itself outside its text: title, day of publication, pictures."""

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

import nh3

# „Zaproszenie | Magiczny Kraków”: what follows is the name of the site.
SITE_NAME = re.compile(r"\s+[|»–—-]\s+[^|»–—-]{2,40}$")
TITLES = ("og:title", "title")
DAYS = ("article:published_time", "dcterms.issued", "dc.date", "date", "pubdate")
SUMMARIES = ("og:description", "description")
# What runs or draws, and is no text; told of when it was there.
RUNNING = (
    ("script", "skrypt"),
    ("iframe", "ramkę z innej strony"),
    ("object", "osadzony obiekt"),
    ("embed", "osadzony obiekt"),
    ("form", "formularz"),
)


@dataclass
class Head:
    title: str = ""
    said: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    @property
    def headline(self) -> str:
        found = next((self.said[name] for name in TITLES if name in self.said), self.title)
        return SITE_NAME.sub("", " ".join(found.split()))

    @property
    def day(self) -> str:
        """As it is written; "" when the page does not say."""
        named = next((self.said[name] for name in DAYS if name in self.said), "")
        return named or (self.times[0] if len(set(self.times)) == 1 else "")


@cache
def _reader() -> nh3.Cleaner:
    """Writes well-formed HTML of the few tags that matter, so that reading it is linear."""
    return nh3.Cleaner(
        tags={"title", "meta", "time", "img"},
        clean_content_tags={"script", "style"},
        attributes={
            "meta": {"name", "property", "content", "itemprop"},
            "time": {"datetime"},
            "img": {"alt"},
        },
        link_rel=None,
        strip_comments=True,
    )


class _Listener(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.head = Head()
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip() for name, value in attrs}
        self.in_title = tag == "title"
        if tag == "meta" and given.get("content"):
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.head.said.setdefault(name.lower(), given["content"])
        elif tag == "time" and given.get("datetime"):
            self.head.times.append(given["datetime"])
        elif tag == "img":
            self.head.pictures.append(given.get("alt", ""))

    def handle_endtag(self, tag: str) -> None:
        self.in_title = self.in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.head.title += data


def read_head(html: str) -> Head:
    listener = _Listener()
    listener.feed(_reader().clean(html.replace("\x00", "")))
    listener.close()
    return listener.head


def running(html: str) -> list[str]:
    """What the page holds beside its text, in Polish; of which nothing is kept."""
    found = [named for tag, named in RUNNING if re.search(rf"<{tag}\b", html, re.IGNORECASE)]
    return list(dict.fromkeys(found))
