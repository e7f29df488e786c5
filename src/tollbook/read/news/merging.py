"""One statement, however often a text repeats it: restatements become further spans of one claim.

A repeat has the same figure, a rounding a coarser one. Two speakers are never merged, and two
figures that differ stay two.
"""

import math
from collections.abc import Iterable
from dataclasses import replace

from tollbook.model.claims import Claim, Flag
from tollbook.model.counts import Count, Qualifier
from tollbook.model.documents import SpanRole
from tollbook.model.measures import MEANINGS, Measure, Subject
from tollbook.read.news.drafts import Draft

__all__ = ["merge_drafts"]

UNDEFINED = frozenset({Measure.CASUALTIES, Measure.LOSSES})
NEARLY = 50  # a figure within a fiftieth of the exact one rounds it, however coarse
BOUND = frozenset({Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.AT_MOST})


def merge_drafts(drafts: Iterable[Draft]) -> tuple[Claim, ...]:
    """The claims of a text, each said once, in the order of their main words."""
    kept: list[Draft] = []
    for draft in drafts:
        for index, other in enumerate(kept):
            role = _restates(other, draft)
            if role is not None:
                kept[index] = _joined(other, draft, role)
                break
        else:
            kept.append(draft)
    owner = {number: draft for draft in kept for number in (draft.number, *draft.merged)}
    claims = [
        replace(draft.claim, part_of=owner[draft.total].claim.id) if draft.total in owner else draft.claim
        for draft in kept
    ]
    return tuple(sorted(claims, key=lambda claim: (claim.spans[0].start, claim.spans[0].end, claim.id)))


def _restates(first: Draft, second: Draft) -> SpanRole | None:
    """How the second says what the first said; ``None`` where it says something else."""
    a, b = first.claim, second.claim
    same_part = a.subgroup == b.subgroup and a.place == b.place
    same_subject = same_part and _compatible(a.party, b.party) and _same_speaker(first, second)
    if not same_subject or not _same_mode(first, second):
        return None
    if not a.count.is_stated or not b.count.is_stated:
        same = a.measure is b.measure and not a.count.is_stated and not b.count.is_stated
        return SpanRole.REPEAT if same and _same_words(first, second) else None
    role = _same_figure(a.count, b.count)
    if a.measure is not b.measure and not (role is SpanRole.REPEAT and _one_undefined(a.measure, b.measure)):
        return None
    return role


def _same_words(first: Draft, second: Draft) -> bool:
    a, b = first.claim, second.claim
    if a.measure is Measure.ACCUSATION:
        shared = set((a.count.vague or "").split("; ")) & set((b.count.vague or "").split("; "))
        return bool(shared) and (first.headline or second.headline or a.claimant == b.claimant is not None)
    return a.claimant == b.claimant is not None


def _compatible(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first == second


def _same_speaker(first: Draft, second: Draft) -> bool:
    """Whether one body speaks: the same name, nobody named, or the side it belongs to."""
    a, b = first.claim.claimant, second.claim.claimant
    named = {first.speaker_party, second.speaker_party} - {None}
    return a == b or a is None or b is None or a in named or b in named


def _same_mode(first: Draft, second: Draft) -> bool:
    return first.claim.mode is second.claim.mode or first.headline or second.headline


def _one_undefined(first: Measure, second: Measure) -> bool:
    people = MEANINGS[first].subject is MEANINGS[second].subject is Subject.PEOPLE
    return people and (first in UNDEFINED) != (second in UNDEFINED)


def _same_figure(first: Count, second: Count) -> SpanRole | None:
    if (first.low, first.high) == (second.low, second.high) or (first.low == second.low is not None):
        return SpanRole.REPEAT
    coarse, fine = (first, second) if first.qualifier in BOUND else (second, first)
    if coarse.qualifier not in BOUND or fine.qualifier is Qualifier.AT_MOST:
        return None
    stated = coarse.high if coarse.qualifier is Qualifier.AT_MOST else coarse.low
    exact = fine.high if coarse.qualifier is Qualifier.AT_MOST else fine.low
    rounded = stated and exact and (stated == exact or _rounds(exact, stated, coarse.qualifier))
    return SpanRole.ROUNDED if rounded else None


def _rounds(exact: float, stated: float, qualifier: Qualifier) -> bool:
    """Whether the stated number is the exact one, rounded to the places it shows."""
    step = 1
    while stated % (step * 10) == 0:
        step *= 10
    down, up = math.floor(exact / step) * step, math.ceil(exact / step) * step
    fits = {Qualifier.AT_LEAST: {down}, Qualifier.AT_MOST: {up}, Qualifier.ABOUT: {down, up}}[qualifier]
    close = step * 10 <= exact * 2 or abs(exact - stated) * NEARLY <= exact
    return stated in fits and close and (step > 1 or exact == stated)


def _joined(first: Draft, second: Draft, role: SpanRole) -> Draft:
    """One draft of the two: the finer figure and the named speaker hold, the words become spans."""
    finer = role is SpanRole.ROUNDED
    main, other = (
        (second, first) if _rank(second, finer=finer) > _rank(first, finer=finer) else (first, second)
    )
    a, b = main.claim, other.claim
    spans = [replace(span, role=role if span.role is SpanRole.MAIN else span.role) for span in b.spans]
    inferred = Flag.DATE_INFERRED in a.flags and b.as_of is not None and Flag.DATE_INFERRED not in b.flags
    speaker = a if a.claimant is not None else b
    claim = replace(
        a,
        spans=(*a.spans, *(span for span in spans if span not in a.spans)),
        measure=_measure_of(first, second, main, other),
        claimant=speaker.claimant,
        claimant_in_text=speaker.claimant_in_text,
        relayed_by=a.relayed_by or b.relayed_by,
        party=a.party or b.party,
        as_of=b.as_of if inferred else a.as_of,
        covers=b.covers if inferred else a.covers,
        flags=(a.flags - {Flag.DATE_INFERRED} if inferred else a.flags) | (b.flags - {Flag.DATE_INFERRED}),
    )
    party = main.speaker_party if a.claimant is not None else other.speaker_party
    return replace(
        main, claim=claim, speaker_party=party, headline=main.headline and other.headline,
        total=main.total if main.total is not None else other.total,
        merged=(*main.merged, *other.merged, other.number),
    )  # fmt: skip


def _measure_of(first: Draft, second: Draft, main: Draft, other: Draft) -> Measure:
    """The defined measure of the two; what refutes a figure does not define it."""
    if Flag.REFUTED in second.claim.flags:
        return first.claim.measure
    a, b = main.claim.measure, other.claim.measure
    return b if a in UNDEFINED and b not in UNDEFINED else a


def _rank(draft: Draft, *, finer: bool) -> tuple[bool, bool, bool]:
    """Which of two statements is the main one.

    The finer figure where they differ; where they do not, the one with its hedge, which headlines
    drop. Then the one with its speaker.
    """
    count = draft.claim.count
    firm = (count.qualifier in BOUND) is not finer
    defined = draft.claim.measure not in UNDEFINED or not count.is_stated
    return defined, firm, draft.claim.claimant is not None
