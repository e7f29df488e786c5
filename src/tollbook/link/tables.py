"""Tables of records in, tables of clusters and pairs out: CSV or Parquet by the file's suffix.

Reading is strict: a column that is not of the contract is reported, a cell that cannot be taken is
a finding with its row and value, and the record goes on without that field. Words stay as stated.
"""

import csv
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pa_parquet

from tollbook.errors import DateError, TableError
from tollbook.model.dates import FuzzyDate
from tollbook.model.findings import Finding, Severity
from tollbook.model.links import LinkRecord, LinkRun
from tollbook.plain import to_json

__all__ = ["RecordTable", "read_records", "write_clusters", "write_pairs"]

WORDS = ("name", "family_name", "given_name", "patronymic", "rank", "unit", "place", "district", "region",
         "source", "language")  # fmt: skip
OTHERS = ("record_id", "birth_date", "birth_year", "age", "death_date", "recorded_at")
COLUMNS = frozenset((*WORDS, *OTHERS))
NAMES = frozenset({"name", "family_name", "given_name"})
OLDEST = 130
SURPLUS = "\0surplus"  # no header can be called this
INSTANT_STARTS = ("T", " ")  # 2024-05-01T10:00 is that day
WRITERS: dict[str, Callable[[pa.Table, Path], object]] = {
    ".csv": pa_csv.write_csv,
    ".parquet": pa_parquet.write_table,
}

Row = dict[str, str]
Taken = TypeVar("Taken")


@dataclass(frozen=True, slots=True)
class RecordTable:
    """The records of a table and what could not be taken of it."""

    records: tuple[LinkRecord, ...]
    findings: tuple[Finding, ...] = ()


def read_records(path: Path) -> RecordTable:
    """The records of a CSV or Parquet table in the columns of the contract.

    Raises:
        TableError: The file is no such table, lacks ``record_id`` or every name column.
    """
    header, rows = _read_rows(path)
    if "record_id" not in header:
        raise TableError("no column 'record_id'", file=str(path))
    if not NAMES & set(header):
        raise TableError(f"none of the columns {', '.join(sorted(NAMES))}", file=str(path))
    findings = [
        _finding(path, "unknown-column", f"column {column!r} is not of the contract and was not used")
        for column in header
        if column not in COLUMNS
    ]
    records: dict[str, LinkRecord] = {}
    for number, row in enumerate(rows, 1):
        _take_record(_RowReader(path, number, row, findings), records)
    return RecordTable(tuple(records.values()), tuple(findings))


def write_clusters(path: Path, run: LinkRun) -> None:
    """A table of every record with its cluster and the cluster's weakest link (none if alone)."""
    rows = sorted(
        (member, cluster.id, cluster.weakest) for cluster in run.clusters for member in cluster.members
    )
    columns = [("record_id", pa.string()), ("cluster_id", pa.string()), ("probability", pa.float64())]
    _write_rows(path, columns, rows)


def write_pairs(path: Path, run: LinkRun) -> None:
    """A table of the likely pairs; the reasons stand as JSON in one column."""
    rows = [(pair.left, pair.right, pair.probability, to_json(pair.reasons)) for pair in run.pairs]
    columns = [
        ("left", pa.string()),
        ("right", pa.string()),
        ("probability", pa.float64()),
        ("reasons", pa.string()),
    ]
    _write_rows(path, columns, rows)


@dataclass(frozen=True, slots=True)
class _RowReader:
    """Takes the fields of one row; what cannot be taken becomes a finding."""

    path: Path
    number: int
    row: Row
    findings: list[Finding]

    def words(self, column: str) -> str | None:
        """The cell as stated; ``None`` where it is empty."""
        return self.row.get(column, "").strip() or None

    def take(self, column: str, parse: Callable[[str], Taken]) -> Taken | None:
        """The cell parsed; ``None`` and a finding where that fails."""
        stated = self.words(column)
        if stated is None:
            return None
        try:
            return parse(stated)
        except (ValueError, DateError) as error:
            self.refuse("bad-cell", f"{column} {stated!r} was not taken: {error}")
            return None

    def refuse(self, code: str, message: str) -> None:
        """Note what is wrong with this row."""
        self.findings.append(_finding(self.path, code, message, f"row {self.number}"))


def _take_record(row: _RowReader, records: dict[str, LinkRecord]) -> None:
    """Add the row's record, unless its id is missing or stands already."""
    surplus = row.words(SURPLUS)
    if surplus is not None:
        row.refuse("surplus-cells", f"more cells than columns: {surplus} was not used")
    record_id = row.words("record_id")
    if record_id is None or record_id in records:
        wrong = "no record_id" if record_id is None else f"record_id {record_id!r} stands already"
        row.refuse("bad-record-id", f"{wrong}; the row was left out")
        return
    records[record_id] = LinkRecord(
        record_id=record_id,
        birth_date=row.take("birth_date", _date) or row.take("birth_year", _year),
        death_date=row.take("death_date", _date),
        recorded_at=row.take("recorded_at", _date),
        age=row.take("age", _age),
        **{column: row.words(column) for column in WORDS},
    )


def _date(stated: str) -> FuzzyDate:
    day_length = len("2024-05-01")
    return FuzzyDate.parse(stated[:day_length] if stated[day_length:].startswith(INSTANT_STARTS) else stated)


def _year(stated: str) -> FuzzyDate:
    return FuzzyDate(_whole(stated))


def _age(stated: str) -> int:
    age = _whole(stated)
    if not 0 <= age <= OLDEST:
        raise ValueError(f"not between 0 and {OLDEST}")
    return age


def _whole(stated: str) -> int:
    """A whole number; spreadsheets write 34 as 34.0."""
    digits = stated.removesuffix(".0")
    if not digits.removeprefix("-").isdecimal():
        raise ValueError("not a whole number")
    return int(digits)


def _read_rows(path: Path) -> tuple[list[str], list[Row]]:
    suffix = path.suffix.lower()
    try:
        if suffix == ".parquet":
            table = pa_parquet.read_table(path)
            return list(table.column_names), [_as_words(row) for row in table.to_pylist()]
        if suffix == ".csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.DictReader(file, restval="", restkey=SURPLUS)
                rows = [_as_words(row) for row in reader]
                return list(reader.fieldnames or ()), rows
    except (OSError, UnicodeDecodeError, csv.Error, pa.ArrowException) as error:
        raise TableError(f"cannot be read as a table: {error}", file=str(path)) from error
    raise TableError(f"tables end in .csv or .parquet, not {suffix!r}", file=str(path))


def _as_words(row: dict[str, Any]) -> Row:
    """The cells as text; nothing and not-a-number (pandas' nothing) are both not stated."""
    return {column: "" if value is None or value != value else str(value) for column, value in row.items()}  # noqa: PLR0124 - only NaN differs from itself


def _write_rows(
    path: Path, columns: Sequence[tuple[str, pa.DataType]], rows: Iterable[Sequence[object]]
) -> None:
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [pa.array(column, kind) for column, (_, kind) in zip(values, columns, strict=True)]
    table = pa.table(arrays, names=[name for name, _ in columns])
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise TableError(f"tables end in .csv or .parquet, not {path.suffix!r}", file=str(path))
    try:
        write(table, path)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)  # pyarrow tells more than one asked
        raise TableError(f"cannot be written: {why}", file=str(path)) from error


def _finding(path: Path, code: str, message: str, place: str = "") -> Finding:
    return Finding(code, Severity.WARNING, str(path), message, place)
