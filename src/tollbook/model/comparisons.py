"""Comparisons: whether two claims count the same thing, along seven dimensions."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Comparability", "Comparison", "Dimension", "DimensionName", "Family"]


class Comparability(StrEnum):
    """Whether two figures may stand in one sentence as values of one quantity."""

    SAME = "same"
    CONVERTIBLE = "convertible"
    DIFFERENT = "different"


class DimensionName(StrEnum):
    """The ways in which two figures can differ, in the order they are told."""

    WHO = "who"
    STATE = "state"
    SIDE = "side"
    AREA = "area"
    PERIOD = "period"
    KIND = "kind"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension of a comparison.

    Attributes:
        name: Which one.
        verdict: Same, convertible or different along it.
        reason: The code of the reason: ``undefined-state``, ``other-side``, ``other-day`` ...
        left, right: The two values that decided, as codes or ISO dates.
    """

    name: DimensionName
    verdict: Comparability
    reason: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims held against each other; symmetric but for left and right."""

    left: str
    right: str
    verdict: Comparability
    dimensions: tuple[Dimension, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Claims that count the same thing, side by side: the only ones that may be set as rivals.

    Attributes:
        id: Made of the member ids.
        claim_ids: The members, newest first.
        party, measure, group: What they count, as codes.
    """

    id: str
    claim_ids: tuple[str, ...]
    party: str | None
    measure: str
    group: str
