"""When these lists do not allow an answer, and what to warn of when they do.

A refusal is a sentence that ends "not estimable from these lists, because ...". The thresholds are
stated here, once; a refusal never depends on what answer somebody hoped for.
"""

from collections.abc import Sequence

from tollbook.estimate.candidates import Candidate, Ranking
from tollbook.estimate.cells import capture_sizes, cell_counts, overlap
from tollbook.model.estimates import Estimate, OverlapTable

__all__ = ["MOST_LISTS", "reason_before_models", "reason_from_models", "supported", "warnings_from_models"]

MOST_LISTS = 10
FEWEST_LISTS = 2
NOTABLE = 1.5
FEWEST_SHARED = 7  # Robson & Regier (1964): fewer shared people, and bias is no longer negligible
SUPPORT = 6.0  # Raftery (1995): a BIC further behind than 6 is strong evidence against a model
DISAGREEMENT = 3.0  # supported models further apart than this factor answer different questions
WIDEST = 10.0  # an interval wider than this factor says little more than the documented minimum
UNTESTED = 0.5


def reason_before_models(table: OverlapTable) -> str | None:
    """Why the overlaps alone rule an answer out, or ``None``."""
    if not table.n_observed:
        return "nobody is on any list"
    if len(table.lists) < FEWEST_LISTS:
        return "there is only one list, and one list has no overlap"
    if len(table.lists) > MOST_LISTS:
        return (
            f"there are {len(table.lists)} lists; combine lists of one kind until at most {MOST_LISTS} remain"
        )
    apart = _apart(table)
    if apart:
        return f"the lists fall into groups that share nobody: {apart}"
    shared = int(cell_counts(table)[capture_sizes(len(table.lists)) >= FEWEST_LISTS].sum())
    if shared < FEWEST_SHARED:
        return f"only {shared} people are on two lists or more, and at least {FEWEST_SHARED} are needed"
    return None


def reason_from_models(
    found: Ranking, estimates: tuple[Estimate, ...], points: Sequence[float]
) -> str | None:
    """Why the fitted models rule an answer out, or ``None``.

    Args:
        found: The candidates for the table.
        estimates: The log-linear estimates the panel would be made of.
        points: The totals the supported models give.
    """
    if not found.candidates:
        return (
            "no log-linear model has an estimate on counts as sparse as these "
            f"({found.tried} tried, {found.unidentified} leave the unseen undetermined)"
        )
    if max(points) > DISAGREEMENT * min(points):
        return (
            f"models that fit about equally well disagree, from {min(points):,.0f} to {max(points):,.0f}, "
            f"by more than a factor of {DISAGREEMENT:g}"
        )
    for estimate in estimates:
        if estimate.high is None or (estimate.low and estimate.high > WIDEST * estimate.low):
            upper = "has no upper end" if estimate.high is None else f"reaches up to {estimate.high:,.0f}"
            return f"the interval of {estimate.method} starts at {estimate.low:,.0f} and {upper}"
    return None


def supported(found: Ranking) -> tuple[Candidate, ...]:
    """The models the data do not speak strongly against: near the best BIC, and the best AIC."""
    best_aic = min((candidate.aic for candidate in found.candidates), default=0.0)
    return tuple(
        candidate
        for candidate in found.candidates
        if candidate.bic <= found.candidates[0].bic + SUPPORT or candidate.aic == best_aic
    )


def warnings_from_models(table: OverlapTable, found: Ranking) -> tuple[str, ...]:
    """What the reader of an answer must know about the models behind it."""
    warnings = []
    untested = sum(candidate.weight for candidate in found.candidates if not candidate.degrees)
    if len(table.lists) > FEWEST_LISTS and untested > UNTESTED:
        warnings.append("the models with most weight fit any counts exactly: these lists cannot test them")
    if len(table.lists) == FEWEST_LISTS:
        warnings.append("two lists cannot test their own independence: the answer rests on it alone")
    if found.without_maximum:
        warnings.append(
            f"models that fit about as well were left out ({found.without_maximum}): they have no estimate "
            "on counts as sparse as these"
        )
    points = [table.n_observed + candidate.unseen for candidate in supported(found)]
    if points and max(points) > NOTABLE * min(points):
        warnings.append(f"supported models disagree: {min(points):,.0f} to {max(points):,.0f}")
    return tuple(warnings)


def _apart(table: OverlapTable) -> str:
    """The groups of lists that share nobody with each other; empty where all hang together."""
    counts, groups = cell_counts(table), [{position} for position in range(len(table.lists))]
    for first in range(len(table.lists)):
        for second in range(first):
            if overlap(counts, 1 << first | 1 << second):
                joined = [group for group in groups if group & {first, second}]
                groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    if len(groups) == 1:
        return ""
    return "; ".join(
        sorted(", ".join(table.lists[position] for position in sorted(group)) for group in groups)
    )
