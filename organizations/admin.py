from django.contrib import admin

from organizations.models import Alias, OfficeHolder, Organization
from portal.kernel.admin import DeskAdmin, PublishableAdmin, VersionedForm


class AliasInline(admin.TabularInline):
    model = Alias
    fields = ("name",)
    extra = 0


@admin.register(Organization)
class OrganizationAdmin(PublishableAdmin):
    publish_permission = "organizations.publish_organization"
    form = VersionedForm
    fields = ("began_from", "name", "kind", "field", "description", "website", "is_example")
    inlines = (AliasInline,)
    list_display = ("name", "kind", "field", "state_label")
    list_filter = ("kind", "status")
    search_fields = ("folded", "aliases__folded")


@admin.register(OfficeHolder)
class OfficeHolderAdmin(DeskAdmin):
    list_display = ("name", "title", "since", "until")
    list_filter = ("office",)
    search_fields = ("name",)
