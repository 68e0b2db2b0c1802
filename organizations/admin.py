from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from organizations.merging import OfficeHolderMerging, OrganizationMerging
from organizations.models import Alias, OfficeHolder, Organization
from organizations.sheets.admin import SheetAdmin
from portal.kernel.admin import NameRows, RowsInline, VersionedForm
from portal.kernel.admin.merge import MergeAdmin


class AliasInline(RowsInline):
    model = Alias
    formset = NameRows
    add_text = _("Dodaj inną nazwę")
    fields = ("name",)


@admin.register(Organization)
class OrganizationAdmin(MergeAdmin, SheetAdmin):
    merging = OrganizationMerging()
    merge_title = _("Połączenie dwóch organizacji")
    publish_permission = "organizations.publish_organization"
    add_title = _("Nowa organizacja")
    form = VersionedForm
    fields = ("began_from", "name", "kind", "field", "description", "website", "is_example")
    inlines = (AliasInline,)
    list_display = ("name", "kind", "field", "state_label")
    list_filter = ("kind", "status")
    search_fields = ("folded", "aliases__folded")


@admin.register(OfficeHolder)
class OfficeHolderAdmin(MergeAdmin):
    merging = OfficeHolderMerging()
    merge_title = _("Połączenie dwóch osób pełniących funkcję")
    add_title = _("Nowa osoba pełniąca funkcję")
    form = VersionedForm
    fields = ("began_from", "name", "office", "title", ("since", "until"))
    list_display = ("name", "title", "since", "until")
    list_filter = ("office",)
    search_fields = ("name",)
