"""Answers from below: who is documented, and Chao's lower bound.

A floor is never offered as the best guess of the total.
"""

from math import sqrt

import numpy as np

from tollbook.errors import NotEstimableError
from tollbook.estimate.cells import Counts, capture_sizes, cell_counts, number_of_lists
from tollbook.estimate.estimator import Answer, everyone, quantile
from tollbook.model.estimates import Estimate, OverlapTable

__all__ = ["chao_mth", "documented"]

MAX_STEPS = 100
TOO_SPARSE = "the counts are too sparse for Chao's bound: its fit does not come to rest"
TWICE = 2


def documented(table: OverlapTable, level: float) -> Answer:  # noqa: ARG001 - the protocol's argument
    """The documented minimum: people seen by at least one list, each counted once.

    Estimand: the people on the lists. Assumes: no two of them are one person. Fails when: records
    of one person were not linked.
    """
    floor = Estimate(
        method="documented",
        estimand="the people seen by at least one list",
        point=float(table.n_observed),
        low=float(table.n_observed),
        high=None,
        interval="lower bound",
        level=None,
        assumes="nobody is counted twice and everybody listed belongs to the population",
        fails_when="records of one person were left apart, or a listed person does not belong",
        diagnostics={"lists": list(table.lists)},
    )
    return Answer((floor,))


def chao_mth(table: OverlapTable, level: float) -> Answer:
    """Chao's lower bound where lists differ in reach and people in how visible they are.

    Estimand: a lower bound of the total; the interval is of the bound. Assumes: people differ in
    visibility, but one person's lists are independent of each other. Fails when: being on one
    list keeps a person off another, or links were missed; then it is no bound.

    References:
        Chao (1987), Biometrics 43:783-791. Rivest & Baillargeon (2007), Applications and
        extensions of Chao's moment estimator, Biometrics 63:999-1006.

    Raises:
        NotEstimableError: Nobody was seen by exactly two lists.
    """
    counts = cell_counts(table)
    if not counts[capture_sizes(len(table.lists)) == TWICE].any():
        raise NotEstimableError("nobody was seen by exactly two lists, on which Chao's bound rests")
    unseen, error, kept = _unseen_with_error(counts)
    reach = quantile(level) * error
    total = table.n_observed + unseen
    bound = Estimate(
        method="chao_mth",
        estimand=f"a lower bound of {everyone(table)}",
        point=total,
        low=max(float(table.n_observed), total - reach),
        high=total + reach,
        interval="normal",
        level=level,
        assumes="people differ in visibility and lists in reach; for one person the lists are independent",
        fails_when="being on one list makes another less likely, or links were missed: then no bound",
        references=("Chao 1987", "Rivest & Baillargeon 2007"),
        diagnostics={
            "bound": "lower",
            "standard_error": error,
            "unseen": unseen,
            "heterogeneity_terms": kept,
        },
    )
    return Answer((bound,))


def _unseen_with_error(counts: Counts) -> tuple[float, float, int]:
    """The unseen, the standard error of the total, and how many heterogeneity terms stayed.

    A negative heterogeneity term contradicts the model and is set to zero, the worst one first.
    """
    lists = number_of_lists(counts)
    sizes = capture_sizes(lists)[1:]
    patterns = np.arange(1, 1 << lists)
    base = [np.ones(len(patterns)), *((patterns >> position & 1).astype(float) for position in range(lists))]
    kept = [np.maximum(sizes - order, 0).astype(float) for order in range(TWICE, lists)]
    while True:
        coefficients, covariance = _regression(np.column_stack([*base, *kept]), counts[1:])
        heterogeneity = coefficients[len(base) :]
        if not len(heterogeneity) or heterogeneity.min() >= 0:
            break
        kept.pop(int(heterogeneity.argmin()))
    unseen = float(np.exp(coefficients[0]))
    return unseen, sqrt(unseen + unseen**2 * float(covariance[0, 0])), len(kept)


def _regression(design: Counts, counts: Counts) -> tuple[Counts, Counts]:
    """Poisson regression by reweighted least squares: coefficients and their covariance."""
    logs = np.log(counts + 0.5)
    means = np.exp(logs)
    for _ in range(MAX_STEPS):
        covariance = _inverse(design.T @ (design * means[:, None]))
        coefficients = covariance @ (design.T @ (means * logs + counts - means))
        before, logs = logs, np.clip(design @ coefficients, -60, 60)
        means = np.exp(logs)
        if np.abs(logs - before).max() < 1e-10:  # noqa: PLR2004 - at rest
            return np.asarray(coefficients), covariance
    raise NotEstimableError(TOO_SPARSE)


def _inverse(information: Counts) -> Counts:
    try:
        return np.asarray(np.linalg.inv(information))
    except np.linalg.LinAlgError:
        raise NotEstimableError(TOO_SPARSE) from None
