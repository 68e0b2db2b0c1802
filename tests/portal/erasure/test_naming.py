"""Where a name was found, in Polish: no column is read by what the program calls it."""

import pytest

from portal.erasure.columns import columns, walked
from portal.erasure.naming import UNNAMED, is_named, name_of
from portal.models import SearchDocument
from reports.models import Report, ReportLine

COLUMNS = [(model, field) for model in walked() for field in columns(model)]


def test_every_column_that_is_searched_has_a_polish_name():
    unnamed = {field.name for _, field in COLUMNS if not is_named(field)}
    assert unnamed == set(UNNAMED)


@pytest.mark.parametrize(
    ("model", "column", "said"),
    [
        (SearchDocument, "body", "treść"),
        (ReportLine, "text", "treść"),
        (ReportLine, "drafted_text", "treść, jak ją napisał projekt"),
        (Report, "drafted_lead", "wstęp, jak go napisał projekt"),
    ],
)
def test_what_the_page_calls_them(model, column, said):
    assert name_of(model._meta.get_field(column)) == said
