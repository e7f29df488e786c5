"""Documents: the thing published, our hashed copy of it, and exact places in its text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tollbook.model.dates import FuzzyDate

__all__ = ["Document", "Original", "Span", "SpanRole"]


class SpanRole(StrEnum):
    """Why a span is cited for a claim."""

    MAIN = "main"
    REPEAT = "repeat"
    ROUNDED = "rounded"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Span:
    """An exact place in a document's body: code points ``[start, end)`` and the words there."""

    start: int
    end: int
    quote: str
    role: SpanRole = SpanRole.MAIN


@dataclass(frozen=True, slots=True)
class Original:
    """What was handed in, byte for byte, before anything read it.

    Attributes:
        locator: The file's path as given, or the address.
        content: The bytes.
        media_type: ``text/markdown``, ``text/plain`` or ``text/html``.
        retrieved_at: When it was read or fetched (UTC).
    """

    locator: str
    content: bytes
    media_type: str
    retrieved_at: datetime


@dataclass(frozen=True, slots=True)
class Document:
    """A published text, opened from one capture.

    Attributes:
        id: Stays the same when the text is edited: made of the address or the file's name.
        stem: The file's stem, or the last part of the address; what people call it.
        body: The text that spans count in.
        capture_sha256: The capture it was opened from.
        locator: Where that capture was found.
        title: The headline, if stated.
        url: The address it was published at, if stated.
        published: The day it was published, if stated.
        language: ``en``, ``uk``, ``ru`` ...; ``und`` where it could not be told.
        publisher: The body that published it, if stated.
    """

    id: str
    stem: str
    body: str
    capture_sha256: str
    locator: str
    title: str | None = None
    url: str | None = None
    published: FuzzyDate | None = None
    language: str = "und"
    publisher: str | None = None

    def span(self, start: int, end: int, role: SpanRole = SpanRole.MAIN) -> Span:
        """The span from ``start`` to ``end`` with its words."""
        return Span(start, end, self.body[start:end], role)
