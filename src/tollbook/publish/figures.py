"""Binding: each number, day, name and quotation of a bulletin to the query that answers it.

A ``Binder`` is the only way to make a bound segment here: its text is formatted from what the
edition answers. Plain words that hold a digit stop the build.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from string import Formatter

from tollbook.errors import BlockedError
from tollbook.model.bulletins import Segment, SegmentKind
from tollbook.model.dates import FuzzyDate
from tollbook.model.editions import Edition
from tollbook.model.queries import Query, answer
from tollbook.publish.phrases import day_text, number_text, percent_text
from tollbook.publish.wording import Wording

__all__ = ["Binder", "Run", "capitalised", "joined", "run_text", "sentences", "words"]

Run = tuple[Segment, ...]
DIGIT = re.compile(r"\d")


def words(text: str) -> Run:
    """A run of plain words.

    Raises:
        BlockedError: The words hold a digit, which no query answers for.
    """
    if DIGIT.search(text):
        raise BlockedError(f"a number in plain words of the bulletin: {text!r}")
    return (Segment(SegmentKind.WORDS, text),) if text else ()


def run_text(run: Run) -> str:
    """The run as it is read."""
    return "".join(segment.text for segment in run)


def capitalised(run: Run) -> Run:
    """The run with a capital at its beginning, where it begins with plain words."""
    if not run or run[0].kind is not SegmentKind.WORDS:
        return run
    first = run[0]
    return (Segment(first.kind, first.text[:1].upper() + first.text[1:]), *run[1:])


def sentences(runs: Iterable[Run]) -> Run:
    """The sentences set in a row, with a space between them; empty ones left out."""
    told = [run for run in runs if run]
    spaced = (run if not place else (*words(" "), *run) for place, run in enumerate(told))
    return joined(segment for run in spaced for segment in run)


@dataclass(frozen=True, slots=True)
class Binder:
    """Makes bound segments over one edition in one language."""

    edition: Edition
    wording: Wording
    answers: dict[Query, object] = field(default_factory=dict, repr=False, compare=False)

    def fill(self, key: str, **slots: Run | str) -> Run:
        """The template ``key`` of the bulletin's wording with its slots filled."""
        return self.fill_in("bulletin", key, **slots)

    def fill_in(self, table: str, key: str, **slots: Run | str) -> Run:
        """The template ``key`` of a table of the catalogue with its slots filled."""
        run: list[Segment] = []
        for text, slot, _, _ in Formatter().parse(self.wording.say(table, key)):
            run += words(text)
            if slot is not None:
                value = slots[slot]
                run += words(value) if isinstance(value, str) else value
        return joined(run)

    def figure(self, query: Query) -> Run:
        """The number that answers the query."""
        return self._bound(
            SegmentKind.FIGURE, query, lambda v: number_text(_number(v, query), self._language)
        )

    def rounded(self, query: Query) -> Run:
        """The number that answers the query, to the nearest whole person: an estimate is no finer."""
        return self._bound(
            SegmentKind.FIGURE, query, lambda v: number_text(round(_number(v, query)), self._language)
        )

    def share(self, query: Query) -> Run:
        """The share that answers the query, as a percentage."""
        return self._bound(
            SegmentKind.FIGURE, query, lambda v: percent_text(_number(v, query), self._language)
        )

    def hedged(self, query: Query, qualifier: str, hedges: str = "hedges") -> Run:
        """The number that answers the query, with the words that hedge it in the same segment."""
        hedge = self.wording.say(hedges if self.wording.has(hedges, qualifier) else "hedges", qualifier)
        return self._bound(
            SegmentKind.FIGURE,
            query,
            lambda v: hedge.format(value=number_text(_number(v, query), self._language)),
        )

    def day(self, query: Query) -> Run:
        """The day, month or year that answers the query."""
        return self._bound(SegmentKind.DAY, query, lambda v: day_text(_day(v, query), self._language))

    def name(self, query: Query) -> Run:
        """The name that answers the query, as it stands in the edition."""
        return self._bound(SegmentKind.NAME, query, str)

    def quote(self, query: Query) -> Run:
        """The words that answer the query, unchanged."""
        return self._bound(SegmentKind.QUOTE, query, str)

    def count_of(self, query: Query) -> int:
        """How many rows answer a counting query."""
        return int(_number(self.answer(query), query))

    def answer(self, query: Query) -> object:
        """What the edition answers; asked once, since an edition does not change."""
        if query not in self.answers:
            self.answers[query] = answer(query, self.edition)
        return self.answers[query]

    @property
    def _language(self) -> str:
        return self.wording.language

    def _bound(self, kind: SegmentKind, query: Query, said: Callable[[object], str]) -> Run:
        return (Segment(kind, said(self.answer(query)), query),)


def _number(value: object, query: Query) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BlockedError(f"the answer to {query} is not a number: {value!r}")
    return value


def _day(value: object, query: Query) -> FuzzyDate | date:
    if isinstance(value, str):
        return FuzzyDate.parse(value)
    if not isinstance(value, FuzzyDate | date):
        raise BlockedError(f"the answer to {query} is not a day: {value!r}")
    return value


def joined(run: Iterable[Segment]) -> Run:
    """The run with neighbouring plain words set together."""
    together: list[Segment] = []
    for segment in run:
        if together and together[-1].kind is segment.kind is SegmentKind.WORDS:
            together[-1] = Segment(segment.kind, together[-1].text + segment.text)
        else:
            together.append(segment)
    return tuple(together)
