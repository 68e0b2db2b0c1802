"""The words of lists: the same search as `/szukaj/`, as a condition on any list's rows."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from portal.models import SearchDocument
from portal.search.documents import KINDS
from portal.search.query import BODY, Query, for_postgresql, read, within


def keys(model: type[Model], words: str, at: datetime) -> QuerySet[Any] | None:
    """A subquery of the primary keys that hold all the words; None for what is not indexed."""
    if model not in KINDS:
        return None
    found = SearchDocument.objects.filter(kind=KINDS[model][0], visible_from__lte=at)
    query = read(words)
    return found.none() if query.is_empty else narrowed(found, query).values("object_id")


def narrowed(found: QuerySet[SearchDocument], query: Query) -> QuerySet[SearchDocument]:
    """As a subquery the table has another name, which PostgreSQL's condition does not know."""
    return found.filter(within(query, BODY) if connection.vendor == "sqlite" else apart(query))


def apart(query: Query) -> Q:
    """PostgreSQL's condition inside a question of its own."""
    condition = for_postgresql(query, BODY)
    sql = f"SELECT id FROM portal_searchdocument WHERE {condition.sql}"  # noqa: S608 -- constant SQL
    return Q(pk__in=RawSQL(sql, condition.params))  # noqa: S611 -- constant SQL
