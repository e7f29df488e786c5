"""Counts as stated: exact, hedged, bounded or in words only.

A vague count keeps its words. ``None`` is "not stated", never zero.
"""

from dataclasses import dataclass
from enum import StrEnum

from tollbook.errors import CountError

__all__ = ["Count", "Qualifier"]


class Qualifier(StrEnum):
    """How firmly a figure is stated."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    UNKNOWN = "unknown"


# Which of (low, high) each qualifier states.
STATED_ENDS = {
    Qualifier.EXACT: (True, True),
    Qualifier.ABOUT: (True, True),
    Qualifier.RANGE: (True, True),
    Qualifier.AT_LEAST: (True, False),
    Qualifier.AT_MOST: (False, True),
    Qualifier.UNKNOWN: (False, False),
}


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity with its stated bounds.

    Attributes:
        low: The lower stated bound, or the value itself.
        high: The upper stated bound, or the value itself.
        qualifier: Which of the two are stated and how firmly.
        vague: The wording where there is no usable number ("much higher").
        unit: ``None`` for persons or items, else ``percent``, ``per_day`` ...
    """

    low: float | None
    high: float | None
    qualifier: Qualifier
    vague: str | None = None
    unit: str | None = None

    def __post_init__(self) -> None:
        """Refuse bounds that contradict each other or the qualifier."""
        if self.low is not None and self.high is not None and self.low > self.high:
            raise CountError(f"low {self.low:g} is above high {self.high:g}")
        for value in (self.low, self.high):
            if value is not None and not 0 <= value < float("inf"):
                raise CountError(f"not a count: {value}")
        if STATED_ENDS[self.qualifier] != (self.low is not None, self.high is not None):
            raise CountError(f"{self.qualifier} does not fit low {self.low} and high {self.high}")
        if self.qualifier in {Qualifier.EXACT, Qualifier.ABOUT} and self.low != self.high:
            raise CountError(f"{self.qualifier} has one value, not {self.low} to {self.high}")

    @classmethod
    def exactly(cls, value: float) -> "Count":
        """A single value stated without a hedge."""
        return cls(value, value, Qualifier.EXACT)

    @property
    def is_stated(self) -> bool:
        """Whether there is a number at all."""
        return self.low is not None or self.high is not None
