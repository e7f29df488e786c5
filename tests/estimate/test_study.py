"""Studies: every method asked, panel, refusals."""

import json

import pytest

from tollbook.errors import InputError
from tollbook.estimate import ESTIMATORS, estimate_overlap, overlap_table, study_json
from tollbook.model.estimates import OverlapTable

THREE = OverlapTable(
    ("A", "B", "C"),
    (
        ((1, 0, 0), 210),
        ((0, 1, 0), 160),
        ((1, 1, 0), 95),
        ((0, 0, 1), 120),
        ((1, 0, 1), 70),
        ((0, 1, 1), 50),
        ((1, 1, 1), 34),
    ),
)


def two_lists(only_first, only_second, both):
    return OverlapTable(("A", "B"), (((1, 0), only_first), ((0, 1), only_second), ((1, 1), both)))


def test_every_method_answers_on_good_lists():
    """Three lists with ample overlap get an answer from every method, Chapman one for each pair."""
    study = estimate_overlap(THREE)
    assert study.refused is None
    assert {estimate.method for estimate in study.estimates} == set(ESTIMATORS)
    assert sum(estimate.method == "chapman" for estimate in study.estimates) == 3


def test_an_estimate_says_what_it_rests_on():
    """No estimate comes without estimand, assumptions, interval kind and failure."""
    for estimate in estimate_overlap(THREE).estimates:
        assert estimate.estimand
        assert estimate.assumes
        assert estimate.fails_when
        assert estimate.interval != "none"
        assert estimate.level == 0.95 or estimate.high is None


def test_the_panel_is_in_order():
    """The headline lies in its interval, the interval holds the three it envelops, above the minimum."""
    study = estimate_overlap(THREE)
    panel = study.panel
    assert panel.documented <= panel.low <= panel.point <= panel.high
    inside = [estimate for estimate in study.estimates if estimate.method.startswith("loglinear")]
    assert all(panel.low <= estimate.low and estimate.high <= panel.high for estimate in inside)
    assert panel.documented <= panel.span_low <= panel.span_high


def test_the_dial_turns_the_unseen():
    """At xi = 2 half as many are unseen as at xi = 1, at xi = 1/2 twice as many."""
    panel = estimate_overlap(THREE).panel
    unseen = {value["xi"]: value["point"] - panel.documented for value in panel.sensitivity["values"]}
    assert unseen[1.0] == pytest.approx(panel.point - panel.documented)
    assert unseen[2.0] == pytest.approx(unseen[1.0] / 2)
    assert unseen[0.5] == pytest.approx(unseen[1.0] * 2)


def test_two_lists_show_the_odds_ratio():
    """With two lists the dial is one over the odds ratio of the pair."""
    study = estimate_overlap(two_lists(300, 200, 100))
    values = study.panel.sensitivity["values"]
    assert [value["odds_ratio"] for value in values] == pytest.approx([1 / value["xi"] for value in values])
    point = next(estimate.point for estimate in study.estimates if estimate.method == "loglinear_bic")
    assert point == pytest.approx(600 + 300 * 200 / 100, abs=1e-3)  # Lincoln-Petersen


def test_only_what_is_asked_for_is_given():
    """Stated methods alone are reported, once each and in the order stated; the panel is always made."""
    study = estimate_overlap(THREE, methods=["chao_mth", "documented", "chao_mth"])
    assert [estimate.method for estimate in study.estimates] == ["chao_mth", "documented"]
    assert study.panel.point is not None


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (OverlapTable(("A",), (((1,), 40),)), "only one list"),
        (OverlapTable(("A", "B"), (((1, 0), 40),)), "only one list"),
        (OverlapTable(("A", "B"), ()), "nobody is on any list"),
        (two_lists(40, 30, 0), "groups that share nobody: A; B"),
        (two_lists(40, 30, 6), "only 6 people are on two lists or more"),
        (two_lists(40, 0, 60), "no log-linear model has an estimate"),
        (
            OverlapTable(
                ("A", "B", "C"), (((1, 0, 0), 40), ((0, 1, 0), 30), ((0, 0, 1), 20), ((1, 1, 0), 16))
            ),
            "groups that share nobody: A, B; C",
        ),
        (overlap_table([str(i) for i in range(20)], [[1] * 20] * 9), "there are 20 lists"),
    ],
)
def test_what_is_not_estimable_is_refused(table, reason):
    """A refusal names its reason, and the panel then holds no headline."""
    study = estimate_overlap(table)
    assert reason in study.refused
    assert (study.panel.point, study.panel.low, study.panel.high) == (None, None, None)
    assert study.panel.documented == table.n_observed


def test_a_list_that_names_nobody_is_left_out():
    """An empty list changes no number and is reported."""
    wider = OverlapTable(("A", "none", "B", "C"), tuple(((a, 0, b, c), n) for (a, b, c), n in THREE.cells))
    study = estimate_overlap(wider)
    assert study.panel == estimate_overlap(THREE).panel
    assert "none names nobody and is left out" in study.warnings


def test_unknown_methods_and_levels_are_refused():
    """A slip in the question is an input error with the value."""
    with pytest.raises(InputError, match="no method 'chapmann'"):
        estimate_overlap(THREE, methods=["chapmann"])
    with pytest.raises(InputError, match="not 95"):
        estimate_overlap(THREE, level=95)


def test_the_json_has_the_contracts_shape():
    """Scripts find the agreed keys, and numbers that JSON can hold."""
    answer = study_json(estimate_overlap(THREE))
    assert set(answer) == {"n_observed", "estimates", "panel", "refused", "warnings"}
    assert set(answer["panel"]) == {
        *("documented", "bound", "span", "sensitivity", "point", "low", "high", "level"),
    }
    wanted = {"method", "point", "low", "high", "interval", "level", "assumes", "diagnostics"}
    assert all(wanted <= set(estimate) for estimate in answer["estimates"])
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer


def test_a_wider_level_gives_a_wider_interval():
    """The 99 % interval holds the 80 % interval, for every method that has one."""
    wide, narrow = (estimate_overlap(THREE, level=level).estimates for level in (0.99, 0.8))
    for outer, inner in zip(wide, narrow, strict=True):
        if outer.level is not None:
            assert outer.low <= inner.low
            assert inner.high <= outer.high


def test_many_lists_are_searched_forward():
    """With seven lists the search is by steps, and says so."""
    bits = [
        [person * factor % 997 % 3 == 0 for factor in (3, 7, 11, 19, 23, 29, 37)] for person in range(1, 900)
    ]
    table = overlap_table("ABCDEFG", [list(map(int, history)) for history in bits if any(history)])
    study = estimate_overlap(table, methods=["loglinear_bic"])
    assert "forward search" in study.estimates[0].diagnostics["search"]
