"""The models that could be true, ranked by how well they fit for what they ask.

Up to five lists every hierarchical model is tried; with six lists every model of pairs; with more,
a forward search over pairs. Models that leave the unseen cell undetermined, or whose estimate
does not exist, are counted and left out. Nothing here looks at what the answers are.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp

import numpy as np
from numpy.typing import NDArray

from tollbook.estimate.cells import Counts, number_of_lists
from tollbook.estimate.existence import has_maximum
from tollbook.estimate.models import Terms, formula, hierarchical_models, models_with_one_pair_more
from tollbook.estimate.scores import Scores, score_models

__all__ = ["Candidate", "Ranking", "default_order", "rank_models"]

MOST_LISTS_FOR_ALL = 5
MOST_LISTS_FOR_PAIRS = 6
BIC_WINDOW = 14.0  # models further behind carry a weight below 0.001 of the leader's
AIC_WINDOW = 2.0  # the best AIC whose estimate exists is looked for this far


@dataclass(frozen=True, slots=True)
class Candidate:
    """One fitted model whose estimate exists.

    Attributes:
        formula: As ``[123][14][34]``.
        terms, cells: Which terms it keeps and which cells take part.
        unseen: Its estimate of the people no list saw.
        deviance, degrees: Misfit on the cells that take part, and its degrees of freedom.
        aic, bic: The criteria.
        weight: Share of exp(-BIC/2) among the candidates kept.
    """

    formula: str
    terms: NDArray[np.bool_]
    cells: NDArray[np.bool_]
    unseen: float
    deviance: float
    degrees: int
    aic: float
    bic: float
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates worth a look, best BIC first, and how many others there were.

    Attributes:
        candidates: Within a fixed distance of the best BIC or the best AIC.
        tried: How many models the counts can tell apart.
        unidentified: How many of them leave the unseen cell undetermined.
        without_maximum: How many near the top have a likelihood without maximum.
        search: What was searched, in words.
    """

    candidates: tuple[Candidate, ...]
    tried: int
    unidentified: int
    without_maximum: int
    search: str


def default_order(lists: int) -> int:
    """The most lists a term may join, unless stated otherwise."""
    return max(1, lists - 1) if lists <= MOST_LISTS_FOR_ALL else 2


@lru_cache(maxsize=64)
def rank_models(cells: tuple[int, ...], max_order: int) -> Ranking:
    """The models for these counts, ranked; a pure function, so the answer is kept for the next asker.

    Args:
        cells: Counts by bit pattern, 2^k of them.
        max_order: The most lists a term may join.
    """
    counts = np.array(cells, dtype=np.float64)
    lists = number_of_lists(counts)
    if lists <= MOST_LISTS_FOR_PAIRS:
        models = hierarchical_models(lists, max_order)
        search = f"every hierarchical model with terms of at most {max_order} lists"
    else:
        models = _met_on_the_way(counts, lists)
        search = "models of pairs met by a forward search on BIC"
    scores = score_models(counts, models)
    near = _near_the_top(scores)
    existing = [row for row in near if scores.certain[row] or _has_maximum(counts, scores, row)]
    return Ranking(
        _weighted([_candidate(scores, row) for row in existing]),
        len(scores.bic),
        int((~scores.identified).sum()),
        len(near) - len(existing),
        search,
    )


def _has_maximum(counts: Counts, scores: Scores, row: int) -> bool:
    return has_maximum(counts, scores.terms[row], scores.cells[row])


def _near_the_top(scores: Scores) -> list[int]:
    near = scores.identified & (
        (scores.bic <= scores.bic.min(initial=np.inf) + BIC_WINDOW)
        | (scores.aic <= scores.aic.min(initial=np.inf) + AIC_WINDOW)
    )
    return [int(row) for row in np.flatnonzero(near)]


def _candidate(scores: Scores, row: int) -> Candidate:
    return Candidate(
        formula(scores.stated[row]),
        scores.terms[row],
        scores.cells[row],
        unseen=float(scores.unseen[row]),
        deviance=float(scores.deviance[row]),
        degrees=int(scores.degrees[row]),
        aic=float(scores.aic[row]),
        bic=float(scores.bic[row]),
    )


def _weighted(candidates: list[Candidate]) -> tuple[Candidate, ...]:
    ranked = sorted(candidates, key=_order)
    shares = [exp((ranked[0].bic - candidate.bic) / 2) for candidate in ranked]
    total = sum(shares)
    return tuple(
        replace(candidate, weight=share / total) for candidate, share in zip(ranked, shares, strict=True)
    )


def _order(candidate: Candidate) -> tuple[float, float, str]:
    """Best BIC first; ties by what does not depend on the order of the lists, as far as it goes."""
    return round(candidate.bic, 6), round(candidate.unseen, 3), candidate.formula


def _met_on_the_way(counts: Counts, lists: int) -> Terms:
    """The models met on the way from independence, one pair more at a time, while BIC improves."""
    best = hierarchical_models(lists, 1)
    met, score = [best], float(score_models(counts, best).bic[0])
    while True:
        steps = models_with_one_pair_more(best[0], lists)
        scores = [float(score_models(counts, step[None, :]).bic[0]) for step in steps]
        if not scores or min(scores) >= score:
            return np.vstack([*met, steps])
        met.append(steps)
        score, best = min(scores), steps[[scores.index(min(scores))]]
