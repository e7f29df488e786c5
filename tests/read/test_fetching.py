"""Fetching: the bytes as served, or an error that names the address and the cause."""

from datetime import UTC, datetime

import httpx
import pytest

from tollbook.errors import FetchError
from tollbook.read import HttpFetcher

NOW = datetime(2031, 6, 1, 8, 0, tzinfo=UTC)
HTML = {"content-type": "text/html; charset=utf-8"}


def answer(request):
    """A small web, served from memory."""
    path = request.url.path
    if path == "/slow":
        raise httpx.ConnectTimeout("timed out", request=request)
    if path.startswith("/round"):
        return httpx.Response(302, headers={"location": "/round/again"})
    if path == "/old":
        return httpx.Response(301, headers={"location": "/page"})
    if path == "/agent":
        return httpx.Response(200, headers=HTML, text=request.headers["user-agent"])
    pages = {
        "/page": httpx.Response(200, headers=HTML, content="Шторм".encode()),
        "/notes": httpx.Response(200, headers={"content-type": "text/plain"}, content=b"storm"),
        "/photo": httpx.Response(200, headers={"content-type": "image/jpeg"}, content=b"\xff\xd8"),
        "/endless": httpx.Response(200, headers=HTML, content=b"x" * 1001),
        "/nothing": httpx.Response(200, headers=HTML),
    }
    return pages.get(path, httpx.Response(404))


def fetched(path):
    fetcher = HttpFetcher(lambda: NOW, transport=httpx.MockTransport(answer), largest_bytes=1000)
    return fetcher.fetch(f"https://herald.example{path}")


def test_the_bytes_come_as_served():
    """A page arrives byte for byte with its type, address and instant."""
    original = fetched("/page")
    assert (original.content, original.media_type) == ("Шторм".encode(), "text/html")
    assert (original.locator, original.retrieved_at) == ("https://herald.example/page", NOW)
    assert fetched("/notes").media_type == "text/plain"


def test_a_moved_page_keeps_the_address_asked_for():
    """A redirect is followed; the locator stays what a person typed."""
    original = fetched("/old")
    assert (original.content, original.locator) == ("Шторм".encode(), "https://herald.example/old")


def test_it_says_who_it_is():
    """The request names the program, so that a site can tell who reads it."""
    assert fetched("/agent").content.startswith(b"tollbook/")


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("/gone", "answers 404 Not Found"),
        ("/slow", "timed out"),
        ("/round", "redirects"),
        ("/photo", "'image/jpeg'"),
        ("/endless", "larger than 1000 bytes"),
        ("/nothing", "answers with nothing"),
    ],
)
def test_what_cannot_be_fetched_is_told(path, cause):
    """An error names the address and the cause."""
    with pytest.raises(FetchError) as refusal:
        fetched(path)
    assert refusal.value.file == f"https://herald.example{path}"
    assert cause in str(refusal.value)


def test_an_address_that_is_none_is_told():
    """A malformed address is an error of its own, not a crash."""
    with pytest.raises(FetchError, match="does not answer"):
        HttpFetcher(lambda: NOW).fetch("http://[::bad/")
