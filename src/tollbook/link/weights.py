"""Weights: what a level of agreement says, in bits, by Fellegi and Sunter's log2(m / u).

A pair's bits are the prior plus the weights of its comparisons. The numbers are data, each with
its reason, in ``weights.toml``; how rare a shared name is comes from the records themselves.

References:
    I. P. Fellegi, A. B. Sunter (1969), A theory for record linkage, JASA 64, 1183-1210.
    W. E. Winkler (1989), Frequency-based matching in the Fellegi-Sunter model, ASA Proceedings.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import log2

from tollbook.errors import InputError
from tollbook.link.comparison import Agreement, Comparison
from tollbook.link.forms import Form

__all__ = ["Level", "Rarity", "Weights", "built_in_levels", "prior_bits", "weights_for"]

FREQUENCY = "frequency"
SMALLEST_POPULATION = 1000  # a handful of rows is a glimpse of a longer list, not the whole of it
PEERS = 2  # other records of the same person that a record has, on average


@dataclass(frozen=True, slots=True)
class Level:
    """One level of agreement: m, u (``None``: the frequency of the shared value) and why."""

    m: float
    u: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Rarity:
    """What is assumed of a value's share before any record is seen, and for how many records."""

    typical: float
    trust: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights in force for one set of records.

    Attributes:
        levels: By comparison and level.
        shares: By comparison and term: the share of the records that have it.
    """

    levels: Mapping[tuple[str, str], Level]
    shares: Mapping[tuple[str, str], float]

    def bits(self, comparison: str, agreement: Agreement) -> float:
        """What the agreement says, in bits; positive for one person.

        Raises:
            InputError: The level has no weight.
        """
        level = self.levels.get((comparison, agreement.level))
        if level is None:
            raise InputError(
                f"{comparison} has no weight for the level {agreement.level!r}", file="weights.toml"
            )
        share = level.u if level.u is not None else self.shares[comparison, agreement.term or ""]
        return log2(level.m / share)


def weights_for(forms: Sequence[Form], comparisons: Iterable[Comparison]) -> Weights:
    """The built-in weights with the frequencies of these records."""
    levels, rarities = built_in_levels()
    shares: dict[tuple[str, str], float] = {}
    for comparison in comparisons:
        rarity = rarities.get(comparison.name)
        if rarity:
            counts = Counter(term for form in forms for term in comparison.terms(form))
            stating = sum(1 for form in forms if any(True for _ in comparison.terms(form)))
            for term, count in counts.items():
                share = (count + rarity.typical * rarity.trust) / (stating + rarity.trust)
                shares[comparison.name, term] = share
    return Weights(levels, shares)


def prior_bits(records: int) -> float:
    """The log2 odds that two records taken at random are of one person."""
    return -log2(max(records, SMALLEST_POPULATION) / PEERS)


@lru_cache(maxsize=1)
def built_in_levels() -> tuple[dict[tuple[str, str], Level], dict[str, Rarity]]:
    """``weights.toml``, parsed."""
    text = resources.files("tollbook.link").joinpath("weights.toml").read_text("utf-8")
    levels: dict[tuple[str, str], Level] = {}
    rarities: dict[str, Rarity] = {}
    for comparison, table in tomllib.loads(text).items():
        if "typical" in table:
            rarities[comparison] = Rarity(table["typical"], table["trust"])
        for name, entry in table["levels"].items():
            u = None if entry["u"] == FREQUENCY else entry["u"]
            levels[comparison, name] = Level(entry["m"], u, entry["why"])
    return levels, rarities
