"""Killings in Kosovo, March to June 1999, on four lists: a table analysed in print many times.

Counts: Ball, Betts, Scheuren, Dudukovich & Asher (2002), Killings and Refugee Flow in Kosovo
March-June 1999, appendix; 4,400 people on the lists EXH, ABA, OSCE and HRW.
"""

import pytest

from tollbook.estimate import estimate_overlap
from tollbook.estimate.cells import cell_counts
from tollbook.model.estimates import OverlapTable

COUNTS = {
    "1000": 1131, "0100": 845, "1100": 177, "0010": 936, "1010": 228, "0110": 217, "1110": 181, "0001": 306,
    "1001": 106, "0101": 31, "1101": 18, "0011": 123, "1011": 42, "0111": 32, "1111": 27,
}  # fmt: skip
TABLE = OverlapTable(
    ("EXH", "ABA", "OSCE", "HRW"),
    tuple((tuple(map(int, history)), count) for history, count in COUNTS.items()),
)


@pytest.fixture(scope="module")
def study():
    return estimate_overlap(TABLE)


def estimate(study, method):
    return next(one for one in study.estimates if one.method == method)


def test_the_documented_minimum(study):
    """4,400 are on the lists (Ball et al. 2002)."""
    assert cell_counts(TABLE).sum() == study.panel.documented == 4400


def test_best_bic(study):
    """Ball et al. 2002: 10,356 (9,002-12,122); Cormack's profile as in Rcapture: 8,994-12,110."""
    best = estimate(study, "loglinear_bic")
    assert best.diagnostics["model"] == "[123][14][34]"
    assert best.point == pytest.approx(10_356.519, abs=0.01)
    assert (best.low, best.high) == pytest.approx((8_994.3, 12_110.4), abs=0.5)
    assert (best.low, best.high) == pytest.approx((9_002, 12_122), abs=25)


def test_best_aic(study):
    """Rcapture: [123,134] has the best AIC, 12,740.97 (10,184-16,703)."""
    best = estimate(study, "loglinear_aic")
    assert best.diagnostics["model"] == "[123][134]"
    assert best.point == pytest.approx(12_740.97, abs=0.01)
    assert (best.low, best.high) == pytest.approx((10_184, 16_703), abs=1)


def test_the_models_tried(study):
    """Four lists have 113 hierarchical models without the saturated one."""
    assert estimate(study, "loglinear_bic").diagnostics["models_tried"] == 113


def test_averaging(study):
    """The average lies in the range of the BIC bootstrap: 8,500-17,000 (Silverman et al. 2024, Table 2)."""
    average = estimate(study, "loglinear_average")
    assert 8_500 < average.point < 17_000
    assert average.diagnostics["weighted_mean"] == pytest.approx(average.point, rel=0.15)


def test_chaos_bound(study):
    """Rcapture, Mth Chao (LB): 8,591 (8,173-9,010)."""
    bound = estimate(study, "chao_mth")
    assert (bound.point, bound.low, bound.high) == pytest.approx((8_591, 8_173, 9_010), abs=1)


def test_sample_coverage(study):
    """CARE1: 15,046; independent 7,634; one step 9,103."""
    found = estimate(study, "sample_coverage")
    assert found.point == pytest.approx(15_046, abs=1)
    assert found.diagnostics["independent"] == pytest.approx(7_634, abs=1)
    assert found.diagnostics["one_step"] == pytest.approx(9_103, abs=1)


def test_the_dial_without_highest_order(study):
    """Aleshin-Guendel, Sadinle & Wakefield (2021): xi = 1/2, 2/3, 1, 1.5, 2."""
    points = [value["point"] for value in study.panel.sensitivity["no_highest_order"]]
    assert points == pytest.approx([29_484, 23_213, 16_942, 12_761, 10_671], abs=1)


def test_the_panel_holds_both_leaders(study):
    """The headline's interval covers the best BIC and the best AIC, and the study says they disagree."""
    assert study.refused is None
    assert study.panel.low < 10_356
    assert study.panel.high > 12_741
    assert any("supported models disagree" in warning for warning in study.warnings)
