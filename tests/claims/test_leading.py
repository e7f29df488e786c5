"""What a front page sets side by side."""

import pytest

from tollbook.claims import leading, rival_pairs
from tollbook.model.claims import Flag, Mode, Standing
from tollbook.model.comparisons import Comparability
from tollbook.model.measures import Measure


def test_the_newest_standing_figure_leads(claim, scope):
    """Of one claimant the newest figure leads, not the largest, and never a superseded one."""
    larger = claim(900, day="2023-01-01")
    newest = claim(500, day="2023-02-01", number=1)
    superseded = claim(600, day="2023-03-01", number=2, flags=frozenset({Flag.SUPERSEDED}))
    assert leading([superseded, larger, newest], scope) == (newest,)


def test_on_one_day_the_exact_figure_leads(claim, scope):
    """A rounded restatement does not push out the figure it rounds."""
    exact, rounded = claim(140460), claim("140000+", number=1)
    assert leading([exact, rounded], scope) == leading([rounded, exact], scope) == (exact,)


def test_a_change_leads_only_where_no_total_is(claim, scope):
    """A day's change is no standing figure of a claimant who states a total."""
    total = claim(500, day="2023-01-01")
    change = claim(5, mode=Mode.INCREMENT, number=1)
    assert leading([total, change], scope) == (total,)
    assert leading([change], scope) == (change,)


@pytest.mark.parametrize(
    "changes",
    [
        {"place": "Hollow Ford"},
        {"subgroup": "children"},
        {"part_of": "c-1"},
        {"measure": Measure.TANKS},
        {"measure": Measure.MOBILISED},
        {"measure": Measure.ACCUSATION},
        {"value": None},
        {"standing": Standing.DENIED},
        {"claimant": None},
        {"party": "Cestria"},
    ],
)
def test_what_is_not_a_whole_figure_of_people_lost_never_leads(claim, scope, changes):
    """Parts, places, things, words, denials, unnamed voices and outsiders do not lead."""
    assert leading([claim(**changes)], scope) == ()


def test_pairs_are_told_across_sides_and_voices_of_one_war(claim, scope):
    """Every two voices of a war are compared, rivals first; one voice is not held against itself."""
    ours = claim(100)
    rival = claim(90, claimant="The Kestrel", number=1)
    other_side = claim(80, claimant="The Kestrel", party="Brenia", number=2)
    pairs = rival_pairs([ours, rival, other_side], scope)
    assert [pair.verdict for pair in pairs] == [Comparability.SAME, Comparability.DIFFERENT]
    assert {pairs[0].left, pairs[0].right} == {ours.id, rival.id}
    assert {pairs[1].left, pairs[1].right} == {ours.id, other_side.id}
