"""Fetching: the one place that touches the network.

A fetcher hands back the bytes exactly as served. It never runs what it fetched, sends no
cookie, and gives up in bounded time and size with a message that names the address and cause.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

import httpx

from tollbook import __version__
from tollbook.errors import FetchError
from tollbook.model.documents import Original

__all__ = ["Fetcher", "HttpFetcher"]

TIMEOUT_SECONDS = 20.0
MOST_REDIRECTS = 5
LARGEST_BYTES = 20_000_000
BAD_STATUS = 400
USER_AGENT = f"tollbook/{__version__} (casualty recording; reads single pages on request)"
MEDIA_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
}


class Fetcher(Protocol):
    """Gets the original behind an address."""

    def fetch(self, url: str) -> Original:
        """The original as served.

        Raises:
            FetchError: The address does not answer, or not with a text.
        """


class HttpFetcher:
    """Fetches over HTTP and HTTPS.

    Args:
        clock: Tells the instant of retrieval (UTC).
        transport: Another way to the network, for tests; ``None`` for the real one.
        largest_bytes: Where to give up on a page that does not end.
    """

    def __init__(
        self,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        transport: httpx.BaseTransport | None = None,
        largest_bytes: int = LARGEST_BYTES,
    ) -> None:
        self._clock, self._transport, self._largest_bytes = clock, transport, largest_bytes

    def fetch(self, url: str) -> Original:
        """The original as served; its locator is the address asked for, not where it redirected to.

        Raises:
            FetchError: No such host, a timeout, an error status, too many redirects, too large,
                or not a text.
        """
        try:
            with self._client() as client, client.stream("GET", url) as response:
                media_type = self._media_type(url, response)
                content = self._content(url, response)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError(f"does not answer: {error or type(error).__name__}", file=url) from error
        return Original(url, content, media_type, self._clock())

    def _client(self) -> httpx.Client:
        return httpx.Client(
            headers={"User-Agent": USER_AGENT},
            timeout=TIMEOUT_SECONDS,
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
            transport=self._transport,
        )

    def _media_type(self, url: str, response: httpx.Response) -> str:
        if response.status_code >= BAD_STATUS:
            raise FetchError(f"answers {response.status_code} {response.reason_phrase}", file=url)
        stated = response.headers.get("content-type", "text/html").split(";")[0].strip().lower()
        if stated not in MEDIA_TYPES:
            raise FetchError(f"is not a text but {stated!r}", file=url)
        return MEDIA_TYPES[stated]

    def _content(self, url: str, response: httpx.Response) -> bytes:
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > self._largest_bytes:
                raise FetchError(f"is larger than {self._largest_bytes} bytes", file=url)
        if not content:
            raise FetchError("answers with nothing", file=url)
        return bytes(content)
