"""What the office says of itself with nothing left out, so that the desk is quiet about it."""

from datetime import date

from portal.models import OfficeContact
from portal.pages.statement_row import statement_row

WHOLE = {
    "site_published_on": date(2026, 1, 5),
    "site_updated_on": date(2026, 3, 2),
    "failures": "Film bez napisów",
    "prepared_on": date(2026, 2, 3),
    "contact": "biuro Pełnomocnika",
    "email": "biuro@example.org",
    "phone": "12 000 00 00",
    "architecture": "<p>pl. Wszystkich Świętych 3–4. Wejście bez progu.</p>",
    "communication": "<p>Tłumacz języka migowego online: nie wiadomo.</p>",
}


def make_statement(**fields):
    row = statement_row()
    for name, value in {**WHOLE, **fields}.items():
        setattr(row, name, value)
    row.save()
    return row


def make_office(**fields):
    """The statement, and a way to write to the office."""
    OfficeContact.objects.update(email="biuro@example.org")
    return make_statement(**fields)
