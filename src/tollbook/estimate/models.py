"""Hierarchical log-linear models as sets of bit patterns, and their names.

A model is the set of terms it allows; whoever has a term has all its subsets. The term with all
lists is never allowed: the unseen cell would be free. Written ``[123][14]``: the largest terms,
lists numbered from 1.
"""

from functools import cache
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Terms", "formula", "hierarchical_models", "models_with_one_pair_more"]

PAIR = 2

Terms = NDArray[np.bool_]


@cache
def hierarchical_models(lists: int, max_order: int) -> Terms:
    """Every hierarchical model with all main effects, smallest first: rows models, columns terms.

    Args:
        lists: How many lists.
        max_order: The most lists a term may join; never more than all lists but one.
    """
    models = [1 | sum(1 << (1 << position) for position in range(lists))]
    for order in range(2, min(max_order, lists - 1) + 1):
        terms = [term for term in range(1 << lists) if term.bit_count() == order]
        models = [
            model | extra
            for model in models
            for extra in _sums_of_subsets([1 << term for term in terms if _allowed(model, term)])
        ]
    return _as_rows(sorted(models, key=lambda model: (model.bit_count(), model)), 1 << lists)


def models_with_one_pair_more(model: Terms, lists: int) -> Terms:
    """The models with one pair more than the given one: the next step of a forward search."""
    missing = [pattern for pattern in range(1 << lists) if pattern.bit_count() == PAIR and not model[pattern]]
    rows = np.repeat(model[None, :], len(missing), axis=0)
    rows[np.arange(len(missing)), missing] = True
    return rows


def formula(model: Terms) -> str:
    """The model's largest terms, as ``[123][14][34]``."""
    terms = [int(term) for term in np.flatnonzero(model)]
    largest = [term for term in terms if not any(term != other and term & other == term for other in terms)]
    names = sorted((_digits(term) for term in largest), key=lambda name: (-len(name), name))
    return "".join(f"[{','.join(name) if max(map(len, name)) > 1 else ''.join(name)}]" for name in names)


def _digits(term: int) -> tuple[str, ...]:
    return tuple(str(position + 1) for position in range(term.bit_length()) if term >> position & 1)


def _allowed(model: int, term: int) -> bool:
    bits = (1 << position for position in range(term.bit_length()) if term >> position & 1)
    return all(model >> (term ^ bit) & 1 for bit in bits)


def _sums_of_subsets(flags: list[int]) -> list[int]:
    sizes = range(len(flags) + 1)
    return [sum(chosen) for chosen in chain.from_iterable(combinations(flags, size) for size in sizes)]


def _as_rows(models: list[int], terms: int) -> Terms:
    width = max(1, terms // 8)
    packed = b"".join(model.to_bytes(width, "little") for model in models)
    bytes_by_model = np.frombuffer(packed, dtype=np.uint8).reshape(len(models), width)
    return np.unpackbits(bytes_by_model, axis=1, bitorder="little", count=terms).astype(np.bool_)
