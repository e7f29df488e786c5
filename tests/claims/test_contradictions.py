"""Figures that do not fit their claimant's own."""

import pytest

from tollbook.claims import contradictions
from tollbook.model.claims import Flag, Mode
from tollbook.model.counts import Count, Qualifier
from tollbook.model.findings import Severity


def codes(*claims):
    """The codes found, in order."""
    return [finding.code for finding in contradictions(claims)]


def test_figures_that_fit_find_nothing(claim):
    """Rising totals, a fitting change and a part below its total contradict nothing."""
    first, second = claim(100, day="2023-02-15"), claim(107, number=1)
    change = claim(7, start="2023-02-15", mode=Mode.INCREMENT, number=2)
    part = claim(3, number=3, part_of=second.id, mode=Mode.EVENT)
    assert codes(first, second, change, part) == []


def test_a_part_above_its_total_is_found(claim):
    """A part cannot exceed what it is a part of."""
    total = claim(10)
    assert codes(total, claim(11, number=1, part_of=total.id, mode=Mode.EVENT)) == ["part-above-total"]


def test_a_total_that_goes_down_is_kept_and_named(claim):
    """The later figure is the one named, with both values; nothing is dropped."""
    first, second = claim(107, day="2023-02-15"), claim(100, number=1)
    (finding,) = contradictions([second, first])
    assert (finding.code, finding.subject, finding.severity) == ("goes-down", second.id, Severity.WARNING)
    assert "100 of 2023-02-16 is below 107 of 2023-02-15" in finding.message


@pytest.mark.parametrize(
    "changes", [{"claimant": "The Kestrel"}, {"claimant": None}, {"flags": frozenset({Flag.REFUTED})}]
)
def test_only_a_voice_and_its_own_standing_figures_are_held_together(claim, changes):
    """Another voice, nobody or a refuted figure contradicts nothing."""
    assert codes(claim(107, day="2023-02-15"), claim(100, number=1, **changes)) == []


def test_a_bound_below_an_exact_figure_is_no_fall(claim):
    """More than 140,000 does not contradict 140,460 of the day before."""
    assert codes(claim(140460, day="2023-02-15"), claim("140000+", number=1)) == []


def test_two_totals_of_one_day_are_found(claim):
    """One voice cannot have two totals on one day."""
    assert codes(claim(100), claim(120, number=1)) == ["two-values-one-day"]


@pytest.mark.parametrize(
    ("qualifier", "severity"), [(Qualifier.EXACT, Severity.WARNING), (Qualifier.ABOUT, Severity.NOTE)]
)
def test_a_change_that_is_not_the_step_between_totals_is_found(claim, qualifier, severity):
    """The step from 100 to 107 is not 9; hedged figures make it a note only."""
    totals = [
        claim(value, day=day, number=value, count=Count(value, value, qualifier))
        for value, day in ((100, "2023-02-15"), (107, "2023-02-16"))
    ]
    change = claim(9, start="2023-02-15", mode=Mode.INCREMENT, number=2)
    (finding,) = contradictions([*totals, change])
    assert (finding.code, finding.subject, finding.severity) == ("does-not-add-up", change.id, severity)
