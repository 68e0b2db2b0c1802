"""Takes the demo's data through the actions and model methods that staff use.

In the order of the layers: accounts, organizations, venues, events, reports. Every record is
checked as its form would check it.
"""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from events.models import Series
from organizations.models import Alias, OfficeHolder, Organization
from portal.accounts.factors import NAME as PHONE
from portal.demo import load_events, load_reports, office, statement
from portal.demo.organizations import MEMBERS, Member
from portal.demo.people import ACCOUNTS, HOLDERS, PUBLISHER, WRITER, Account
from portal.demo.record import Desk, check, keep, publish
from portal.demo.series import THIRD_PLACE
from portal.demo.venues import PLACES, Place
from venues.models import AccessFact, Venue, VenueAlias


def is_loaded() -> bool:
    """Whether this database has the demo; what people have changed in it since is theirs."""
    return Series.objects.filter(slug=THIRD_PLACE).exists()


@transaction.atomic
def load(*, now: datetime) -> bool:
    """Load all of it or nothing; whether there was anything to do. `now` dates the examples."""
    if is_loaded():
        return False
    accounts = {account.username: add_account(account) for account in ACCOUNTS}
    desk = Desk(accounts[WRITER.username], accounts[PUBLISHER.username])
    for member in MEMBERS:
        add_organization(member, desk)
    for holder in HOLDERS:
        keep(OfficeHolder(**vars(holder)), desk.writer)
    for place in PLACES:
        add_venue(place, desk)
    load_events.load(desk, now)
    load_reports.load(desk)
    statement.load(desk, now)
    office.load(desk)
    return True


def add_account(account: Account) -> Any:
    user = get_user_model()(username=account.username, is_staff=True)
    validate_password(account.password, user)
    user.set_password(account.password)
    check(user)
    user.save()
    user.groups.set([Group.objects.get(name=name) for name in account.groups])
    # Set up already: the page of the code shows it, in the demo alone.
    TOTPDevice.objects.create(user=user, confirmed=True, name=PHONE)
    return user


def add_organization(member: Member, desk: Desk) -> None:
    organization = Organization(
        name=member.name,
        kind=member.kind,
        field=member.field,
        description=member.description,
    )
    keep(organization, desk.writer)
    for name in member.aliases:
        keep(Alias(organization=organization, name=name), desk.writer)
    publish(organization, desk, member.since)


def add_venue(place: Place, desk: Desk) -> None:
    kind, street, number = place.address
    venue = Venue(
        name=place.name,
        description=place.description,
        address_kind=kind,
        street=street,
        number=number,
        postal_code=place.postal_code,
        district=place.district,
        entrance=place.entrance,
        inside=Venue.objects.get(name=place.inside) if place.inside else None,
        operator=Organization.objects.get(name=place.operator) if place.operator else None,
        **point_of(place),
    )
    keep(venue, desk.writer)
    for name in place.aliases:
        keep(VenueAlias(venue=venue, name=name), desk.writer)
    ask_about_access(venue, place, desk)
    publish(venue, desk, place.since)


def point_of(place: Place) -> dict[str, Any]:
    if not place.point:
        return {}
    return {
        "latitude": place.point.latitude,
        "longitude": place.point.longitude,
        "point_precision": place.point.metres,
    }


def ask_about_access(venue: Venue, place: Place, desk: Desk) -> None:
    """Every question stands there unanswered: nobody has checked."""
    for key in AccessFact.Key:
        note = place.laptop_note if key == AccessFact.Key.LAPTOP else ""
        keep(AccessFact(venue=venue, key=key, note=note), desk.writer)
