"""A page of the office as it stands now."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from portal.kernel.modified import with_modified
from portal.models import SitePage
from portal.pages.anchors import anchored
from portal.pages.defaults import default_page


@dataclass(frozen=True)
class ShownPage:
    """`updated_at`: when people last changed it; None while the text is still our own."""

    text: SitePage
    updated_at: datetime | None = None

    @property
    def body(self) -> SafeString:
        return anchored(self.text.body)


def shown_page(key: str) -> ShownPage:
    """One query."""
    row = with_modified(SitePage.objects.filter(key=key)).first()
    if row is None:
        return ShownPage(default_page(key))
    # The first save put the default there: see defaults.keep_rows.
    modified: datetime | None = row.modified_at  # type: ignore[attr-defined]  # annotated
    return ShownPage(row, modified if row.version > 1 else None)
