"""How well records support an entry."""

from datetime import UTC, datetime

import pytest

from tollbook.model.people import Confirmation, Fate
from tollbook.register import Decision, DecisionKind, confirmation_of

AT = datetime(2023, 3, 1, tzinfo=UTC)


def decided(*people, kind=DecisionKind.CONFIRM):
    """A decision by each of the people."""
    return [Decision(person, kind, AT, "seen the notice") for person in people]


def confirmation(records, scope, decisions=()):
    """The confirmation alone; the rule is always named with its version."""
    result, rule = confirmation_of(records, scope, decisions)
    assert rule == "confirmation/1"
    return result


@pytest.mark.parametrize(
    ("publishers", "expected"),
    [
        ((None,), Confirmation.REPORTED),
        ((None, None), Confirmation.REPORTED),
        (("The Kestrel",), Confirmation.REPORTED),
        (("The Kestrel", "The Kestrel"), Confirmation.REPORTED),
        (("Aldovan Gazette", "Газета Альдови"), Confirmation.REPORTED),
        (("The Kestrel", None), Confirmation.REPORTED),
        (("The Crate", "The Drop"), Confirmation.REPORTED),
        (("The Kestrel", "The Crate"), Confirmation.CORROBORATED),
        (("The Kestrel", "Aldovan Gazette"), Confirmation.CORROBORATED),
        (("The Kestrel", "A paper unknown to the scope"), Confirmation.CORROBORATED),
    ],
)
def test_two_publishers_corroborate_and_leaks_alone_do_not(record, scope, publishers, expected):
    """One publisher under two names is one; leaks and tips alone support nothing further."""
    records = [record(f"d{number}", publisher=name) for number, name in enumerate(publishers)]
    assert confirmation(records, scope) is expected


def test_no_number_of_records_confirms(record, scope):
    """The machine never confirms."""
    records = [record(f"d{number}", publisher=f"Paper {number}") for number in range(50)]
    assert confirmation(records, scope) is Confirmation.CORROBORATED


def test_two_different_people_confirm_and_one_twice_does_not(record, scope):
    """Four eyes: the same person deciding twice, in any spelling of case, is one person."""
    records = [record(publisher="The Kestrel")]
    assert confirmation(records, scope, decided("ana", "ANA")) is Confirmation.REPORTED
    assert confirmation(records, scope, decided("ana", "bo")) is Confirmation.CONFIRMED


def test_a_leak_alone_is_never_confirmed(record, scope):
    """Two people cannot confirm what only a leak says."""
    assert confirmation([record(publisher="The Crate")], scope, decided("ana", "bo")) is Confirmation.REPORTED


def test_one_person_can_retract(record, scope):
    """Taking back needs one named person and goes before everything."""
    decisions = decided("ana", "bo") + decided("cy", kind=DecisionKind.RETRACT)
    assert confirmation([record(publisher="The Kestrel")], scope, decisions) is Confirmation.RETRACTED


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"died": "2023-02-03"}, {"died": "2023-02-04"}, Confirmation.CONTESTED),
        ({"died": "2023-02"}, {"died": "2023-03-04"}, Confirmation.CONTESTED),
        ({"died": "2023-02"}, {"died": "2023-02-04"}, Confirmation.REPORTED),
        ({"died": "2023-02-03"}, {}, Confirmation.REPORTED),
        ({"fate": Fate.ALIVE}, {"fate": Fate.MISSING}, Confirmation.CONTESTED),
        ({"fate": Fate.MISSING}, {"fate": Fate.DEAD}, Confirmation.REPORTED),
    ],
)
def test_records_that_cannot_both_be_true_are_contested(record, scope, left, right, expected):
    """Two days of death, or alive and not, contradict; a vaguer date does not."""
    assert confirmation([record("d1", **left), record("d2", **right)], scope) is expected


def test_a_contradiction_shows_even_after_people_decided(record, scope):
    """Confirmed people with contradicting records are seen to be contested."""
    records = [record("d1", died="2023-02-03", publisher="The Kestrel"), record("d2", died="2023-02-04")]
    assert confirmation(records, scope, decided("ana", "bo")) is Confirmation.CONTESTED
