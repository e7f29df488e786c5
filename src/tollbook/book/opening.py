"""Opening a book: the file is found or made, brought up to date, and connected to.

Several books can be open in one process; each has a connection of its own. Files are opened
one process at a time, under a lock that the system lets go of when the process dies: a file
that another process is just making, or turning to write-ahead logging, is never half seen.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from tollbook.book.memory import Book
from tollbook.errors import BookError, ProjectError, TollbookError

__all__ = ["open_book"]

BOOK_FILE, LOCK_FILE, VAULT_FOLDER = "book.sqlite3", "book.lock", "captures"
APP = "book"
# FULL: what is said to be recorded survives a power cut, at one forced write a transaction.
PREPARE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
numbers = count(1)


def open_book(folder: Path, *, create: bool = False, wait_seconds: float = 30.0) -> Book:
    """The book of the project in ``folder``, up to date and ready.

    Args:
        folder: The project's folder.
        create: Whether to start a book where there is none.
        wait_seconds: How long to wait for another process that is writing.

    Raises:
        ProjectError: There is no book, or a newer tollbook made it.
        BookError: The file is no book, or another process does not let go of it.
    """
    path = folder / BOOK_FILE
    if not path.exists() and not create:
        raise ProjectError("no book here yet; start one with `toll new`", file=str(path))
    if not folder.is_dir():
        raise ProjectError("no such folder", file=str(folder))
    if path.exists() and path.stat().st_size == 0 and not create:
        raise BookError(f"{path}: the book is an empty file; bring it back from a copy")
    book = Book(_connect(path, wait_seconds), folder / VAULT_FOLDER)
    try:
        with _alone(folder / LOCK_FILE, wait_seconds):
            _bring_up_to_date(book.alias, path)
        book.sweep()
    except DatabaseError as error:
        book.close()
        raise BookError(f"{path}: cannot be opened as a book: {error}") from error
    except TollbookError:
        book.close()
        raise
    return book


def _connect(path: Path, wait_seconds: float) -> str:
    """The name of a new connection to the file."""
    alias = f"book-{next(numbers)}"
    settings = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": wait_seconds,
            "transaction_mode": "IMMEDIATE",  # writers take turns from the start
            "init_command": PREPARE,
        },
    }
    known = {"default": connections.settings["default"], alias: settings}
    connections.settings[alias] = connections.configure_settings(known)[alias]
    return alias


def _bring_up_to_date(alias: str, path: Path) -> None:
    """The file has the tables this code knows.

    Raises:
        ProjectError: It has been through migrations this code does not know.
    """
    executor = MigrationExecutor(connections[alias])
    newer = {name for app, name in executor.loader.applied_migrations if app == APP}
    newer -= {name for app, name in executor.loader.disk_migrations if app == APP}
    if newer:
        raise ProjectError(
            f"made by a newer tollbook (it knows {min(newer)}); update tollbook", file=str(path)
        )
    targets = [node for node in executor.loader.graph.leaf_nodes() if node[0] == APP]
    if executor.migration_plan(targets):
        executor.migrate(targets)


@contextmanager
def _alone(path: Path, wait_seconds: float) -> Iterator[None]:
    """No other process is in here. An empty database of its own is a lock on every system."""
    with closing(sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            why = "another process is opening the book" if "locked" in str(error) else str(error)
            raise BookError(f"{path}: the book cannot be opened: {why}") from error
        yield
