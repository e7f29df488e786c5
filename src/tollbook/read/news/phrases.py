"""The words around each number of a sentence: its hedge, its noun, what sets it apart.

Nothing is decided here about what became of those counted.
"""

import re
from collections.abc import Iterable

from tollbook.model.counts import Count, Qualifier
from tollbook.model.measures import Group
from tollbook.read.news.lexicon import Mark, plain_words
from tollbook.read.news.marks import MarkedSentence
from tollbook.read.numbers import NumberMention

__all__ = ["ADJECTIVES", "Phrases"]

ADJECTIVES = 4  # words that may stand between a number and its noun
SAME_PHRASE = 60  # characters within which "civilian" speaks of this number
PART_NAME = 24  # characters after a number within which a subgroup names its part


class Phrases:
    """The noun phrases of one sentence, by the index of their number."""

    def __init__(self, sentence: MarkedSentence) -> None:
        self.s = sentence
        self.numbers = sentence.numbers
        self.hedges = [self._hedge(number) for number in self.numbers]
        self.inside = [self._is_inside(index) for index in range(len(self.numbers))]
        self.whole_of = [self._is_whole(index) for index in range(len(self.numbers))]
        self.each = [self._is_each(index) for index in range(len(self.numbers))]

    def _hedge(self, number: NumberMention) -> tuple[int, Mark | None]:
        """Where the words that belong to the number begin, and the hedge nearest to it."""
        place, nearest = number.start, None
        while True:
            mark = self.s.last_before(place, "hedge")
            if mark is None or not self.s.lexicon.only(self.gap(mark.end, place), "fill"):
                return place, nearest
            if set(plain_words(self.gap(self.s.start, mark.start))[-1:]) & self.s.lexicon.words["reaches"]:
                return place, nearest
            place, nearest = mark.start, self._firmer(nearest, mark)

    @staticmethod
    def _firmer(nearest: Mark | None, mark: Mark) -> Mark:
        """A bound says more than "about": "an estimated more than 100" is more than 100."""
        return mark if nearest is None or nearest.value == "about" else nearest

    def gap(self, start: int, end: int) -> str:
        """The words from one place to another."""
        return self.s.between(start, end)

    def limit(self, index: int) -> int:
        """Where the next number begins that is no insertion; the sentence's end after the last."""
        later = range(index + 1, len(self.numbers))
        return next((self.hedges[i][0] for i in later if not self.inside[i]), self.s.end)

    def without_asides(self, start: int, end: int) -> str:
        """The words between, but for an aside set off by commas (", among others,")."""
        text = self.gap(start, end)
        for aside in self.s.of("aside"):
            if start <= aside.start and aside.end <= end:
                text = text.replace(self.gap(aside.start, aside.end), "").replace(", ,", "")
        return text.strip(", ") if any(self.s.of("aside")) else text

    def _is_inside(self, index: int) -> bool:
        before = self.gap(self.s.start, self.hedges[index][0]).casefold().rstrip(" ,—–-(")
        return index > 0 and any(before.endswith(word) for word in self.s.lexicon.words["including"])

    def _is_whole(self, index: int) -> bool:
        """Whether the number is what another is a fraction of ("52 of 60 drones")."""
        gap = self.gap(self.numbers[index - 1].end, self.numbers[index].start) if index else ""
        words = plain_words(gap)
        return len(words) == 1 and words[0] in self.s.lexicon.words["fraction"]

    def _is_each(self, index: int) -> bool:
        """Whether every one named has so many («по 5 БПЛА»)."""
        before = plain_words(self.gap(self.s.start, self.numbers[index].start))[-1:]
        return bool(set(before) & self.s.lexicon.words["each"])

    def nation(self, index: int) -> Mark | None:
        """The people whom only their nation names: "100,000 Russian and ..."."""
        place = self.numbers[index].end
        mark = self.s.first_after(place, "party")
        if mark is None or not self.gap(place, mark.start).isspace():
            return None
        return Mark("people", "unspecified", mark.start, mark.end)

    def noun(self, index: int) -> Mark | None:
        """The noun right after the number."""
        if index + 1 < len(self.numbers) and self.whole_of[index + 1]:
            return self.noun(index + 1)
        place = self.numbers[index].end
        limit = self.hedges[index + 1][0] if index + 1 < len(self.numbers) else self.s.end
        for mark in self.s.of("thing", "people", "state", "unlike"):
            if mark.start >= place and mark.end <= limit:
                if not self.smooth(place, mark.start) or mark.kind == "unlike" or self._one_of(index, mark):
                    break
                if self._is_modifier(mark, limit):
                    continue
                return mark
        return self._demonym(place)

    def _one_of(self, index: int, noun: Mark) -> bool:
        """Whether it is "one of the dead": a person told apart, not a count."""
        number = self.numbers[index]
        return number.worded and number.high == 1 and len(plain_words(self.gap(number.end, noun.start))) > 1

    def _is_modifier(self, mark: Mark, limit: int) -> bool:
        """Whether the word only describes a noun right after it ("combat vehicle", "killed soldiers")."""
        if mark.kind != "state":
            return False
        later = self.s.first_after(mark.end, "people")
        return bool(later and later.end <= limit and self.smooth(mark.end, later.start, 2))

    def smooth(self, start: int, end: int, most: int = ADJECTIVES) -> bool:
        """Whether only adjectives stand between: no punctuation, no preposition, no verb."""
        gap = self.gap(start, end)
        words = plain_words(gap)
        stops = self.s.lexicon.words["stops"]
        return (
            not re.search(r"[,;:()\n!?]|\.\s|\s[–—-]\s", gap)
            and len(words) <= most
            and not stops & set(words)
        )

    def _demonym(self, place: int) -> Mark | None:
        """The name of a people standing as the noun itself ("118 Ardenians")."""
        mark = self.s.first_after(place, "party")
        if mark is None or not self.smooth(place, mark.start, 2) or not self.gap(place, mark.start).isspace():
            return None
        after = self.gap(mark.end, self.s.end).lstrip()
        words = plain_words(after)[:1]
        ended = not after or after[0] in ",.;)" or (words and words[0] in self.s.lexicon.words["auxiliary"])
        verb = self.s.first_after(mark.end, "state")
        tied = verb is not None and not self.gap(mark.end, verb.start).strip()
        return Mark("people", "unspecified", mark.start, mark.end) if ended or tied else None

    def named_part(self, index: int) -> str:
        """The words that name a part: "12 aid seekers"."""
        rest = self.gap(self.numbers[index].end, self.s.end)
        words = re.match(r"\s+([^\W\d_]+(?:[ -][^\W\d_]+){0,2}?)(?=[,.;)]|\s+\w+(?:\s|$))", rest)
        part = words.group(1) if words else ""
        return "" if set(plain_words(part)) & self.s.lexicon.words["stops"] else part

    def is_bare(self, index: int) -> bool:
        """Whether the number stands without a noun of its own, so that it may borrow one."""
        number = self.numbers[index]
        rest = self.gap(number.end, self.s.end)
        following = plain_words(rest)[:1]
        open_after = not re.match(r"\s*[^\W\d_]", rest) or bool(
            self.s.lexicon.words["auxiliary"] & set(following)
        )
        state = self.s.first_after(number.end, "state")
        tied = state is not None and not self.gap(number.end, state.start).strip()
        single = number.worded and number.high == 1
        return (open_after or tied) and (not single or tied)

    def count(self, index: int) -> Count:
        """The figure with its qualifier."""
        number, hedge = self.numbers[index], self.hedges[index][1]
        if number.is_reversed:
            return Count(None, None, Qualifier.UNKNOWN)  # no count: its ends contradict each other
        if number.is_range:
            return Count(_plain(number.low), _plain(number.high), Qualifier.RANGE)
        value, qualifier = _plain(number.low), Qualifier(hedge.value) if hedge else Qualifier.EXACT
        after = self.s.first_after(number.end, "hedge_after")
        if hedge is None and after is not None and not self.gap(number.end, after.start).strip():
            qualifier = Qualifier(after.value)
        low = None if qualifier is Qualifier.AT_MOST else value
        return Count(low, None if qualifier is Qualifier.AT_LEAST else value, qualifier)

    def group(self, noun: Mark | None, index: int) -> Group:
        """Who is counted: by the noun, else by the words around it."""
        if noun is not None and noun.kind == "people" and noun.value != "unspecified":
            return Group(noun.value)
        around = [m for m in self.s.of("people") if m.value != "unspecified"]
        civil = [m for m in around if m.value == "civilian" and abs(m.start - self.numbers[index].start) < 60]  # noqa: PLR2004 - the same phrase
        if civil:
            return Group.CIVILIAN
        return Group.MILITARY if any(self.s.of("military")) else Group.UNSPECIFIED

    def subgroup(self, index: int, noun: Mark | None, end: int) -> str | None:
        """The part of the people that the words after the number name."""
        place = self.numbers[index].end
        stop = noun.end if noun else end
        inner: Iterable[Mark] = (
            m for m in self.s.of("subgroup") if place <= m.start and m.end <= max(stop, place + 24)
        )
        return next((m.value for m in inner if self.smooth(place, m.start)), None)


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value
