"""Things lost without a numeral: "shot down a helicopter", «сбит вертолёт», each of them one.

Only where a word of loss governs the thing: right before it, in a row with things counted, or right
after it. What is only used ("with a drone"), or describes another noun ("a drone attack"), is not
lost; what has no plural ("техника") is not one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from tollbook.read.news.lexicon import Lexicon, Mark, plain_words
from tollbook.read.notices.morphology import is_singular
from tollbook.read.numbers import NumberMention
from tollbook.read.sentences import Sentence

__all__ = ["single_things"]

GONE = frozenset({"destroyed", "lost", "eliminated", "captured"})
GONE_IN = {"ru": GONE | {"killed"}}  # «уничтожен»
ARTICLE = re.compile(r"(?<!\w)(an?|another)\s+((?:[\w-]+\s+){0,3})$", re.IGNORECASE)
BETWEEN = 4  # words that may stand between the word of loss and the thing
BREAKS = re.compile(r"[.;:,!?()–—]")


def single_things(
    body: str, sentence: Sentence, marks: Sequence[Mark], numbers: Iterable[NumberMention], lexicon: Lexicon
) -> Iterator[NumberMention]:
    """A number one for each thing of a sentence that is lost and has no number of its own."""
    taken = list(numbers)
    things = [m for m in marks if m.kind == "thing" and sentence.start <= m.start and m.end <= sentence.end]
    words = GONE_IN.get(lexicon.language, GONE)
    states = (m for m in marks if m.kind == "state" and sentence.start <= m.start < sentence.end)
    gone = [m for m in states if m.value in words]
    lost_before: Mark | None = None  # the thing before in the row, lost
    edge = sentence.start
    for thing in things if gone else ():
        one = (
            _article(body, thing, lexicon) if lexicon.language == "en" else _bare(body, thing, marks, lexicon)
        )
        counted = any(
            edge <= n.start and n.end <= thing.start and _near(body, n.end, thing.start) for n in taken
        )
        if one is not None and not counted:
            row = lost_before is not None and _joined(body, lost_before.end, one.start, lexicon)
            if row or _governed(body, one, thing, gone, lexicon):
                taken.append(one)
                yield one
                counted = True
        lost_before, edge = (thing if counted else None), thing.end


def _article(body: str, thing: Mark, lexicon: Lexicon) -> NumberMention | None:
    """The article of an English thing, unless it is only used or describes the next noun."""
    found = ARTICLE.search(body, max(0, thing.start - 48), thing.start)
    if found is None or set(plain_words(found.group(2))) & lexicon.words["stops"]:
        return None
    before = plain_words(body[max(0, found.start() - 24) : found.start()])[-1:]
    words = lexicon.words
    follows = re.match(r"[\s]+([^\W\d_]+)", body[thing.end :])
    compound = follows and follows.group(1).casefold() not in (
        words["stops"] | words["conjunctions"] | words["auxiliary"] | words["place"]
    )
    if compound or set(before) & (words["using"] | words["place"]):
        return None
    return NumberMention(found.start(1), found.end(1), 1, 1, worded=True)


def _bare(body: str, thing: Mark, marks: Sequence[Mark], lexicon: Lexicon) -> NumberMention | None:
    """The place before a Ukrainian or Russian thing in the singular and the nation that describes it."""
    word = plain_words(body[thing.start : thing.end])[-1]
    if word in lexicon.words["mass"] or not is_singular(word, lexicon.language):
        return None
    nations = (
        m.start
        for m in marks
        if m.kind == "party" and body[m.end : thing.start].isspace() and m.end < thing.start
    )
    start = min(nations, default=thing.start)
    return NumberMention(start, start, 1, 1, worded=True)


def _near(body: str, start: int, end: int) -> bool:
    gap = body[start:end]
    return len(plain_words(gap)) <= BETWEEN and not BREAKS.search(gap)


def _joined(body: str, start: int, end: int, lexicon: Lexicon) -> bool:
    gap = body[start:end]
    return bool(re.search(r"[,\w]", gap)) and lexicon.only(gap, "coordinate") and "." not in gap


def _governed(body: str, one: NumberMention, thing: Mark, gone: Iterable[Mark], lexicon: Lexicon) -> bool:
    """Whether a word of loss stands right before the thing, or right after it with its auxiliary."""
    english = lexicon.language == "en"
    for state in gone:
        if state.end <= one.start:
            gap = body[state.end : one.start]
            near = _near(body, state.end, one.start)
            if near and (not english or lexicon.only(gap, "fill")) and not re.search(r"\d", gap):
                return True
        elif state.start >= thing.end:
            gap = body[thing.end : state.start]
            if gap.isspace() or (
                plain_words(gap) and lexicon.only(gap, "passive", "perfect") and not BREAKS.search(gap)
            ):
                return True
    return False
