"""Judgements: what people decided about pairs, as linkage must obey it.

The latest judgement about a pair holds. ``same`` joins, ``different`` parts for good; the other
verdicts leave the pair to the machine, and so take an earlier verdict back. Where two "same" would
join across a "different", the "different" holds and the contradiction is reported.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tollbook.model.findings import Finding, Severity
from tollbook.model.links import Judgement, Verdict

__all__ = ["Rulings", "rulings_from"]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements in force.

    Attributes:
        same: Pairs to join, in the order they were judged.
        different: Pairs never to be joined.
    """

    same: tuple[Pair, ...] = ()
    different: frozenset[Pair] = frozenset()


def rulings_from(
    judgements: Sequence[Judgement], known: Iterable[str]
) -> tuple[Rulings, tuple[Finding, ...]]:
    """The judgements in force among the known records, and what could not be obeyed."""
    ids = frozenset(known)
    latest: dict[Pair, Judgement] = {}
    for judgement in sorted(judgements, key=_when):
        latest[_pair(judgement)] = judgement
    findings = tuple(
        _unknown(judgement) for pair, judgement in sorted(latest.items()) if not ids.issuperset(pair)
    )
    held = [judgement for pair, judgement in latest.items() if ids.issuperset(pair) and pair[0] != pair[1]]
    same = [_pair(judgement) for judgement in sorted(held, key=_when) if judgement.verdict is Verdict.SAME]
    parted = frozenset(_pair(judgement) for judgement in held if judgement.verdict is Verdict.DIFFERENT)
    return Rulings(tuple(same), parted), findings


def _pair(judgement: Judgement) -> Pair:
    left, right = sorted((judgement.left, judgement.right))
    return left, right


def _when(judgement: Judgement) -> tuple[object, ...]:
    """By instant; two at one instant by what they say, so that their order in the list is nothing."""
    return (judgement.judged_at, _pair(judgement), judgement.verdict.value, judgement.judged_by)


def _unknown(judgement: Judgement) -> Finding:
    return Finding(
        code="judgement-without-record",
        severity=Severity.NOTE,
        subject=f"{judgement.left} and {judgement.right}",
        message=f"judged {judgement.verdict} by {judgement.judged_by}, but not both records are here",
    )
