"""Checking a bulletin: every number in it is the answer of the edition to a stored query.

The bulletin is checked twice: its segments against the edition, and the rendered text against
the segments, so that a number put in behind the composer's back is found as well.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from tollbook.check.shown import Number, day_shown, numbers_shown
from tollbook.check.words import number_words
from tollbook.model.bulletins import Bulletin, Segment, SegmentKind
from tollbook.model.counts import Count
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Span
from tollbook.model.editions import Edition
from tollbook.model.findings import Finding, Severity
from tollbook.model.people import Name
from tollbook.model.queries import answer

__all__ = ["check_bulletin", "check_text"]

DIGITS = re.compile(r"\d+")
ESCAPED = re.compile(r"\\([^\w\s])")
QUOTE_MARKS = " \t\n\"'“”„«»‘’…"


def check_bulletin(bulletin: Bulletin, edition: Edition) -> tuple[Finding, ...]:
    """What in the bulletin is not in the edition; every finding blocks.

    Returns:
        ``other-edition``: composed over another edition. ``unbound-number``: a digit or a
        number word in plain words. ``no-query``: a figure, day, name or quotation without its
        query. ``unanswered``: the edition has no single answer. ``differs``: the text is not
        the answer.
    """
    found: list[Finding] = []
    if bulletin.edition_id != edition.id:
        told = f"composed over {bulletin.edition_id}, not over {edition.id}"
        found.append(Finding("other-edition", Severity.BLOCKING, bulletin.edition_id, told))
    for number, paragraph in enumerate(bulletin.paragraphs, start=1):
        for segment in paragraph.segments:
            for code, told in _faults(segment, edition, bulletin.language):
                place = f"paragraph {number}"
                found.append(Finding(code, Severity.BLOCKING, bulletin.edition_id, told, place))
    return tuple(found)


def check_text(text: str, bulletin: Bulletin) -> tuple[Finding, ...]:
    """What number stands in the rendered text and in no segment, or the other way round.

    Args:
        text: The bulletin as Markdown, as it will be published.
        bulletin: What it was rendered from.

    Returns:
        ``unbound-number`` (blocking): more often in the text than in the figures, days, names
        and quotations. ``number-lost`` (blocking): less often. Runs of digits and number
        words are counted, so a change of grouping alone is found as well.
    """
    segments = (each for paragraph in bulletin.paragraphs for each in paragraph.segments)
    bound: Counter[str] = Counter()
    for segment in segments:
        if segment.kind is not SegmentKind.WORDS:
            bound.update(_tokens(segment.text, bulletin.language))
    shown = Counter(_tokens(ESCAPED.sub(r"\1", text), bulletin.language))
    added, lost = shown - bound, bound - shown
    return (
        *_miscounted("unbound-number", "in the text, but in no figure", added, bulletin),
        *_miscounted("number-lost", "in a figure, but not in the text", lost, bulletin),
    )


def _tokens(text: str, language: str) -> Iterator[str]:
    yield from DIGITS.findall(text)
    yield from (word for word, _ in number_words(text, language))


def _miscounted(code: str, told: str, tokens: Counter[str], bulletin: Bulletin) -> Iterator[Finding]:
    for token, times in sorted(tokens.items()):
        message = f"{token!r} stands {times} time(s) more {told}"
        yield Finding(code, Severity.BLOCKING, bulletin.edition_id, message)


def _faults(segment: Segment, edition: Edition, language: str) -> Iterator[tuple[str, str]]:
    """``(code, told)`` for what is wrong with one segment."""
    if segment.kind is SegmentKind.WORDS:
        numbers = sorted(set(_tokens(segment.text, language)))
        if numbers:
            yield "unbound-number", f"{', '.join(numbers)} in plain words: {segment.text!r}"
        return
    if segment.query is None:
        yield "no-query", f"the {segment.kind} {segment.text!r} has no query"
        return
    try:
        value = answer(segment.query, edition)
    except (LookupError, ValueError) as error:
        yield "unanswered", f"the {segment.kind} {segment.text!r}: {error}"
        return
    if not AGREES[segment.kind](segment.text, value, language):
        yield "differs", f"the {segment.kind} {segment.text!r} is not the answer {value!r}"


def _figure_agrees(text: str, value: object, language: str) -> bool:
    shown, expected = numbers_shown(text, language), _numbers_in(value)
    return len(shown) == len(expected) > 0 and all(map(Number.shows, shown, expected))


def _numbers_in(value: object) -> tuple[float, ...]:
    """The numbers an answer holds: one, or the stated ends of a count, once if they are equal."""
    if isinstance(value, Count):
        return tuple(dict.fromkeys(end for end in (value.low, value.high) if end is not None))
    return (value,) if isinstance(value, int | float) and not isinstance(value, bool) else ()


def _day_agrees(text: str, value: object, language: str) -> bool:
    if isinstance(value, date):
        value = FuzzyDate.of(value.date() if isinstance(value, datetime) else value)
    return value is not None and day_shown(text, language) == value


def _name_agrees(text: str, value: object, _language: str) -> bool:
    return text.strip() == (value.full if isinstance(value, Name) else str(value)).strip() != ""


def _quote_agrees(text: str, value: object, _language: str) -> bool:
    quoted = _flat(text.strip(QUOTE_MARKS))
    source = value.quote if isinstance(value, Span) else value
    return quoted != "" and isinstance(source, str) and quoted in _flat(source)


def _flat(text: str) -> str:
    return " ".join(text.split())


AGREES: Mapping[SegmentKind, Callable[[str, object, str], bool]] = {
    SegmentKind.FIGURE: _figure_agrees,
    SegmentKind.DAY: _day_agrees,
    SegmentKind.NAME: _name_agrees,
    SegmentKind.QUOTE: _quote_agrees,
}
