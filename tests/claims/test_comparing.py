"""What counts the same thing as what, along each dimension."""

from itertools import combinations, permutations

import pytest

from tollbook.claims import ReasonCode, compare
from tollbook.model.claims import Flag, Mode, Standing
from tollbook.model.comparisons import Comparability, DimensionName
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.measures import Group, Measure

SAME, CONVERTIBLE, DIFFERENT = Comparability.SAME, Comparability.CONVERTIBLE, Comparability.DIFFERENT
OWN = {"claimant": "Aldovan Ministry", "number": 9}


def told(comparison, name):
    """``(verdict, reason)`` along one dimension."""
    return next((each.verdict, each.reason) for each in comparison.dimensions if each.name is name)


@pytest.fixture(scope="module")
def four(claim):
    """Four figures of one news article that are not four values of one quantity."""
    return (
        claim(140460, claimant="Brenian Staff", measure=Measure.LOSSES, number=1),
        claim(5937, day="2022-09", claimant="Aldovan Ministry", number=2),
        claim(14093, day="2023-02-12", claimant="The Kestrel", standing=Standing.CONFIRMED, number=3),
        claim(
            "100000+",
            day="2023-01",
            claimant="General Ode",
            party="Brenia",
            measure=Measure.KILLED_WOUNDED,
            standing=Standing.ESTIMATED,
            number=4,
        ),
    )


def test_the_four_figures_are_never_one_quantity(four, scope):
    """Losses, an old toll, a count by name and the other side's dead or wounded never compare."""
    for left, right in permutations(four, 2):
        assert compare(left, right, scope).verdict is DIFFERENT


def test_each_of_the_four_differs_for_its_own_reason(four, scope):
    """The reader is told which dimension keeps each pair apart."""
    reasons = {
        (left.claimant, right.claimant): {
            each.reason for each in compare(left, right, scope).dimensions if each.verdict is DIFFERENT
        }
        for left, right in combinations(four, 2)
    }
    staff, ministry, kestrel, ode = (each.claimant for each in four)
    assert reasons[staff, ministry] == {"undefined-state", "other-day"}
    assert reasons[staff, kestrel] == {"undefined-state"}
    assert reasons[ministry, kestrel] == {"other-day"}
    assert reasons[staff, ode] == {"undefined-state", "other-side", "other-day"}
    assert reasons[ministry, ode] >= {"part-of-wider", "other-side", "other-day"}
    assert reasons[kestrel, ode] >= {"part-of-wider", "other-side", "other-day"}


def test_a_claim_a_count_and_an_estimate_of_one_day_are_rivals(claim, scope):
    """Figures of one quantity and day stand side by side, and a count by name is told as a minimum."""
    claimed = claim(20000)
    counted = claim(14093, claimant="The Kestrel", standing=Standing.CONFIRMED, number=2)
    inferred = claim(30000, claimant="General Ode", standing=Standing.ESTIMATED, number=3)
    for left, right in combinations((claimed, counted, inferred), 2):
        assert compare(left, right, scope).verdict is SAME
    assert told(compare(claimed, counted, scope), DimensionName.EVIDENCE) == (CONVERTIBLE, "count-is-minimum")
    assert told(compare(claimed, inferred, scope), DimensionName.EVIDENCE)[1] == "estimate-and-claim"
    assert told(compare(claimed, claim(**OWN), scope), DimensionName.EVIDENCE)[1] == "other-interest"


CASES = [
    ({"group": Group.CIVILIAN}, DimensionName.WHO, DIFFERENT, ReasonCode.OTHER_GROUP),
    ({"group": Group.UNSPECIFIED}, DimensionName.WHO, CONVERTIBLE, ReasonCode.GROUP_NOT_STATED),
    ({"subgroup": "generals"}, DimensionName.WHO, DIFFERENT, ReasonCode.PART_OF_GROUP),
    ({"measure": Measure.LOSSES}, DimensionName.STATE, DIFFERENT, ReasonCode.UNDEFINED_STATE),
    ({"measure": Measure.CASUALTIES}, DimensionName.STATE, DIFFERENT, ReasonCode.UNDEFINED_STATE),
    ({"measure": Measure.WOUNDED}, DimensionName.STATE, DIFFERENT, ReasonCode.OTHER_STATE),
    ({"measure": Measure.TANKS}, DimensionName.STATE, DIFFERENT, ReasonCode.OTHER_CLASS),
    ({"party": "Brenia"}, DimensionName.SIDE, DIFFERENT, ReasonCode.OTHER_SIDE),
    ({"party": None}, DimensionName.SIDE, DIFFERENT, ReasonCode.SIDE_NOT_STATED),
    ({"place": "Hollow Ford"}, DimensionName.AREA, DIFFERENT, ReasonCode.PLACE_AND_WHOLE),
    ({"day": "2023-02-10"}, DimensionName.PERIOD, CONVERTIBLE, ReasonCode.CLOSE_DAYS),
    ({"day": "2023-02-09"}, DimensionName.PERIOD, CONVERTIBLE, ReasonCode.CLOSE_DAYS),
    ({"day": "2023-02-08"}, DimensionName.PERIOD, DIFFERENT, ReasonCode.OTHER_DAY),
    ({"day": "2023-02"}, DimensionName.PERIOD, SAME, ReasonCode.SAME),
    ({"day": "2023"}, DimensionName.PERIOD, CONVERTIBLE, ReasonCode.DAY_VAGUE),
    ({"day": None}, DimensionName.PERIOD, DIFFERENT, ReasonCode.DAY_NOT_STATED),
    ({"start": "2014-04-14"}, DimensionName.PERIOD, DIFFERENT, ReasonCode.OTHER_START),
    ({"start": "2022-02"}, DimensionName.PERIOD, SAME, ReasonCode.SAME),
    ({"mode": Mode.INCREMENT}, DimensionName.PERIOD, DIFFERENT, ReasonCode.OTHER_MODE),
    ({"mode": Mode.EVENT}, DimensionName.PERIOD, DIFFERENT, ReasonCode.OTHER_MODE),
    ({"value": None}, DimensionName.KIND, DIFFERENT, ReasonCode.NO_NUMBER),
    ({"value": "90+"}, DimensionName.KIND, CONVERTIBLE, ReasonCode.OPEN_BOUND),
    ({"standing": Standing.DENIED}, DimensionName.KIND, DIFFERENT, ReasonCode.DENIED),
    ({"flags": frozenset({Flag.REFUTED})}, DimensionName.KIND, DIFFERENT, ReasonCode.NOT_LIVE),
    (
        {"count": Count(5, 5, Qualifier.EXACT, unit="percent")},
        DimensionName.KIND,
        DIFFERENT,
        ReasonCode.OTHER_UNIT,
    ),
]


@pytest.mark.parametrize(("changes", "name", "verdict", "reason"), CASES)
def test_one_difference_gives_one_reason(claim, scope, changes, name, verdict, reason):
    """Of two figures that differ in one thing, that dimension alone decides."""
    comparison = compare(claim(), claim(**{**OWN, **changes}), scope)
    assert told(comparison, name) == (verdict, reason)
    assert comparison.verdict is verdict


def test_undefined_words_agree_only_with_their_own_voice(claim, scope):
    """Losses by two claimants are two quantities; by one claimant they are a series."""
    ours = claim(measure=Measure.LOSSES)
    later = claim(measure=Measure.LOSSES, day="2023-06-01", number=1)
    theirs = claim(measure=Measure.LOSSES, **OWN)
    unnamed = [claim(measure=Measure.LOSSES, claimant=None, number=each) for each in (1, 2)]
    assert told(compare(ours, theirs, scope), DimensionName.STATE) == (DIFFERENT, "undefined-by-each")
    assert told(compare(*unnamed, scope), DimensionName.STATE) == (DIFFERENT, "undefined-by-each")
    assert compare(ours, later, scope).verdict is CONVERTIBLE
    assert told(compare(ours, later, scope), DimensionName.PERIOD) == (CONVERTIBLE, "same-series")


def test_a_total_and_a_change_convert_only_within_one_series(claim, scope):
    """A day's change can be taken from a claimant's own totals, never from another's."""
    change = claim(5, start="2023-02-15", mode=Mode.INCREMENT, number=1)
    assert told(compare(claim(), change, scope), DimensionName.PERIOD) == (CONVERTIBLE, "total-and-change")
    assert compare(claim(**OWN), change, scope).verdict is DIFFERENT


def test_the_wider_is_an_upper_limit_only_when_all_else_agrees(claim, scope):
    """Killed or wounded bounds killed for one voice, side and day; on another day it does not."""
    wider = claim(300, measure=Measure.KILLED_WOUNDED, number=1)
    other_day = claim(300, measure=Measure.KILLED_WOUNDED, day="2023-02-15", number=1)
    assert told(compare(claim(), wider, scope), DimensionName.STATE) == (DIFFERENT, "bounded-by-wider")
    assert told(compare(claim(), other_day, scope), DimensionName.STATE) == (DIFFERENT, "part-of-wider")
    assert compare(claim(), wider, scope).verdict is DIFFERENT


def test_a_part_is_never_beside_its_total(claim, scope):
    """A total and its part, and two parts of one total, are different quantities."""
    total = claim(100)
    parts = [claim(40, part_of=total.id, number=each) for each in (1, 2)]
    assert told(compare(total, parts[0], scope), DimensionName.KIND) == (DIFFERENT, "part-of-total")
    assert told(compare(*parts, scope), DimensionName.KIND) == (DIFFERENT, "parts-of-one-total")


def test_incidents_are_one_only_on_one_day_at_one_place(claim, scope):
    """Two incidents without a place may or may not be the same one."""
    event = {"mode": Mode.EVENT}
    placed = {**event, "place": "Hollow Ford"}
    assert compare(claim(**placed), claim(**placed, **OWN), scope).verdict is SAME
    unplaced = compare(claim(**event), claim(**event, **OWN), scope)
    assert told(unplaced, DimensionName.PERIOD) == (CONVERTIBLE, "incident-not-named")
    other_day = compare(claim(**placed), claim(**placed, day="2023-02-15", number=1), scope)
    assert told(other_day, DimensionName.PERIOD) == (DIFFERENT, "other-incident")


def test_changes_of_two_voices_compare_over_one_period_only(claim, scope):
    """Two claimants' changes are rivals over the same days and different over others."""
    change = {"mode": Mode.INCREMENT, "start": "2023-02-15"}
    week = {
        "mode": Mode.INCREMENT,
        "covers": Period(FuzzyDate.parse("2023-02-09"), FuzzyDate.parse("2023-02-16")),
    }
    assert compare(claim(**change), claim(**change, **OWN), scope).verdict is SAME
    assert (
        told(compare(claim(**change), claim(**week, **OWN), scope), DimensionName.PERIOD)[1] == "other-period"
    )
    open_change = claim(mode=Mode.INCREMENT, **OWN)
    assert told(compare(claim(**change), open_change, scope), DimensionName.PERIOD)[1] == "period-not-stated"


def test_every_reason_given_is_on_the_public_list(four, scope):
    """The catalogue of wording can be tested complete against the list of codes."""
    for left, right in permutations(four, 2):
        for each in compare(left, right, scope).dimensions:
            assert ReasonCode(each.reason)
            assert type(each.reason) is str
