"""The page that erases personal data, as a browser sends it."""

from bs4 import BeautifulSoup

URL = "/admin/usun-dane/"
NAME = {"name": "Jan Kowalski", "others": ""}


def fields(response):
    """What the second page would send, with the boxes as they are ticked."""
    form = BeautifulSoup(response.content, "html.parser").select_one(".desk-erasure form")
    sent = {}
    for field in form.select("input[name]"):
        if field.get("type") != "checkbox" or field.has_attr("checked"):
            sent.setdefault(field["name"], []).append(field.get("value", ""))
    return sent


def confirm(client, first=None, **changes):
    shown = client.post(URL, first or NAME)
    sent = {**fields(shown), "reason": "wniosek z 3 maja", "sure": "on", **changes}
    return client.post(URL, sent, follow=True)
