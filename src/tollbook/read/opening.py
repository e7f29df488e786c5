"""Opening: an original becomes a document with a body that spans can count in.

The body of a text is what follows its front matter, decoded, with line ends as single line
feeds: what any program reads when it opens the file as text. The body of a page is its article. What
the document does not state stays unknown; nothing is taken from the clock or the file system.
"""

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from tollbook.errors import DocumentError
from tollbook.model.documents import Document, Original
from tollbook.model.ids import content_sha256, stable_id
from tollbook.model.scope import Scope
from tollbook.read.decoding import decode
from tollbook.read.front_matter import split_front_matter
from tollbook.read.html_text import read_page
from tollbook.read.languages import detect_language

__all__ = ["open_document"]


def open_document(original: Original, scope: Scope) -> Document:
    """The document in an original.

    Args:
        original: The bytes as handed in.
        scope: Knows which body publishes under which domain.

    Raises:
        DocumentError: Not text, half a page, or nothing in it.
        FrontMatterError: Front matter that is not what it should be.
    """
    is_html = original.media_type == "text/html"
    text = decode(original.content, original.locator, is_html=is_html)
    document = _from_page(original, text, scope) if is_html else _from_text(original, text, scope)
    if not document.body.strip():
        raise DocumentError("the document has no text", file=original.locator)
    return document


def _from_text(original: Original, text: str, scope: Scope) -> Document:
    stated, body = split_front_matter(text, original.locator)
    url = stated.url or _address(original)
    return Document(
        id=stable_id("d", url or original.locator),
        stem=_stem(original.locator),
        body=body,
        capture_sha256=content_sha256(original.content),
        locator=original.locator,
        title=stated.title,
        url=url,
        published=stated.published,
        language=stated.language or detect_language(body),
        publisher=_publisher(stated.publisher, url, scope),
    )


def _from_page(original: Original, source: str, scope: Scope) -> Document:
    page = read_page(source, original.locator)
    url = _own_address(_address(original), page.url)
    known = scope.source_named(page.site) if page.site else None
    return Document(
        id=stable_id("d", url or original.locator),
        stem=_stem(original.locator),
        body=page.text,
        capture_sha256=content_sha256(original.content),
        locator=original.locator,
        title=page.title,
        url=url,
        published=page.published,
        language=detect_language(page.text, declared=page.language),
        publisher=_publisher(known.name if known else None, url, scope),
    )


def _address(original: Original) -> str | None:
    """The address it was fetched from; ``None`` for a file."""
    return original.locator if "://" in original.locator else None


def _own_address(fetched: str | None, stated: str | None) -> str | None:
    """The address a page calls its own, so that a link with a tracker in it is the same document.

    A page that was fetched from another host than it names keeps the address it was fetched from:
    anybody can claim to be somebody else's page.
    """
    if fetched is None or stated is None:
        return fetched or stated
    return stated if urlsplit(fetched).netloc == urlsplit(stated).netloc else fetched


def _stem(locator: str) -> str:
    """The file's stem, or the last part of the address."""
    split = urlsplit(locator) if "://" in locator else None
    path = split.path if split else locator
    return PurePosixPath(path.rstrip("/")).stem or (split.netloc if split else locator)


def _publisher(stated: str | None, url: str | None, scope: Scope) -> str | None:
    """The publisher stated, by its canonical name if known; else the owner of the address."""
    if stated:
        known = scope.source_named(stated)
        return known.name if known else stated
    return _owner(url, scope) if url else None


def _owner(url: str, scope: Scope) -> str | None:
    """The source that publishes under the longest domain or path the address lies in."""
    try:
        split = urlsplit(url)
    except ValueError:  # not an address after all
        return None
    host, path = (split.hostname or "").removeprefix("www."), split.path
    owned = [
        (len(domain), source.name)
        for source in scope.sources
        for domain in source.domains
        if _lies_in(host, path, domain)
    ]
    return max(owned)[1] if owned else None


def _lies_in(host: str, path: str, domain: str) -> bool:
    name, slash, below = domain.partition("/")
    is_host = host == name or host.endswith(f".{name}")
    return is_host and (not slash or f"{path}/".startswith(f"/{below}/"))
