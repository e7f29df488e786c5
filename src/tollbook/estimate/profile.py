"""Profile-likelihood intervals for the number unseen, for one model or averaged over several.

For a stated number unseen the table is complete; the model is fitted to it, and the multinomial
likelihood falls away as the stated number leaves the best one. The signed square root of twice
the fall is nearly normal, which makes the interval, and lets several models share one.

References:
    Cormack (1992), Interval estimation for mark-recapture studies of closed populations,
    Biometrics 48:567-576. Fletcher & Turek (2012), Model-averaged profile likelihood intervals,
    JABES 17:38-51.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import lgamma
from statistics import NormalDist

import numpy as np

from tollbook.estimate.candidates import Candidate
from tollbook.estimate.cells import Counts
from tollbook.estimate.fitting import fit_models

__all__ = ["Spread", "averaged_spread", "profile_spread"]

CLOSE = 1e-6
FLAT = 1e-10
MAX_ROUNDS = 60
WIDENINGS = 12
LOG_GAMMA = np.vectorize(lgamma, otypes=[np.float64])
NORMAL = np.vectorize(NormalDist().cdf, otypes=[np.float64])


@dataclass(frozen=True, slots=True)
class Spread:
    """The unseen: lower end, middle, upper end (``None`` where the data set no upper end)."""

    low: float
    middle: float
    high: float | None


def profile_spread(counts: Counts, candidate: Candidate, level: float) -> Spread:
    """Where one model's profile likelihood has fallen by as much as the level allows."""
    return averaged_spread(counts, (candidate,), level)


def averaged_spread(counts: Counts, candidates: Sequence[Candidate], level: float) -> Spread:
    """The interval whose tail probabilities, averaged over the models by weight, are (1 - level) / 2.

    Args:
        counts: The table, 2^k cells.
        candidates: At least one; their weights are scaled to one.
        level: The nominal probability, as 0.95.
    """
    weights = np.array([candidate.weight for candidate in candidates])
    weights = weights / weights.sum() if weights.sum() > 0 else np.ones(len(weights)) / len(weights)
    best = _best_unseen(counts, candidates)
    top = _profile(counts, candidates, best)[0]
    tails = np.array([(1 - level) / 2, 0.5, (1 + level) / 2])

    def surplus(unseen: Counts) -> Counts:
        """How far the averaged probability of fewer unseen lies above each tail, on the normal scale."""
        stated = np.repeat(unseen[:, None], len(candidates), axis=1)
        rows = [candidate for _ in unseen for candidate in candidates]
        falls = np.tile(top, len(unseen)) - _profile(counts, rows, stated.ravel())[0]
        roots = np.sqrt(2 * np.maximum(falls, 0)).reshape(stated.shape) * np.sign(stated - best)
        return np.asarray(NORMAL(roots) @ weights - tails)

    ends = _roots(surplus, np.array([0.0, 0.0, best.min()]), np.full(len(tails), best.max() + 1))
    return Spread(float(ends[0]), float(ends[1]), float(ends[2]) if np.isfinite(ends[2]) else None)


def _best_unseen(counts: Counts, candidates: Sequence[Candidate]) -> Counts:
    """Where each model's profile is highest."""
    guess = np.array([candidate.unseen for candidate in candidates])
    slope = partial(_profile, counts, candidates)
    return _roots(lambda unseen: -slope(unseen)[1], 0.98 * guess, 1.01 * guess + 1)


def _profile(counts: Counts, rows: Sequence[Candidate], unseen: Counts) -> tuple[Counts, Counts]:
    """Each row's multinomial log-likelihood at its stated number unseen, and its slope there."""
    tables = np.repeat(counts[None, :], len(rows), axis=0)
    tables[:, 0] = unseen
    cells = np.array([row.cells for row in rows])
    cells[:, 0] = True
    means = fit_models(tables, np.array([row.terms for row in rows]), cells).means
    total = tables.sum(axis=1)
    logs = np.where(cells, np.log(np.where(cells, means, 1.0) / total[:, None]), 0.0)
    height = LOG_GAMMA(total + 1) - LOG_GAMMA(unseen + 1) + (tables * logs).sum(axis=1)
    # d/dx log(gamma(x + 1)) is log(x + 1/2) to within 1/(24 x^2); by the envelope theorem the fit's
    # own change adds nothing to the slope
    return height, np.log((total + 0.5) / (unseen + 0.5)) + logs[:, 0]


def _roots(rising: Callable[[Counts], Counts], low: Counts, high: Counts) -> Counts:
    """Where each component of a rising function crosses zero, not below 0; infinity if nowhere.

    The Illinois variant of false position, all components at once; the ends given are guesses.
    """
    low = np.where(rising(low) < 0, low, 0.0)
    at_low, at_high = rising(low), rising(high)
    for _ in range(WIDENINGS):
        short = at_high < 0
        if not short.any():
            break
        high = np.where(short, 4 * high + 10, high)
        at_high = rising(high)
    endless, floor = at_high < 0, at_low >= 0
    last_above = last_below = np.zeros(low.shape, dtype=np.bool_)
    for _ in range(MAX_ROUNDS):
        if np.all((high - low < CLOSE * (1 + high)) | endless | floor):
            break
        share = np.clip(at_high / np.where(at_high == at_low, 1.0, at_high - at_low), 0.01, 0.99)
        middle = high - share * (high - low)
        at_middle = rising(middle)
        above, met = at_middle >= 0, np.abs(at_middle) < FLAT
        at_low = np.where(above, np.where(last_above, at_low / 2, at_low), at_middle)
        at_high = np.where(above, at_middle, np.where(last_below, at_high / 2, at_high))
        last_above, last_below = above, ~above
        low, high = np.where(above & ~met, low, middle), np.where(above | met, middle, high)
    return np.where(floor, 0.0, np.where(endless, np.inf, (low + high) / 2))
