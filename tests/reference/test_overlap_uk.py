"""Potential victims of trafficking in the United Kingdom, 2013, on five lists: a sparse table.

Counts: Silverman (2014), Modern slavery: an application of multiple systems estimation, with the
police and National Crime Agency lists joined as there.
"""

import pytest

from tollbook.estimate import estimate_overlap
from tollbook.estimate.candidates import rank_models
from tollbook.estimate.cells import cell_counts
from tollbook.estimate.profile import profile_spread
from tollbook.model.estimates import OverlapTable

COUNTS = {
    "10000": 54, "01000": 463, "00100": 995, "00010": 695, "00001": 316, "11000": 15, "10100": 19, "10010": 3,
    "01100": 62, "01010": 19, "01001": 1, "00110": 76, "00101": 11, "00011": 8, "11100": 1, "11010": 1,
    "01110": 4, "11110": 1,
}  # fmt: skip
TABLE = OverlapTable(
    ("LA", "NG", "PFNCA", "GO", "GP"),
    tuple((tuple(map(int, history)), count) for history, count in COUNTS.items()),
)


@pytest.fixture(scope="module")
def pairwise():
    return rank_models(tuple(int(count) for count in cell_counts(TABLE)), 2).candidates


def total(candidate):
    spread = profile_spread(cell_counts(TABLE), candidate, 0.95)
    return tuple(TABLE.n_observed + unseen for unseen in (candidate.unseen, spread.low, spread.high))


def test_best_bic_of_pairs(pairwise):
    """Rcapture, terms of at most two lists: best BIC 22,991 (17,991-30,142)."""
    assert total(pairwise[0]) == pytest.approx((22_991, 17_991, 30_142), abs=1)


def test_best_aic_of_pairs(pairwise):
    """Rcapture, terms of at most two lists: best AIC 11,175 (9,771-12,900)."""
    best = min(pairwise, key=lambda candidate: candidate.aic)
    assert total(best) == pytest.approx((11_175, 9_771, 12_900), abs=1)


def test_the_published_model(pairwise):
    """Silverman 2014 and SparseMSE (stepwise, p = 0.02): 11,313 with five lists."""
    stepwise = next(one for one in pairwise if one.formula == "[12][13][24][25][35][45]")
    assert TABLE.n_observed + stepwise.unseen == pytest.approx(11_312.990, abs=0.01)


def test_the_disagreement_is_refused():
    """With higher-order terms allowed, equally good models differ by more than a factor of three."""
    study = estimate_overlap(TABLE, methods=["documented"])
    assert "disagree" in study.refused
    assert study.panel.point is None
    assert study.panel.span_high > 3 * study.panel.span_low
