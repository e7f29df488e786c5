"""How well each of many models fits, and what it asks for it: deviance, AIC, BIC.

A model pays for every term it states, also for those that run to minus infinity because nobody
supports them: otherwise an empty overlap would buy a better fit for nothing. The degrees of
freedom of the misfit, in contrast, count the cells and terms that are left (Fienberg & Rinaldo
2012). The arrays stay aligned: one row a model. Nothing here chooses.
"""

from dataclasses import dataclass
from math import lgamma, log

import numpy as np
from numpy.typing import NDArray

from tollbook.estimate.cells import Counts
from tollbook.estimate.existence import identifies_unseen, without_empty_margins
from tollbook.estimate.fitting import fit_models
from tollbook.estimate.models import Terms

__all__ = ["Scores", "score_models"]

SUSPICIOUS_MEAN = 1e-6  # where there is no maximum, Newton's method stops at means far below this


@dataclass(frozen=True, slots=True)
class Scores:
    """One row a model.

    Attributes:
        stated: The models' terms.
        terms, cells: The terms left and the cells taking part once empty margins are out.
        identified: Whether those cells determine the unseen one.
        unseen: The fitted mean of the unseen cell.
        deviance, degrees: Misfit, and its degrees of freedom.
        aic, bic: The criteria, infinite where not identified; BIC with log(people observed).
        certain: Whether the fit itself proves that the maximum exists.
    """

    stated: Terms
    terms: Terms
    cells: NDArray[np.bool_]
    identified: NDArray[np.bool_]
    unseen: Counts
    deviance: Counts
    degrees: NDArray[np.int64]
    aic: Counts
    bic: Counts
    certain: NDArray[np.bool_]


def score_models(counts: Counts, models: Terms) -> Scores:
    """Every model fitted to the same counts.

    Models that these counts cannot tell apart stand once, not twice, in what is averaged later.

    Args:
        counts: The table, 2^k cells.
        models: One row a model, one column a term; of those that cannot be told apart the first stands.
    """
    terms, cells = without_empty_margins(counts, models)
    rows = _distinct(terms, cells)
    stated, terms, cells = models[rows], terms[rows], cells[rows]
    identified = identifies_unseen(terms, cells)
    fits = fit_models(np.broadcast_to(counts, terms.shape), terms, cells, only=identified)
    deviance = _deviance(counts, fits.means, cells)
    smallest = np.where(cells, fits.means, np.inf).min(axis=1, initial=np.inf)
    sizes = stated.sum(axis=1)
    misfit = np.where(identified, _perfect_fit(counts) + deviance, np.inf)
    return Scores(
        stated,
        terms,
        cells,
        identified,
        unseen=fits.means[:, 0],
        deviance=np.maximum(deviance, 0.0),
        degrees=cells.sum(axis=1) - terms.sum(axis=1),
        aic=misfit + 2 * sizes,
        bic=misfit + log(max(float(counts.sum()), 1.0)) * sizes,
        certain=fits.converged & (smallest > SUSPICIOUS_MEAN),
    )


def _distinct(terms: Terms, cells: NDArray[np.bool_]) -> NDArray[np.int64]:
    packed = np.packbits(np.hstack([terms, cells]), axis=1)
    _, first = np.unique(packed, axis=0, return_index=True)
    return np.sort(first)


def _deviance(counts: Counts, means: Counts, cells: NDArray[np.bool_]) -> Counts:
    ratio = np.log(np.where(counts > 0, counts, 1.0) / np.where((counts > 0) & cells, means, 1.0))
    return np.asarray(2 * np.where(cells, counts * ratio - counts + means, 0.0).sum(axis=1))


def _perfect_fit(counts: Counts) -> float:
    """-2 log-likelihood of the table fitted exactly, so that AIC and BIC are on the usual scale."""
    seen = [float(count) for count in counts if count > 0]
    return -2 * sum(count * log(count) - count - lgamma(count + 1) for count in seen)
