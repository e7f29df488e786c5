"""The words above a list: which days it covers and whether its totals are approximate.

A day that the words do not state is taken from the publication date and marked as inferred.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.documents import Document
from tollbook.read.days import DayMention, find_days
from tollbook.read.lists.labels import any_of, phrase

__all__ = ["Header", "read_header"]


@dataclass(frozen=True, slots=True)
class Header:
    """What holds for every line below it.

    Attributes:
        covers: From the first day counted to the cut-off day.
        increment: The days that the increments cover.
        inferred: Whether the cut-off day is the publication day for want of a better.
        hedged: Whether it says that the totals are approximate.
    """

    covers: Period
    increment: Period
    inferred: bool
    hedged: bool


def read_header(
    document: Document, start: int, end: int, war_started: FuzzyDate | None, before: Header | None = None
) -> Header:
    """What the words from ``start`` to ``end``, above the list, say of its days.

    Args:
        document: The document; its title speaks where the words name no day.
        start: Where the words begin in the body.
        end: Where they end, and the list begins.
        war_started: The day from which losses are counted, where the words do not say.
        before: What held for the list before, which holds on where the words name no day.
    """
    zone = document.body[start:end]
    hedged = any_of("header_hedge").search(zone) is not None
    stated = _stated(zone, _days(zone, document))
    if not stated.covers.end and before:
        return before
    if not stated.covers.end and document.title:
        stated = _stated(document.title, _days(document.title, document))
    if not stated.covers.end:
        day = document.published
        stated = Header(Period(None, day), _day_up_to(day), inferred=day is not None, hedged=False)
    return _with_start(replace(stated, hedged=hedged), war_started)


def _days(text: str, document: Document) -> tuple[DayMention, ...]:
    """The days named; without a publication date, the first full date tells the year."""
    published = document.published
    if published is None:
        full = [day.date for day in find_days(text, document.language, None) if day.date.exact]
        published = full[0] if full else None
    return find_days(text, document.language, published)


def _stated(text: str, days: tuple[DayMention, ...]) -> Header:
    """The last range named, else the last day that is not a beginning."""
    since = [day for day in days if _follows(text, day, "since")]
    until = [day for day in days if day.date.exact and day not in since]
    ranged = [last for first, last in pairwise(days) if _is_range(text, first, last)]
    if not until:
        return Header(Period(), Period(), inferred=False, hedged=False)
    last = ranged[-1] if ranged else until[-1]
    begun = [day.date for day in since if day.date.exact and day.date.first <= last.date.first]
    first_day = begun[-1] if begun else None
    increment = Period(last.date, last.date) if _follows(text, last, "for_the_day") else _day_up_to(last.date)
    return Header(Period(first_day, last.date), increment, inferred=False, hedged=False)


def _follows(text: str, day: DayMention, words: str) -> bool:
    return re.search(rf"(?<!\w)(?:{phrase(words)})\s*$", text[: day.start], re.IGNORECASE) is not None


def _is_range(text: str, first: DayMention, last: DayMention) -> bool:
    between = text[first.end : last.start]
    return re.fullmatch(rf"\s*(?:{phrase('until')})\s*", between, re.IGNORECASE) is not None


def _day_up_to(day: FuzzyDate | None) -> Period:
    """A morning report counts from the morning before."""
    return Period(day.days_before(1), day) if day and day.exact else Period()


def _with_start(header: Header, war_started: FuzzyDate | None) -> Header:
    """The first day, read as the war's first where day and month are the same."""
    first, last = header.covers.start, header.covers.end
    if war_started and last and war_started.first <= last.last:
        is_same = first is None or (first.month, first.day) == (war_started.month, war_started.day)
        first = war_started if is_same else first
    return replace(header, covers=Period(first, last))
