"""That nobody can write to the office, nor ring it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from portal.desk.line import Line, Urgency
from portal.desk.reach import form_of, may
from portal.models import OfficeContact


def contact_due(user: Any) -> Iterator[Line]:
    """One query. Said to those who can put it right, until one of the two is known."""
    if not may(user, "change", OfficeContact):
        return
    row = OfficeContact.objects.order_by("pk").first()
    if row is None or row.email or row.phone:
        return
    yield Line(
        kind="contact",
        text=_("Nie ma kontaktu do biura"),
        why=_("w stopce i na stronie „Kontakt” jest tylko adres"),
        url=form_of(OfficeContact, row.pk, "id_email"),
        action=_("Podaj e-mail lub telefon"),
        urgency=Urgency.WEEK,
    )
