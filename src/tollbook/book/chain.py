"""The hash chain: each row's hash is bound to all rows before it.

A row's hash is taken over what stands in the database, read back after it was written, so
that nothing the database did to a value can be mistaken for tampering later. Columns that
hold NULL are left out: a later version may add a column without breaking an old chain.

A chain cannot see that its newest links are gone together with their rows, if whoever cut
them also hid the traces. Publish the head (``Book.head``) with each edition: whoever holds it
can tell.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tollbook.book.models import Row

__all__ = ["BEFORE_ALL", "Link", "link_sha256", "row_sha256", "stored_rows"]

BEFORE_ALL = "0" * 64
AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Link:
    """What a link says: the how-manieth append this was, of which row, holding what."""

    sequence: int
    table_name: str
    row_id: int
    row_sha256: str
    previous_sha256: str


def row_sha256(values: Mapping[str, object]) -> str:
    """The hash of a row as it stands in the database."""
    stated = {column: value for column, value in values.items() if value is not None}
    return hashlib.sha256(json.dumps(stated, sort_keys=True, default=repr).encode()).hexdigest()


def link_sha256(link: Link) -> str:
    """The hash of a link, and through the one before it of all links so far."""
    parts = (link.sequence, link.table_name, link.row_id, link.row_sha256, link.previous_sha256)
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


def stored_rows(connection: Any, model: type[Row], after: int = 0) -> Iterator[tuple[int, dict[str, object]]]:  # noqa: ANN401 - Django publishes no types
    """Each row of a table numbered above ``after``: its number and its raw values.

    The plus before a column keeps the driver from parsing dates: what is hashed is what is
    stored, even where it no longer is a date.
    """
    columns = model.columns()
    raw = ", ".join(f'+"{column}"' for column in columns)
    key = model.key()
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT "{key}", {raw} FROM "{model.table()}" WHERE "{key}" > %s ORDER BY "{key}"',  # noqa: S608 - our own names
            [after],
        )
        while rows := cursor.fetchmany(AT_ONCE):
            for number, *values in rows:
                yield number, dict(zip(columns, values, strict=True))
