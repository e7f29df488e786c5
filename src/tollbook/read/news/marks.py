"""A sentence with its marks: numbers, days, words of loss and the names of the parties.

Everything the grammar looks at, each with its place in the body. Nothing is decided here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tollbook.model.documents import Document
from tollbook.model.scope import Scope
from tollbook.read.days import DayMention, find_days, impossible_days
from tollbook.read.news.lexicon import Lexicon, Mark, plain_words
from tollbook.read.news.single import single_things
from tollbook.read.numbers import NumberMention, find_numbers
from tollbook.read.sentences import Sentence, split_sentences

__all__ = ["MarkedSentence", "mark_sentences"]

# A line of a list ("tanks – 7229 (+16);"): another reader's form, not prose.
LIST_LINE = re.compile(
    r"^[^\d]{3,90}\s*[‒–—:-]\s*(?:[^\W\d_]+\s+){0,2}[+(]*\d[\d ,.\u00a0]*[^\W\d]*\.?\s*"
    r"(?:\([+‒–—-]?\s?\d[\d ]*\))?"
    r"(?:\s*[^\W\d]+){0,3}[;,.]?$"
)
VERBS = frozenset({"lost", "destroyed", "killed"})
SHORT = 3
MAKER = 24  # characters after a name in which "made" says that it is a maker
CITED_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence and all that was recognised in it, places counted in the body.

    Attributes:
        sentence: The sentence.
        body: The whole text, for the words between two places.
        lexicon: The words of its language.
        marks: Words with a meaning, in order.
        numbers: Plain counts, in order: no dates, no numbers with a unit of time, money or distance.
        days: The days named.
    """

    sentence: Sentence
    body: str
    lexicon: Lexicon
    marks: tuple[Mark, ...]
    numbers: tuple[NumberMention, ...]
    days: tuple[DayMention, ...]

    @property
    def start(self) -> int:
        """Where it begins in the body."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where it ends in the body."""
        return self.sentence.end

    def of(self, *kinds: str) -> Iterator[Mark]:
        """The marks of some kinds, in order."""
        return (mark for mark in self.marks if mark.kind in kinds)

    def last_before(self, place: int, *kinds: str) -> Mark | None:
        """The nearest mark of the kinds that ends at or before a place."""
        return max((m for m in self.of(*kinds) if m.end <= place), key=lambda m: m.end, default=None)

    def first_after(self, place: int, *kinds: str) -> Mark | None:
        """The nearest mark of the kinds that starts at or after a place."""
        return min((m for m in self.of(*kinds) if m.start >= place), key=lambda m: m.start, default=None)

    def between(self, start: int, end: int) -> str:
        """The words from one place to another."""
        return self.body[start:end]


def mark_sentences(document: Document, lexicon: Lexicon, scope: Scope) -> tuple[MarkedSentence, ...]:
    """The document's sentences, marked; lines of lists are left to the reader of lists."""
    body = document.body
    found = (*lexicon.marks_in(body), *_parties(body, lexicon, scope))
    marks = sorted(found, key=lambda m: (m.start, -m.end, m.kind, m.value))
    sentences = [s for s in split_sentences(body) if not LIST_LINE.match(s.text) or _is_told(s, marks)]
    days = find_days(body, document.language, document.published)
    dated = [(d.start, d.end) for d in days]
    dated += [(start, end) for start, end, _ in impossible_days(body, document.language)]
    numbers = [n for n in find_numbers(body) if _counts(n, dated) and not _is_year(body, n, marks)]
    numbers = [n for n in numbers if not _is_age(body, n, lexicon)]
    return tuple(
        MarkedSentence(
            sentence, body, lexicon, tuple(_within(sentence, marks)),
            _with_singles(body, sentence, marks, tuple(_within(sentence, numbers)), lexicon),
            tuple(_within(sentence, days)),
        )
        for sentence in sentences
    )  # fmt: skip


def _with_singles(
    body: str, sentence: Sentence, marks: list[Mark], numbers: tuple[NumberMention, ...], lexicon: Lexicon
) -> tuple[NumberMention, ...]:
    """The numbers of a sentence and a one for each thing lost without a numeral, in order."""
    singles = single_things(body, sentence, marks, numbers, lexicon)
    return tuple(sorted((*numbers, *singles), key=lambda number: number.start))


def _is_age(body: str, number: NumberMention, lexicon: Lexicon) -> bool:
    """Whether the number is an age: "aged 18", "children under five"."""
    before = " ".join(plain_words(body[max(0, number.start - MAKER) : number.start]))
    return any(before == form or before.endswith(f" {form}") for form in lexicon.words["age"])


def _is_told(sentence: Sentence, marks: Iterable[Mark]) -> bool:
    """Whether what has the form of a list's line has a verb of loss and a party: prose after all."""
    inside = [m for m in marks if sentence.start <= m.start and m.end <= sentence.end]
    verb = any(m.kind == "state" and m.value in VERBS for m in inside)
    return verb and any(m.kind == "party" for m in inside)


def _within(sentence: Sentence, items: Iterable) -> Iterator:  # type: ignore[type-arg]
    return (item for item in items if sentence.start <= item.start and item.end <= sentence.end)


def _counts(number: NumberMention, dated: Iterable[tuple[int, int]]) -> bool:
    in_a_day = any(start < number.end and number.start < end for start, end in dated)
    return number.unit is None and not in_a_day and float(number.low).is_integer()


def _is_year(body: str, number: NumberMention, marks: Iterable[Mark]) -> bool:
    """Whether "2014" is a year: nothing counted stands right after it, no hedge right before."""
    if not CITED_YEAR.fullmatch(body[number.start : number.end]):
        return False
    for mark in marks:
        counted = mark.kind in {"people", "thing", "state", "party"} and mark.start >= number.end
        hedged = mark.kind == "hedge" and mark.end <= number.start
        gap = body[number.end : mark.start] if counted else body[mark.end : number.start]
        if (counted or hedged) and len(gap) == 1 and gap.isspace():
            return False
    return True


def _parties(body: str, lexicon: Lexicon, scope: Scope) -> Iterator[Mark]:
    """Where the parties of the scope are named: as a country (``party``) or as its government.

    A maker is no party: "US-made launchers" were not lost by the United States.
    """
    for party in scope.parties:
        for kind, table in (("party", party.forms), ("capital", party.capital_forms)):
            forms = table.get(lexicon.language, ()) or table.get("en", ())
            for found in _stems(forms).finditer(body) if forms else ():
                following = plain_words(body[found.end() : found.end() + MAKER])[:1]
                joined = body[found.end() : found.end() + 1] == "-"
                describing = lexicon.words["origin"] | (
                    lexicon.words["hyphenated"] if joined else frozenset()
                )
                before = plain_words(body[max(0, found.start() - MAKER) : found.start()])
                made_by = _is_maker(before, lexicon)
                if not made_by and not set(following) & describing:
                    yield Mark(kind, party.name, found.start(), found.end())


def _is_maker(before: list[str], lexicon: Lexicon) -> bool:
    """Whether the words before a nation say that it made something ("supplied by the")."""
    words = [word for word in before if word not in lexicon.words["article"]]
    return len(words) > 1 and words[-1] in lexicon.words["agent"] and words[-2] in lexicon.words["origin"]


def _stems(forms: Iterable[str]) -> re.Pattern[str]:
    """What finds the stems; a stem of two or three letters ("US") only as a whole word, as written."""
    long = [rf"{re.escape(form)}\w*" for form in forms if len(form) > SHORT]
    short = [rf"(?-i:{re.escape(form)})" for form in forms if len(form) <= SHORT]
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(sorted(long + short, key=len, reverse=True))})(?!\w)", re.IGNORECASE
    )
