"""What became of those a number counts: killed, wounded, lost ... and whether the subject did it.

The verb stands right before the number, after its noun, or gives it by a linking verb; a word that
does not say what it holds gives way to one right after it that does.
"""

import re

from tollbook.read.news.lexicon import Mark, plain_words
from tollbook.read.news.measures import DEFINITE
from tollbook.read.news.phrases import ADJECTIVES, Phrases

__all__ = ["PERPETRATED", "Fates"]

REACH = 9  # words that may stand between a noun and its verb
LINK_REACH = 14  # words between a subject and the number that a linking verb gives it
RAISED = frozenset({"mobilised", "recruited"})
PERPETRATED = frozenset({"killed", "wounded", "captured", "eliminated", "destroyed", "hostages", "kidnapped"})


class Fates:
    """The words of loss of one sentence, tied to its numbers."""

    def __init__(self, phrases: Phrases) -> None:
        self.p = phrases

    def states_of(self, index: int, noun: Mark | None) -> tuple[tuple[Mark, ...], bool]:
        """The words that say what became of them, and whether the subject did it."""
        left = self.left_of(index)
        active = bool(left) and all(self._is_deed(m) for m in left) and not self.is_passive(left[0])
        if noun is not None and noun.kind == "state":
            taken = noun.value == "hostages" and self._is_taken(index)
            return self._refined(self._chain_right(noun, index), index, noun.end), active or taken
        within = self._modifiers(index, noun)
        if left or within:
            return self._refined((*left, *within), index, noun.end if noun else 0), active
        place = noun.end if noun else self.p.numbers[index].end
        right = self.right_of(index, place)
        if right:
            return right, False
        return self._linked(index), False

    def _modifiers(self, index: int, noun: Mark | None) -> tuple[Mark, ...]:
        if noun is None:
            return ()
        place = self.p.numbers[index].end
        return tuple(m for m in self.p.s.of("state") if place <= m.start and m.end <= noun.start)

    def left_of(self, index: int) -> tuple[Mark, ...]:
        """The verb or participles right before the number, its hedge aside."""
        place = self.p.hedges[index][0]
        found: list[Mark] = []
        earliest = self.p.numbers[index - 1].end if index else self.p.s.start
        while mark := self.p.s.last_before(place, "state"):
            joins = ("fill",) if not found else ("fill", "coordinate")
            gap = self.p.without_asides(mark.end, place)
            if (
                mark.start < earliest
                or not self.p.s.lexicon.only(gap, *joins)
                or re.search(r"[.;:,!?(]", gap)
            ):
                break
            found.append(mark)
            place = mark.start
        return tuple(reversed(found))

    def _is_taken(self, index: int) -> bool:
        """Whether the subject took those counted ("took 251 hostages")."""
        before = plain_words(self.p.gap(self.p.s.start, self.p.hedges[index][0]))[-1:]
        return bool(self.p.s.lexicon.words["takes"] & set(before))

    def _is_deed(self, mark: Mark) -> bool:
        """Whether the word is a verb whose subject did it, not "lost" and not "the deaths of"."""
        suffered = any(m.start < mark.end and mark.start < m.end for m in self.p.s.of("suffered"))
        return mark.value in PERPETRATED and not suffered

    def is_passive(self, mark: Mark) -> bool:
        """Whether the verb is one of suffering: "were killed"."""
        words = plain_words(self.p.gap(self.p.s.start, mark.start))[-1:]
        own = plain_words(self.p.gap(mark.start, mark.end))[:1]
        endings = tuple(self.p.s.lexicon.words["passive_endings"])
        suffered = bool(endings) and any(word.endswith(endings) for word in own)
        return suffered or bool(self.p.s.lexicon.words["passive"] & set(words))

    def _chain_right(self, first: Mark, index: int) -> tuple[Mark, ...]:
        """A state and those joined to it: "killed and wounded", "killed, wounded or missing"."""
        chain, limit = [first], self.p.limit(index)
        for mark in self.p.s.of("state"):
            if mark.start < chain[-1].end or mark.end > limit:
                continue
            gap = self.p.gap(chain[-1].end, mark.start)
            if not self.p.s.lexicon.only(gap, "coordinate", "passive") or re.search(r"[.;:()]", gap):
                break
            chain.append(mark)
        return tuple(chain)

    def right_of(self, index: int, place: int) -> tuple[Mark, ...]:
        """The verb after the noun, an insertion set off by commas stepped over."""
        limit = self.p.limit(index)
        skip = [i for i in range(index + 1, len(self.p.numbers)) if self.p.inside[i]]
        for mark in self.p.s.of("state"):
            if mark.start < place or mark.end > limit:
                continue
            gap = self.p.gap(place, mark.start)
            if skip and self.p.numbers[skip[0]].end <= mark.start:
                gap = gap.partition(",")[0] + gap.rpartition(",")[2]
            inner = "" if gap.strip() == "," else gap.lstrip(" –—-")  # "300 soldiers, killed in ..."
            broken = re.search(r"[,;:()!?]|\s[–—]\s", inner) or len(plain_words(gap)) > REACH
            return () if broken or self._belongs_to_next(mark, index) else self._chain_right(mark, index)
        return ()

    def _belongs_to_next(self, mark: Mark, index: int) -> bool:
        if index + 1 >= len(self.p.numbers) or self.p.inside[index + 1]:
            return False
        gap = self.p.gap(mark.end, self.p.hedges[index + 1][0])
        return not gap.strip() or (self.p.s.lexicon.only(gap, "fill") and not re.search(r"[,;]", gap))

    def _refined(self, states: tuple[Mark, ...], index: int, after: int) -> tuple[Mark, ...]:
        """An undefined word made definite right after: "losses (dead and wounded)", "lost ... as killed"."""
        if not states or any(mark.value in DEFINITE for mark in states):
            return states
        place, limit = max(self.p.numbers[index].end, states[-1].end, after), self.p.limit(index)
        for mark in self.p.s.of("state"):
            if mark.start < place or mark.end > limit or mark.value not in DEFINITE:
                continue
            if any(place <= number.start < mark.start for number in self.p.numbers[index + 1 :]):
                return states  # what that number counts
            chain = self._chain_right(mark, index)
            gap = self.p.gap(place, mark.start)
            openers = "|".join(sorted(self.p.s.lexicon.words["refine"]))
            opens = re.search(rf"[(]|\b(?:{openers})\W+(?:\w+\W+)?$", gap, re.IGNORECASE)
            close = len(plain_words(gap)) <= ADJECTIVES + 2 and not re.search(r"[.;:]", gap)
            return chain if close and (opens or not plain_words(gap)) else states
        return states

    def _linked(self, index: int) -> tuple[Mark, ...]:
        """The subject a linking verb gives the number to: "the number of dead has reached 45"."""
        place = self.p.hedges[index][0]
        earliest = self.p.numbers[index - 1].end if index else self.p.s.start
        mark = self.p.s.last_before(place, "state")
        if mark is None or mark.start < earliest:
            return ()
        gap = self.p.gap(mark.end, place)
        words = plain_words(gap)
        hedge = self.p.hedges[index][1]
        link = self.p.s.lexicon.words["link"]
        said = set(words) | set(plain_words(self.p.gap(hedge.start, hedge.end)) if hedge else ())
        linked = bool(said & link) or bool(re.search(r"[–—:-]\s*$", gap))
        linked = linked or (mark.value in RAISED and len(words) <= ADJECTIVES)
        if not linked or len(words) > LINK_REACH or re.search(r"[;.!?]\s", gap):
            return ()
        return self._chain_left(mark, earliest)

    def _chain_left(self, last: Mark, earliest: int) -> tuple[Mark, ...]:
        chain = [last]
        while mark := self.p.s.last_before(chain[0].start, "state"):
            gap = self.p.gap(mark.end, chain[0].start)
            if mark.start < earliest or not plain_words(gap) or not self.p.s.lexicon.only(gap, "coordinate"):
                break
            chain.insert(0, mark)
        return tuple(chain)
