"""Leading figures: what a front page sets side by side, and the comparisons worth telling.

For each claimant the newest standing figure of people lost, never the largest. A part, a
place, an incident or a day's change never stands for the whole where a whole is stated.
"""

from collections.abc import Iterable
from itertools import combinations

from tollbook.claims.comparing import compare
from tollbook.claims.series import age_order, fold, in_one_war
from tollbook.model.claims import Claim, Mode
from tollbook.model.comparisons import Comparability, Comparison
from tollbook.model.measures import MEANINGS, Meaning, State, Subject
from tollbook.model.scope import Scope

__all__ = ["leading", "rival_pairs"]

LOST = {State.KILLED, State.WOUNDED, State.MISSING, State.CAPTURED, State.HELD}
COMPARABLE_FIRST = (Comparability.SAME, Comparability.CONVERTIBLE, Comparability.DIFFERENT)


def leading(claims: Iterable[Claim], scope: Scope) -> tuple[Claim, ...]:
    """The newest standing figure of people lost, for each claimant, party, measure and mode.

    Args:
        claims: Any claims; what is refuted, superseded, denied, without a number or without a
            named claimant is left out.
        scope: The wars; where it names any, only their parties' losses lead.

    Returns:
        Sorted by party, measure and claimant; independent of the order of the input.
    """
    newest: dict[tuple[str, ...], Claim] = {}
    for claim in sorted(filter(_may_lead, claims), key=age_order):
        newest[(*_whose(claim), claim.mode)] = claim
    totals = {_whose(claim) for claim in newest.values() if claim.mode is Mode.CUMULATIVE}
    kept = (
        claim
        for claim in newest.values()
        if (claim.mode is Mode.CUMULATIVE or _whose(claim) not in totals) and _in_scope(claim, scope)
    )
    return tuple(sorted(kept, key=lambda claim: (*_whose(claim), claim.mode, claim.id)))


def rival_pairs(claims: Iterable[Claim], scope: Scope) -> tuple[Comparison, ...]:
    """How the leading figures of one war compare, two claimants at a time.

    Also figures of the two sides, and of different measures: that they cannot be compared is
    what a reader most needs to be told.

    Returns:
        The comparable first, then in the order of the leading figures.
    """
    pairs = combinations(leading(claims, scope), 2)
    told = [compare(left, right, scope) for left, right in pairs if _worth_telling(left, right, scope)]
    return tuple(sorted(told, key=lambda comparison: COMPARABLE_FIRST.index(comparison.verdict)))


def _may_lead(claim: Claim) -> bool:
    whole = claim.part_of is None and claim.place is None and claim.subgroup is None
    number = claim.count.is_stated and claim.count.unit is None
    return whole and number and claim.is_live and bool(claim.claimant) and _is_loss(MEANINGS[claim.measure])


def _is_loss(meaning: Meaning) -> bool:
    return meaning.subject is Subject.PEOPLE and (not meaning.defined or bool(meaning.states & LOST))


def _whose(claim: Claim) -> tuple[str, str, str, str]:
    return claim.party or "", claim.measure, fold(claim.claimant or ""), claim.group


def _in_scope(claim: Claim, scope: Scope) -> bool:
    return not scope.wars or any(claim.party in war.parties for war in scope.wars)


def _worth_telling(left: Claim, right: Claim, scope: Scope) -> bool:
    two_voices = fold(left.claimant or "") != fold(right.claimant or "")
    return two_voices and (left.party == right.party or in_one_war(left.party, right.party, scope))
