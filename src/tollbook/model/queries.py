"""Queries: stored questions to an edition. Every published number is the answer to one.

A query is data, so it can be written beside the number it answers and asked again by anybody
who holds the edition.
"""

from dataclasses import dataclass
from enum import Enum

from tollbook.model.editions import Edition

__all__ = ["Query", "answer"]

COUNT = "count"


@dataclass(frozen=True, slots=True)
class Query:
    """A question to an edition with one answer.

    Attributes:
        table: A field of the edition that holds rows: ``claims``, ``entries``, ``studies``,
            ``documents``, ``changes``, ``comparisons``, ``families``, ``wars``; or ``edition``,
            whose single row is the edition itself (``as_known``, ``id``, ``name``).
        where: ``(path, value)`` pairs that must all hold; a path is dotted (``claim.party``),
            a value is compared as text, and a number in a path is a position (``1.panel``).
        take: The path to the value in the single row found, or ``count`` to count the rows.
    """

    table: str
    where: tuple[tuple[str, str], ...] = ()
    take: str = COUNT


def answer(query: Query, edition: Edition) -> object:
    """The answer of the edition to the query.

    Raises:
        LookupError: No such table or path, or not exactly one row where one is needed.
    """
    table = (edition,) if query.table == "edition" else _step(edition, query.table)
    if not isinstance(table, tuple):
        raise LookupError(f"{query.table!r} is no table of the edition")  # noqa: TRY004 - a wrong question
    rows = [row for row in table if _holds(row, query.where)]
    if query.take == COUNT:
        return len(rows)
    if len(rows) != 1:
        raise LookupError(f"{len(rows)} rows answer {query}, not one")
    return _walk(rows[0], query.take)


def _holds(row: object, where: tuple[tuple[str, str], ...]) -> bool:
    return all(_as_text(_walk(row, path)) == value for path, value in where)


def _walk(value: object, path: str) -> object:
    for name in path.split("."):
        value = _step(value, name)
    return value


def _step(value: object, name: str) -> object:
    if isinstance(value, tuple) and name.isdigit():
        return value[int(name)]
    if not hasattr(value, name):
        raise LookupError(f"{type(value).__name__} has no {name!r}")
    return getattr(value, name)


def _as_text(value: object) -> str:
    return str(value.value) if isinstance(value, Enum) else str(value)
