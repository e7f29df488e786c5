"""Counts by bit pattern: cell ``s`` holds the people seen by exactly the lists whose bits are set.

List ``j`` is bit ``j``; a table of k lists is a vector of 2^k, and cell 0 (seen by nobody) is
always zero here, because nobody counted it. Sums over subsets and supersets of a pattern are
one fast transform, which is what makes the fits quick. This file knows no names and no people.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from tollbook.model.estimates import OverlapTable

__all__ = [
    "Counts",
    "capture_sizes",
    "cell_counts",
    "list_total",
    "number_of_lists",
    "over_subsets",
    "over_supersets",
    "overlap",
]

Counts = NDArray[np.float64]


def cell_counts(table: OverlapTable) -> Counts:
    """The table's counts as a vector of length 2^k."""
    counts = np.zeros(1 << len(table.lists))
    for history, count in table.cells:
        counts[sum(seen << position for position, seen in enumerate(history))] += count
    return counts


def number_of_lists(counts: Counts) -> int:
    """How many lists a vector of 2^k cells is about."""
    return int(counts.shape[-1]).bit_length() - 1


@cache
def capture_sizes(lists: int) -> NDArray[np.int64]:
    """How many lists saw the people of each cell."""
    return np.array([pattern.bit_count() for pattern in range(1 << lists)], dtype=np.int64)


def list_total(counts: Counts, position: int) -> float:
    """How many people the list names."""
    return overlap(counts, 1 << position)


def overlap(counts: Counts, pattern: int) -> float:
    """How many people were seen by every list of the pattern, whoever else saw them."""
    patterns = np.arange(counts.shape[-1])
    return float(counts[(patterns & pattern) == pattern].sum())


def over_subsets(values: Counts) -> Counts:
    """For each cell, the sum over its subsets; the last axis has 2^k cells."""
    return _transform(values, source=0, target=1)


def over_supersets(values: Counts) -> Counts:
    """For each cell, the sum over its supersets; the last axis has 2^k cells."""
    return _transform(values, source=1, target=0)


def _transform(values: Counts, *, source: int, target: int) -> Counts:
    total = np.array(values, dtype=np.float64)
    size = total.shape[-1]
    for position in range(number_of_lists(total)):
        halves = total.reshape(*total.shape[:-1], size >> (position + 1), 2, 1 << position)
        halves[..., target, :] += halves[..., source, :]
    return total
