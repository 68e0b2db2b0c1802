"""Addresses of links: as they are stored, and what is wrong with one, said in Polish.

The editor's dialog says the same while somebody types (`static/js/editor_address.js`).
"""

import re
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from portal.kernel.html_tree import SCHEMES

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)
EMAIL = re.compile(r"[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#.]{2,}")
# What people write without https://. A file's name, „plan.pdf”, is no host.
HOST = re.compile(
    r"(?:www\.[\w-]|[\w-]+(?:\.[\w-]+)*\.(?:pl|eu|com|org|net|info)(?:[/?#:]|$))", re.IGNORECASE
)
TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|yclid|msclkid|igshid|igsh|mc_cid|mc_eid|_ga|_gl)(?:=|$)",
    re.IGNORECASE,
)
# Pages that only send a reader on, and the part of the query that says where.
REDIRECTS = re.compile(
    r"https?://(?:www\.google\.[a-z.]{2,6}/url|lm?\.facebook\.com/l\.php"
    r"|[\w.-]+\.safelinks\.protection\.outlook\.com/)\?(?:[^#]*&)?(?:q|url|u)=(https?[^&#]+)",
    re.IGNORECASE,
)


def stored_address(written: str) -> str | None:
    """The address without what nobody meant to write; None for what is no link at all."""
    address = re.sub(r"[\x00-\x1f\x7f-\x9f\ufeff\u200b]", "", written).strip()
    if address.lower().startswith("tel:"):
        address = address.replace(" ", "")
    address = completed(address.replace(" ", "%20"))
    if address.startswith("#_"):  # Word's own bookmarks
        return None
    scheme = SCHEME.match(address)
    if scheme is None:
        return address
    if scheme[1].lower() not in SCHEMES:
        return None
    return _email(address) if scheme[1].lower() == "mailto" else _page(address)


def completed(address: str) -> str:
    """With the scheme that a person leaves out."""
    if EMAIL.fullmatch(address):
        return f"mailto:{address}"
    if address.startswith("//"):
        return f"https:{address}"
    return f"https://{address}" if HOST.match(address) else address


def _page(address: str) -> str:
    while found := REDIRECTS.match(address):
        address = unquote(found[1]).replace(" ", "%20")
    page, hash_sign, place = address.partition("#")
    page, _mark, query = page.partition("?")
    kept = [part for part in query.split("&") if part and not TRACKING.match(part)]
    return f"{page}{'?' if kept else ''}{'&'.join(kept)}{hash_sign}{place}"


def _email(address: str) -> str:
    """Nobody is copied in and nothing is written for the sender but the subject."""
    whom, _mark, query = address.partition("?")
    fields = [part for part in query.split("&") if part.lower().startswith("subject=")]
    letter = f"{whom}?{fields[0]}" if fields else whom
    return re.sub(r"%0[ad]", "", letter, flags=re.IGNORECASE)


def address_problem(address: str) -> str:
    """A Polish sentence on what is wrong with a link's address; "" when nothing is."""
    address = address.strip()
    if not address:
        return _("Brakuje adresu, do którego link ma prowadzić.")
    if re.search(r"\s", address) and not address.lower().startswith("tel:"):
        return _("W adresie nie może być spacji.")
    if address.startswith("#"):
        return _("Adres zaczynający się od „#” nie prowadzi do żadnej strony.")
    if address.startswith("/") and not address.startswith("//"):
        return ""  # a page of this site
    scheme = SCHEME.match(completed(address))
    if scheme is None:
        return _("To nie jest pełny adres. Wpisz na przykład https://www.krakow.pl.")
    return _scheme_problem(scheme[1].lower(), completed(address))


def _scheme_problem(scheme: str, address: str) -> str:
    if scheme == "mailto":
        wrong = not EMAIL.fullmatch(address[7:].partition("?")[0])
        return _("To nie jest adres e-mail.") if wrong else ""
    if scheme == "tel":
        wrong = not re.fullmatch(r"\+?[\d -]{3,}", address[4:].replace("%20", " "))
        return _("To nie jest numer telefonu.") if wrong else ""
    if scheme in SCHEMES:
        return "" if _has_host(address) else _("To nie wygląda na adres strony.")
    return _("Adres może zaczynać się od https://, mailto: albo tel:.")


def _has_host(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return bool(re.fullmatch(r"[^\s.]+(?:\.[^\s.]+)+", host))
