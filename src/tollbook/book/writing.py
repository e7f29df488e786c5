"""One append: everything that belongs together goes in at once, chained, or not at all.

Writers take turns: the write lock is taken at the start, so what a writer has seen is still
true when it writes. Nothing outside this file adds a row.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta

from django.db import DatabaseError, OperationalError, connections, transaction

from tollbook.book.chain import BEFORE_ALL, Link, link_sha256, row_sha256, stored_rows
from tollbook.book.models import ChainLink, Row
from tollbook.book.triggers import MESSAGE
from tollbook.errors import AppendOnlyError, BookError

__all__ = ["Head", "Page", "head_of", "sweeping", "writing"]

# Writers that wait for each other may hand in clocks a little out of turn. A row learned
# "before" the row that precedes it is then dated like that row.
OUT_OF_TURN = timedelta(minutes=1)
ADD_LINK = """
    INSERT INTO chain_link
        (sequence, table_name, row_id, row_sha256, previous_sha256, own_sha256, recorded_at)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest link: what the next one builds on."""

    sequence: int = 0
    sha256: str = BEFORE_ALL
    recorded_at: datetime | None = None


class Page:
    """Rows being appended together, all with one record time."""

    def __init__(self, alias: str, head: Head, at: datetime) -> None:
        self._at = at
        self._alias = alias
        self._head = head

    def add(self, rows: Sequence[Row]) -> None:
        """The rows stand in the book, numbered in this order, each with its link.

        Raises:
            BookError: The clock went back.
        """
        if not rows:
            return
        at = _in_turn(self._at, self._head.recorded_at)
        model = type(rows[0])
        manager = model.objects.using(self._alias)
        last = manager.order_by("-pk").values_list("pk", flat=True).first() or 0
        for number, row in enumerate(rows, last + 1):
            row.pk, row.recorded_at = number, at
        manager.bulk_create(rows)
        self._link(model, last, at)

    def _link(self, model: type[Row], last: int, at: datetime) -> None:
        database = connections[self._alias]
        stored_at = database.ops.adapt_datetimefield_value(at)
        links = []
        for number, values in stored_rows(database, model, last):
            link = Link(self._head.sequence + 1, model.table(), number, row_sha256(values), self._head.sha256)
            self._head = Head(link.sequence, link_sha256(link), at)
            links.append((*astuple(link), self._head.sha256, stored_at))
        with database.cursor() as cursor:  # straight in: through the ORM, links cost more than their rows
            cursor.executemany(ADD_LINK, links)


@contextmanager
def writing(alias: str, at: datetime) -> Iterator[Page]:
    """A page that is in the book when the block ends, and has never been if it fails.

    Raises:
        AppendOnlyError: The database refused to change or replace a row.
        BookError: The clock went back, another process did not let go of the book, or the
            file cannot be written.
    """
    with _turn(alias):
        yield Page(alias, head_of(alias), at)


@contextmanager
def sweeping(alias: str) -> Iterator[None]:
    """Nobody else writes while the block runs."""
    with _turn(alias):
        yield


@contextmanager
def _turn(alias: str) -> Iterator[None]:
    try:
        with transaction.atomic(using=alias):
            yield
    except OperationalError as error:
        path = connections[alias].settings_dict["NAME"]
        if "locked" in str(error):
            raise BookError(f"{path}: another process is writing to the book; try again later") from error
        raise BookError(f"{path}: the book cannot be written: {error}") from error
    except DatabaseError as error:
        refusal = AppendOnlyError if MESSAGE in str(error) else BookError
        raise refusal(f"the book refuses: {error}") from error


def head_of(alias: str) -> Head:
    """The newest link of the chain; the one before all where the book is empty."""
    fields = ("sequence", "own_sha256", "recorded_at")
    newest = ChainLink.objects.using(alias).order_by("-sequence").values_list(*fields).first()
    return Head(*newest) if newest else Head()


def holds_link(alias: str, own_sha256: str) -> bool:
    """Whether the chain has a link of this hash; that of the empty chain it always has."""
    links = ChainLink.objects.using(alias).filter(own_sha256=own_sha256)
    return own_sha256 == BEFORE_ALL or bool(links.exists())


def _in_turn(at: datetime, newest: datetime | None) -> datetime:
    if at.tzinfo is None:
        raise BookError(f"a record time needs its time zone: {at.isoformat()}")
    at = at.astimezone(UTC)
    if newest is None or at >= newest:
        return at
    if newest - at > OUT_OF_TURN:
        raise BookError(
            f"the clock says {at.isoformat()}, but the book's newest row was recorded at "
            f"{newest.isoformat()}; rows are kept in the order they were learned, so set the clock right"
        )
    return newest
