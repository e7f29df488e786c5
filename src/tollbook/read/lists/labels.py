"""The words of the lists, compiled from ``labels.toml``: labels, hedges and header phrases."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

from tollbook.model.counts import Qualifier
from tollbook.model.measures import Measure
from tollbook.text import fold

__all__ = ["any_of", "find_definition", "hedge_of", "hedge_words", "measure_of", "phrase"]

TABLE = "labels.toml"
PARTS = re.compile(r"[/(),]|\\")


def measure_of(label: str) -> Measure | None:
    """The measure a label names, in whatever language it is written.

    A label in two languages ("особового складу / personnel") counts as one if its parts agree;
    parts that name different classes name none of them.
    """
    whole = _measure_of_folded(fold(label))
    if whole:
        return whole
    parts = {_measure_of_folded(fold(part)) for part in PARTS.split(label) if fold(part)}
    known = parts - {None}
    return known.pop() if len(known) == 1 else None


def find_definition(text: str) -> tuple[int, int] | None:
    """Where a text says that its losses are the killed together with the wounded."""
    found = re.search(phrase("definition"), text, re.IGNORECASE)
    if not found:
        return None
    words = found.group()
    return found.start() + len(words) - len(words.lstrip()), found.end()


def hedge_words() -> str:
    """A pattern for any word that may stand before a number."""
    return "|".join(word for words in _table()["hedges"].values() for word in words)


def hedge_of(words: str | None) -> Qualifier | None:
    """How firmly a number after these words is stated; ``None`` without words."""
    for code, forms in _table()["hedges"].items():
        if words and re.fullmatch("|".join(forms), words.strip(), re.IGNORECASE):
            return Qualifier(code)
    return None


def phrase(name: str) -> str:
    """A pattern for one of the named groups of words, alternatives joined."""
    return "|".join(_table()["words"][name])


@cache
def any_of(name: str) -> re.Pattern[str]:
    """The named group of words as whole words, whatever their case."""
    return re.compile(rf"(?<!\w)(?:{phrase(name)})(?!\w)", re.IGNORECASE)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("tollbook.read.lists") / TABLE).read_text("utf-8"))


@cache
def _patterns() -> tuple[tuple[Measure, re.Pattern[str]], ...]:
    return tuple(
        (
            Measure(code),
            re.compile(_as_folded("|".join(form for forms in languages.values() for form in forms))),
        )
        for code, languages in _table()["labels"].items()
    )


def _as_folded(pattern: str) -> str:
    """A pattern spelled as ``fold`` leaves words: й as и, ї as і, ё as е."""
    decomposed = unicodedata.normalize("NFKD", pattern)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _measure_of_folded(label: str) -> Measure | None:
    return next((measure for measure, pattern in _patterns() if pattern.fullmatch(label)), None)
