"""Two venues that turn out to be one."""

from datetime import datetime

from django.utils.translation import gettext as _

from portal.kernel.merging import Merging
from venues.models import Venue


class VenueMerging(Merging):
    aliases = "aliases"
    groups = (
        ("address_kind", "street", "number"),
        ("postal_code", "city", "district"),
        ("latitude", "longitude", "point_precision"),
    )

    def refusal(self, kept: Venue, lost: Venue, at: datetime) -> str:
        for inner, outer in ((kept, lost), (lost, kept)):
            if inner.pk != outer.pk and lies_in(inner, outer):
                said = {"inner": inner, "outer": outer}
                return (
                    _(
                        "„%(inner)s” mieści się w „%(outer)s”, więc to dwa miejsca. "
                        "Jeśli jednak to jedno, popraw najpierw pole „w budynku”."
                    )
                    % said
                )
        return super().refusal(kept, lost, at)


def lies_in(inner: Venue, outer: Venue) -> bool:
    """However deep; a circle that somebody made ends the search."""
    seen, around = {inner.pk}, inner.inside
    while around is not None and around.pk not in seen:
        if around.pk == outer.pk:
            return True
        seen.add(around.pk)
        around = around.inside
    return False
