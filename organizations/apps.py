import os

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Read when openpyxl is first imported. Word files need lxml; sheets from outside are read by the
# standard library alone, whose errors and limits the reader knows (sheets/xlsx_reading.py).
os.environ["OPENPYXL_LXML"] = "False"


class OrganizationsConfig(AppConfig):
    name = "organizations"
    verbose_name = _("Organizacje")
