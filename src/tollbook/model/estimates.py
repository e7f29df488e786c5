"""Estimates: what can be inferred, never without estimand, assumptions, interval kind and level."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Estimate", "OverlapStudy", "OverlapTable", "Panel"]


@dataclass(frozen=True, slots=True)
class OverlapTable:
    """Capture histories counted: who was seen by which lists.

    Attributes:
        lists: The names of the lists, k of them.
        cells: ``(history, count)``; a history is a tuple of k zeros and ones, never all zeros.
        stratum: What the table is about, in words.
    """

    lists: tuple[str, ...]
    cells: tuple[tuple[tuple[int, ...], int], ...]
    stratum: str = ""

    @property
    def n_observed(self) -> int:
        """How many were seen by at least one list."""
        return sum(count for _, count in self.cells)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number nobody counted.

    Attributes:
        method: The method's code: ``chapman``, ``loglinear_bic`` ...
        estimand: What the number is of, in words.
        point: The best value; ``None`` where only a bound is given.
        low, high: The interval's ends; ``None`` where open.
        interval: The kind: ``profile``, ``normal``, ``lower bound``, ``none``.
        level: The nominal probability, as 0.95.
        assumes: The identifying assumptions, in words.
        fails_when: When it misleads, in words.
        references: Author and year, of the method.
        diagnostics: What the fit says of itself.
    """

    method: str
    estimand: str
    point: float | None
    low: float | None
    high: float | None
    interval: str
    level: float | None
    assumes: str
    fails_when: str = ""
    references: tuple[str, ...] = ()
    diagnostics: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Panel:
    """The honest summary of several methods, from documented minimum to sensitivity range."""

    documented: int
    bound: Estimate | None = None
    span_low: float | None = None
    span_high: float | None = None
    sensitivity: Mapping[str, object] = field(default_factory=dict)
    point: float | None = None
    low: float | None = None
    high: float | None = None
    level: float = 0.95


@dataclass(frozen=True, slots=True)
class OverlapStudy:
    """Every method's answer for one overlap table, or the reason there is none."""

    table: OverlapTable
    estimates: tuple[Estimate, ...]
    panel: Panel
    refused: str | None = None
    warnings: tuple[str, ...] = ()
