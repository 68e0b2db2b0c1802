"""Answers with ETag and Last-Modified: who has the bytes already is told so."""

from datetime import timedelta

from django.test import RequestFactory
from django.utils.http import http_date

from portal.kernel.conditional import conditional
from tests.factories import NOW


def answered(content=b"dane", **headers):
    request = RequestFactory().get("/", headers=headers)
    return conditional(request, content, "text/plain", modified=NOW, seconds=60)


def test_the_first_time_everything_is_sent():
    response = answered()
    assert response.content == b"dane"
    assert response["Last-Modified"] == http_date(NOW.timestamp())
    assert "max-age=60" in response["Cache-Control"]
    assert "public" in response["Cache-Control"]


def test_the_second_time_nothing_is():
    again = answered(**{"if-none-match": answered()["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = answered(**{"if-modified-since": http_date(NOW.timestamp())})
    assert (since.status_code, since.content) == (304, b"")


def test_whatever_changed_is_sent_again():
    etag = answered()["ETag"]
    assert answered(b"inne", **{"if-none-match": etag}).content == b"inne"
    earlier = http_date((NOW - timedelta(seconds=1)).timestamp())
    assert answered(**{"if-modified-since": earlier}).status_code == 200


def test_a_strange_header_is_no_error():
    for header in ('W/"x', "*x", "'", '"' * 99):
        assert answered(**{"if-none-match": header}).status_code == 200
    assert answered(**{"if-modified-since": "wczoraj"}).status_code == 200
