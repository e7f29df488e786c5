"""Text to text and text to number: scripts, folding and numbers as people write them. Pure."""

import unicodedata

from anyascii import anyascii

__all__ = ["fold", "latinise", "script_of"]


def fold(text: str) -> str:
    """Lower case, without accents and punctuation, ё as е; the script stays."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ё", "е"))
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def latinise(text: str) -> str:
    """A rough reading in plain ASCII letters, lower case; for comparing, never for showing."""
    return " ".join(anyascii(text).casefold().replace("'", "").split())


def script_of(text: str) -> str:
    """``cyrillic``, ``latin``, ``arabic`` ... of the first letter; empty where there is none."""
    for character in text:
        if character.isalpha():
            return unicodedata.name(character, "").split(" ")[0].casefold()
    return ""
