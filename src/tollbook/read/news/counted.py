"""What each number of a sentence counts: the noun it governs and what became of those counted.

A number is bound only where the grammar shows the tie: a noun right after it, a verb right before
it, a verb after its noun, or a linking verb between. A number without a tie is no claim.
"""

import re
from dataclasses import dataclass, replace

from tollbook.model.counts import Count
from tollbook.model.measures import Group, Measure
from tollbook.read.news.fates import PERPETRATED, Fates
from tollbook.read.news.lexicon import Mark, plain_words
from tollbook.read.news.marks import MarkedSentence
from tollbook.read.news.measures import measure_of_states, measure_of_things
from tollbook.read.news.parts import Part, places_of
from tollbook.read.news.phrases import Phrases
from tollbook.read.numbers import NumberMention

__all__ = ["Counted", "count_losses"]


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
    place: str | None = None


def count_losses(
    sentence: MarkedSentence, *, listed: bool = False, total: Counted | None = None
) -> tuple[Counted, ...]:
    """What the numbers of a sentence count, in order; numbers that count no loss are left out.

    Args:
        sentence: The sentence with its marks.
        listed: Whether the sentences before have opened a list of things lost.
        total: What the sentence before counted, where its colon opens a list of the parts.
    """
    binder = _Binder(sentence, listed)
    found: list[Counted] = []
    for index in range(len(sentence.numbers)):
        before = found[-1] if found else None
        counted = binder.bind(index, before)
        named = binder.p.noun(index) is not None
        parts = places_of(binder.p, index, named) if before or total else ()
        whole = counted or before or total
        if parts and whole is not None and whole.group is Group.EQUIPMENT:
            found += [binder.part(index, whole, part) for part in parts]
        elif counted is not None:
            found.append(counted)
    return tuple(found)


class _Binder:
    """Binds the numbers of one sentence, from left to right."""

    def __init__(self, sentence: MarkedSentence, listed: bool) -> None:
        self.p, self.listed = Phrases(sentence), listed
        self.f = Fates(self.p)

    def bind(self, index: int, before: Counted | None) -> Counted | None:
        """The number with what it counts, or nothing."""
        if self.p.whole_of[index]:
            return None
        noun = self.p.noun(index)
        if noun is not None and noun.kind == "thing":
            return self._things(index, noun)
        states, active = self.f.states_of(index, noun)
        inside = self.p.inside[index] and before is not None
        if inside and before is not None and before.group is Group.EQUIPMENT and noun is None:
            name = self.p.named_part(index) or None
            return replace(
                before, number=self.p.numbers[index], count=self.p.count(index), subgroup=name, inside=True,
                start=self.p.hedges[index][0], end=self.p.numbers[index].end,
            )  # fmt: skip
        if not states and (shared := self._shared(index, noun)):
            noun, states = shared
        if not states and before and (inside or self._coordinated(index, before)):
            states, active = before.states, before.active
            if not states or (
                noun is None and not (inside and (self.p.named_part(index) or self.p.is_bare(index)))
            ):
                return None
        measure = measure_of_states(mark.value for mark in states)
        if measure is None or (noun is None and not self.p.is_bare(index) and not inside):
            return None
        return self._people(index, noun, states, measure, active=active)

    def _shared(self, index: int, noun: Mark | None) -> tuple[Mark, tuple[Mark, ...]] | None:
        """The noun and the verb of a row: "110 rebels and 32 soldiers were killed"."""
        following = index + 1
        people = noun or self.p.nation(index)
        if people is None or people.kind == "state" or following >= len(self.p.numbers):
            return None
        gap = self.p.gap(people.end, self.p.hedges[following][0])
        row = bool(plain_words(gap)) and self.p.s.lexicon.only(gap, "coordinate")
        other = self.p.noun(following) if row else None
        if other is None or other.kind != "people":
            return None
        states = self.f.right_of(following, other.end)
        return (people, states) if states else None

    def _coordinated(self, index: int, before: Counted) -> bool:
        """Whether the number goes on a row: "300 soldiers and 20 officers"."""
        gap = self.p.gap(
            max(before.number.end, before.noun.end if before.noun else 0), self.p.hedges[index][0]
        )
        return self.p.s.lexicon.only(gap, "coordinate", "fill") and bool(re.search(r"[,\w]", gap))

    def _things(self, index: int, noun: Mark) -> Counted | None:
        """Things counted, where the sentence or the list says that they are lost."""
        row, limit = [noun], self.p.limit(index)
        for mark in self.p.s.of("thing"):
            gap = self.p.gap(row[-1].end, mark.start)
            joined = bool(gap.strip()) and self.p.s.lexicon.only(gap, "coordinate", "other")
            classed = measure_of_things(m.value for m in (*row, mark)) is not None
            if mark.start >= row[-1].end and mark.end <= limit and joined and classed:
                row.append(mark)
        measure = measure_of_things(mark.value for mark in row)
        states = tuple(m for m in self.p.s.of("state") if m.value != "pow_exchanged")
        left, right = self.f.left_of(index), self.f.right_of(index, row[-1].end)
        if measure is None or not (states or self.listed):
            return None
        near = left or right or states[:1]
        active = bool(near) and near[0].value in PERPETRATED and near[0].end <= self.p.numbers[index].start
        active = active and not self.f.is_passive(near[0])
        return Counted(
            self.p.numbers[index], measure, self.p.count(index), Group.EQUIPMENT, None,
            self.p.hedges[index][0], row[-1].end, noun, near, active,
        )  # fmt: skip

    def part(self, index: int, whole: Counted, part: Part) -> Counted:
        """The part of what was counted that one place lost."""
        return replace(
            whole, number=self.p.numbers[index], count=self.p.count(index), start=part.start, end=part.end,
            inside=True, place=part.name,
        )  # fmt: skip

    def _people(
        self, index: int, noun: Mark | None, states: tuple[Mark, ...], measure: Measure, *, active: bool
    ) -> Counted:
        places = [mark for mark in (noun, *states) if mark]
        start = min(self.p.hedges[index][0], *(mark.start for mark in places))
        end = max(self.p.numbers[index].end, *(mark.end for mark in places))
        inside = self.p.inside[index]
        subgroup = self.p.subgroup(index, noun, end)
        if inside and subgroup is None and (noun is None or noun.value == "unspecified"):
            subgroup = self.p.named_part(index) or None
        group = self.p.group(noun, index)
        counted = Counted(
            self.p.numbers[index],
            measure,
            self.p.count(index),
            group,
            subgroup,
            start,
            end,
            noun,
            states,
            active,
        )
        return replace(counted, inside=inside)
