"""Linkage and estimation on tables of one's own, without a project."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tollbook.errors import TableError
from tollbook.estimate import estimate_overlap, read_overlap_rows
from tollbook.link import propose_links, read_records, write_clusters, write_pairs
from tollbook.model.estimates import OverlapStudy
from tollbook.model.findings import Finding
from tollbook.model.links import LinkRun

__all__ = ["estimate_table", "link_table"]


def link_table(records: Path, clusters: Path, pairs: Path | None) -> tuple[LinkRun, tuple[Finding, ...]]:
    """The proposal for a table of people, written as clusters and, if asked, as scored pairs.

    Raises:
        TableError: The table cannot be read, has none of the columns, or would be written over.
    """
    _mind_each_other(records, clusters, pairs)
    table = read_records(records)
    run = propose_links(table.records)
    write_clusters(clusters, run)
    if pairs is not None:
        write_pairs(pairs, run)
    return run, (*table.findings, *run.findings)


def _mind_each_other(records: Path, clusters: Path, pairs: Path | None) -> None:
    """What is read stays; what is written is written to two places."""
    for written in (clusters, pairs):
        if written is not None and written.resolve() == records.resolve():
            raise TableError("the table that is read would be written over", file=str(written))
    if pairs is not None and pairs.resolve() == clusters.resolve():
        raise TableError("clusters and pairs cannot go into one file", file=str(pairs))


def estimate_table(
    table: Path, *, methods: Sequence[str] | None, each: str | None, level: float
) -> tuple[OverlapStudy, ...]:
    """A study of a table of capture histories; with ``each``, one for every value of that column.

    Without ``each``, all rows are one study whatever their other columns say.

    Raises:
        TableError: A cell is not what it must be, or the column does not exist.
    """
    rows = list(_rows(table))
    tables = read_overlap_rows(rows, file=str(table), by=(each,) if each else ())
    return tuple(estimate_overlap(one, methods=methods, level=level) for one in tables)


def _rows(table: Path) -> Iterator[Mapping[str, str]]:
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file)
    except OSError as error:
        raise TableError(error.strerror or str(error), file=str(table)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"not a CSV table in UTF-8: {error}", file=str(table)) from error
