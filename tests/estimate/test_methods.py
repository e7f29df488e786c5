"""The single methods: what they refuse and what they warn of."""

from dataclasses import asdict

import pytest

from tollbook.errors import NotEstimableError
from tollbook.estimate import ESTIMATORS, estimate_overlap
from tollbook.model.estimates import OverlapTable


def three_lists(counts):
    return OverlapTable(
        ("A", "B", "C"),
        tuple((tuple(map(int, history)), count) for history, count in counts.items()),
    )


WITHOUT_B_AND_C = three_lists({"100": 90, "010": 40, "001": 30, "110": 20, "101": 15})


def test_a_pair_that_shares_nobody_gives_a_warning():
    """Chapman's estimate is given for the pairs that overlap, and the other pair is named."""
    answer = ESTIMATORS["chapman"](WITHOUT_B_AND_C, 0.95)
    assert [estimate.diagnostics["lists"] for estimate in answer.estimates] == [["A", "B"], ["A", "C"]]
    assert answer.warnings == ("chapman: nobody is on both B and C",)


def test_a_small_overlap_gives_a_warning():
    """Fewer than seven shared people are too few for Chapman's estimate to be unbiased."""
    table = OverlapTable(("A", "B"), (((1, 0), 50), ((0, 1), 40), ((1, 1), 6)))
    assert "share only 6 people" in ESTIMATORS["chapman"](table, 0.95).warnings[0]


@pytest.mark.parametrize(
    ("method", "counts", "reason"),
    [
        ("chapman", {"100": 9, "010": 9, "001": 9}, "nobody is on both"),
        ("chao_mth", {"100": 9, "010": 9, "001": 9, "111": 9}, "nobody was seen by exactly two lists"),
        ("sample_coverage", {"100": 9, "010": 9, "001": 9}, "nobody was seen by two lists"),
        ("sample_coverage", {"100": 9, "010": 9, "110": 9}, "a list names nobody"),
        ("loglinear_bic", {"110": 9, "101": 9}, "no log-linear model has an estimate"),
    ],
)
def test_a_method_refuses_with_its_reason(method, counts, reason):
    """Where the counts do not identify a method's answer, it says why instead of a number."""
    with pytest.raises(NotEstimableError, match=reason):
        ESTIMATORS[method](three_lists(counts), 0.95)


def test_chao_with_two_lists_is_lincoln_petersen():
    """With two lists the bound is the Lincoln-Petersen estimate: nothing is left to differ."""
    table = OverlapTable(("A", "B"), (((1, 0), 60), ((0, 1), 40), ((1, 1), 20)))
    (bound,) = ESTIMATORS["chao_mth"](table, 0.95).estimates
    assert bound.point == pytest.approx(120 + 60 * 40 / 20)


def test_low_coverage_is_said():
    """Below 55 % coverage the one-step value is offered beside the estimate."""
    thin = three_lists({"100": 200, "010": 180, "001": 190, "110": 20, "101": 22, "011": 18, "111": 3})
    assert "one-step" in ESTIMATORS["sample_coverage"](thin, 0.95).warnings[0]


def test_a_bound_above_the_headline_is_said():
    """Lists that avoid each other push Chao's bound above the models' answer, and the study says so."""
    avoiding = three_lists({"100": 400, "010": 400, "001": 150, "110": 20, "101": 150, "011": 150, "111": 20})
    assert any("no bound here" in warning for warning in estimate_overlap(avoiding).warnings)


def test_answers_hold_plain_values_only():
    """An estimate can be stored as it is: no array and no array's number hides in it."""

    def plain(value):
        if isinstance(value, dict):
            return all(plain(inner) for inner in value.values())
        if isinstance(value, list | tuple):
            return all(plain(inner) for inner in value)
        return value is None or type(value) in {str, int, float, bool}

    counts = {"100": 210, "010": 160, "110": 95, "001": 120, "101": 70, "011": 50, "111": 34}
    study = estimate_overlap(three_lists(counts))
    for estimate in study.estimates:
        assert plain(asdict(estimate)), estimate
    assert plain(asdict(study.panel))
