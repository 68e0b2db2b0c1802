from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.kernel.admin import NameRows, PublishableAdmin, RowsInline, VersionedForm
from portal.kernel.admin.merge import MergeAdmin
from venues.forms import AccessRow, AccessRows
from venues.merging import VenueMerging
from venues.models import AccessFact, Venue, VenueAlias


class VenueAliasInline(RowsInline):
    model = VenueAlias
    formset = NameRows
    add_text = _("Dodaj inną nazwę")
    fields = ("name",)


class AccessFactInline(RowsInline):
    model = AccessFact
    form = AccessRow
    formset = AccessRows
    add_text = _("Dodaj informację o dostępności")
    fields = (("key", "answer", "checked_on", "note"),)


@admin.register(Venue)
class VenueAdmin(MergeAdmin, PublishableAdmin):
    merging = VenueMerging()
    merge_title = _("Połączenie dwóch miejsc")
    publish_permission = "venues.publish_venue"
    add_title = _("Nowe miejsce")
    form = VersionedForm
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "began_from",
                    "name",
                    "inside",
                    "operator",
                    "description",
                    "website",
                    "host_contact",
                )
            },
        ),
        (
            _("Adres"),
            {
                "fields": (
                    ("address_kind", "street", "number"),
                    ("postal_code", "city", "district"),
                    "entrance",
                    "stop",
                    ("latitude", "longitude", "point_precision"),
                )
            },
        ),
        (_("Pokaz"), {"fields": ("is_example",), "classes": ("collapse",)}),
    )
    inlines = (AccessFactInline, VenueAliasInline)
    list_display = ("name", "address", "district", "operator", "state_label")
    list_filter = ("district", "status")
    list_select_related = ("operator",)
    search_fields = ("folded", "aliases__folded")

    @admin.display(description=_("adres"))
    def address(self, venue: Venue) -> str:
        return venue.address
