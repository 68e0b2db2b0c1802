from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from portal.kernel.discarding import Discardable


def kept_or_chosen(db_field: Any, request: HttpRequest | None, of: Any = None) -> dict[str, Any]:
    """What a choice offers, as keywords for its form field: nothing from the bin.

    A record chosen before it was thrown away stays chosen. `of`: the model whose page it is, for
    a field that stands in rows of that page.
    """
    offered = db_field.remote_field.model
    if not issubclass(offered, Discardable):
        return {}
    rows: Any = offered._default_manager
    if (key := key_of_page(request)) is None:
        return {"queryset": rows.kept()}
    kept = Q(discarded_at__isnull=True) | Q(pk__in=chosen(db_field, key, of))
    return {"queryset": rows.filter(kept)}


def key_of_page(request: HttpRequest | None) -> str | None:
    """Of the record whose form is being made; None for a new one."""
    match = request.resolver_match if request else None
    key = match.kwargs.get("object_id") if match else None
    return key if key and str(key).isdecimal() else None


def chosen(db_field: Any, key: str, of: Any) -> QuerySet[Any]:
    """The keys that the record, or its rows, hold now."""
    rows = db_field.model._base_manager.all()
    if of is None or of is db_field.model:
        found = rows.filter(pk=key)
    else:
        parents = [f.name for f in db_field.model._meta.fields if f.related_model is of]
        found = rows.filter(**{parents[0]: key}) if parents else rows.none()
    keys: QuerySet[Any] = found.filter(**{f"{db_field.name}__isnull": False}).values(db_field.name)
    return keys
