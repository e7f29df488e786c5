"""Families: the sets of claims that may stand in one table.

A family is either one claimant's series over its days, or rivals: one figure of each of
several series, all of which count the same thing at about the same time. A claim that has
neither is a family of its own, so that every claim is in one. No family ever holds two
claims that are different.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from tollbook.claims.comparing import can_compare
from tollbook.claims.series import SeriesKey, age_order, day_of, fold, series_of
from tollbook.model.claims import Claim
from tollbook.model.comparisons import Family
from tollbook.model.ids import stable_id
from tollbook.model.scope import Scope

__all__ = ["families"]

Members = tuple[Claim, ...]
Voiced = tuple[str, Claim]


def families(claims: Sequence[Claim], scope: Scope) -> tuple[Family, ...]:
    """Groups of claims that all count the same thing; the order of the input does not matter.

    Returns:
        The families sorted by party, measure and id. A daily claim is both in its series and
        beside its rivals, so families may share members.
    """
    cells: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in {claim.id: claim for claim in claims}.values():
        cells[claim.party or "", claim.measure].append(claim)
    groups = (_groups(sorted(cell, key=age_order, reverse=True), scope) for cell in cells.values())
    found = (_family(members) for members in chain.from_iterable(groups))
    return tuple(sorted(found, key=lambda family: (family.party or "", family.measure, family.id)))


def _groups(cell: list[Claim], scope: Scope) -> list[Members]:
    """Every group within the claims of one party and measure, newest first."""
    groups = [*_series(cell, scope), *_rivals(cell, scope)]
    placed = {id(claim) for claim in chain.from_iterable(groups)}
    return [*groups, *((claim,) for claim in cell if id(claim) not in placed)]


def _series(cell: list[Claim], scope: Scope) -> list[Members]:
    by_series: dict[SeriesKey, list[Claim]] = defaultdict(list)
    for claim in cell:
        key = series_of(claim)
        if key is not None:
            _add_if_it_fits(by_series[key], claim, scope)
    return [tuple(members) for members in by_series.values() if len(members) > 1]


def _rivals(cell: list[Claim], scope: Scope) -> list[Members]:
    """From the newest claim on, each with the nearest figure of every other voice."""
    groups: list[Members] = []
    free = [(_voice(claim, place), claim) for place, claim in enumerate(cell)]
    while free:
        seed = free[0]
        group = _around(seed, free[1:], scope)
        taken = {id(claim) for claim in group}
        free = [each for each in free if id(each[1]) not in taken]
        if len(group) > 1:
            groups.append(tuple(sorted(group, key=age_order, reverse=True)))
    return groups


def _around(seed: Voiced, others: list[Voiced], scope: Scope) -> list[Claim]:
    """The seed and, of every other voice, the nearest figure that fits; on a tie the newer."""
    voice, claim = seed
    group, voices = [claim], {voice}
    rivals = [other for other in others if other[0] != voice]
    for rival_voice, rival in sorted(rivals, key=lambda other: _distance(claim, other[1])):
        if rival_voice not in voices and _add_if_it_fits(group, rival, scope):
            voices.add(rival_voice)
    return group


def _voice(claim: Claim, place: int) -> str:
    """Whose figure it is; where nobody is named, a voice of its own."""
    return fold(claim.claimant) if claim.claimant is not None else f"#{place}"


def _distance(seed: Claim, claim: Claim) -> int:
    ours, theirs = day_of(seed), day_of(claim)
    return abs((ours.last - theirs.last).days) if ours and theirs else 0


def _add_if_it_fits(group: list[Claim], claim: Claim, scope: Scope) -> bool:
    fits = all(can_compare(claim, member, scope) for member in group)
    if fits:
        group.append(claim)
    return fits


def _family(members: Members) -> Family:
    first = members[0]
    return Family(
        id=stable_id("f", *sorted(claim.id for claim in members)),
        claim_ids=tuple(claim.id for claim in members),
        party=first.party,
        measure=first.measure.value,
        group=first.group.value,
    )
