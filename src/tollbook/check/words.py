"""Words the checks look for: losses, killing, and numbers without a digit. The words are data."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from tollbook.text import fold

__all__ = ["NUMBER_WORD_LANGUAGES", "number_words", "says_killed", "says_losses"]

APOSTROPHES = re.compile("[’ʼ`]")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
NUMBER_WORD_LANGUAGES = ("en", "uk", "ru")


def says_losses(text: str) -> bool:
    """Whether the text speaks of losses in any of the languages known."""
    return _holds(text, "losses")


def says_killed(text: str) -> bool:
    """Whether the text speaks of people killed in any of the languages known."""
    return _holds(text, "killed")


def number_words(text: str, language: str) -> Iterator[tuple[str, int]]:
    """Every number word of the text with its value; 0 where the word fixes none (or is zero).

    Args:
        text: Prose.
        language: ``en``, ``uk`` or ``ru``; in another no number words are known.
    """
    known = _tables()["numbers"].get(language, {})
    for found in WORD.finditer(APOSTROPHES.sub("'", text.casefold().replace("ё", "е"))):
        if found.group() in known:
            yield found.group(), known[found.group()]


def _holds(text: str, table: str) -> bool:
    stems, words = _forms(table)
    return any(word in words or word.startswith(stems) for word in fold(text).split())


@cache
def _forms(table: str) -> tuple[tuple[str, ...], frozenset[str]]:
    forms: Iterable[str] = _tables()[table]
    stems = tuple(fold(form) for form in forms if form.endswith("*"))
    return stems, frozenset(fold(form) for form in forms if not form.endswith("*"))


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
