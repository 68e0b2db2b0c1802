"""What a person does at the screen of a note, without a browser."""

from bs4 import BeautifulSoup


def page_of(event):
    return f"/admin/events/event/{event.pk}/notatka/"


def form_of(response):
    """What a browser would send from that page."""
    page = BeautifulSoup(response.content, "html.parser")
    sent = {}
    for field in page.select("form[data-note] [name]"):
        kind = field.get("type")
        if kind in {"submit", "file"} or field.name == "button":
            continue
        if kind in {"checkbox", "radio"} and not field.has_attr("checked"):
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            sent[field["name"]] = chosen["value"] if chosen else ""
        elif field.name == "textarea":
            sent[field["name"]] = field.text.lstrip("\n")
        else:
            sent[field["name"]] = field.get("value", "on" if kind == "checkbox" else "")
    return sent


def write(client, event, press="_save", **changes):
    sent = {**form_of(client.get(page_of(event))), press: "1", **changes}
    return client.post(page_of(event), sent, follow=True)
