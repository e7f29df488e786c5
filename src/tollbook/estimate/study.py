"""Every method asked about one overlap table, and the answers as plain values.

A method that cannot answer becomes a warning with its reason; the others still answer.
"""

from collections.abc import Sequence

from tollbook.errors import InputError, NotEstimableError
from tollbook.estimate.estimator import Answer
from tollbook.estimate.estimators import ESTIMATORS
from tollbook.estimate.panel import summarise
from tollbook.estimate.refusals import MOST_LISTS
from tollbook.model.estimates import Estimate, OverlapStudy, OverlapTable

__all__ = ["estimate_overlap", "study_json"]


def estimate_overlap(
    table: OverlapTable, *, methods: Sequence[str] | None = None, level: float = 0.95
) -> OverlapStudy:
    """What the overlaps of the lists say about everyone, with the reason where they say nothing.

    Args:
        table: Who was seen by which lists.
        methods: Codes from ``ESTIMATORS``; all where not stated. The panel is always made.
        level: The nominal probability of the intervals.

    Raises:
        InputError: A method nobody knows, or a level that is no probability.
    """
    if not 0 < level < 1:
        raise InputError(f"a level between 0 and 1 is needed, not {level}")
    codes = tuple(ESTIMATORS) if methods is None else tuple(dict.fromkeys(methods))
    for code in codes:
        if code not in ESTIMATORS:
            raise InputError(f"no method {code!r}; there are {', '.join(ESTIMATORS)}")
    informative, dropped = _without_empty_lists(table)
    answers = [_ask(code, informative, level) for code in codes]
    estimates = tuple(estimate for answer in answers for estimate in answer.estimates)
    panel, refused, warnings = summarise(informative, level, estimates)
    return OverlapStudy(
        table,
        estimates,
        panel,
        refused,
        (*dropped, *warnings, *(warning for answer in answers for warning in answer.warnings)),
    )


def study_json(study: OverlapStudy) -> dict[str, object]:
    """The study in the shape that scripts rely on: numbers, words, lists and ``None`` only."""
    panel = study.panel
    return {
        "n_observed": study.table.n_observed,
        "estimates": [_estimate_json(estimate) for estimate in study.estimates],
        "panel": {
            "documented": panel.documented,
            "bound": None if panel.bound is None else _estimate_json(panel.bound),
            "span": {"low": panel.span_low, "high": panel.span_high},
            "sensitivity": dict(panel.sensitivity),
            "point": panel.point,
            "low": panel.low,
            "high": panel.high,
            "level": panel.level,
        },
        "refused": study.refused,
        "warnings": list(study.warnings),
    }


def _ask(code: str, table: OverlapTable, level: float) -> Answer:
    if len(table.lists) > MOST_LISTS and code != "documented":
        return Answer(())
    try:
        return ESTIMATORS[code](table, level)
    except NotEstimableError as reason:
        return Answer((), (f"{code}: {reason}",))


def _without_empty_lists(table: OverlapTable) -> tuple[OverlapTable, tuple[str, ...]]:
    """The table without the lists that name nobody, which say nothing about anybody."""
    kept = [
        position
        for position in range(len(table.lists))
        if any(count and history[position] for history, count in table.cells)
    ]
    if len(kept) == len(table.lists):
        return table, ()
    cells = tuple((tuple(history[position] for position in kept), count) for history, count in table.cells)
    lists = tuple(table.lists[position] for position in kept)
    empty = [name for name in table.lists if name not in lists]
    return OverlapTable(lists, cells, table.stratum), tuple(
        f"{name} names nobody and is left out" for name in empty
    )


def _estimate_json(estimate: Estimate) -> dict[str, object]:
    return {
        "method": estimate.method,
        "estimand": estimate.estimand,
        "point": estimate.point,
        "low": estimate.low,
        "high": estimate.high,
        "interval": estimate.interval,
        "level": estimate.level,
        "assumes": estimate.assumes,
        "fails_when": estimate.fails_when,
        "references": list(estimate.references),
        "diagnostics": dict(estimate.diagnostics),
    }
