from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from organizations.models import Alias, OfficeHolder, Organization
from portal.kernel.admin import DeskAdmin, NameRows, PublishableAdmin, RowsInline, VersionedForm


class AliasInline(RowsInline):
    model = Alias
    formset = NameRows
    add_text = _("Dodaj inną nazwę")
    fields = ("name",)


@admin.register(Organization)
class OrganizationAdmin(PublishableAdmin):
    publish_permission = "organizations.publish_organization"
    add_title = _("Nowa organizacja")
    form = VersionedForm
    fields = ("began_from", "name", "kind", "field", "description", "website", "is_example")
    inlines = (AliasInline,)
    list_display = ("name", "kind", "field", "state_label")
    list_filter = ("kind", "status")
    search_fields = ("folded", "aliases__folded")


@admin.register(OfficeHolder)
class OfficeHolderAdmin(DeskAdmin):
    add_title = _("Nowa osoba pełniąca funkcję")
    form = VersionedForm
    fields = ("began_from", "name", "office", "title", ("since", "until"))
    list_display = ("name", "title", "since", "until")
    list_filter = ("office",)
    search_fields = ("name",)
