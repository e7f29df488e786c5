"""What stands in prose around a list: its figures told again, its personnel told in words.

Only figures that lean on the list are read here; other sentences are other readers' work.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tollbook.model.counts import Count, Qualifier
from tollbook.model.measures import Measure
from tollbook.read.lists.labels import any_of, hedge_words, measure_of, phrase
from tollbook.read.lists.lines import count_of, number_pattern

__all__ = ["PeopleInProse", "Retold", "find_people", "find_retold"]

NEAR = 25  # code points after a figure in which "over the past day" is about it
SENTENCE = re.compile(r"[^.!?\n]+")
LABEL = re.compile(r"(?:\s+[^\W\d][\w'’-]*){1,4}")


@dataclass(frozen=True, slots=True)
class Retold:
    """A figure of the list told again in prose: ``понад 1637 танків``."""

    measure: Measure
    value: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PeopleInProse:
    """A personnel figure in a sentence above the list.

    Attributes:
        measure: ``killed_wounded`` where the sentence says so, else ``losses``.
        count: The figure.
        is_total: Whether it is the war's, else the day's.
        start, end: The sentence's part that states it.
    """

    measure: Measure
    count: Count
    is_total: bool
    start: int
    end: int


def find_retold(text: str, start: int, end: int) -> Iterator[Retold]:
    """Every number in a stretch that is followed by a label of the lists."""
    for match in _figure().finditer(text, start, end):
        last = _label_end(text, match.end("number"), end)
        measure = measure_of(text[match.end("number") : last]) if last else None
        if measure and last:
            yield Retold(measure, count_of(match["number"], None).low or 0, match.start(), last)


def _label_end(text: str, start: int, end: int) -> int | None:
    """Where the longest label after a number ends; ``None`` where no label follows."""
    words = LABEL.match(text, start, end)
    ends = [start + word.end() for word in re.finditer(r"\S+", words.group())] if words else []
    return next((last for last in reversed(ends) if measure_of(text[start:last])), None)


def find_people(text: str, start: int, end: int) -> Iterator[PeopleInProse]:
    """Every personnel figure in a stretch whose sentence says whether it is the day's or the war's."""
    for sentence in SENTENCE.finditer(text, start, end):
        for match in _people().finditer(text, sentence.start(), sentence.end()):
            after = text[match.end() : min(match.end() + NEAR, sentence.end())]
            is_total = _is_total(text[sentence.start() : match.start("number")], after)
            if is_total is None:
                continue
            told = sentence.group()
            yield PeopleInProse(
                measure=Measure.KILLED_WOUNDED if any_of("killed_wounded").search(told) else Measure.LOSSES,
                count=_count(match),
                is_total=is_total,
                start=sentence.start() + len(told) - len(told.lstrip()),
                end=match.end(),
            )


def _count(match: re.Match[str]) -> Count:
    """The count stated; "brought up to N" of a running total is N, not at most N."""
    count = count_of(match["number"], match["hedge"])
    return count_of(match["number"], None) if count.qualifier is Qualifier.AT_MOST else count


def _is_total(before: str, after: str) -> bool | None:
    """Whether the words around a figure make it the war's; ``None`` without such words."""
    if re.match(rf"\W*(?:{phrase('daily')})(?!\w)", after, re.IGNORECASE):
        return False
    daily = max((found.start() for found in any_of("daily").finditer(before)), default=-1)
    overall = max((found.start() for found in any_of("overall").finditer(before)), default=-1)
    return None if daily == overall else overall > daily


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,])(?:(?P<hedge>{hedge_words()})\s+)?(?P<number>{number_pattern()})(?![\w,])",
        re.IGNORECASE,
    )


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"{_figure().pattern}\s+(?:\w+\s+)?(?:{phrase('people')})(?!\w)", re.IGNORECASE)
