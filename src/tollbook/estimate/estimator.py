"""The one extension point of estimation: an Estimator takes an overlap table and says how many in all.

It sees arrays and labels, never people, and never answers with a bare number.
"""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Protocol

from tollbook.model.estimates import Estimate, OverlapTable

__all__ = ["Answer", "Estimator", "everyone", "quantile"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method says: its estimates, and what the reader must be warned of.

    Attributes:
        estimates: One, or one for every pair of lists.
        warnings: Sentences; also why an estimate that could be expected is not given.
    """

    estimates: tuple[Estimate, ...]
    warnings: tuple[str, ...] = ()


class Estimator(Protocol):
    """One method of overlap estimation."""

    def __call__(self, table: OverlapTable, level: float) -> Answer:
        """The method's estimates for the table, with intervals of the nominal level.

        Raises:
            NotEstimableError: These lists do not identify an answer by this method; says why.
        """


def everyone(table: OverlapTable) -> str:
    """The estimand of most methods, in words."""
    about = f" ({table.stratum})" if table.stratum else ""
    return f"all people{about} who belong to what the lists record, on a list or not"


def quantile(level: float) -> float:
    """How many standard errors a two-sided normal interval of the level reaches either side."""
    return NormalDist().inv_cdf((1 + level) / 2)
