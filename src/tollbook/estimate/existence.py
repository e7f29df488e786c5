"""Whether a model says anything finite about the unseen, decided exactly and before it is believed.

With sparse lists the likelihood may have no maximum, or a maximum that leaves the unseen cell
free; a program that prints a number then prints the accident of where it stopped. Never here.

References:
    Fienberg & Rinaldo (2012), Maximum likelihood estimation in log-linear models,
    Annals of Statistics 40:996-1023. Chan, Silverman & Vincent (2021), Multiple systems
    estimation for sparse capture data, JASA 116:1297-1306.
"""

import numpy as np
from numpy.typing import NDArray

from tollbook.estimate.cells import Counts, capture_sizes, number_of_lists, over_subsets, over_supersets
from tollbook.estimate.models import Terms

__all__ = ["has_maximum", "identifies_unseen", "without_empty_margins"]


def without_empty_margins(counts: Counts, models: Terms) -> tuple[Terms, NDArray[np.bool_]]:
    """The terms left and the cells left, once terms nobody supports have run to minus infinity.

    If nobody was seen by all lists of a term, the likelihood is highest where those cells have
    mean zero; they and the term leave the model, the rest is estimated as usual.

    Returns:
        Terms and cells, each one row a model. Cell 0 never takes part.
    """
    empty = models & (over_supersets(counts) == 0)
    gone = over_subsets(empty.astype(np.float64)) > 0
    cells = ~gone
    cells[:, 0] = False
    return models & ~gone, cells


def identifies_unseen(terms: Terms, cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether the cells that take part determine the unseen cell, one answer a model.

    The non-empty terms fix their own cells; what is left over in another cell ``s`` depends on the
    constant with the coefficient sum((-1)^|T|) over the model's terms T inside s. The unseen
    cell is determined if, and only if, one such coefficient differs from zero: whole numbers,
    so the test is exact.
    """
    signs = 1.0 - 2.0 * (capture_sizes(number_of_lists(terms.astype(np.float64))) % 2)
    coefficients = over_subsets(terms * signs)
    return np.asarray((cells & (np.rint(coefficients) != 0)).any(axis=1))


def has_maximum(counts: Counts, terms: Terms, cells: NDArray[np.bool_]) -> bool:
    """Whether one model's likelihood has a maximum with every mean above zero.

    It has if, and only if, some table with every cell positive has the same margins
    (Fienberg & Rinaldo 2012): a linear programme.
    """
    from scipy.optimize import linprog  # noqa: PLC0415 - half a second, needed for few tables only

    taking_part = np.flatnonzero(cells)
    chosen = np.flatnonzero(terms)
    design = ((taking_part[:, None] & chosen[None, :]) == chosen[None, :]).astype(np.float64)
    margins = design.T @ counts[taking_part]
    # unknowns: x (cells), t (smallest cell), scale; x - t >= 0, design' x = scale * margins, t <= 1
    equal = np.hstack([design.T, np.zeros((len(chosen), 1)), -margins[:, None]])
    at_most = np.hstack([-np.eye(len(taking_part)), np.ones((len(taking_part), 2))])
    at_most[:, -1] = 0
    goal = np.zeros(len(taking_part) + 2)
    goal[-2] = -1
    bounds = [(0, None)] * len(taking_part) + [(0, 1), (0, None)]
    answer = linprog(
        goal,
        A_ub=at_most,
        b_ub=np.zeros(len(taking_part)),
        A_eq=equal,
        b_eq=np.zeros(len(chosen)),
        bounds=bounds,
    )
    return bool(answer.success and answer.x[-2] > 0.5)  # noqa: PLR2004 - t is 0 or 1: the cone scales
