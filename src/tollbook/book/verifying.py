"""Verification: whether the book is still what was written, row by row and byte by byte.

Nothing is repaired here, and a fault stops nothing: every row that was changed, deleted,
inserted or moved behind the book's back is named.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connections

from tollbook.book.chain import BEFORE_ALL, Link, link_sha256, row_sha256, stored_rows
from tollbook.book.models import CHAINED, CaptureRow, ChainLink, Row
from tollbook.book.triggers import guard_names
from tollbook.book.vault import Vault
from tollbook.errors import TamperedError
from tollbook.model.findings import Finding, Severity

__all__ = ["verify_book"]

Database = Any  # Django publishes no types
Linked = Mapping[int, str]  # row -> the hash its link states
NAMING = ("claim_id", "person_id", "edition_id", "subject", "sha256", "document_id")


def verify_book(alias: str, vault: Vault) -> tuple[Finding, ...]:
    """What is not as it was written; empty for an untouched book.

    Codes: ``chain-broken`` (a link changed, gone or out of order), ``row-changed``,
    ``row-deleted``, ``row-inserted``, ``rows-cut`` (the newest rows are gone together with
    their links), ``guard-missing`` (an append-only trigger is gone), ``table-unreadable``,
    ``capture-tampered``.
    """
    database = connections[alias]
    linked: dict[str, dict[int, str]] = defaultdict(dict)
    with _holding_still(database):
        found = [*_telling(ChainLink, _check_links(database, linked))]
        for model in CHAINED:
            found += _telling(model, _check_rows(database, model, linked[model.table()]))
            found += _telling(model, _check_end(database, model, max(linked[model.table()], default=0)))
        found += _telling(ChainLink, _check_guards(database))
        found += _telling(CaptureRow, _check_captures(alias, vault))
    return tuple(found)


@contextmanager
def _holding_still(database: Database) -> Iterator[None]:
    """One state of the book throughout, while others may go on writing."""
    with database.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _telling(model: type[Row], check: Iterator[Finding]) -> Iterator[Finding]:
    """The check's findings, and one more where the table does not let itself be read."""
    try:
        yield from check
    except DatabaseError as error:
        yield _fault("table-unreadable", f"table {model.table()}", f"cannot be read: {error}")


def _fault(code: str, subject: str, what: str) -> Finding:
    return Finding(code, Severity.BLOCKING, subject, f"{subject} {what}")


def _check_links(database: Database, linked: dict[str, dict[int, str]]) -> Iterator[Finding]:
    """Whether each link follows the one before; fills ``linked`` on the way."""
    before, due = BEFORE_ALL, 1
    for sequence, stated in stored_rows(database, ChainLink):
        link = Link(
            sequence,
            str(stated["table_name"]),
            int(str(stated["row_id"])),
            str(stated["row_sha256"]),
            str(stated["previous_sha256"]),
        )
        name = f"chain link {sequence} (for {link.table_name} row {link.row_id})"
        if sequence != due:
            yield _fault("chain-broken", name, f"does not follow: link {due} is gone")
        elif link.previous_sha256 != before:
            yield _fault("chain-broken", name, f"does not follow link {sequence - 1} as that now stands")
        if link_sha256(link) != stated["own_sha256"]:
            yield _fault("chain-broken", name, "is not what was written")
        linked[link.table_name][link.row_id] = link.row_sha256
        before, due = str(stated["own_sha256"]), sequence + 1
    yield from _check_end(database, ChainLink, due - 1)


def _check_rows(database: Database, model: type[Row], linked: Linked) -> Iterator[Finding]:
    unseen = dict(linked)
    for number, values in stored_rows(database, model):
        expected = unseen.pop(number, None)
        if expected is None:
            yield _fault("row-inserted", _row_name(model, number, values), "was not appended by the book")
        elif row_sha256(values) != expected:
            yield _fault("row-changed", _row_name(model, number, values), "is not what was written")
    for number in sorted(unseen):
        yield _fault("row-deleted", f"{model.table()} row {number}", "is gone")


def _row_name(model: type[Row], number: int, values: Mapping[str, object]) -> str:
    stated = next((f" ({column} {values[column]})" for column in NAMING if values.get(column)), "")
    return f"{model.table()} row {number}{stated}"


def _check_end(database: Database, model: type[Row], linked: int) -> Iterator[Finding]:
    """The database counts what it numbered, and remembers it after a deletion."""
    with database.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model.table()])
        numbered = int((cursor.fetchone() or (0,))[0])
        cursor.execute(f'SELECT max("{model.key()}") FROM "{model.table()}"')  # noqa: S608 - our own names
        newest = max(cursor.fetchone()[0] or 0, linked)
    if numbered > newest:
        yield _fault(
            "rows-cut", f"{model.table()} rows {newest + 1} to {numbered}", "are gone with their links"
        )


def _check_guards(database: Database) -> Iterator[Finding]:
    with database.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        there = {name for (name,) in cursor.fetchall()}
    tables: tuple[type[Row], ...] = (*CHAINED, ChainLink)
    for model in tables:
        for name in guard_names(model.table()):
            if name not in there:
                yield _fault("guard-missing", f"trigger {name}", "is gone: the table can be changed unseen")


def _check_captures(alias: str, vault: Vault) -> Iterator[Finding]:
    for sha256 in CaptureRow.objects.using(alias).order_by("pk").values_list("sha256", flat=True):
        try:
            vault.read(sha256)
        except TamperedError as error:
            yield Finding("capture-tampered", Severity.BLOCKING, f"capture {sha256}", str(error))
