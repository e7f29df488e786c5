"""Simulate a population of known size, estimate it, and ask whether the intervals were honest."""

from math import sqrt

import numpy as np
import pytest

from tollbook.estimate import ESTIMATORS
from tollbook.model.estimates import OverlapTable

SEED = 19481210


def counted(seen):
    """The overlap table of a people-by-lists array of zeros and ones."""
    histories, counts = np.unique(seen[seen.any(axis=1)], axis=0, return_counts=True)
    lists = tuple("ABCDE"[: seen.shape[1]])
    return OverlapTable(
        lists,
        tuple((tuple(map(int, row)), int(count)) for row, count in zip(histories, counts, strict=True)),
    )


def independent(rng, people, reach):
    return counted((rng.random((people, len(reach))) < reach).astype(int))


def two_kinds(rng, people):
    """Half of the people are easily seen by every list, half hardly by any."""
    reach = np.where(rng.random((people, 1)) < 0.5, 0.6, 0.08) * np.ones((1, 3))
    return counted((rng.random(reach.shape) < reach).astype(int))


def coverage(method, draws, truth):
    held = 0
    for table in draws:
        (estimate,) = ESTIMATORS[method](table, 0.95).estimates
        held += estimate.low <= truth <= estimate.high
    return held / len(draws)


def assert_nominal(share, repetitions):
    """Within three binomial standard errors of 95 %, with one point for model choice."""
    slack = 3 * sqrt(0.95 * 0.05 / repetitions)
    assert 0.95 - slack - 0.01 <= share <= min(1.0, 0.95 + slack + 0.01)


@pytest.mark.parametrize("reach", [(0.5, 0.4), (0.25, 0.3)])
def test_chapmans_interval_is_honest_for_independent_lists(reach):
    """Sadinle's interval for two independent lists covers the truth as often as it says."""
    rng = np.random.default_rng(SEED)
    draws = [independent(rng, 500, reach) for _ in range(400)]
    assert_nominal(coverage("chapman", draws, 500), 400)


@pytest.mark.parametrize(
    ("method", "reach"),
    [
        ("loglinear_bic", (0.4, 0.3)),
        ("loglinear_bic", (0.4, 0.3, 0.35)),
        ("loglinear_average", (0.4, 0.3, 0.35)),
    ],
)
def test_profile_intervals_are_honest_for_independent_lists(method, reach):
    """The profile intervals cover the truth as often as they say where the assumptions hold."""
    rng = np.random.default_rng(SEED)
    draws = [independent(rng, 600, reach) for _ in range(80)]
    assert_nominal(coverage(method, draws, 600), 80)


def test_dependence_between_two_lists_is_found():
    """Where one list feeds another, the models find it, and two lists alone do not."""
    rng = np.random.default_rng(SEED)
    draws = []
    for _ in range(60):
        seen = (rng.random((3000, 3)) < (0.4, 0.2, 0.35)).astype(int)
        seen[:, 1] |= seen[:, 0] & (rng.random(3000) < 0.4)
        draws.append(seen)
    with_third = coverage("loglinear_bic", [counted(seen) for seen in draws], 3000)
    alone = coverage("chapman", [counted(seen[:, :2]) for seen in draws], 3000)
    assert with_third > 0.85
    assert alone < 0.1


def test_heterogeneity_on_all_lists_is_a_known_limit():
    """Where some people are hard to see for every list, the intervals miss, and Chao's bound holds.

    This documents the limit that every estimate states under ``fails_when``.
    """
    rng = np.random.default_rng(SEED)
    draws = [two_kinds(rng, 2000) for _ in range(40)]
    assert coverage("loglinear_average", draws, 2000) < 0.5
    bounds = [ESTIMATORS["chao_mth"](table, 0.95).estimates[0].point for table in draws]
    assert np.mean(np.array(bounds) < 2000) > 0.9
