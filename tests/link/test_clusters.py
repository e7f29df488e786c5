from datetime import UTC, datetime

from tollbook.link.clusters import group_records
from tollbook.link.judgements import Rulings, rulings_from
from tollbook.model.links import Judgement, Verdict


def judged(left, right, verdict, hour):
    return Judgement(left, right, verdict, "analyst", datetime(2024, 1, 1, hour, tzinfo=UTC))


def groups(ids, bits, rulings=None):
    return group_records(ids, bits, rulings or Rulings(), least_bits=0, death_days={})[0]


def test_a_namesake_does_not_chain_two_people():
    """A record that fits both of two people joins one; the two stay apart."""
    bits = {("a", "b"): 8.0, ("b", "c"): 6.0, ("a", "c"): -10.0}
    assert groups("abc", bits) == [["a", "b"], ["c"]]


def test_records_that_all_fit_are_one_group():
    """Three that speak for each other are one person."""
    assert groups("abc", {("a", "b"): 3.0, ("b", "c"): 3.0, ("a", "c"): 1.0}) == [["a", "b", "c"]]


def test_a_pair_nobody_compared_speaks_against():
    """A chain whose ends were never compared must be strong to hold."""
    assert groups("abc", {("a", "b"): 5.0, ("b", "c"): 0.5}) == [["a", "b"], ["c"]]
    assert groups("abc", {("a", "b"): 9.0, ("b", "c"): 9.0}) == [["a", "b", "c"]]


def test_certain_deaths_too_far_apart_are_never_joined_by_way_of_another():
    """A record without a day of death cannot bring two deaths half a year apart together."""
    bits = {("a", "b"): 14.0, ("b", "c"): 14.0}
    days = {"a": 738000, "c": 738184}
    assert group_records("abc", bits, Rulings(), least_bits=0, death_days=days)[0] == [["a", "b"], ["c"]]
    near = {"a": 738000, "c": 738183}
    assert group_records("abc", bits, Rulings(), least_bits=0, death_days=near)[0] == [["a", "b", "c"]]


def test_same_joins_what_the_machine_would_not():
    """A judgement outweighs any score."""
    assert groups("ab", {("a", "b"): -20.0}, Rulings(same=(("a", "b"),))) == [["a", "b"]]


def test_different_parts_for_good():
    """No evidence joins across a recorded "different", not even by way of others."""
    bits = {("a", "b"): 14.0, ("b", "c"): 14.0, ("a", "c"): 14.0}
    found = groups("abc", bits, Rulings(different=frozenset({("a", "c")})))
    assert [group for group in found if {"a", "c"} <= set(group)] == []


def test_same_never_joins_across_different():
    """Two "same" that meet across a "different" are reported, and the "different" holds."""
    rulings = Rulings(same=(("a", "b"), ("b", "c")), different=frozenset({("a", "c")}))
    found, findings = group_records("abc", {}, rulings, least_bits=0, death_days={})
    assert found == [["a", "b"], ["c"]]
    assert [finding.code for finding in findings] == ["judgements-contradict"]


def test_the_latest_judgement_of_a_pair_holds():
    """Whichever way round the pair was named and whatever order the judgements come in."""
    early, late = judged("a", "b", Verdict.DIFFERENT, 1), judged("b", "a", Verdict.SAME, 2)
    for order in ([early, late], [late, early]):
        assert rulings_from(order, "ab")[0] == Rulings(same=(("a", "b"),))


def test_cannot_tell_takes_an_earlier_verdict_back():
    """After it the machine's suggestion stands again."""
    judgements = [judged("a", "b", Verdict.DIFFERENT, 1), judged("a", "b", Verdict.CANNOT_TELL, 2)]
    assert rulings_from(judgements, "ab")[0] == Rulings()


def test_a_judgement_about_an_unknown_record_is_reported():
    """It cannot be obeyed, and is not silently dropped."""
    rulings, findings = rulings_from([judged("a", "x", Verdict.SAME, 1)], "ab")
    assert rulings == Rulings()
    assert [finding.subject for finding in findings] == ["a and x"]
