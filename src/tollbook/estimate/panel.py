"""The honest summary: documented minimum, bound, span of the supported models, headline, dial.

The headline's interval is the envelope of the three log-linear intervals, not the narrowest of
them: on wars with known truth it covered more, at an interval score as good or better wherever
the models were wrong. It is still conditional on its assumption, which the dial lets go of.
"""

from collections.abc import Mapping, Sequence
from math import prod
from types import MappingProxyType

from tollbook.errors import NotEstimableError
from tollbook.estimate.cells import Counts, capture_sizes, cell_counts, number_of_lists
from tollbook.estimate.estimator import Estimator
from tollbook.estimate.floors import chao_mth
from tollbook.estimate.loglinear import loglinear_aic, loglinear_average, loglinear_bic, ranking
from tollbook.estimate.refusals import (
    MOST_LISTS,
    reason_before_models,
    reason_from_models,
    supported,
    warnings_from_models,
)
from tollbook.model.estimates import Estimate, OverlapTable, Panel

__all__ = ["DIAL", "summarise", "unseen_without_highest_order"]

DIAL = (0.5, 2 / 3, 1.0, 1.5, 2.0)
HEADLINE: Mapping[str, Estimator] = MappingProxyType(
    {
        "loglinear_bic": loglinear_bic,
        "loglinear_aic": loglinear_aic,
        "loglinear_average": loglinear_average,
    }
)
HIDDEN = (0.05, 0.1, 0.2)
TWO = 2


def summarise(
    table: OverlapTable, level: float, known: Sequence[Estimate]
) -> tuple[Panel, str | None, tuple[str, ...]]:
    """The panel, the reason for refusing a headline or ``None``, and warnings.

    Args:
        table: Who was seen by which lists.
        level: The nominal probability of the intervals.
        known: Estimates of this table and level that need not be made again.
    """
    bound, reason = _bound(table, level), reason_before_models(table)
    if reason:
        return Panel(table.n_observed, bound=bound, level=level), reason, ()
    found = ranking(table)
    points = [table.n_observed + candidate.unseen for candidate in supported(found)]
    estimates = _headline(table, level, known) if points else ()
    reason = reason_from_models(found, estimates, points)
    span_low, span_high = (min(points), max(points)) if points else (None, None)
    panel = Panel(table.n_observed, bound=bound, span_low=span_low, span_high=span_high, level=level)
    warnings = warnings_from_models(table, found)
    if reason:
        return panel, reason, warnings
    average = next(estimate for estimate in estimates if estimate.method == "loglinear_average")
    whole = _with_headline(panel, table, average, estimates)
    return whole, None, (*warnings, *_contradiction(whole))


def unseen_without_highest_order(counts: Counts) -> float | None:
    """The unseen if no dependence joins all lists at once, all others being free.

    The product of the cells with an odd number of lists over that of the cells with an even
    number. ``None`` where a cell is empty. Aleshin-Guendel, Sadinle & Wakefield (2021).
    """
    sizes = capture_sizes(number_of_lists(counts))
    if not counts[1:].all():
        return None
    return prod(
        float(count) ** (1 if size % 2 else -1) for count, size in zip(counts[1:], sizes[1:], strict=True)
    )


def _headline(table: OverlapTable, level: float, known: Sequence[Estimate]) -> tuple[Estimate, ...]:
    made = {estimate.method: (estimate,) for estimate in known}
    found = (made.get(code) or method(table, level).estimates for code, method in HEADLINE.items())
    return tuple(estimate for estimates in found for estimate in estimates)


def _bound(table: OverlapTable, level: float) -> Estimate | None:
    if len(table.lists) > MOST_LISTS:
        return None
    try:
        return chao_mth(table, level).estimates[0]
    except NotEstimableError:
        return None


def _contradiction(panel: Panel) -> tuple[str, ...]:
    """A lower bound that lies above the answer bounds nothing."""
    bound, point = panel.bound, panel.point
    if bound is None or bound.point is None or bound.low is None or point is None or bound.low <= point:
        return ()
    warning = (
        f"Chao's bound, {bound.point:,.0f}, lies above the headline, {point:,.0f}: some lists avoid each "
        "other or links were missed, and it is no bound here"
    )
    return (warning,)


def _with_headline(
    panel: Panel, table: OverlapTable, average: Estimate, estimates: tuple[Estimate, ...]
) -> Panel:
    point = float(average.point or table.n_observed)
    return Panel(
        documented=panel.documented,
        bound=panel.bound,
        span_low=panel.span_low,
        span_high=panel.span_high,
        sensitivity=_sensitivity(table, point),
        point=point,
        low=min(estimate.low for estimate in estimates if estimate.low is not None),
        high=max(estimate.high for estimate in estimates if estimate.high is not None),
        level=panel.level,
    )


def _sensitivity(table: OverlapTable, point: float) -> Mapping[str, object]:
    """What the headline becomes when its untestable assumption is let go of by a stated factor."""
    seen = table.n_observed
    values = _turned(seen, point - seen, pair=len(table.lists) == TWO)
    totals = [value["point"] for value in values]
    highest = unseen_without_highest_order(cell_counts(table))
    meaning = (
        "the unseen are divided by xi; at 1 no dependence joins all lists at once"
        if len(table.lists) > TWO
        else "the unseen are divided by xi, one over the odds ratio of the two lists; 1 is independence"
    )
    return {
        "dial": "xi",
        "meaning": meaning,
        "values": values,
        "low": min(totals),
        "high": max(totals),
        "no_highest_order": None if highest is None else _turned(seen, highest, pair=False),
        "hidden_share": [{"hidden": share, "point": point / (1 - share)} for share in HIDDEN],
    }


def _turned(seen: int, unseen: float, *, pair: bool) -> list[dict[str, float]]:
    return [
        {"xi": xi, "point": seen + unseen / xi, **({"odds_ratio": 1 / xi} if pair else {})} for xi in DIAL
    ]
