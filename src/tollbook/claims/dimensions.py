"""Dimensions: one rule each for who, state, side, area, kind and evidence.

Each rule looks at one thing and nothing else. What is not stated is never taken to agree
where a reader would be misled by it.
"""

from tollbook.claims.interests import interest_of
from tollbook.claims.reasons import ReasonCode
from tollbook.claims.series import fold
from tollbook.model.claims import Claim, Standing
from tollbook.model.comparisons import Comparability, Dimension, DimensionName
from tollbook.model.measures import MEANINGS, Group, Subject
from tollbook.model.scope import Scope

__all__ = [
    "Decision",
    "area",
    "decide_area",
    "decide_kind",
    "decide_side",
    "decide_state",
    "decide_who",
    "evidence",
    "kind",
    "side",
    "state",
    "told",
    "who",
]

Decision = tuple[Comparability, ReasonCode]

AGREES: Decision = (Comparability.SAME, ReasonCode.SAME)


def told(name: DimensionName, decision: Decision, left: str, right: str) -> Dimension:
    """A decision along one dimension as plain codes, with the two values that decided."""
    verdict, reason = decision
    return Dimension(name, verdict, str(reason), str(left), str(right))


def _different(reason: ReasonCode) -> Decision:
    return Comparability.DIFFERENT, reason


def _convertible(reason: ReasonCode) -> Decision:
    return Comparability.CONVERTIBLE, reason


def who(left: Claim, right: Claim) -> Dimension:
    """Whether both count the same people or things."""
    values = [": ".join(filter(None, (claim.group, claim.subgroup))) for claim in (left, right)]
    return told(DimensionName.WHO, decide_who(left, right), values[0], values[1])


def decide_who(left: Claim, right: Claim) -> Decision:
    """The decision of ``who``."""
    groups, subgroups = {left.group, right.group}, {fold(left.subgroup or ""), fold(right.subgroup or "")}
    if len(groups - {Group.UNSPECIFIED}) > 1:
        return _different(ReasonCode.OTHER_GROUP)
    if len(subgroups) > 1:
        part = "" in subgroups
        return _different(ReasonCode.PART_OF_GROUP if part else ReasonCode.OTHER_SUBGROUP)
    return _convertible(ReasonCode.GROUP_NOT_STATED) if len(groups) > 1 else AGREES


def state(left: Claim, right: Claim) -> Dimension:
    """Whether both count the same fates; an undefined word is never taken for a defined one."""
    return told(DimensionName.STATE, decide_state(left, right), left.measure, right.measure)


def decide_state(left: Claim, right: Claim) -> Decision:
    """The decision of ``state``."""
    ours, theirs = MEANINGS[left.measure], MEANINGS[right.measure]
    if left.measure is right.measure:
        one_voice = left.claimant is not None and fold(left.claimant) == fold(right.claimant or "")
        return AGREES if ours.defined or one_voice else _different(ReasonCode.UNDEFINED_BY_EACH)
    if ours.subject is not Subject.PEOPLE or theirs.subject is not Subject.PEOPLE:
        return _different(ReasonCode.OTHER_CLASS)
    if not (ours.defined and theirs.defined):
        return _different(ReasonCode.UNDEFINED_STATE)
    if ours.states < theirs.states or theirs.states < ours.states:
        return _different(ReasonCode.PART_OF_WIDER)
    return _different(ReasonCode.OTHER_STATE)


def side(left: Claim, right: Claim) -> Dimension:
    """Whether both count the losses of one party."""
    return told(DimensionName.SIDE, decide_side(left, right), left.party or "", right.party or "")


def decide_side(left: Claim, right: Claim) -> Decision:
    """The decision of ``side``."""
    if left.party is None or right.party is None:
        return _different(ReasonCode.SIDE_NOT_STATED)
    return AGREES if left.party == right.party else _different(ReasonCode.OTHER_SIDE)


def area(left: Claim, right: Claim) -> Dimension:
    """Whether both are about the same place, or both about the whole war."""
    return told(DimensionName.AREA, decide_area(left, right), left.place or "", right.place or "")


def decide_area(left: Claim, right: Claim) -> Decision:
    """The decision of ``area``."""
    places = {fold(left.place or ""), fold(right.place or "")}
    if len(places) == 1:
        return AGREES
    return _different(ReasonCode.PLACE_AND_WHOLE if "" in places else ReasonCode.OTHER_PLACE)


def kind(left: Claim, right: Claim) -> Dimension:
    """Whether both are standing numbers in one unit, and neither a part of the other."""
    values = [claim.count.qualifier.value for claim in (left, right)]
    return told(DimensionName.KIND, decide_kind(left, right), values[0], values[1])


def decide_kind(left: Claim, right: Claim) -> Decision:
    """The decision of ``kind``."""
    pair = (left, right)
    if any(claim.standing is Standing.DENIED for claim in pair):
        return _different(ReasonCode.DENIED)
    if not all(claim.is_live for claim in pair):
        return _different(ReasonCode.NOT_LIVE)
    if not all(claim.count.is_stated for claim in pair):
        return _different(ReasonCode.NO_NUMBER)
    if left.count.unit != right.count.unit:
        return _different(ReasonCode.OTHER_UNIT)
    return _parts(left, right) or _bounds(left, right)


def _parts(left: Claim, right: Claim) -> Decision | None:
    if left.part_of is None and right.part_of is None:
        return None
    if left.part_of == right.id or right.part_of == left.id:
        return _different(ReasonCode.PART_OF_TOTAL)
    if left.part_of == right.part_of and left.id != right.id:
        return _different(ReasonCode.PARTS_OF_ONE_TOTAL)
    return None


def _bounds(left: Claim, right: Claim) -> Decision:
    open_ended = any(None in (claim.count.low, claim.count.high) for claim in (left, right))
    return _convertible(ReasonCode.OPEN_BOUND) if open_ended else AGREES


def evidence(left: Claim, right: Claim, scope: Scope) -> Dimension:
    """How the evidence differs; told to the reader, never a ground to keep rivals apart."""
    ours, theirs = interest_of(left, scope), interest_of(right, scope)
    standings = {left.standing, right.standing}
    if len(standings) > 1 and Standing.CONFIRMED in standings:
        decision = _convertible(ReasonCode.COUNT_IS_MINIMUM)
    elif len(standings) > 1:
        decision = _convertible(ReasonCode.ESTIMATE_AND_CLAIM)
    else:
        decision = AGREES if ours is theirs else _convertible(ReasonCode.OTHER_INTEREST)
    return told(DimensionName.EVIDENCE, decision, f"{left.standing} {ours}", f"{right.standing} {theirs}")
