import json
from datetime import UTC, datetime

from portal.kernel.months import Month, MonthSpan
from reports.actions import draft_report, publish_report
from reports.frozen import canonical, checksum, content_of, has_lines
from tests.factories import make_user

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
SPRING = MonthSpan(Month(2026, 3), Month(2026, 5))


def test_the_checksum_depends_on_the_content_and_not_on_the_order_of_its_keys():
    one, other = {"title": "Łąka", "lead": ""}, {"lead": "", "title": "Łąka"}
    assert checksum(one) == checksum(other)
    assert checksum(one) != checksum({**one, "lead": "."})


def test_what_is_frozen_is_what_the_preview_showed(spring):
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    shown = content_of(report, MID_MAY)
    assert publish_report(report=report, by=None, at=MID_MAY).checksum == checksum(shown)


def test_the_content_is_plain_json_and_the_same_whenever_it_is_made(spring):
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    written = canonical(content_of(report, MID_MAY))
    assert canonical(json.loads(written)) == written
    assert canonical(content_of(report, MID_MAY)) == written


def test_a_line_about_what_visitors_cannot_see_has_no_link(spring):
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    spring["second"].withdraw(MID_MAY, "pomyłka")
    content = content_of(report, MID_MAY)
    lines = content["sections"][0]["groups"][0]["lines"]
    assert {line["event"]: bool(line["url"]) for line in lines} == {
        spring["first"].pk: True,
        spring["second"].pk: False,
    }


def test_dates_stand_beside_lines_only_where_they_say_more_than_the_heading(spring):
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    march, april, _may = content_of(report, MID_MAY)["sections"]
    assert [(group["part"], group["dated"]) for group in march["groups"]] == [
        ("meeting", True),
        ("activity", False),
        ("standing", True),
    ]
    assert april["groups"][1]["dated"]


def test_a_month_without_lines_has_no_groups(db):
    report = draft_report(span=MonthSpan.of(Month(2026, 2)), by=None, at=MID_MAY)
    content = content_of(report, MID_MAY)
    assert not has_lines(content)
    assert content["sections"][0]["opening"]


KEYS = {
    "schema",
    "title",
    "is_example",
    "case_number",
    "lead",
    "closing",
    "span",
    "data_through",
    "figures",
    "months",
    "sections",
    "notes",
    "corrections",
    "published_by",
}


def test_all_that_a_rendering_needs_is_in_it(spring):
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    report.case_number = "OR-09.0640.5.2026"
    report.save()
    content = content_of(report, MID_MAY)
    assert set(content) == KEYS
    assert (content["schema"], content["case_number"]) == (2, "OR-09.0640.5.2026")
    march, april, may = content["months"]
    assert (march["people_value"], march["people"].replace("\u00a0", " ")) == (
        140,
        "około 140 osób",
    )
    assert (april["people_value"], may["people_value"]) == (None, None)


def test_what_is_made_now_reads_as_what_the_database_gives_back(spring):
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    content = content_of(report, MID_MAY)
    assert json.loads(canonical(content)) == content


def test_the_role_of_who_published_is_frozen_and_never_the_name(spring):
    report = draft_report(span=SPRING, by=None, at=MID_MAY)
    editor = make_user("publikacja", username="anna.nowak")
    version = publish_report(report=report, by=editor, at=MID_MAY)
    assert version.content["published_by"] == "publikacja"
    assert "anna.nowak" not in canonical(version.content)
