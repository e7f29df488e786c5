"""Many log-linear models fitted at once, by Newton's method on the lattice of subsets.

For a hierarchical model the gradient for a term is the sum of (counted - fitted) over the cells
that contain it, and the Hessian entry for two terms is the sum of fitted means over the cells
that contain their union. So no design matrix is ever built. The cells that take part are given
by a mask: with cell 0 masked out the table is as observed, with cell 0 in, it is completed.

References:
    Fienberg (1972), The multiple recapture census for closed populations and incomplete
    2^k contingency tables, Biometrika 59:591-603.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tollbook.estimate.cells import Counts, over_subsets, over_supersets
from tollbook.estimate.models import Terms

__all__ = ["Fits", "fit_models"]

MAX_STEPS = 60
TOLERANCE = 1e-9  # twice the log-likelihood the last step promised; it is still taken
RIDGE = 1e-9  # keeps a Newton step finite where a mean runs to zero; the solution does not move
LARGEST_LOG = 60.0
CHUNK = 1024


@dataclass(frozen=True, slots=True)
class Fits:
    """Fitted means, one row a model.

    Attributes:
        means: Fitted mean of every cell, also of those that took no part (cell 0: the unseen).
        converged: Whether Newton's method came to rest.
    """

    means: Counts
    converged: NDArray[np.bool_]


def fit_models(
    counts: Counts, terms: Terms, taking_part: NDArray[np.bool_], only: NDArray[np.bool_] | None = None
) -> Fits:
    """Poisson maximum likelihood for every row.

    Args:
        counts: Shape (models, 2^k): the counts of each model's table.
        terms: Same shape: which terms the model has, term 0 being the constant.
        taking_part: Same shape: which cells the likelihood is taken over.
        only: Which rows to fit; the others come back as ones, not converged.
    """
    means, converged = np.ones(counts.shape), np.zeros(len(counts), dtype=np.bool_)
    sizes = terms.sum(axis=1) if only is None else np.where(only, terms.sum(axis=1), 0)
    for size in np.unique(sizes[sizes > 0]):
        rows_of_size = np.flatnonzero(sizes == size)
        for start in range(0, len(rows_of_size), CHUNK):
            rows = rows_of_size[start : start + CHUNK]
            chosen = np.nonzero(terms[rows])[1].reshape(len(rows), size)
            means[rows], converged[rows] = _newton(counts[rows], chosen, taking_part[rows])
    return Fits(means, converged)


def _newton(
    counts: Counts, chosen: NDArray[np.int64], taking_part: NDArray[np.bool_]
) -> tuple[Counts, NDArray[np.bool_]]:
    logs = _first_logs(counts, chosen, taking_part)
    still_open = np.arange(len(counts))
    for _ in range(MAX_STEPS):
        part = taking_part[still_open]
        means = np.exp(logs[still_open]) * part
        left = (counts[still_open] - means) * part
        step, gain = _step(left, means, chosen[still_open])
        logs[still_open] = _uphill(logs[still_open], step, counts[still_open], part)
        still_open = still_open[gain > TOLERANCE]
        if not len(still_open):
            break
    converged = np.ones(len(counts), dtype=np.bool_)
    converged[still_open] = False
    return np.exp(logs), converged


def _first_logs(counts: Counts, chosen: NDArray[np.int64], taking_part: NDArray[np.bool_]) -> Counts:
    """The fitted logs after one weighted least-squares step from the counts themselves."""
    means = (counts + 0.5) * taking_part
    target = (means * np.log(counts + 0.5) + counts - means) * taking_part
    return np.clip(_step(target, means, chosen)[0], -LARGEST_LOG, LARGEST_LOG)


def _step(left: Counts, weights: Counts, chosen: NDArray[np.int64]) -> tuple[Counts, Counts]:
    """The Newton step in the log means, and the gain it promises."""
    slope = np.take_along_axis(over_supersets(left), chosen, axis=1)
    joined = (chosen[:, :, None] | chosen[:, None, :]).reshape(len(chosen), -1)
    size = chosen.shape[1]
    curvature = np.take_along_axis(over_supersets(weights), joined, axis=1).reshape(-1, size, size)
    curvature = curvature + RIDGE * np.eye(size)
    change = np.linalg.solve(curvature, slope[:, :, None])[:, :, 0]
    spread = np.zeros(left.shape)
    np.put_along_axis(spread, chosen, change, axis=1)
    return over_subsets(spread), np.einsum("ij,ij->i", slope, change)


def _uphill(logs: Counts, step: Counts, counts: Counts, part: NDArray[np.bool_]) -> Counts:
    """The logs after the step, halved in the rows where the whole step would lose likelihood."""
    before = _likelihood(logs, counts, part)
    share = np.ones((len(logs), 1))
    for _ in range(12):
        after = np.clip(logs + share * step, -LARGEST_LOG, LARGEST_LOG)
        worse = _likelihood(after, counts, part) < before - 1e-9 * np.abs(before)
        if not worse.any():
            break
        share[worse] /= 2
    return after


def _likelihood(logs: Counts, counts: Counts, part: NDArray[np.bool_]) -> Counts:
    return np.asarray(np.where(part, counts * logs - np.exp(logs), 0.0).sum(axis=1))
