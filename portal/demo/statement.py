"""The accessibility statement of the demo itself: what was checked, and what was not.

Nothing is known about the building beyond its address, and it says so. The contact is made up.
"""

from datetime import datetime

from portal.demo.record import Desk, fill, keep
from portal.kernel.months import day_of
from portal.models import AccessibilityStatement
from portal.models.accessibility_statement import SELF_ASSESSED
from portal.pages.statement_row import statement_row

FAILURES = (
    "Plików PDF i DOCX do pobrania nie sprawdziły jeszcze osoby, które korzystają z czytników "
    "ekranu, więc nie możemy zapewnić, że każdy je odczyta. Te same treści są na stronach, "
    "z których te pliki można pobrać."
)
EXTRAS = (
    "<p>Ze strony można korzystać bez myszy, w dużym powiększeniu i w ciemnej kolorystyce. Strona "
    "nie wymaga skryptów i nie zapisuje plików cookie.</p>"
    "<h2>Plany likwidacji błędów dostępności cyfrowej</h2>"
    "<p>Do zrobienia zostało:</p>"
    "<ul><li>sprawdzenie strony i plików z osobami, które korzystają z technologii asystujących,"
    "</li><li>nagranie filmu w polskim języku migowym,</li><li>sprawdzenie tekstu łatwego do "
    "czytania z jego czytelnikami.</li></ul>"
)
ARCHITECTURE = (
    "<p>Urząd Miasta Krakowa, pl. Wszystkich Świętych 3–4, 31-004 Kraków.</p>"
    "<p>To przykład. O wejściu, windach, toalecie, miejscach postojowych i psie asystującym "
    "napisze tu biuro, kiedy to sprawdzi.</p>"
)
COMMUNICATION = (
    "<p>To przykład. Czy można porozmawiać przez tłumacza języka migowego online i czy w biurze "
    "jest pętla indukcyjna, napisze tu biuro.</p>"
    "<p>Filmu w polskim języku migowym o tym, co robi Pełnomocnik, jeszcze nie ma. Tekstu łatwego "
    "do czytania nie sprawdzili jeszcze czytelnicy.</p>"
)


def load(desk: Desk, now: datetime) -> None:
    """All its days are the one on which the demo was put up."""
    today, row = day_of(now), statement_row()
    fill(
        row,
        site_published_on=today,
        site_updated_on=today,
        status=AccessibilityStatement.Status.PARTIAL,
        failures=FAILURES,
        prepared_on=today,
        basis=str(SELF_ASSESSED),
        extras=EXTRAS,
        contact="biuro Pełnomocnika (to przykład: tych danych nikt nie odbiera)",
        email="biuro@example.org",
        phone="12 000 00 00",
        architecture=ARCHITECTURE,
        communication=COMMUNICATION,
    )
    keep(row, desk.publisher)
