"""A visitor who opens every link of the site, from the start page on, with no browser."""

from collections import Counter, deque
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

HTML = "text/html"
# Made anew for each asking and slow: their addresses are looked up, not opened.
FILES = (".pdf", ".docx")
# Each leads to the next and to the one before: a calendar of a hundred years.
CHAIN = "/kalendarz/"


def words(element):
    """As a person reads it, with plain spaces."""
    return " ".join(element.get_text(" ").replace("\u00a0", " ").replace("\u00ad", "").split())


@dataclass
class Page:
    """What an address answered, and the page that led there first."""

    address: str
    found_on: str
    status: int
    headers: dict
    content: bytes = field(repr=False)
    cookies: list

    @property
    def is_html(self):
        return self.headers.get("Content-Type", "").startswith(HTML)

    @cached_property
    def soup(self):
        return BeautifulSoup(self.content, "html.parser")

    @cached_property
    def ids(self):
        return Counter(element["id"] for element in self.soup.find_all(id=True))

    def links(self):
        """(link, whole address with its fragment), of this site and of others."""
        for link in self.soup.find_all("a", href=True):
            yield link, urljoin(self.address, link["href"])


def is_inner(address):
    return address.startswith("/") and not address.startswith(("//", "/admin/"))


def is_endless(address, target):
    both = (urlsplit(address), urlsplit(target))
    return all(parts.query for parts in both) or all(
        parts.path.startswith(CHAIN) and parts.path != CHAIN for parts in both
    )


def crawl(client, *, start="/", files=FILES):
    """{address: Page} of all that links lead to, redirects followed.

    A choice in a list (its query) leads to further choices without end: those found on a page
    that is a choice itself are left out; so are months that only another month leads to.
    """
    pages, waiting, seen = {}, deque([(start, "")]), {start}
    while waiting:
        address, found_on = waiting.popleft()
        pages[address] = page = opened(client, address, found_on)
        if page.status != 200 or not page.is_html:
            continue
        for _, link in page.links():
            target = urldefrag(link).url
            if target in seen or not is_inner(target) or urlsplit(target).path.endswith(files):
                continue
            if is_endless(address, target):
                continue
            seen.add(target)
            waiting.append((target, address))
    return pages


def opened(client, address, found_on):
    answer = client.get(address, follow=True)
    content = b"".join(answer) if answer.streaming else answer.content
    cookies = [*answer.cookies.values()]
    return Page(address, found_on, answer.status_code, dict(answer.items()), content, cookies)
