"""Comparing: whether two claims count the same thing, told along seven dimensions.

The verdict on the whole is the worst of who, state, side, area, period and kind. Evidence is
told but never decides: rival figures of one quantity are rivals because their evidence differs.
"""

from dataclasses import replace

from tollbook.claims.dimensions import (
    area,
    decide_area,
    decide_kind,
    decide_side,
    decide_state,
    decide_who,
    evidence,
    kind,
    side,
    state,
    who,
)
from tollbook.claims.periods import decide_period, period
from tollbook.claims.reasons import ReasonCode
from tollbook.model.claims import Claim
from tollbook.model.comparisons import Comparability, Comparison, Dimension, DimensionName
from tollbook.model.scope import Scope

__all__ = ["can_compare", "compare"]

WORST_FIRST = (Comparability.DIFFERENT, Comparability.CONVERTIBLE, Comparability.SAME)


def compare(left: Claim, right: Claim, scope: Scope) -> Comparison:
    """Whether the two figures may stand in one sentence as values of one quantity, and why.

    Args:
        left: A claim.
        right: Another.
        scope: Who is party to what; the day a war started counts as the start of a running
            total that states none.

    Returns:
        All seven dimensions in the order they are told. Swapping the claims swaps the values
        and changes no verdict.
    """
    dimensions = (
        who(left, right),
        state(left, right),
        side(left, right),
        area(left, right),
        period(left, right, scope),
        kind(left, right),
        evidence(left, right, scope),
    )
    deciding = {each.verdict for each in dimensions if each.name is not DimensionName.EVIDENCE}
    verdict = next(each for each in WORST_FIRST if each in deciding)
    return Comparison(left.id, right.id, verdict, _with_upper_limit(dimensions))


def can_compare(left: Claim, right: Claim, scope: Scope) -> bool:
    """Whether ``compare`` would not call the two different; stops at the first dimension that does.

    For grouping thousands of claims, where nobody reads the reasons.
    """
    different = Comparability.DIFFERENT
    return (
        decide_side(left, right)[0] is not different
        and decide_state(left, right)[0] is not different
        and decide_period(left, right, scope)[0] is not different
        and decide_who(left, right)[0] is not different
        and decide_area(left, right)[0] is not different
        and decide_kind(left, right)[0] is not different
    )


def _with_upper_limit(dimensions: tuple[Dimension, ...]) -> tuple[Dimension, ...]:
    """The wider figure bounds the narrower only where everything else agrees."""
    others = (each.verdict for each in dimensions if each.name is not DimensionName.STATE)
    if any(verdict is not Comparability.SAME for verdict in others):
        return dimensions
    return tuple(
        replace(each, reason=ReasonCode.BOUNDED_BY_WIDER) if each.reason == ReasonCode.PART_OF_WIDER else each
        for each in dimensions
    )
