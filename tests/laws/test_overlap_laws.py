"""What holds for every overlap table."""

import json
from itertools import permutations, product
from math import isfinite

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tollbook.errors import NotEstimableError
from tollbook.estimate import ESTIMATORS, estimate_overlap, study_json
from tollbook.estimate.cells import cell_counts
from tollbook.estimate.panel import unseen_without_highest_order
from tollbook.model.estimates import OverlapTable

SLOW = settings(deadline=None, max_examples=15)


def tables(lists, smallest, largest):
    patterns = [history for history in product((0, 1), repeat=lists) if any(history)]
    counts = st.lists(st.integers(smallest, largest), min_size=len(patterns), max_size=len(patterns))
    names = tuple("ABCD"[:lists])
    return counts.map(lambda found: OverlapTable(names, tuple(zip(patterns, found, strict=True))))


ANY = st.integers(2, 4).flatmap(lambda lists: tables(lists, 0, 60))


def reordered(table, order):
    cells = tuple((tuple(history[i] for i in order), count) for history, count in table.cells)
    return OverlapTable(tuple(table.lists[i] for i in order), cells)


def scaled(table, factor):
    return OverlapTable(table.lists, tuple((history, count * factor) for history, count in table.cells))


@SLOW
@given(ANY)
@example(OverlapTable(("A", "B", "C"), (((0, 1, 0), 12), ((1, 0, 1), 1))))
def test_estimates_are_honest_numbers(table):
    """Every estimate is finite, not below the documented minimum, and inside its own interval."""
    for estimate in estimate_overlap(table).estimates:
        assert isfinite(estimate.point)
        assert estimate.point >= table.n_observed
        assert table.n_observed <= estimate.low <= estimate.point
        assert estimate.high is None or estimate.point <= estimate.high


@SLOW
@given(ANY)
def test_a_refused_study_has_no_headline(table):
    """A study either has a headline with an interval or says why not, never both, never neither."""
    study = estimate_overlap(table)
    assert (study.refused is None) == (study.panel.point is not None)
    assert study.refused is None or study.refused
    json.dumps(study_json(study), allow_nan=False)


@SLOW
@given(tables(3, 1, 300), st.sampled_from(list(permutations(range(3)))))
def test_the_order_of_lists_changes_nothing(table, order):
    """Lists have no rank: reordered, they give the same headline and the same answers by method."""
    before, after = estimate_overlap(table), estimate_overlap(reordered(table, order))
    assert (before.refused is None) == (after.refused is None)
    for code in ESTIMATORS:
        one, other = (
            sorted((e.point, e.low, e.high or 0) for e in study.estimates if e.method == code)
            for study in (before, after)
        )
        assert [value for row in one for value in row] == pytest.approx(
            [value for row in other for value in row], rel=1e-4
        )


@given(ANY)
def test_the_documented_minimum_is_the_count(table):
    """The documented minimum is how many are on a list, no more and no less."""
    (floor,) = ESTIMATORS["documented"](table, 0.95).estimates
    assert floor.point == sum(count for _, count in table.cells)


@given(tables(2, 1, 500), st.integers(1, 300))
def test_people_seen_by_both_add_at_most_themselves(table, more):
    """More people on both lists are counted, and make the unseen fewer, never more."""
    counts = dict(table.cells)
    counts[1, 1] += more
    wider = OverlapTable(table.lists, tuple(counts.items()))
    before, after = (ESTIMATORS["chapman"](one, 0.95).estimates[0].point for one in (table, wider))
    assert after <= before + more + 1e-9


@given(tables(3, 5, 200), st.integers(2, 9))
def test_ten_times_the_people_ten_times_the_total(table, factor):
    """Methods that know only proportions scale with the counts."""
    unseen = unseen_without_highest_order(cell_counts(table))
    assert unseen_without_highest_order(cell_counts(scaled(table, factor))) == pytest.approx(factor * unseen)
    try:
        small = ESTIMATORS["sample_coverage"](table, 0.95).estimates[0].point
    except NotEstimableError:
        assume(False)  # noqa: FBT003 - hypothesis' own form
    big = ESTIMATORS["sample_coverage"](scaled(table, factor), 0.95).estimates[0].point
    assert big == pytest.approx(factor * small)
