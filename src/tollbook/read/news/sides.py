"""Whose losses a number counts: the party named with it, done to it, or spoken of before.

Only parties of the scope are ever named. The subject of "lost" lost; the subject of "killed" did
it, and those killed are named by the object, by the place, or are the other side.
"""

import re
from collections.abc import Iterable, Sequence

from tollbook.model.measures import Group, Measure
from tollbook.model.scope import Scope
from tollbook.read.news.counted import Counted
from tollbook.read.news.lexicon import Mark, plain_words
from tollbook.read.news.marks import MarkedSentence

__all__ = ["adversary_of", "names_party", "party_of"]

RAISED = frozenset({Measure.MOBILISED, Measure.RECRUITED})
AGAINST = frozenset({"eliminated", "destroyed"})  # what one says of the enemy
CHAIN = 6  # words of a chain of genitives
NEAR = 2  # words between a noun and "of <party>"


def adversary_of(party: str | None, scope: Scope) -> str | None:
    """The other party of the war, where the war has two and the party fights in one."""
    war = scope.war_of(party)
    others = [name for name in war.parties if name != party] if war else []
    return others[0] if len(others) == 1 else None


def party_of(
    counted: Counted, sentence: MarkedSentence, speakers: Iterable[tuple[int, int]], scope: Scope,
    speaking: str | None, carried: Sequence[str],
) -> str | None:  # fmt: skip
    """The party whose losses the number counts, or ``None`` where nothing says.

    Args:
        counted: The number with what it counts.
        sentence: The sentence it stands in.
        speakers: Where those who speak are named: not a party that loses.
        scope: The parties at war.
        speaking: The side the speaker belongs to, for "enemy" and "our".
        carried: The party last spoken of, then the others of the text in their order.
    """
    named_before = {m.end for m in sentence.of("party")}
    marks = [
        m for m in sentence.of("party", "capital", "adversary", "own", "they")
        if not _inside(m, speakers) and not (m.kind == "they" and m.start - 1 in named_before)
    ]  # fmt: skip
    named = _Sides(scope, speaking, carried)
    doers = [m for m in marks if m.kind in {"party", "capital"} and _does(m, sentence)]
    marks = [m for m in marks if m not in doers] if not counted.active else marks
    near = named.first(_modifiers(counted, sentence, marks))
    if near:
        return near
    if counted.active:
        return _victim(counted, sentence, marks, named)
    clause = sentence.between(sentence.start, counted.number.start).rfind(";") + sentence.start
    before = [m for m in marks if clause <= m.start and m.end <= counted.number.start]
    subjects = [m for m in reversed(before) if not _is_place(m, sentence)]
    known = named.first(subjects)
    if known:
        return known
    by = [m for m in marks if m.start >= counted.number.end and _follows(m, sentence, "agent")]
    places = [m for m in marks if m.start >= counted.number.end and _is_place(m, sentence)]
    around = [*places, *(m for m in reversed(before) if _is_place(m, sentence))]
    by_place = named.first(around) if counted.group not in {Group.MILITARY, Group.EQUIPMENT} else None
    spoken = _seen_from(counted, sentence, speaking, scope)
    struck = (
        adversary_of(named.of(doers[0]), scope) if doers and counted.group is not Group.EQUIPMENT else None
    )
    return (
        named.first(by)
        or by_place
        or struck
        or spoken
        or named.carried
        or named.first(places)
        or named.first(before)
    )


def _only_died(counted: Counted, sentence: MarkedSentence) -> bool:
    """Whether the words tell of dying, not of killing: what a side says of its own soldiers."""
    places = {mark.start for mark in counted.states}
    verbs = places & {m.start for m in sentence.of("suffered")} & {m.start for m in sentence.of("told")}
    return bool(verbs) and counted.measure is Measure.KILLED


def _does(mark: Mark, sentence: MarkedSentence) -> bool:
    """Whether the party is the one that struck: "a Russian strike", «удар войск Росії», "attack by"."""
    for deed in sentence.of("deed"):
        if mark.end <= deed.start and _close(sentence, mark.end, deed.start):
            return True
        gap = sentence.between(deed.end, mark.start) if deed.end <= mark.start else ","
        following = plain_words(sentence.between(mark.end, sentence.end))[:1]
        genitive = gap.isspace() and set(following) & sentence.lexicon.words["force"]
        if genitive or (plain_words(gap) and sentence.lexicon.only(gap, "agent", "article")):
            return True
    return False


def _seen_from(counted: Counted, sentence: MarkedSentence, speaking: str | None, scope: Scope) -> str | None:
    """Whose losses a speaker means where the sentence names nobody: its own, or the enemy's."""
    if speaking is None:
        return None
    if any(mark.value in AGAINST for mark in counted.states):
        return adversary_of(speaking, scope)
    died = counted.group is Group.MILITARY and _only_died(counted, sentence)
    own = counted.measure in RAISED or any(sentence.of("admission")) or died
    return speaking if own else None


def names_party(counted: Counted, sentence: MarkedSentence, since: int) -> bool:
    """Whether a party stands with the number or between it and the one that ended at ``since``."""
    marks = [m for m in sentence.of("party", "capital", "adversary", "own") if not _does(m, sentence)]
    between = any(since <= mark.start and mark.end <= counted.number.start for mark in marks)
    return between or bool(_modifiers(counted, sentence, marks))


class _Sides:
    """Says which party a mark means."""

    def __init__(self, scope: Scope, speaking: str | None, around: Sequence[str]) -> None:
        self.scope, self.speaking, self.around = scope, speaking, around
        self.carried = around[0] if around else None

    def of(self, mark: Mark) -> str | None:
        """The party, seen from the side of the speaker."""
        if mark.kind == "adversary":
            return adversary_of(self.speaking, self.scope) or self.carried
        if mark.kind == "own":
            return self.speaking
        return self.carried if mark.kind == "they" else mark.value

    def first(self, marks: Iterable[Mark]) -> str | None:
        """The party of the first mark that means one."""
        return next((party for mark in marks if (party := self.of(mark))), None)


def _inside(mark: Mark, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= mark.start and mark.end <= end for start, end in places)


def _modifiers(counted: Counted, sentence: MarkedSentence, marks: Iterable[Mark]) -> list[Mark]:
    """Parties that stand with the noun: "5,937 Ardenian soldiers", "deaths of ...", "Ardenia's dead"."""
    nouns = [mark for mark in (counted.noun, *counted.states) if mark]
    found = []
    for mark in marks:
        within = (
            counted.start <= mark.start and mark.end <= counted.end and mark.start >= counted.number.start
        )
        before = any(_describes(sentence, counted, mark, noun) for noun in nouns[:1])
        after = any(_belongs(sentence, n.end, mark.start) for n in nouns if n.end <= mark.start)
        after = after or _in_genitive(sentence, counted.end, mark)
        if within or (before and not counted.active) or after:
            found.append(mark)
    return found


def _describes(sentence: MarkedSentence, counted: Counted, mark: Mark, noun: Mark) -> bool:
    """Whether the party stands right before the noun, the number not between them."""
    across = mark.end <= counted.number.start <= noun.start
    return mark.end <= noun.start and not across and _close(sentence, mark.end, noun.start)


def _close(sentence: MarkedSentence, start: int, end: int) -> bool:
    gap = sentence.between(start, end)
    words = plain_words(gap)
    return len(words) <= NEAR and not set(words) & sentence.lexicon.words["stops"] and "," not in gap


def _belongs(sentence: MarkedSentence, start: int, end: int) -> bool:
    """Whether the party follows the noun as its owner ("soldiers of Ardenia", «военных Ардении»)."""
    gap = sentence.between(start, end)
    return (
        len(plain_words(gap)) <= NEAR
        and not gap.strip(" ").startswith((",", ".", ";"))
        and (sentence.lexicon.only(gap, "owner"))
    )


def _in_genitive(sentence: MarkedSentence, end: int, mark: Mark) -> bool:
    """Whether only a chain of genitives ties the party to the noun («солдат 54-й бригады Украины»)."""
    if sentence.lexicon.language == "en" or mark.kind != "party" or mark.start < end:
        return False
    gap = sentence.between(end, mark.start)
    words = plain_words(gap)
    stops = sentence.lexicon.words["stops"] | sentence.lexicon.words["place"]
    verbs = any(end <= m.start and m.end <= mark.start for m in sentence.of("state", "say", "according"))
    return len(words) <= CHAIN and not verbs and not stops & set(words) and not re.search(r"[.,;:()–—]", gap)


def _follows(mark: Mark, sentence: MarkedSentence, words: str) -> bool:
    before = plain_words(sentence.between(sentence.start, mark.start))
    aside = sentence.lexicon.words["article"] | sentence.lexicon.words["direction"]
    before = [word for word in before if word not in aside]
    return any(word in sentence.lexicon.words[words] for word in before[-1:])


def _is_place(mark: Mark, sentence: MarkedSentence) -> bool:
    if mark.kind not in {"party", "capital"}:
        return False
    nouns = sentence.lexicon.words["place_noun"]
    following = plain_words(sentence.between(mark.end, sentence.end).removeprefix("'s").removeprefix("’s"))[
        :1
    ]
    before = plain_words(sentence.between(sentence.start, mark.start))[-2:]
    town_of = set(before[:1]) & nouns and set(before[1:]) & sentence.lexicon.words["owner"]
    return bool(set(following) & nouns or town_of) or _follows(mark, sentence, "place")


def _clause(sentence: MarkedSentence, counted: Counted) -> int:
    """Where the clause of the number begins, counted in the sentence: after its last conjunction."""
    before = sentence.between(sentence.start, counted.start)
    opening = "|".join(sorted(map(re.escape, sentence.lexicon.words["clause"])))
    found = re.finditer(rf"(?<!\w)(?:{opening})\s", before, re.IGNORECASE) if opening else ()
    return max((m.end() for m in found), default=0)


def _victim(counted: Counted, sentence: MarkedSentence, marks: list[Mark], named: _Sides) -> str | None:
    """Those something was done to: the place of the deed, or the other side of who did it."""
    after = [m for m in marks if m.start >= counted.number.end and _is_place(m, sentence)]
    before = [m for m in reversed(marks) if m.end <= counted.number.start]
    place = named.first([*after, *(m for m in before if _is_place(m, sentence))])
    edge = sentence.start + _clause(sentence, counted)
    subjects = [m for m in reversed(before) if not _is_place(m, sentence)]  # in the order of the text
    doer = named.first([*(m for m in subjects if m.start >= edge), *subjects])
    others = adversary_of(doer, named.scope) if doer else None
    against = adversary_of(named.speaking, named.scope) if doer is None else None
    carried = named.carried if named.carried != doer else None
    return others or place or against or carried or next((p for p in named.around if p != doer), None)
