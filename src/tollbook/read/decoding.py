"""Bytes to text. UTF-8 unless the bytes say otherwise clearly; never a guess that might be wrong.

A damaged UTF-8 file also decodes as some old code page, into nonsense; so a file that is
mostly UTF-8 is refused with the place of the bad byte rather than read as something else.
"""

import codecs
import re

from charset_normalizer import from_bytes

from tollbook.errors import DocumentError

__all__ = ["decode"]

# What old Ukrainian, Russian and western pages come in.
OLD_ENCODINGS = ["cp1251", "koi8_u", "koi8_r", "cp866", "iso8859_5", "cp1252"]
MOST_CHAOS = 0.1
LEAST_COHERENCE = 0.3
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096


def decode(content: bytes, file: str, *, is_html: bool = False) -> str:
    """The text of a file, its line ends as single line feeds.

    Args:
        content: The bytes.
        file: Where they come from, for messages.
        is_html: Whether the page may declare its own encoding.

    Raises:
        DocumentError: Binary, or bytes that are no clear text; names the byte.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding, file, skipped=len(mark))
    if b"\0" in content:
        raise DocumentError("not a text: NUL byte", file=file, place=f"byte {content.index(0)}")
    declared = DECLARED.search(content[:DECLARED_WITHIN]) if is_html else None
    if declared and _is_known(declared[1].decode("ascii")):
        return _strictly(content, declared[1].decode("ascii"), file)
    try:
        return _strictly(content, "utf-8", file)
    except DocumentError:
        old = None if _is_damaged_utf8(content) else _clear_verdict(content)
        if old is None:
            raise
    return _strictly(content, old, file)


def _strictly(content: bytes, encoding: str, file: str, *, skipped: int = 0) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skipped
        bad = content[error.start : error.start + 1].hex()
        raise DocumentError(
            f"not {encoding} text, and no other encoding is clear: byte 0x{bad}",
            file=file,
            place=f"byte {at}",
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name not in {"idna", "punycode"}
    except LookupError:
        return False


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether more characters beyond ASCII are good UTF-8 than are not."""
    text = content.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return sum(ord(character) > 127 for character in text) - bad > bad  # noqa: PLR2004 - the end of ASCII


def _clear_verdict(content: bytes) -> str | None:
    """The one old encoding in which the bytes are words of a language."""
    best = from_bytes(content, cp_isolation=OLD_ENCODINGS).best()
    if best is None or best.chaos > MOST_CHAOS or best.coherence < LEAST_COHERENCE:
        return None
    return best.encoding
