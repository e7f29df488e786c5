"""Two lists at a time: Chapman's form of the Lincoln-Petersen estimate.

With more than two lists every pair answers on its own, and the spread of the answers shows how far
the lists are from independent. A pair is never averaged with another one.
"""

from itertools import combinations
from math import exp, sqrt

from tollbook.errors import NotEstimableError
from tollbook.estimate.cells import cell_counts, list_total, overlap
from tollbook.estimate.estimator import Answer, everyone, quantile
from tollbook.model.estimates import Estimate, OverlapTable

__all__ = ["chapman"]

ENOUGH_SHARED = 7  # Robson & Regier (1964): from seven shared people on, the bias is negligible
TWO = 2


def chapman(table: OverlapTable, level: float) -> Answer:
    """Chapman's estimate of the total, one for every pair of lists, with Sadinle's interval.

    Estimand: the total. Assumes: the two lists are independent, the population is closed, links
    are right and every person is equally likely to be on at least one of the two. Fails when: one
    list feeds the other (too low) or the lists avoid each other (too high). A pair that shares
    nobody, or whose answer lies below the documented minimum, gives a warning and no estimate.

    References:
        Chapman (1951). Seber (1982), The Estimation of Animal Abundance, 60. Sadinle (2009),
        Transformed logit confidence intervals, Communications in Statistics 38:1909-1924.

    Raises:
        NotEstimableError: There are fewer than two lists, or no pair gives an estimate.
    """
    if len(table.lists) < TWO:
        raise NotEstimableError("one list alone has no overlap")
    pairs = combinations(range(len(table.lists)), TWO)
    answers = [_pair_or_reason(table, first, second, level) for first, second in pairs]
    estimates = tuple(estimate for estimate, _ in answers if estimate is not None)
    warnings = tuple(warning for _, warning in answers if warning)
    if not estimates:
        raise NotEstimableError("; ".join(warnings))
    return Answer(estimates, tuple(f"chapman: {warning}" for warning in warnings))


def _pair_or_reason(
    table: OverlapTable, first: int, second: int, level: float
) -> tuple[Estimate | None, str]:
    names = f"{table.lists[first]} and {table.lists[second]}"
    shared = int(overlap(cell_counts(table), 1 << first | 1 << second))
    if not shared:
        return None, f"nobody is on both {names}"
    estimate = _pair(table, first, second, level)
    if estimate.point is not None and estimate.point < table.n_observed:
        return None, (
            f"{names} alone would give {estimate.point:,.0f}, fewer than the {table.n_observed:,} "
            "documented: the two are not independent"
        )
    few = f"{names} share only {shared} people; below {ENOUGH_SHARED} the estimate is biased"
    return estimate, few if shared < ENOUGH_SHARED else ""


def _pair(table: OverlapTable, first: int, second: int, level: float) -> Estimate:
    counts = cell_counts(table)
    sizes = int(list_total(counts, first)), int(list_total(counts, second))
    shared = int(overlap(counts, 1 << first | 1 << second))
    point = (sizes[0] + 1) * (sizes[1] + 1) / (shared + 1) - 1
    low, high = _sadinle(sizes, shared, level)
    return Estimate(
        method="chapman",
        estimand=everyone(table),
        point=point,
        low=max(float(table.n_observed), min(low, point)),
        high=max(high, point),
        interval="transformed logit",
        level=level,
        assumes=f"{table.lists[first]} and {table.lists[second]} are independent, and everybody is as likely "
        "as anybody else to be on at least one of them",
        fails_when="one list feeds the other (too low), the lists avoid each other (too high), "
        "links were missed (too high), or some people can be on neither (too low)",
        references=("Chapman 1951", "Seber 1982", "Sadinle 2009"),
        diagnostics={
            "lists": [table.lists[first], table.lists[second]],
            "sizes": list(sizes),
            "seen_by_both": shared,
            "lincoln_petersen": sizes[0] * sizes[1] / shared,
            "standard_error": _standard_error(sizes, shared),
        },
    )


def _standard_error(sizes: tuple[int, int], shared: int) -> float:
    """Seber (1982), page 60."""
    first, second = sizes
    spread = (first + 1) * (second + 1) * (first - shared) * (second - shared)
    return sqrt(spread / ((shared + 1) ** 2 * (shared + 2)))


def _sadinle(sizes: tuple[int, int], shared: int, level: float) -> tuple[float, float]:
    """Sadinle (2009): an interval for the odds of being unseen, half a person added to each cell."""
    both, only_first, only_second = shared + 0.5, sizes[0] - shared + 0.5, sizes[1] - shared + 0.5
    unseen = only_first * only_second / both
    reach = exp(quantile(level) * sqrt(1 / both + 1 / only_first + 1 / only_second + 1 / unseen))
    seen = sizes[0] + sizes[1] - shared - 0.5
    return seen + unseen / reach, seen + unseen * reach
