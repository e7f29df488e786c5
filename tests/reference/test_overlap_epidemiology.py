"""Printed capture-recapture results from ecology and epidemiology."""

import pytest

from tollbook.estimate import ESTIMATORS
from tollbook.model.estimates import OverlapTable

DIABETES = {
    "0001": 10, "0010": 182, "0011": 8, "0100": 74, "0101": 7, "0110": 20, "0111": 14, "1000": 709,
    "1001": 12, "1010": 650, "1011": 46, "1100": 104, "1101": 18, "1110": 157, "1111": 58,
}  # fmt: skip
HEPATITIS = {"111": 28, "110": 21, "101": 17, "100": 69, "011": 18, "010": 55, "001": 63}


def table(counts):
    lists = tuple(f"L{number}" for number, _ in enumerate(next(iter(counts)), start=1))
    return OverlapTable(lists, tuple((tuple(map(int, history)), count) for history, count in counts.items()))


def test_the_turtle_example():
    """Ten marked, fifteen caught, five of them marked: 30 by Lincoln-Petersen, 28 (22-65) by Chapman.

    The textbook example with Sadinle's (2009) interval, as worked in reference articles on mark and
    recapture.
    """
    (estimate,) = ESTIMATORS["chapman"](table({"10": 5, "01": 10, "11": 5}), 0.95).estimates
    assert estimate.diagnostics["lincoln_petersen"] == 30
    assert estimate.point == pytest.approx(28.33, abs=0.01)
    assert (round(estimate.low), round(estimate.high)) == (22, 65)


def test_diabetes_in_pairs():
    """Bruno et al. 1994, as printed with CARE1: Petersen 2353, Chapman 2351 (s.e. 58) and so on."""
    answer = ESTIMATORS["chapman"](table(DIABETES), 0.95)
    found = [
        (
            estimate.diagnostics["lists"],
            round(estimate.diagnostics["lincoln_petersen"]),
            round(estimate.point),
            round(estimate.diagnostics["standard_error"]),
        )
        for estimate in answer.estimates
    ]
    assert found == [
        (["L1", "L2"], 2353, 2351, 58),
        (["L1", "L3"], 2185, 2185, 22),
        (["L1", "L4"], 2264, 2261, 88),
    ]
    assert [warning.split("would give ")[1][:5] for warning in answer.warnings] == ["2,057", "803, ", "1,555"]


def test_diabetes_by_sample_coverage():
    """Chao et al. 2001: 2,609 (2,482-2,776, by bootstrap; ours by the delta method)."""
    (estimate,) = ESTIMATORS["sample_coverage"](table(DIABETES), 0.95).estimates
    assert estimate.point == pytest.approx(2_609, abs=1)
    assert (estimate.low, estimate.high) == pytest.approx((2_482, 2_776), abs=20)


def test_hepatitis_by_sample_coverage():
    """Chao et al. 2001, hepatitis A on three lists: coverage 51 %, 971; one step 508."""
    (estimate,) = ESTIMATORS["sample_coverage"](table(HEPATITIS), 0.95).estimates
    assert estimate.diagnostics["coverage"] == pytest.approx(0.513, abs=0.001)
    assert estimate.point == pytest.approx(971, abs=1)
    assert estimate.diagnostics["one_step"] == pytest.approx(508, abs=1)
