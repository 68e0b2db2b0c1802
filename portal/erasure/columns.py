"""Every column of the project that can hold words, by introspection: no model can be forgotten."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.kernel.naming import Folded, Named
from portal.models import SearchDocument
from reports.models import ReportVersion

Model = type[models.Model]
Field = Any  # models.Field, which takes its types in stubs only

ACCOUNTS = _("Konta: kto co zrobił, zostaje w aktach. Imię i nazwisko zmienia się w samym koncie.")
CODE = _("Nazwy, które pisze program, a nie ludzie.")
# By label; whatever is not here is walked.
LEFT_ALONE = {
    "portal.User": ACCOUNTS,
    "portal.HistoricalUser": ACCOUNTS,
    "auth.Permission": CODE,
    "auth.Group": CODE,
    "contenttypes.ContentType": CODE,
    "portal.Throttle": CODE,  # keyed digests
    "portal.RecoveryCodes": CODE,
    "otp_totp.TOTPDevice": CODE,
}
WORDS = (models.CharField, models.TextField, models.JSONField)


def walked() -> list[Model]:
    """Histories and the tables of Django's own among them."""
    found = apps.get_models(include_auto_created=True)
    return [
        model
        for model in found
        if model._meta.label not in LEFT_ALONE and model._meta.managed and not model._meta.proxy
    ]


def base_of(model: Model) -> Model:
    """The model whose history this is, else the model itself."""
    found: Model = getattr(model, "instance_type", model) or model
    return found


def is_history(model: Model) -> bool:
    return base_of(model) is not model


def derived(model: Model) -> set[str]:
    """Columns that are worked out of others: written anew, never searched."""
    base = base_of(model)
    found = {"folded"} if issubclass(base, Folded) else set()
    found |= {"sort_key"} if issubclass(base, Named) else set()
    found |= {"checksum"} if base is ReportVersion else set()
    if base is SearchDocument:
        found |= {"title_words", "name_words", "body_words"}
    return found


def columns(model: Model) -> list[Field]:
    """Those where a person's words may stand: no choice of a list, no key of a table."""
    skipped = derived(model)
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, WORDS)
        and not (field.choices or field.primary_key or field.is_relation)
        and field.name not in skipped
    ]


def is_session(model: Model) -> bool:
    return issubclass(model, AbstractBaseSession)


def read_value(model: Model, value: Any) -> Any:
    """As people wrote it; a session keeps its words packed and signed."""
    return SessionStore().decode(value) if is_session(model) else value


def stored_value(model: Model, value: Any) -> Any:
    return SessionStore().encode(value) if is_session(model) else value


def rows(model: Model, fields: list[Field]) -> Iterator[tuple[Any, ...]]:
    """(primary key, value of each field) of every row, a few thousand at a time."""
    names = [field.attname for field in fields]
    found = model._base_manager.order_by().values_list("pk", *names)
    yield from found.iterator(chunk_size=2000)
