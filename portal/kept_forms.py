"""What the desk keeps of forms: which were sent, and what people typed and have not saved.

Nothing is written for somebody who is not logged in; a copy belongs to one person.
"""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.db import IntegrityError, transaction
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve

from portal.kernel.admin.form_data import Data, of_request
from portal.kernel.admin.kept_form import COPY, KEEP, KEY, PLACE, sent_data
from portal.models import SentForm, WorkingCopy

KEPT_KEYS = timedelta(days=2)
MOST = 1_000_000  # characters of one form on its way through the log-in page
LONGEST_PLACE = 300
UNKEPT = {"csrfmiddlewaretoken", KEY, PLACE, KEEP, "_save", "_kept"}
# Of an address, what only says how one came there.
ASIDE = {COPY, "_changelist_filters", "_popup", "_to_field"}


def place_of(path: str) -> str:
    """Which form it is: its path, for a new record with what it starts from."""
    parts = urlsplit(path)
    asked = [(k, v) for k, v in parse_qsl(parts.query) if k not in ASIDE]
    if parts.path.endswith("/change/"):
        asked = []
    place = f"{parts.path}?{urlencode(asked)}" if asked else parts.path
    return place if len(place) <= LONGEST_PLACE else parts.path[:LONGEST_PLACE]


def is_record_form(place: str) -> bool:
    """Whether a record is written there: „dodaj”, „zmień” or a note of the desk's own models."""
    try:
        found = resolve(urlsplit(place).path)
    except Resolver404:
        return False
    is_form = (found.url_name or "").endswith(("_add", "_change", "_note"))
    admin = getattr(found.func, "model_admin", None)
    return found.app_name == "admin" and is_form and hasattr(admin, "kept_record")


def kept_data(data: Any) -> Data:
    """What of a sent form is text of a person: no button, no key, no password, no file."""
    return {
        name: values
        for name, values in of_request(data).items()
        if name not in UNKEPT and "password" not in name and not is_button(name)
    }


def is_button(name: str) -> bool:
    return name.startswith("_") and name != "_popup"


@dataclass(frozen=True)
class Carried:
    """What somebody typed, on its way through the log-in page, in that page itself."""

    place: str
    data: Data

    @classmethod
    def of(cls, request: HttpRequest) -> Self | None:
        """None for what is no record's form, or too long to travel."""
        place = place_of(request.get_full_path())
        if request.method != "POST" or not is_record_form(place):
            return None
        found = cls(place, kept_data(request.POST))
        return found if found.data and len(found.text) <= MOST else None

    @classmethod
    def read(cls, text: str) -> Self | None:
        """From the page; None for what this site did not write so."""
        try:
            place, data = json.loads(text)
            found = cls(place_of(str(place)), kept_data(checked(data)))
        except (ValueError, TypeError, AttributeError):
            return None
        return found if len(text) <= 2 * MOST and is_record_form(found.place) else None

    @classmethod
    def read_form(cls, place: str, data: Any) -> Self | None:
        """From the form itself, sent by the script to another address."""
        found = cls(place_of(place), kept_data(data))
        return found if found.data and is_record_form(found.place) else None

    @property
    def sent(self) -> QueryDict:
        return sent_data(self.data)

    @property
    def text(self) -> str:
        return json.dumps([self.place, self.data], ensure_ascii=False)


def checked(data: Any) -> Data:
    return {str(name): [str(value) for value in values] for name, values in data.items()}


def keep(*, owner: Any, place: str, label: str, data: Data, at: datetime) -> WorkingCopy:
    """This person's copy of that form; the newer takes the older's place."""
    began = data.get("began_from", [""])[0]
    copy, _created = WorkingCopy.objects.update_or_create(
        owner=owner,
        place=place,
        defaults={
            "label": label,
            "data": data,
            "began_from": int(began) if began.isdecimal() and len(began) < 10 else None,
            "kept_at": at,
        },
    )
    return copy


def take_key(*, key: uuid.UUID, by: Any, at: datetime) -> SentForm | None:
    """This person's first sending of that form, or None when this is the first.

    Waits for a sending that is still being saved. Old keys go in passing.
    """
    SentForm.objects.filter(at__lt=at - KEPT_KEYS).delete()
    try:
        with transaction.atomic():
            SentForm.objects.create(key=key, by=by, address="", at=at)
    except IntegrityError:
        return SentForm.objects.filter(key=key, by=by).first()
    return None


def end_key(*, key: uuid.UUID, by: Any, address: str) -> None:
    """Say what came of the form; with no address nothing was saved, and it may be sent again."""
    row = SentForm.objects.filter(key=key, by=by)
    if address:
        row.update(address=address[:300])
    else:
        row.delete()
