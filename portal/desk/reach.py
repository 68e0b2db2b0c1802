"""What this person may do, and the addresses where it is done."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse

from portal.kernel.publishing import Status


def may(user: Any, deed: str, model: type[Model]) -> bool:
    """`deed`: add, change, view, publish or approve."""
    return bool(user.has_perm(f"{model._meta.app_label}.{deed}_{model._meta.model_name}"))


def may_change(user: Any, model: type[Model], status: str = Status.DRAFT) -> bool:
    """As the forms do: what is or was public is saved by whoever may publish."""
    return may(user, "change", model) and (status == Status.DRAFT or may(user, "publish", model))


def form_of(model: type[Model], pk: int, place: str = "") -> str:
    """The form of a record; `place` is the id of the field or of the rows."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
    return reverse(name, args=[pk]) + (f"#{place}" if place else "")


def new_form(model: type[Model], **query: Any) -> str:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_add"
    return reverse(name) + (f"?{urlencode(query)}" if query else "")


def list_of(model: type[Model], **query: Any) -> str:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    return reverse(name) + (f"?{urlencode(query)}" if query else "")
