"""Frozen addresses stay; a page makes links of those alone that still lead to something."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q

from events.models import Event
from organizations.models import Organization
from portal.kernel.merging import Mergeable
from venues.models import Venue

OURS = re.compile(r"^/(?P<kind>wydarzenia|miejsca|organizacje)/(?P<pk>\d+)/")
KINDS: dict[str, Any] = {"wydarzenia": Event, "miejsca": Venue, "organizacje": Organization}


def dead_links(urls: Iterable[str], at: datetime) -> frozenset[str]:
    """Those whose record no visitor can see any more. A query for each kind of record."""
    known: dict[str, dict[str, int]] = {}
    for url in urls:
        if found := OURS.match(url):
            known.setdefault(found["kind"], {})[url] = int(found["pk"])
    return frozenset(
        url
        for kind, pks in known.items()
        for alive in [alive_of(KINDS[kind], set(pks.values()), at)]
        for url, pk in pks.items()
        if pk not in alive
    )


def alive_of(model: Any, pks: set[int], at: datetime) -> set[int]:
    """An address of what was merged into another record leads on to that one."""
    public = model.objects.public(at).values("pk")
    seen = Q(pk__in=public)
    if issubclass(model, Mergeable):
        seen |= Q(merged_into__in=public)
    return set(model._base_manager.filter(seen, pk__in=pks).values_list("pk", flat=True))
