"""Answers with ETag and Last-Modified: who has the bytes already is told so."""

from datetime import timedelta

from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.http import http_date

from portal.kernel.conditional import conditional, unless_known
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


def test_a_file_that_somebody_has_is_not_made_again():
    made = []

    def make():
        made.append(1)
        return HttpResponse(b"file")

    first = unless_known(RequestFactory().get("/"), "v1", make)
    assert (first["ETag"], first["Cache-Control"]) == ('"v1"', "public, max-age=0")
    known = RequestFactory().get("/", headers={"if-none-match": '"v1"'})
    assert (unless_known(known, "v1", make).status_code, len(made)) == (304, 1)
    assert (unless_known(known, "v2", make).status_code, len(made)) == (200, 2)


def test_what_failed_has_no_tag():
    response = unless_known(RequestFactory().get("/"), "v1", lambda: HttpResponse(status=503))
    assert "ETag" not in response
    assert "Cache-Control" not in response
