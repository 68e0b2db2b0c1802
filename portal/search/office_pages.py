"""Pages of the office that a query names: „kontakt”, „rodo”, „deklaracja dostępności”.

They are few and named in code, so that a query reads no document of theirs: found are their
titles and what people call their subjects, and the one who holds the office.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.kernel.search_words import indexed
from portal.search.query import Query, Term


@dataclass(frozen=True)
class OfficePage:
    """`route`: the name of its address. `subjects`: what it is about, besides its title."""

    route: str
    title: str | Promise
    subjects: str

    @property
    def url(self) -> str:
        return reverse(self.route)


PAGES = (
    OfficePage("contact", _("Kontakt"), "telefon e-mail adres godziny zaproś nas napisz prasa"),
    OfficePage("about", _("O Pełnomocniku"), "pełnomocnik prezydenta biuro zadania"),
    OfficePage("about_easy", _("O Pełnomocniku: tekst łatwy do czytania"), "ETR prosty język"),
    OfficePage(
        "accessibility_statement",
        _("Deklaracja dostępności"),
        "polski język migowy PJM tłumacz dostępność cyfrowa WCAG skarga",
    ),
    OfficePage(
        "privacy",
        _("Prywatność"),
        "RODO dane osobowe klauzula informacyjna inspektor ochrony danych IOD",
    ),
    OfficePage("cookies", _("Pliki cookie"), "cookies ciasteczka"),
    OfficePage("reuse", _("Ponowne wykorzystywanie"), "licencja otwarte dane"),
)


def named(query: Query, holder: str) -> list[OfficePage]:
    """Those that hold all the words. `holder`: who holds the office, as the page about it says."""
    if query.is_empty:
        return []
    return [page for page in PAGES if holds(words_of(page, holder), query)]


def words_of(page: OfficePage, holder: str) -> set[str]:
    said = f"{page.title} {page.subjects} {holder if page.route == 'about' else ''}"
    return set(indexed(said).split())


def holds(words: set[str], query: Query) -> bool:
    return all(is_there(term, words) for term in query.terms)


def is_there(term: Term, words: set[str]) -> bool:
    begun = term.beginning
    return not words.isdisjoint(term.forms) or bool(
        begun and any(word.startswith(begun) for word in words)
    )
