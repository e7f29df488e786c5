"""Log-linear models of dependence between lists: the best by BIC, the best by AIC, and all together.

Each model states which lists depend on each other; none can say anything about a dependence of all
lists at once, and that assumption travels with every answer.
"""

from statistics import NormalDist

from tollbook.errors import NotEstimableError
from tollbook.estimate.candidates import Candidate, Ranking, default_order, rank_models
from tollbook.estimate.cells import Counts, cell_counts
from tollbook.estimate.estimator import Answer, everyone
from tollbook.estimate.profile import Spread, averaged_spread, profile_spread
from tollbook.model.estimates import Estimate, OverlapTable

__all__ = ["fit_probability", "loglinear_aic", "loglinear_average", "loglinear_bic", "ranking"]

SHARED_WEIGHT = 0.99  # models beyond this cumulative weight hardly move an average
MOST_AVERAGED = 60
SHOWN = 10
POOR_FIT = 0.001
TWO = 2
ASSUMES = (
    "which lists depend on each other is as the model says, and no dependence joins all lists at once; "
    "closed population, right links"
)
FAILS_WHEN = (
    "people differ in visibility on all lists alike, some people can be on no list, "
    "or links were missed (five in a hundred missed: five to eight in a hundred too high)"
)
REFERENCES = ("Fienberg 1972", "Cormack 1992", "Fienberg & Rinaldo 2012")


def loglinear_bic(table: OverlapTable, level: float) -> Answer:
    """The total by the hierarchical log-linear model with the best BIC, with its profile interval.

    Estimand: the total. Assumes: the model's independences hold among the unseen too. Fails when:
    heterogeneity touches all lists, people are hidden from all, or another model fits as well.

    Raises:
        NotEstimableError: No model's estimate exists.
    """
    return _by_model(table, level, "loglinear_bic", _existing(table)[0])


def loglinear_aic(table: OverlapTable, level: float) -> Answer:
    """The total by the hierarchical log-linear model with the best AIC, with its profile interval.

    Estimand, assumes, fails when: as ``loglinear_bic``; AIC keeps more dependence, and its interval
    knows nothing of the choice.

    Raises:
        NotEstimableError: No model's estimate exists.
    """
    best = min(_existing(table), key=lambda candidate: (round(candidate.aic, 6), round(candidate.unseen, 3)))
    return _by_model(table, level, "loglinear_aic", best)


def loglinear_average(table: OverlapTable, level: float) -> Answer:
    """The total over all candidate models, weighted by BIC, with a model-averaged profile interval.

    Estimand: the total. Assumes: one of the models is right. Fails when: none is. The point is
    where the averaged tail probabilities are equal; the weighted mean stands in the diagnostics.

    References:
        Fletcher & Turek (2012), JABES 17:38-51. Buckland, Burnham & Augustin (1997),
        Biometrics 53:603-618.

    Raises:
        NotEstimableError: No model's estimate exists.
    """
    candidates = _existing(table)
    carrying = _carrying(candidates)
    spread = averaged_spread(cell_counts(table), carrying, level)
    weighted = sum(candidate.weight * candidate.unseen for candidate in candidates)
    shown = [
        {"model": one.formula, "weight": one.weight, "point": table.n_observed + one.unseen}
        for one in candidates[:SHOWN]
    ]
    estimate = _estimate(
        table,
        "loglinear_average",
        spread.middle,
        spread,
        level,
        {"models": shown, "weighted_mean": table.n_observed + weighted, "averaged": len(carrying)},
    )
    return Answer((estimate,))


def ranking(table: OverlapTable) -> Ranking:
    """The candidate models for the table."""
    counts = tuple(int(count) for count in cell_counts(table))
    return rank_models(counts, default_order(len(table.lists)))


def fit_probability(candidate: Candidate) -> float | None:
    """How often a misfit at least as large arises by chance if the model holds; ``None`` without test.

    By the normal approximation of Wilson & Hilferty (1931), good to two digits: enough for a warning.
    """
    if candidate.degrees <= 0:
        return None
    spread = 2 / (9 * candidate.degrees)
    score = ((candidate.deviance / candidate.degrees) ** (1 / 3) - (1 - spread)) / spread**0.5
    return 1 - NormalDist().cdf(score)


def _existing(table: OverlapTable) -> tuple[Candidate, ...]:
    if len(table.lists) < TWO:
        raise NotEstimableError("one list alone has no overlap")
    found = ranking(table)
    if not found.candidates:
        raise NotEstimableError(
            "no log-linear model has an estimate on counts as sparse as these "
            f"({found.tried} tried, {found.unidentified} leave the unseen undetermined)"
        )
    return found.candidates


def _carrying(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The fewest candidates that together hold nearly all the weight."""
    total, count = 0.0, 0
    while count < min(len(candidates), MOST_AVERAGED) and total < SHARED_WEIGHT:
        total, count = total + candidates[count].weight, count + 1
    return candidates[:count]


def _by_model(table: OverlapTable, level: float, method: str, candidate: Candidate) -> Answer:
    counts: Counts = cell_counts(table)
    probability = fit_probability(candidate)
    details: dict[str, object] = {
        "model": candidate.formula,
        "deviance": candidate.deviance,
        "degrees_of_freedom": candidate.degrees,
        "fit_probability": probability,
        "aic": candidate.aic,
        "bic": candidate.bic,
        "weight": candidate.weight,
    }
    spread = profile_spread(counts, candidate, level)
    estimate = _estimate(table, method, candidate.unseen, spread, level, details)
    if probability is None or probability >= POOR_FIT:
        return Answer((estimate,))
    return Answer((estimate,), (f"{method}: even {candidate.formula} fits the overlaps badly",))


def _estimate(
    table: OverlapTable, method: str, unseen: float, spread: Spread, level: float, details: dict[str, object]
) -> Estimate:
    found, seen = ranking(table), table.n_observed
    searched = {
        "lists": list(table.lists),
        "unseen": unseen,
        "search": found.search,
        "models_tried": found.tried,
        "models_unidentified": found.unidentified,
        "models_without_estimate": found.without_maximum,
    }
    return Estimate(
        method=method,
        estimand=everyone(table),
        point=seen + unseen,
        low=seen + min(spread.low, unseen),
        high=None if spread.high is None else seen + max(spread.high, unseen),
        interval="profile" if "model" in details else "averaged profile",
        level=level,
        assumes=ASSUMES
        if len(table.lists) > TWO
        else "the two lists are independent; closed population, right links",
        fails_when=FAILS_WHEN,
        references=(*REFERENCES, "Fletcher & Turek 2012") if "models" in details else REFERENCES,
        diagnostics={**details, **searched},
    )
