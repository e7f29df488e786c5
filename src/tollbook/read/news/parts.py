"""Parts of a count told apart by place: "9 – over the Brenn region", «по 5 БПЛА – над А и Б».

A part keeps what the whole counts and adds the place; a number "each" is one part for every place.
"""

import re
from dataclasses import dataclass

from tollbook.read.news.phrases import Phrases

__all__ = ["Part", "places_of"]

DASH = re.compile(r"\s*(?:[^\W\d_]+\s+){0,4}?[‒–—-]\s+(?=(\w+)\s)")
ENDS = re.compile(r"[;,.:()]|\s\d|$")


@dataclass(frozen=True, slots=True)
class Part:
    """Where a part is told, and of which place.

    Attributes:
        name: The place as written.
        start, end: From the number, or the place itself after the first, to the place's end.
    """

    name: str
    start: int
    end: int


def places_of(phrases: Phrases, index: int, named: bool) -> tuple[Part, ...]:
    """The places that a dash after the number gives it to; empty where it does not.

    Args:
        phrases: The sentence.
        index: Which number.
        named: Whether the number has a noun of its own.
    """
    number = phrases.numbers[index]
    rest = phrases.gap(number.end, phrases.s.end)
    dash = DASH.match(rest)
    if dash is None or dash.group(1).casefold() not in phrases.s.lexicon.words["place"]:
        return ()
    if not named and re.search(r"\w", rest[: dash.end()]):
        return ()
    words = rest[dash.end() :]
    if not phrases.each[index]:
        words = words[: _stop(words)]
        return (Part(words.strip(), number.start, number.end + dash.end() + len(words.rstrip())),)
    return _each_place(words, number.start, number.end + dash.end())


def _stop(words: str) -> int:
    found = ENDS.search(words)
    return found.start() if found else len(words)


def _each_place(words: str, first: int, offset: int) -> tuple[Part, ...]:
    """One part for every place of a row, up to the next number."""
    row = re.split(r";|,?\s\d", words, maxsplit=1)[0].rstrip(" .")
    parts: list[Part] = []
    for found in re.finditer(r"(?:(?!\s(?:и|і|та|and)\s|,\s).)+", row):
        name = re.sub(r"^\s*(?:(?:и|і|та|and)\s|,)?\s*", "", found.group())
        if name.strip():
            start = first if not parts else offset + found.end() - len(name)
            parts.append(Part(name.strip(), start, offset + found.end()))
    return tuple(parts)
