"""What is said without a number: "the real toll is much higher", "accused of ...".

Such a claim keeps its words and has no figure. It is taken only where a word of amount stands with
a word of loss, or a word of blame with a party; what a word holds ("casualties refer to dead and
wounded") is read here too.
"""

import re
from dataclasses import dataclass

from tollbook.model.measures import Measure
from tollbook.read.news.lexicon import Mark, plain_words
from tollbook.read.news.marks import MarkedSentence
from tollbook.read.news.measures import DEFINITE, measure_of_states

__all__ = ["Definition", "Remark", "definition_in", "remarks_in"]

AMOUNTS = frozenset({"killed", "wounded", "casualties", "losses", "missing", "captured"})
REACH = 5  # words between a loss and the amount a verb gives it
PEOPLE_BETWEEN = 6  # words between an amount of people and their fate
NEAR = 2  # words between an amount and its loss


@dataclass(frozen=True, slots=True)
class Remark:
    """A claim without a number.

    Attributes:
        measure: What it is about.
        vague: The words used.
        mark: The word of loss or blame it hangs on.
        unnamed: Whether the words themselves hide who says it ("has been accused").
    """

    measure: Measure
    vague: str
    mark: Mark
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """What an undefined word holds in this text.

    Attributes:
        words: The measures it makes definite.
        measure: What they hold.
    """

    words: frozenset[Measure]
    measure: Measure


def remarks_in(sentence: MarkedSentence) -> tuple[Remark, ...]:
    """The claims without a number that a sentence makes: at most one of loss and one of blame."""
    return (*_amounts(sentence), *_blame(sentence))


def _amounts(sentence: MarkedSentence) -> tuple[Remark, ...]:
    for vague in sentence.of("vague"):
        for state in sentence.of("state"):
            if state.value not in AMOUNTS or not _tied(sentence, vague, state):
                continue
            joined = [state, *(m for m in sentence.of("state") if _goes_with(sentence, state, m))]
            measure = measure_of_states(m.value for m in joined)
            if measure is not None:
                words = sentence.between(vague.start, vague.end)
                return (Remark(measure, words, state),)
    return ()


def _goes_with(sentence: MarkedSentence, first: Mark, second: Mark) -> bool:
    gap = sentence.between(first.end, second.start) if second.start >= first.end else ","
    return bool(plain_words(gap)) and sentence.lexicon.only(gap, "coordinate")


def _tied(sentence: MarkedSentence, vague: Mark, state: Mark) -> bool:
    """Whether the amount is one of that loss: right before it, or after it by a linking verb."""
    if vague.end <= state.start:
        gap = sentence.between(vague.end, state.start)
        if any(vague.end <= m.start and m.end <= state.start for m in sentence.of("people")):
            return len(plain_words(gap)) <= PEOPLE_BETWEEN and not re.search(r"[,.;:()]", gap)
        return (
            len(plain_words(gap)) <= NEAR
            and not re.search(r"[,.;:()]", gap)
            and not (set(plain_words(gap)) & sentence.lexicon.words["stops"])
        )
    gap = sentence.between(state.end, vague.start)
    words = plain_words(gap)
    return (
        bool(set(words) & sentence.lexicon.words["link"])
        and len(words) <= REACH
        and not re.search(r"[,.;:()]", gap)
    )


def _blame(sentence: MarkedSentence) -> tuple[Remark, ...]:
    marks = list(sentence.of("conduct"))
    if not marks:
        return ()
    passive = any(
        set(plain_words(sentence.between(sentence.start, mark.start))[-1:])
        & sentence.lexicon.words["passive"]
        for mark in marks
        if mark.value == "verb"
    )
    words = dict.fromkeys(sentence.between(m.start, m.end).casefold() for m in marks if m.value != "verb")
    verbs = dict.fromkeys(sentence.between(m.start, m.end).casefold() for m in marks)
    return (Remark(Measure.ACCUSATION, "; ".join(words or verbs), marks[0], passive),)


def definition_in(sentence: MarkedSentence) -> Definition | None:
    """What the sentence says an undefined word holds, if it does."""
    links = [mark for mark in sentence.of("define") if mark.value != "about"]
    for link in links:
        subjects = [m for m in sentence.of("define") if m.value == "about" and m.end <= link.start]
        states = [m for m in sentence.of("state") if m.start >= link.end and m.value in DEFINITE]
        measure = measure_of_states(m.value for m in states)
        if (
            not subjects
            or any(link.end <= number.start for number in sentence.numbers)  # a sum told apart, no meaning
            or measure is None
            or len({m.value for m in states}) == 1
            or not _close(sentence, link, states)
        ):
            continue
        return Definition(_meant(sentence, subjects[-1]), measure)
    return None


def _close(sentence: MarkedSentence, link: Mark, states: list[Mark]) -> bool:
    return len(plain_words(sentence.between(link.end, states[0].start))) <= REACH + 2


def _meant(sentence: MarkedSentence, subject: Mark) -> frozenset[Measure]:
    named = {m.value for m in sentence.of("state") if m.start <= subject.start < m.end}
    if "casualties" in named:
        return frozenset({Measure.CASUALTIES})
    if "losses" in named:
        return frozenset({Measure.LOSSES})
    return frozenset({Measure.CASUALTIES, Measure.LOSSES})
