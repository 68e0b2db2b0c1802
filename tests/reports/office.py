"""What a person at the desk of reports does, without a browser."""

from datetime import UTC, datetime

from bs4 import BeautifulSoup

from portal.kernel.months import Month, MonthSpan
from reports.actions import draft_report

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
SPRING = MonthSpan(Month(2026, 3), Month(2026, 5))
LIST = "/admin/reports/report/"


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


def change(report):
    return f"{LIST}{report.pk}/change/"


def draft():
    return draft_report(span=SPRING, by=None, at=MID_MAY)


def filled(client, report):
    """The form as a browser would send it back, unchanged."""
    form = soup(client.get(change(report))).find("form", id="report_form")
    data = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        kind = field.get("type")
        if kind == "submit" or (kind == "checkbox" and not field.has_attr("checked")):
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            data[field["name"]] = chosen["value"]
        elif field.name == "textarea":
            data[field["name"]] = field.text.removeprefix("\n")
        else:
            data[field["name"]] = field.get("value", "on" if kind == "checkbox" else "")
    return data


def name_of(data, text):
    return next(name for name, value in data.items() if value == text)


def first_schema(content):
    """As it was frozen before schema 2."""
    old = {**content, "schema": 1}
    for key in ("case_number", "corrections", "published_by"):
        del old[key]
    late = {"parts", "group"}
    old["figures"] = [{k: v for k, v in row.items() if k not in late} for row in old["figures"]]
    old["months"] = [{k: v for k, v in row.items() if k != "people_value"} for row in old["months"]]
    return old
