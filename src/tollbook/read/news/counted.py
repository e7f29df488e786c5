"""What each number of a sentence counts: the noun it governs and what became of those counted.

A number is bound only where the grammar shows the tie: a noun right after it, a verb right before
it, a verb after its noun, or a linking verb between. A number without a tie is no claim.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tollbook.model.counts import Count, Qualifier
from tollbook.model.measures import Group, Measure
from tollbook.read.news.lexicon import Mark, plain_words
from tollbook.read.news.marks import MarkedSentence
from tollbook.read.news.measures import DEFINITE, measure_of_states, measure_of_things
from tollbook.read.numbers import NumberMention

__all__ = ["Counted", "count_losses"]

ADJECTIVES = 4  # words that may stand between a number and its noun
REACH = 9  # words that may stand between a noun and its verb
LINK_REACH = 14  # words between a subject and the number that a linking verb gives it
PERPETRATED = frozenset({"killed", "wounded", "captured", "eliminated", "destroyed", "hostages", "kidnapped"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts.

    Attributes:
        number: The number.
        measure: What became of whom, or which things.
        count: The value with its qualifier.
        group, subgroup: Who, as far as the words say.
        start, end: From the first word that binds it to the last.
        noun: The noun counted, if one stands there.
        states: What became of them, in order.
        active: Whether those who stand as the subject did it to those counted.
        inside: Whether it is a part of the number before it ("including 12 ...").
    """

    number: NumberMention
    measure: Measure
    count: Count
    group: Group
    subgroup: str | None
    start: int
    end: int
    noun: Mark | None = None
    states: tuple[Mark, ...] = ()
    active: bool = False
    inside: bool = False


def count_losses(sentence: MarkedSentence, listed: bool = False) -> tuple[Counted, ...]:
    """What the numbers of a sentence count, in order; numbers that count no loss are left out.

    Args:
        sentence: The sentence with its marks.
        listed: Whether the sentences before have opened a list of things lost.
    """
    binder = _Binder(sentence, listed)
    found: list[Counted] = []
    for index in range(len(sentence.numbers)):
        counted = binder.bind(index, found[-1] if found else None)
        if counted is not None:
            found.append(counted)
    return tuple(found)


class _Binder:
    """Binds the numbers of one sentence, from left to right."""

    def __init__(self, sentence: MarkedSentence, listed: bool) -> None:
        self.s, self.listed = sentence, listed
        self.numbers = sentence.numbers
        self.hedges = [self._hedge(number) for number in self.numbers]
        self.inside = [self._is_inside(index) for index in range(len(self.numbers))]

    def bind(self, index: int, before: Counted | None) -> Counted | None:
        """The number with what it counts, or nothing."""
        noun = self._noun(index)
        if noun is not None and noun.kind == "thing":
            return self._things(index, noun)
        states, active = self._states(index, noun)
        inside = self.inside[index] and before is not None
        if not states and before and (inside or self._coordinated(index, before)):
            states, active = before.states, before.active
            if not states or (noun is None and not (inside and self._named_part(index))):
                return None
        measure = measure_of_states(mark.value for mark in states)
        if measure is None or (noun is None and not self._bare(index) and not inside):
            return None
        return self._people(index, noun, states, measure, active=active)

    # -- the words around a number

    def _hedge(self, number: NumberMention) -> tuple[int, Mark | None]:
        """Where the words that belong to the number begin, and the hedge nearest to it."""
        place, nearest = number.start, None
        while True:
            mark = self.s.last_before(place, "hedge")
            if mark is None or not self.s.lexicon.only(self._gap(mark.end, place), "fill"):
                return place, nearest
            if set(plain_words(self._gap(self.s.start, mark.start))[-1:]) & self.s.lexicon.words["reaches"]:
                return place, nearest
            place, nearest = mark.start, self._firmer(nearest, mark)

    @staticmethod
    def _firmer(nearest: Mark | None, mark: Mark) -> Mark:
        """A bound says more than "about": "an estimated more than 100" is more than 100."""
        return mark if nearest is None or nearest.value == "about" else nearest

    def _gap(self, start: int, end: int) -> str:
        return self.s.between(start, end)

    def _without_asides(self, start: int, end: int) -> str:
        """The words between, but for an aside set off by commas (", among others,")."""
        text = self._gap(start, end)
        for aside in self.s.of("aside"):
            if start <= aside.start and aside.end <= end:
                text = text.replace(self._gap(aside.start, aside.end), "").replace(", ,", "")
        return text.strip(", ") if any(self.s.of("aside")) else text

    def _limit(self, index: int) -> int:
        """Where the next number begins that is no insertion; the sentence's end after the last."""
        later = range(index + 1, len(self.numbers))
        return next((self.hedges[i][0] for i in later if not self.inside[i]), self.s.end)

    def _is_inside(self, index: int) -> bool:
        before = self._gap(self.s.start, self.hedges[index][0]).casefold().rstrip(" ,—–-(")
        return index > 0 and any(before.endswith(word) for word in self.s.lexicon.words["including"])

    def _noun(self, index: int) -> Mark | None:
        """The noun right after the number."""
        place = self.numbers[index].end
        limit = self.hedges[index + 1][0] if index + 1 < len(self.numbers) else self.s.end
        for mark in self.s.of("thing", "people", "state", "unlike"):
            if mark.start >= place and mark.end <= limit:
                if not self._smooth(place, mark.start) or mark.kind == "unlike" or self._one_of(index, mark):
                    break
                if self._is_modifier(mark, limit):
                    continue
                return mark
        return self._demonym(place)

    def _one_of(self, index: int, noun: Mark) -> bool:
        """Whether it is "one of the dead": a person told apart, not a count."""
        number = self.numbers[index]
        return number.worded and number.high == 1 and len(plain_words(self._gap(number.end, noun.start))) > 1

    def _is_modifier(self, mark: Mark, limit: int) -> bool:
        """Whether the word only describes a noun right after it ("combat vehicle", "killed soldiers")."""
        if mark.kind != "state":
            return False
        later = self.s.first_after(mark.end, "people")
        return bool(later and later.end <= limit and self._smooth(mark.end, later.start, 2))

    def _smooth(self, start: int, end: int, most: int = ADJECTIVES) -> bool:
        """Whether only adjectives stand between: no punctuation, no preposition, no verb."""
        gap = self._gap(start, end)
        words = plain_words(gap)
        stops = self.s.lexicon.words["stops"]
        return not re.search(r"[,;:()\n!?]|\.\s|\s[–—-]\s", gap) and len(words) <= most and not stops & set(words)

    def _demonym(self, place: int) -> Mark | None:
        """The name of a people standing as the noun itself ("118 Ardenians")."""
        mark = self.s.first_after(place, "party")
        if mark is None or not self._smooth(place, mark.start, 2) or not self._gap(place, mark.start).isspace():
            return None
        after = self._gap(mark.end, self.s.end).lstrip()
        words = plain_words(after)[:1]
        ended = not after or after[0] in ",.;)" or (words and words[0] in self.s.lexicon.words["auxiliary"])
        verb = self.s.first_after(mark.end, "state")
        tied = verb is not None and not self._gap(mark.end, verb.start).strip()
        return Mark("people", "unspecified", mark.start, mark.end) if ended or tied else None

    # -- what became of those counted

    def _states(self, index: int, noun: Mark | None) -> tuple[tuple[Mark, ...], bool]:
        """The words that say what became of them, and whether the subject did it."""
        left = self._adjacent_left(index)
        active = bool(left) and all(self._is_deed(m) for m in left) and not self._passive(left[0])
        if noun is not None and noun.kind == "state":
            return self._refined(self._chain_right(noun, index), index), active and bool(left)
        within = self._modifiers(index, noun)
        if left or within:
            return self._refined((*left, *within), index), active
        place = noun.end if noun else self.numbers[index].end
        right = self._right(index, place)
        if right:
            return right, False
        return self._linked(index, noun), False

    def _modifiers(self, index: int, noun: Mark | None) -> tuple[Mark, ...]:
        if noun is None:
            return ()
        place = self.numbers[index].end
        return tuple(m for m in self.s.of("state") if place <= m.start and m.end <= noun.start)

    def _adjacent_left(self, index: int) -> tuple[Mark, ...]:
        """The verb or participles right before the number, its hedge aside."""
        place, found = self.hedges[index][0], []
        earliest = self.numbers[index - 1].end if index else self.s.start
        while mark := self.s.last_before(place, "state"):
            joins = ("fill",) if not found else ("fill", "coordinate")
            gap = self._without_asides(mark.end, place)
            if mark.start < earliest or not self.s.lexicon.only(gap, *joins) or re.search(r"[.;:,!?(]", gap):
                break
            found.append(mark)
            place = mark.start
        return tuple(reversed(found))

    def _is_deed(self, mark: Mark) -> bool:
        """Whether the word is a verb whose subject did it, not "lost" and not "the deaths of"."""
        return mark.value in PERPETRATED and not self.s.lexicon.only(self._gap(mark.start, mark.end), "deed_nouns")

    def _passive(self, mark: Mark) -> bool:
        words = plain_words(self._gap(self.s.start, mark.start))[-1:]
        return bool(self.s.lexicon.words["passive"] & set(words))

    def _chain_right(self, first: Mark, index: int) -> tuple[Mark, ...]:
        """A state and those joined to it: "killed and wounded", "killed, wounded or missing"."""
        chain, limit = [first], self._limit(index)
        for mark in self.s.of("state"):
            if mark.start < chain[-1].end or mark.end > limit:
                continue
            gap = self._gap(chain[-1].end, mark.start)
            if not self.s.lexicon.only(gap, "coordinate", "passive") or re.search(r"[.;:()]", gap):
                break
            chain.append(mark)
        return tuple(chain)

    def _right(self, index: int, place: int) -> tuple[Mark, ...]:
        """The verb after the noun, an insertion set off by commas stepped over."""
        limit = self._limit(index)
        skip = [i for i in range(index + 1, len(self.numbers)) if self.inside[i]]
        for mark in self.s.of("state"):
            if mark.start < place or mark.end > limit:
                continue
            gap = self._gap(place, mark.start)
            if skip and self.numbers[skip[0]].end <= mark.start:
                gap = gap.partition(",")[0] + gap.rpartition(",")[2]
            broken = re.search(r"[,;:()!?]|\s[–—]\s", gap.lstrip(" –—-")) or len(plain_words(gap)) > REACH
            return () if broken or self._belongs_to_next(mark, index) else self._chain_right(mark, index)
        return ()

    def _belongs_to_next(self, mark: Mark, index: int) -> bool:
        if index + 1 >= len(self.numbers) or self.inside[index + 1]:
            return False
        gap = self._gap(mark.end, self.hedges[index + 1][0])
        return not gap.strip() or self.s.lexicon.only(gap, "fill") and not re.search(r"[,;]", gap)

    def _refined(self, states: tuple[Mark, ...], index: int) -> tuple[Mark, ...]:
        """An undefined word made definite right after: "losses (dead and wounded)", "lost ... as killed"."""
        if not states or any(mark.value in DEFINITE for mark in states):
            return states
        place, limit = max(self.numbers[index].end, states[-1].end), self._limit(index)
        for mark in self.s.of("state"):
            if mark.start < place or mark.end > limit or mark.value not in DEFINITE:
                continue
            chain = self._chain_right(mark, index)
            gap = self._gap(place, mark.start)
            opens = re.search(r"[(]|\b(?:" + "|".join(self.s.lexicon.words["refine"]) + r")\W+(?:\w+\W+)?$", gap, re.I)
            close = len(plain_words(gap)) <= ADJECTIVES + 2 and not re.search(r"[.;:]", gap)
            return chain if close and (opens or not plain_words(gap)) else states
        return states

    def _linked(self, index: int, noun: Mark | None) -> tuple[Mark, ...]:
        """The subject a linking verb gives the number to: "the number of dead has reached 45"."""
        place = self.hedges[index][0]
        earliest = self.numbers[index - 1].end if index else self.s.start
        mark = self.s.last_before(place, "state")
        if mark is None or mark.start < earliest:
            return ()
        gap = self._gap(mark.end, place)
        words = plain_words(gap)
        hedge = self.hedges[index][1]
        linked = set(words) & self.s.lexicon.words["link"] or re.search(r"[–—:-]\s*$", gap)
        linked = linked or (hedge and set(plain_words(self._gap(hedge.start, hedge.end))) & self.s.lexicon.words["link"])
        if not linked or len(words) > LINK_REACH or re.search(r"[;.!?]\s", gap):
            return ()
        return self._chain_left(mark, earliest)

    def _chain_left(self, last: Mark, earliest: int) -> tuple[Mark, ...]:
        chain = [last]
        while mark := self.s.last_before(chain[0].start, "state"):
            gap = self._gap(mark.end, chain[0].start)
            if mark.start < earliest or not plain_words(gap) or not self.s.lexicon.only(gap, "coordinate"):
                break
            chain.insert(0, mark)
        return tuple(chain)

    # -- parts, rows and bare numbers

    def _coordinated(self, index: int, before: Counted) -> bool:
        """Whether the number goes on a row: "300 soldiers and 20 officers"."""
        gap = self._gap(max(before.number.end, before.noun.end if before.noun else 0), self.hedges[index][0])
        return self.s.lexicon.only(gap, "coordinate", "fill") and bool(re.search(r"[,\w]", gap))

    def _named_part(self, index: int) -> str:
        """The words that name a part: "12 aid seekers"."""
        rest = self._gap(self.numbers[index].end, self.s.end)
        words = re.match(r"\s+([^\W\d_]+(?:[ -][^\W\d_]+){0,2}?)(?=[,.;)]|\s+\w+(?:\s|$))", rest)
        part = words.group(1) if words else ""
        return "" if set(plain_words(part)) & self.s.lexicon.words["stops"] else part

    def _bare(self, index: int) -> bool:
        """Whether the number stands without a noun of its own, so that it may borrow one."""
        number = self.numbers[index]
        rest = self._gap(number.end, self.s.end)
        following = plain_words(rest)[:1]
        open_after = not re.match(r"\s*[^\W\d_]", rest) or bool(
            self.s.lexicon.words["auxiliary"] & set(following)
        )
        state = self.s.first_after(number.end, "state")
        tied = state is not None and not self._gap(number.end, state.start).strip()
        single = number.worded and number.high == 1
        return (open_after or tied) and (not single or tied)

    # -- the result

    def _count(self, index: int) -> Count:
        number, hedge = self.numbers[index], self.hedges[index][1]
        if number.is_range:
            return Count(_plain(number.low), _plain(number.high), Qualifier.RANGE)
        value, qualifier = _plain(number.low), Qualifier(hedge.value) if hedge else Qualifier.EXACT
        after = self.s.first_after(number.end, "hedge_after")
        if hedge is None and after is not None and not self._gap(number.end, after.start).strip():
            qualifier = Qualifier(after.value)
        low = None if qualifier is Qualifier.AT_MOST else value
        return Count(low, None if qualifier is Qualifier.AT_LEAST else value, qualifier)

    def _things(self, index: int, noun: Mark) -> Counted | None:
        """Things counted, where the sentence or the list says that they are lost."""
        row, limit = [noun], self._limit(index)
        for mark in self.s.of("thing"):
            gap = self._gap(row[-1].end, mark.start)
            if mark.start >= row[-1].end and mark.end <= limit and self.s.lexicon.only(gap, "coordinate"):
                row.append(mark)
        measure = measure_of_things(mark.value for mark in row)
        states = tuple(m for m in self.s.of("state") if m.value != "pow_exchanged")
        left, right = self._adjacent_left(index), self._right(index, row[-1].end)
        if measure is None or not (states or self.listed):
            return None
        near = left or right or states[:1]
        active = bool(near) and near[0].value in PERPETRATED and near[0].end <= self.numbers[index].start
        active = active and not self._passive(near[0])
        return Counted(
            self.numbers[index], measure, self._count(index), Group.EQUIPMENT, None,
            self.hedges[index][0], row[-1].end, noun, near, active,
        )  # fmt: skip

    def _people(
        self, index: int, noun: Mark | None, states: tuple[Mark, ...], measure: Measure, *, active: bool
    ) -> Counted:
        places = [mark for mark in (noun, *states) if mark]
        start = min(self.hedges[index][0], *(mark.start for mark in places))
        end = max(self.numbers[index].end, *(mark.end for mark in places))
        inside = self.inside[index]
        subgroup = self._subgroup(index, noun, end)
        if inside and subgroup is None and (noun is None or noun.value == "unspecified"):
            subgroup = self._named_part(index) or None
        group = self._group(noun, index)
        counted = Counted(
            self.numbers[index], measure, self._count(index), group, subgroup, start, end, noun, states, active
        )
        return replace(counted, inside=inside)

    def _group(self, noun: Mark | None, index: int) -> Group:
        if noun is not None and noun.kind == "people" and noun.value != "unspecified":
            return Group(noun.value)
        around = [m for m in self.s.of("people") if m.value != "unspecified"]
        civil = [m for m in around if m.value == "civilian" and abs(m.start - self.numbers[index].start) < 60]  # noqa: PLR2004 - the same phrase
        if civil:
            return Group.CIVILIAN
        return Group.MILITARY if any(self.s.of("military")) else Group.UNSPECIFIED

    def _subgroup(self, index: int, noun: Mark | None, end: int) -> str | None:
        place = self.numbers[index].end
        stop = noun.end if noun else end
        inner: Iterable[Mark] = (m for m in self.s.of("subgroup") if place <= m.start and m.end <= max(stop, place + 24))
        return next((m.value for m in inner if self._smooth(place, m.start)), None)


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value
