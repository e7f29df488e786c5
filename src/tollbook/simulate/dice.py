"""Chance in the simulator's words; all of it comes from one seed.

Each part of the simulator has its own stream, so that one more draw in the articles does not
change who died.
"""

from dataclasses import dataclass
from typing import Any, TypeVar
from zlib import crc32

import numpy as np

__all__ = ["Dice", "Row"]

Row = list[Any]  # a row of a table: words, with its weight last
Option = TypeVar("Option")


@dataclass(frozen=True, slots=True)
class Dice:
    """A seeded stream of chance.

    Attributes:
        generator: Where it comes from.
    """

    generator: np.random.Generator

    @classmethod
    def of(cls, seed: int, part: str) -> "Dice":
        """The stream of one part of the simulator."""
        return cls(np.random.default_rng([seed, crc32(part.encode())]))

    def happens(self, probability: float) -> bool:
        """Whether something of that probability happens this time."""
        return bool(self.generator.random() < probability)

    def weighted(self, rows: list[Row]) -> Row:
        """One row, drawn by the weight in its last column."""
        weights = np.array([float(row[-1]) for row in rows])
        return rows[int(self.generator.choice(len(rows), p=weights / weights.sum()))]

    def one_of(self, options: list[Option]) -> Option:
        """One of the options, each as likely."""
        return options[int(self.generator.integers(len(options)))]

    def count(self, mean: float) -> int:
        """A Poisson count."""
        return int(self.generator.poisson(mean))

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return int(self.generator.integers(low, high + 1))

    def delay_days(self, median: float, spread: float) -> int:
        """A wait in whole days, log-normal, at least a day."""
        return max(1, round(float(self.generator.lognormal(np.log(median), spread))))
