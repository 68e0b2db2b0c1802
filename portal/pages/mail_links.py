"""Links that open a letter already begun (`mailto:`, RFC 6068)."""

import re
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What somebody answers, one question a line.
INVITATION = (
    gettext_lazy("Dzień dobry,"),
    "",
    gettext_lazy("zapraszamy Pełnomocnika."),
    "",
    gettext_lazy("Kto zaprasza (organizacja, grupa, osoba):"),
    gettext_lazy("Dzień i godzina albo kilka terminów do wyboru:"),
    gettext_lazy("Adres i wejście:"),
    gettext_lazy("O czym chcemy porozmawiać:"),
    gettext_lazy("Ile osób będzie, mniej więcej:"),
    gettext_lazy("Czy da się wejść bez schodów (tak, nie, nie wiemy):"),
    gettext_lazy("Jak się z nami skontaktować:"),
)


def mailto(address: str, subject: str = "", body: str = "") -> str:
    """Every sign that is not plain is percent-encoded, spaces too: a „+” would stay a plus.

    Lines of the body end in CRLF, as RFC 6068 (section 5) asks; a subject has one line.
    """
    said = {"subject": " ".join(subject.split()), "body": crlf(body)}
    asked = urlencode({name: text for name, text in said.items() if text}, quote_via=quote, safe="")
    return f"mailto:{quote(address, safe='@')}" + (f"?{asked}" if asked else "")


def crlf(text: str) -> str:
    return re.sub(r"\r\n|\r|\n", "\r\n", text)


def correction(address: str, page: str) -> str:
    """„Zgłoś poprawkę”; `page`: the address of the page that it is about."""
    lines = (_("Strona: %s") % page, "", _("Co się nie zgadza:"), "", _("Jak powinno być:"), "")
    return mailto(address, _("Poprawka na portalu"), "\n".join(lines))


def invitation(address: str) -> str:
    """„Zaproś nas do siebie”"""
    return mailto(address, _("Zaproszenie dla Pełnomocnika"), "\n".join(map(str, INVITATION)))
