"""The sample coverage approach: how much of the population the lists reach, and what that implies.

Dependence between two lists is measured against the total itself, so the total solves an equation.
It never assumes independence, but it needs lists that reach a good part of the population.
"""

from itertools import combinations
from math import exp, log1p, sqrt
from typing import NamedTuple

import numpy as np

from tollbook.errors import NotEstimableError
from tollbook.estimate.cells import Counts, cell_counts, list_total, number_of_lists, overlap
from tollbook.estimate.estimator import Answer, everyone, quantile
from tollbook.model.estimates import Estimate, OverlapTable

__all__ = ["sample_coverage"]

FEWEST_LISTS = 3
ENOUGH_COVERAGE = 0.55  # Chao et al. (2001): below this, prefer the one-step value


class Coverage(NamedTuple):
    """The approach's three totals and the coverage they rest on."""

    share: float
    independent: float
    one_step: float
    total: float


def sample_coverage(table: OverlapTable, level: float) -> Answer:
    """The total by sample coverage, with a log-normal interval.

    Estimand: the total. Assumes: dependence acts through pairs of lists, and lists reach at least
    about half of the population. Fails when: coverage is low; then the one-step value in the
    diagnostics is steadier, and a lower bound under positive dependence. The interval's variance
    is by the delta method (the papers use a bootstrap, which needs chance).

    References:
        Chao & Tsay (1998), JASA 93:283-293. Chao, Tsay, Lin, Shau & Chao (2001), The applications
        of capture-recapture models to epidemiological data, Statistics in Medicine 20:3123-3157,
        equations 9, 12 and 13.

    Raises:
        NotEstimableError: Fewer than three lists, a list with nobody, or no finite solution.
    """
    counts = cell_counts(table)
    if len(table.lists) < FEWEST_LISTS:
        raise NotEstimableError("the sample coverage approach needs at least three lists")
    found = _coverage(counts)
    seen = float(table.n_observed)
    if not seen <= found.total < np.inf:
        raise NotEstimableError(
            "the dependence between the lists leaves the sample coverage equation unsolved"
        )
    error = _standard_error(counts, found.total)
    if not np.isfinite(error):
        raise NotEstimableError("a slightly other count would leave the sample coverage equation unsolved")
    reach = exp(quantile(level) * sqrt(log1p((error / max(found.total - seen, 1e-9)) ** 2)))
    unseen = found.total - seen
    estimate = Estimate(
        method="sample_coverage",
        estimand=everyone(table),
        point=found.total,
        low=seen + unseen / reach,
        high=seen + unseen * reach,
        interval="log-normal",
        level=level,
        assumes="the lists depend on each other in pairs only, and together reach most of the population",
        fails_when="the coverage is below about 55 %: then the one-step value is steadier",
        references=("Chao & Tsay 1998", "Chao et al. 2001"),
        diagnostics={
            "coverage": found.share,
            "independent": found.independent,
            "one_step": found.one_step,
            "standard_error": error,
        },
    )
    return Answer((estimate,), _low_coverage(found))


def _low_coverage(found: Coverage) -> tuple[str, ...]:
    if found.share >= ENOUGH_COVERAGE:
        return ()
    warning = (
        f"sample_coverage: the lists cover about {found.share:.0%}; below {ENOUGH_COVERAGE:.0%} the "
        f"one-step value, {found.one_step:,.0f}, is steadier"
    )
    return (warning,)


def _coverage(counts: Counts) -> Coverage:
    lists = number_of_lists(counts)
    totals = [list_total(counts, position) for position in range(lists)]
    if min(totals) <= 0:
        raise NotEstimableError("a list names nobody")
    alone = [float(counts[1 << position]) for position in range(lists)]
    share = 1 - sum(one / all_of_it for one, all_of_it in zip(alone, totals, strict=True)) / lists
    if share <= 0:
        raise NotEstimableError("nobody was seen by two lists")
    pairs = list(combinations(range(lists), 2))
    gains = np.array([_only_within(counts, first, second) for first, second in pairs]) / lists
    ratios = np.array([overlap(counts, 1 << i | 1 << j) / (totals[i] * totals[j]) for i, j in pairs])
    independent = (float(counts.sum()) - sum(alone) / lists) / share
    first_guess = independent + float(gains @ (independent * ratios - 1)) / share
    one_step = independent + float(gains @ (first_guess * ratios - 1)) / share
    room = 1 - float(gains @ ratios) / share
    total = (independent - float(gains.sum()) / share) / room if room > 0 else np.inf
    return Coverage(share, independent, one_step, total)


def _only_within(counts: Counts, first: int, second: int) -> float:
    """People seen by no list outside the pair: once for each of the two that saw them."""
    both = float(counts[1 << first | 1 << second])
    return float(counts[1 << first]) + float(counts[1 << second]) + 2 * both


def _standard_error(counts: Counts, total: float) -> float:
    """By the delta method: the cells vary as a multinomial sample of the total."""
    slopes = np.zeros(len(counts))
    for cell in np.flatnonzero(counts):
        nudge = 1e-4 * max(1.0, float(counts[cell]))
        more, fewer = counts.copy(), counts.copy()
        more[cell] += nudge
        fewer[cell] -= nudge
        slopes[cell] = (_coverage(more).total - _coverage(fewer).total) / (2 * nudge)
    variance = float(slopes**2 @ counts) - float(slopes @ counts) ** 2 / total
    return sqrt(max(variance, 0.0))
