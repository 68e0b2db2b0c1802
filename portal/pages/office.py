"""The office as every page names it: who holds it today, and how to reach it."""

from dataclasses import dataclass
from datetime import date

from django.db import DatabaseError
from django.db.models import QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from events.page import Fact, Line
from organizations.models import OfficeHolder
from portal.models import OfficeContact
from portal.pages.mail_links import correction, invitation, mailto
from portal.pages.phone import tel


@dataclass(frozen=True)
class Office:
    """`page` is the absolute address of the page that names it; what is not known is ""."""

    contact: OfficeContact
    name: str
    title: str
    page: str

    @property
    def address(self) -> list[str]:
        return lines(self.contact.address)

    @property
    def email(self) -> str:
        return self.contact.email

    @property
    def phone(self) -> str:
        return self.contact.phone

    @property
    def phone_url(self) -> str:
        return phone_url(self.phone)

    @property
    def is_reachable(self) -> bool:
        """Whether one can write or ring, and not only send a letter."""
        return bool(self.email or self.phone)

    @property
    def correction_url(self) -> str:
        """A letter begun; where no e-mail is known, the page that says how else to tell."""
        return correction(self.email, self.page) if self.email else reverse("contact")

    @property
    def invitation_url(self) -> str:
        return invitation(self.email) if self.email else reverse("contact")

    @property
    def facts(self) -> list[Fact]:
        contact = self.contact
        return known(
            mail_fact(contact.email),
            phone_fact(contact.phone),
            Fact("clock", _("Kiedy"), [Line(text=contact.hours)]) if contact.hours else None,
            place_fact(contact.address),
        )

    @property
    def press(self) -> list[Fact]:
        return known(mail_fact(self.contact.press_email), phone_fact(self.contact.press_phone))


def known(*facts: Fact | None) -> list[Fact]:
    return [fact for fact in facts if fact]


def mail_fact(email: str) -> Fact | None:
    return Fact("mail", _("E-mail"), [Line(email, url=mailto(email))]) if email else None


def phone_fact(phone: str) -> Fact | None:
    return Fact("phone", _("Telefon"), [Line(phone, url=phone_url(phone))]) if phone else None


def place_fact(address: str) -> Fact | None:
    found = [Line(_("Urząd Miasta Krakowa")), *(Line(text=line) for line in lines(address))]
    return Fact("place", _("Adres"), found) if address else None


def lines(address: str) -> list[str]:
    """As on an envelope: else a narrow column breaks „31-004” at its hyphen."""
    return address.split(", ") if address else []


def phone_url(written: str) -> str:
    """„tel:+48120000000”; "" for what no telephone can dial, which is shown as text."""
    try:
        return f"tel:{tel(written)}" if written else ""
    except ValueError:
        return ""


def holders(day: date) -> QuerySet[OfficeHolder]:
    return OfficeHolder.objects.on(day).filter(office=OfficeHolder.Office.PROXY)


def office_on(day: date, page: str) -> Office:
    """One query: it is asked by every page."""
    found = holders(day)
    contacts = OfficeContact.objects.annotate(
        holder_name=Subquery(found.values("name")[:1]),
        holder_title=Subquery(found.values("title")[:1]),
    )
    contact = contacts.order_by("pk").first()
    if contact is None:
        holder = found.first()
        name, title = (holder.name, holder.title) if holder else ("", "")
        return Office(OfficeContact(), name, title, page)
    return Office(contact, contact.holder_name or "", contact.holder_title or "", page)


def office_or_none_known(day: date, page: str) -> Office:
    """For error pages too: while the database is down, the city's address and nothing more."""
    try:
        return office_on(day, page)
    except DatabaseError:
        return Office(OfficeContact(), "", "", page)
