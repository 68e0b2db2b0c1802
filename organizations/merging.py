"""Two organizations, or two people in office, that turn out to be one."""

from portal.kernel.merging import Merging


class OrganizationMerging(Merging):
    aliases = "aliases"


class OfficeHolderMerging(Merging):
    groups = (("since", "until"), ("office", "title"))
