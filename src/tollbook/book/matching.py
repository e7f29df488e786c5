"""Which new row follows which old one when a document is read again. Pure.

First what says exactly the same, then what is about the same thing, then what comes nearest.
Each row is paired at most once, in the order of the text.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from tollbook.model.claims import Claim
from tollbook.model.people import PersonRecord

__all__ = ["CLAIM_KEYS", "PERSON_KEYS", "pair_up"]

Item = TypeVar("Item")
Key = Callable[[Any], Hashable]


def pair_up(
    old: Sequence[Item], new: Sequence[Item], keys: Sequence[Key]
) -> list[tuple[int, int | None, bool]]:
    """For each old item its follower, and whether it says the same.

    Args:
        old: What held until now.
        new: What holds from now on.
        keys: From strict to loose; items that share the first key say the same.

    Returns:
        ``(position in old, position in new or None, says the same)``, in the order of ``old``.
    """
    followers: dict[int, tuple[int, bool]] = {}
    free = dict(enumerate(new))
    for strictness, key in enumerate(keys):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for position in reversed(free):
            waiting[key(free[position])].append(position)
        for position, item in enumerate(old):
            if position not in followers and waiting[key(item)]:
                found = waiting[key(item)].pop()
                followers[position] = (found, strictness == 0)
                del free[found]
    return [(position, *followers.get(position, (None, False))) for position in range(len(old))]


def _same_statement(claim: Claim) -> Hashable:
    return (_same_subject(claim), claim.count, claim.standing, claim.flags, claim.covers, claim.relayed_by)


def _same_subject(claim: Claim) -> Hashable:
    about = (claim.party, claim.measure, claim.mode, claim.group, claim.subgroup)
    return (*about, claim.claimant, claim.as_of, claim.place)


def _same_claimant(claim: Claim) -> Hashable:
    return (claim.party, claim.measure, claim.mode, claim.claimant)


def _same_measure(claim: Claim) -> Hashable:
    return (claim.party, claim.measure, claim.mode)


def _same_person_same_facts(person: PersonRecord) -> Hashable:
    facts = (person.party, person.age, person.born, person.died, person.wounded, person.missing_since)
    places = (person.funeral, person.died_where, person.home, person.funeral_where)
    return (person.name.full, person.fate, *facts, *places, person.rank, person.unit, person.role)


def _same_name(person: PersonRecord) -> Hashable:
    return person.name.full


CLAIM_KEYS: tuple[Key, ...] = (_same_statement, _same_subject, _same_claimant, _same_measure)
PERSON_KEYS: tuple[Key, ...] = (_same_person_same_facts, _same_name)
