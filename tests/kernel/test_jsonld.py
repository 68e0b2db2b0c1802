"""JSON-LD in a page: a block of data that nobody's title can break out of."""

import json

from bs4 import BeautifulSoup

from portal.kernel.jsonld import json_ld, known

HOSTILE = "</script><script>alert(1)</script> <!-- & \u2028\u2029 \"'\\ Żółć 🎉"


def read(html):
    script = BeautifulSoup(html, "html.parser").find_all("script")
    assert len(script) == 1
    assert script[0]["type"] == "application/ld+json"
    return json.loads(script[0].string)


def test_what_is_written_is_read_back():
    assert read(json_ld({"@type": "Event", "name": "Żółć", "isAccessibleForFree": False})) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Żółć",
        "isAccessibleForFree": False,
    }


def test_hostile_text_neither_ends_the_element_nor_changes():
    html = json_ld({"name": HOSTILE, HOSTILE: [HOSTILE]})
    data = read(html)
    assert data["name"] == HOSTILE
    assert data[HOSTILE] == [HOSTILE]
    inner = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inner)


def test_nothing_is_written_of_nothing():
    assert json_ld(None) == ""


def test_what_nobody_knows_is_left_out_and_no_is_an_answer():
    assert known(a=None, b="", c=[], d={}, e=False, f=0, g="x") == {"e": False, "f": 0, "g": "x"}
