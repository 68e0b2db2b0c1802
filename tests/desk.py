"""What a person at the desk does, without a browser: opens a page, writes, sends, reads."""

from django.utils.html import strip_tags


def page_of(record):
    return f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"


def filled(response, **changes):
    """What a browser would send from that page, with the given fields written anew."""
    forms = [response.context["adminform"].form]
    for rows in response.context.get("inline_admin_formsets", ()):
        forms += [rows.formset.management_form, *rows.formset.forms]
    values = {field.html_name: field.value() for form in forms for field in form}
    sent = {name: v for name, v in values.items() if v is not None and v is not False}
    return {**sent, "_save": "Zapisz", **changes}


def write(client, record_or_url, **changes):
    """Open the page, write, send, and see what comes."""
    url = record_or_url if isinstance(record_or_url, str) else page_of(record_or_url)
    return client.post(url, filled(client.get(url), **changes), follow=True)


def words(response):
    """The text of a page as it is read."""
    return " ".join(strip_tags(response.content.decode()).split())


def told(response):
    return " ".join(str(message) for message in response.context["messages"])


def despite_doubts(client, response):
    """On the page that lists doubts before others read it: overrule them all."""
    seen = response.context["now"].now_seen
    sent = {"seen": seen, "anyway": "on", "_now": "1"}
    return client.post(response.request["PATH_INFO"], sent, follow=True)
