"""How to reach the office in the demo: made up, and recognisably so.

What the real office must say before launch: its own e-mail and telephone, hours and the press
contact here, and what portal/pages/defaults.py lists under `check` for each page.
"""

from portal.demo.record import Desk, fill, keep
from portal.models import OfficeContact

# example.org is kept for examples (RFC 2606); a number of zeros rings nowhere.
CONTACT = {
    "email": "biuro@example.org",
    "phone": "12 000 00 00",
    "hours": "przykład: poniedziałek–piątek, 8.00–15.30",
    "press_email": "prasa@example.org",
    "press_phone": "12 000 00 01",
}


def load(desk: Desk) -> None:
    contact = OfficeContact.objects.order_by("pk").first() or OfficeContact()
    fill(contact, **CONTACT)
    keep(contact, desk.publisher)
