"""The lines of a list: label, total, increment. One line says one class of loss.

A number that is not written is not there: it is never borrowed from a neighbour, and "(+0)"
is a stated zero.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tollbook.model.counts import Count, Qualifier
from tollbook.model.measures import Measure
from tollbook.read.lists.labels import any_of, hedge_of, hedge_words, measure_of, phrase

__all__ = ["ListLine", "StrayLine", "count_of", "find_lines", "number_pattern"]

BLANK = r"[^\S\n]"
DIGITS = rf"\d{{1,3}}(?:(?:[,.']|{BLANK})\d{{3}})+(?!\d)|\d+"
BREAKS = re.compile(
    rf"\n|;|[•▪●◾]|,(?={BLANK}+[^\d\s(])|(?<!\d),(?={BLANK}+\d)"
    rf"|(?<![Аа]рт)\.(?={BLANK}+[^\W\d])|\.(?=\n|$)|{BLANK}+(?:and|та|і|й|и)(?={BLANK}+\d)"
)
LIKE_A_LINE = re.compile(r"(?P<label>[^\W\d][^\d\n+–—‒:]*?)\s*[-–—‒−:=]\s*\d")
BULLET = re.compile(r"[\s\-–—‒*·▫️]+")
TRAILING = " \t\r\u00a0,.;:"
THOUSAND = 1000
LONGEST = 200  # what is longer is prose
MOST_EPITHETS = 3  # "units of enemy" before a label


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line as stated.

    Attributes:
        measure: What its label names.
        total: The running total, ``None`` where no number stands.
        increment: The number in ``(+N)``, ``None`` where there is none.
        start, end: Code points of the line in the text.
    """

    measure: Measure
    total: Count | None
    increment: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StrayLine:
    """A line of the list's form that cannot be taken, with the reason as a code."""

    code: str
    words: str
    start: int
    end: int


def find_lines(text: str) -> tuple[ListLine | StrayLine, ...]:
    """Every line of the form "label - number (+increment)" or "number (+increment) label", in order."""
    places = [(start, end) for start, end in _segments(text) if end - start <= LONGEST]
    found = (_line(text, start, end) or _number_first(text, start, end) for start, end in places)
    return tuple(line for line in found if line)


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between breaks, without bullets before and punctuation after."""
    start = 0
    for end, after in [*((gap.start(), gap.end()) for gap in BREAKS.finditer(text)), (len(text), len(text))]:
        bullet = BULLET.match(text, start, end)
        first = bullet.end() if bullet else start
        last = first + len(text[first:end].rstrip(TRAILING))
        if first < last:
            yield first, last
        start = after


def number_pattern() -> str:
    """A pattern for a number as the lists write it: ``23 000``, ``1,046``, ``85 тисяч 410``."""
    return rf"(?:{DIGITS})(?:{BLANK}*(?:{phrase('thousand')})(?!\w)(?:{BLANK}*\d{{1,3}}(?!\d))?)?"


def _bracket(name: str) -> str:
    return rf"[(\[]{BLANK}*(?:\+{BLANK}*|(?=0{BLANK}*[)\]]))(?P<{name}>{number_pattern()})[^)\]\n]*[)\]]"


@cache
def _form() -> re.Pattern[str]:
    number = number_pattern()
    return re.compile(
        rf"(?P<label>[^\W\d][^\d\n+–—‒:]*?){BLANK}*(?P<dash>[-–—‒−:=]|{BLANK}){BLANK}*"
        rf"(?:(?P<hedge>{hedge_words()}){BLANK}*)?(?P<total>{number})?(?:{BLANK}*[^\W\d]{{1,6}}\.?(?={BLANK}*[(\[]))?{BLANK}*"
        rf"(?P<bracket>{_bracket('increment')})?"
        rf"{BLANK}*(?P<unit>[^\d\n]*)",
        re.IGNORECASE,
    )


@cache
def _number_first_form() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,])(?:(?P<hedge>{hedge_words()}){BLANK}+)?(?P<total>{number_pattern()})(?!\w)"
        rf"{BLANK}*(?:{_bracket('before')})?{BLANK}*(?P<label>[^\W\d][^\d\n()+]*?)(?P<close>{BLANK}*{_bracket('after')})?(?(close)[^\d\n]*)$",
        re.IGNORECASE,
    )


def _number_first(text: str, start: int, end: int) -> ListLine | None:
    """A line told as "3,296 (+10) enemy tanks": the bracket shows that it belongs to a list."""
    match = _number_first_form().search(text[start:end])
    increment = match and (match["before"] or match["after"])
    if not match or not increment:
        return None
    measure = _measure_among(match["label"].split())
    if measure is None:
        return None
    return ListLine(
        measure=measure,
        total=count_of(match["total"], match["hedge"]),
        increment=_number(increment),
        start=start + match.start(),
        end=start + match.end("close") if match["close"] else end,
    )


def _measure_among(words: list[str]) -> Measure | None:
    """The measure of the longest label that begins within the first few words."""
    for first in range(min(len(words), MOST_EPITHETS + 1)):
        for last in range(len(words), first, -1):
            measure = measure_of(" ".join(words[first:last]))
            if measure:
                return measure
    return None


def _line(text: str, start: int, end: int) -> ListLine | StrayLine | None:
    match = _form().fullmatch(text, start, end)
    if not match:
        return _unreadable(text, start, end)
    if not (match["total"] or match["bracket"] or match["dash"].strip()):
        return None
    measure = measure_of(match["label"])
    stated = bool(match["total"] or match["bracket"])
    if measure is None:
        is_like = match["dash"].strip() and match["bracket"]
        return StrayLine("unknown-list-label", match["label"].strip(), start, end) if is_like else None
    if not stated:
        return StrayLine("missing-number", text[start:end], start, end) if match["dash"].strip() else None
    return ListLine(
        measure=_narrowed(measure, match["unit"]),
        total=count_of(match["total"], match["hedge"]) if match["total"] else None,
        increment=_number(match["increment"]) if match["bracket"] else None,
        start=start,
        end=end,
    )


def _unreadable(text: str, start: int, end: int) -> StrayLine | None:
    """A line that begins like one of the list's but goes on in an unknown way: "(-3)"."""
    match = LIKE_A_LINE.match(text, start, end)
    is_like = match is not None and measure_of(match["label"]) is not None
    return StrayLine("unreadable-line", text[start:end], start, end) if is_like else None


def _narrowed(measure: Measure, unit: str) -> Measure:
    """People are ``losses`` unless the line itself says killed, or killed and wounded."""
    if measure is Measure.LOSSES and any_of("killed_wounded").search(unit):
        return Measure.KILLED_WOUNDED
    return Measure.KILLED if measure is Measure.LOSSES and any_of("killed").search(unit) else measure


def count_of(number: str, hedge: str | None) -> Count:
    """The count that a number and the word before it state."""
    value, qualifier = _number(number), hedge_of(hedge) or Qualifier.EXACT
    return Count(
        low=None if qualifier is Qualifier.AT_MOST else value,
        high=None if qualifier is Qualifier.AT_LEAST else value,
        qualifier=qualifier,
    )


def _number(stated: str) -> int:
    """The value of ``23 000``, ``1,046``, ``85 тисяч 410``."""
    thousand = any_of("thousand").search(stated)
    if not thousand:
        return int(re.sub(r"\D", "", stated))
    more = re.sub(r"\D", "", stated[thousand.end() :])
    return int(re.sub(r"\D", "", stated[: thousand.start()])) * THOUSAND + int(more or 0)
