"""Overlap tables from capture histories and from the rows of a table of text.

Each cell is read strictly: a history is zeros and ones, a count a whole number. What does not fit is
refused with its row, column and value; nothing is mended here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tollbook.errors import TableError
from tollbook.model.estimates import OverlapTable

__all__ = ["overlap_table", "read_overlap_rows"]

PREFIX = "in_"
FLAGS = {"0": 0, "1": 1}
HEADER_ROWS = 1


def overlap_table(
    lists: Sequence[str], histories: Iterable[Sequence[int]], *, stratum: str = ""
) -> OverlapTable:
    """The capture histories counted: how many people were seen by exactly which lists.

    Args:
        lists: The names of the lists.
        histories: One a person: as many zeros and ones as there are lists, never all zeros.
        stratum: What the table is about, in words.

    Raises:
        TableError: Two lists of one name, or a history that is none.
    """
    names = _distinct(lists, "")
    counted: Counter[tuple[int, ...]] = Counter()
    for number, history in enumerate(histories, start=1):
        seen = tuple(int(flag) for flag in history)
        if len(seen) != len(names) or not set(seen) <= {0, 1}:
            raise TableError(
                f"{list(history)} is not a history of {len(names)} zeros and ones", place=f"history {number}"
            )
        if not any(seen):
            raise TableError("a person seen by no list cannot have been counted", place=f"history {number}")
        counted[seen] += 1
    return _table(names, counted, stratum)


def read_overlap_rows(
    rows: Iterable[Mapping[str, str]],
    *,
    count_column: str = "count",
    lists: Sequence[str] | None = None,
    by: Sequence[str] | None = None,
    file: str = "",
) -> tuple[OverlapTable, ...]:
    """The overlap tables a table of text holds: one for each stratum, in the order of their names.

    Columns of zeros and ones are lists: those named ``in_<list>`` where there are any, else those
    in ``lists``, else every column whose cells are mostly 0 or 1. The count column may be missing
    (each row is then one person). All other columns together name the stratum, unless ``by`` says
    which do.

    Args:
        rows: Text by column name, in the order of the file.
        count_column: The column that says how many people a row stands for.
        lists: The columns to take as lists, with or without ``in_``.
        by: The columns that name the stratum; none of them pools all rows into one table.
        file: The file's name, for messages.

    Raises:
        TableError: No rows, no list, a bad cell, or people counted as seen by no list. Rows are
            numbered as in the file, the header being row 1.
    """
    held = list(rows)
    if not held:
        raise TableError("the table has no rows", file=file)
    columns = _by(_columns(held, count_column, lists, file), by, file)
    names = _distinct([column.removeprefix(PREFIX) for column in columns.lists], file)
    strata: dict[tuple[str, ...], Counter[tuple[int, ...]]] = defaultdict(Counter)
    for number, row in enumerate(held, start=1 + HEADER_ROWS):
        cells = _Row(row, file, number)
        seen = tuple(cells.flag(column) for column in columns.lists)
        count = cells.count(columns.count) if columns.count else 1
        if count and not any(seen):
            raise TableError(
                f"{count} people counted as seen by no list; only people on a list can be counted",
                file=file,
                place=f"row {number}",
            )
        strata[tuple(cells.text(column) for column in columns.strata)][seen] += count
    return tuple(
        _table(names, strata[values], ", ".join(map("{}={}".format, columns.strata, values)))
        for values in sorted(strata)
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    lists: tuple[str, ...]
    count: str
    strata: tuple[str, ...]


def _by(columns: _Columns, by: Sequence[str] | None, file: str) -> _Columns:
    if by is None:
        return columns
    for name in by:
        if name not in columns.strata:
            known = ", ".join(columns.strata) or "none"
            raise TableError(f"no column {name!r} to tell strata by; there is: {known}", file=file)
    return replace(columns, strata=tuple(by))


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, whose cells are taken with their place."""

    cells: Mapping[str, str]
    file: str
    number: int

    def flag(self, column: str) -> int:
        text = self.text(column)
        if text not in FLAGS:
            raise self._refusal(column, f"{text!r} is neither 0 nor 1")
        return FLAGS[text]

    def count(self, column: str) -> int:
        text = self.text(column)
        if not (text.isascii() and text.isdecimal()):
            raise self._refusal(column, f"{text!r} is not a whole number of people")
        return int(text)

    def text(self, column: str) -> str:
        value: object = self.cells.get(column)
        if not isinstance(value, str):
            raise self._refusal(column, "the row has no such cell")
        return value.strip()

    def _refusal(self, column: str, message: str) -> TableError:
        return TableError(message, file=self.file, place=f"row {self.number}, column {column}")


def _columns(
    rows: Sequence[Mapping[str, str]], count_column: str, lists: Sequence[str] | None, file: str
) -> _Columns:
    names = list(rows[0])
    for number, row in enumerate(rows, start=1 + HEADER_ROWS):
        if any(not isinstance(name, str) for name in row):
            raise TableError("more cells than columns", file=file, place=f"row {number}")
    count = count_column if count_column in names else ""
    others = [name for name in names if name != count]
    chosen = _stated(others, lists, file) if lists is not None else _guessed(others, rows)
    if not chosen:
        raise TableError(f"no column of zeros and ones among {', '.join(names)}", file=file)
    return _Columns(tuple(chosen), count, tuple(name for name in others if name not in chosen))


def _stated(columns: Sequence[str], lists: Sequence[str], file: str) -> list[str]:
    chosen = [next((name for name in (PREFIX + one, one) if name in columns), "") for one in lists]
    for name, column in zip(lists, chosen, strict=True):
        if not column:
            raise TableError(f"no column for the list {name!r} among {', '.join(columns)}", file=file)
    return chosen


def _guessed(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> list[str]:
    prefixed = [name for name in columns if name.startswith(PREFIX)]
    return prefixed or [name for name in columns if _mostly_flags(name, rows)]


def _mostly_flags(column: str, rows: Sequence[Mapping[str, str]]) -> bool:
    """A list with a slip in it is still a list, and the slip is then refused by name."""
    flags = sum(str(row.get(column, "")).strip() in FLAGS for row in rows)
    return 2 * flags > len(rows)


def _distinct(names: Sequence[str], file: str) -> tuple[str, ...]:
    repeated = sorted(name for name, times in Counter(names).items() if times > 1)
    if repeated:
        raise TableError(f"two lists are called {repeated[0]!r}", file=file)
    return tuple(names)


def _table(lists: tuple[str, ...], counted: Mapping[tuple[int, ...], int], stratum: str) -> OverlapTable:
    """Cells in the order of their bit patterns; the same people give the same table."""
    cells = sorted(
        ((seen, count) for seen, count in counted.items() if count), key=lambda cell: cell[0][::-1]
    )
    return OverlapTable(lists, tuple(cells), stratum)
