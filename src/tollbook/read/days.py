"""Days in words: where a text names a day, and which day it means.

Absolute days ("11 квітня 2022 року") and days that lean on the document's own date
("Thursday", "минулого місяця") in English, Ukrainian and Russian. A form that is not known is
not a day: nothing is guessed, and the precision stated is the precision kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tollbook.errors import DateError
from tollbook.model.dates import FuzzyDate, Period
from tollbook.read.day_rules import Meant, in_year_of, resolve
from tollbook.read.day_words import DayRule, DayWords, day_words

__all__ = ["DayMention", "find_days", "impossible_days"]

# What does not exist in the years before a leap year's end exists in none.
ANY_DAY = FuzzyDate(2024, 12, 31)
_Place = tuple[int, int, Meant | None]


@dataclass(frozen=True, slots=True)
class DayMention:
    """A place where a text names a day.

    Attributes:
        date: The day, or the month or year that is all it states.
        start, end: Code points ``[start, end)`` in the text handed in, plus the offset.
        relative: Whether the document's own date was needed to tell.
        covers: The span in days where the words mean several ("last week", "past 24 hours").
    """

    date: FuzzyDate
    start: int
    end: int
    relative: bool
    covers: Period | None = None


def find_days(
    text: str, language: str, published: FuzzyDate | None, *, offset: int = 0
) -> tuple[DayMention, ...]:
    """The days a text names, in order, none overlapping another.

    Args:
        text: Any stretch of text.
        language: Its language; with an unknown one every language's words are tried.
        published: The document's own date; without it, days that lean on it are left out.
        offset: Where the stretch begins in the document, added to every place.

    Returns:
        One mention for each place; days that do not exist are left out (see ``impossible_days``).
    """
    found = _read(text, language, published)
    return tuple(
        DayMention(meant.date, start + offset, end + offset, meant.relative, meant.covers)
        for start, end, meant in found
        if meant
    )


def impossible_days(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Where a text names a day that does not exist: ``(start, end, words)``, in order."""
    found = _read(text, language, ANY_DAY)
    return tuple((start, end, text[start:end]) for start, end, meant in found if meant is None)


def _read(text: str, language: str, published: FuzzyDate | None) -> list[_Place]:
    """Every day named, in order, with what it means; ``None`` where no such day exists."""
    taken: list[_Place] = []
    for rule, match, words in _matches(text, language):
        start, end = _place(match)
        if any(start < other_end and other_start < end for other_start, other_end, _ in taken):
            continue
        try:
            meant = resolve(rule, match, words, published)
        except DateError:
            taken.append((start, end, None))  # "February 2023" must not be read out of "31 February 2023"
        else:
            taken += [(start, end, meant)] if meant else []
    return _with_range_years(text, language, sorted(taken, key=lambda place: place[:2]))


def _with_range_years(text: str, language: str, places: list[_Place]) -> list[_Place]:
    """The days with the first of "24 February to 29 April 2022" in the year of the last."""
    joins = [words.joins for words in day_words(language)]
    dated = list(places)
    for index, ((start, end, first), (after, _, last)) in enumerate(pairwise(places)):
        is_range = any(join.fullmatch(text, end, after) for join in joins)
        if is_range and first and last and first.yearless and not last.relative:
            dated[index] = (start, end, _in_year_of(first, last))
    return dated


def _in_year_of(first: Meant, last: Meant) -> Meant | None:
    try:
        return Meant(in_year_of(first.date, last.date), relative=False)
    except DateError:
        return None


def _matches(text: str, language: str) -> Iterator[tuple[DayRule, re.Match[str], DayWords]]:
    for words in day_words(language):
        for rule in words.rules:
            for match in rule.pattern.finditer(text):
                yield rule, match, words


def _place(match: re.Match[str]) -> tuple[int, int]:
    """Where the day itself stands: a rule may need the word before it without taking it."""
    start = match.end("lead") if match.groupdict().get("lead") else match.start()
    return start, match.end()
