"""Ids: short hashes of length-delimited fields, made here and nowhere else.

Length-delimited, so that ("ab", "c") and ("a", "bc") never share an id.
"""

import hashlib

__all__ = ["content_sha256", "stable_id"]

ID_LENGTH = 16


def content_sha256(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal: the name of a capture."""
    return hashlib.sha256(content).hexdigest()


def stable_id(kind: str, *fields: object) -> str:
    """An id that depends on every field and on nothing else.

    Args:
        kind: A short prefix that says what is named: ``c`` claim, ``r`` record.
        fields: What identifies it; ``None`` differs from the empty string.

    Returns:
        ``kind-`` and 16 hexadecimal digits.
    """
    digest = hashlib.sha256()
    for field in (kind, *fields):
        text = b"\0none" if field is None else str(field).encode()
        digest.update(str(len(text)).encode() + b":" + text)
    return f"{kind}-{digest.hexdigest()[:ID_LENGTH]}"
