"""Turns: two processes never publish the same project at the same moment.

The book guards its own writes; this guards the files of an edition, which two runs would
otherwise write into each other's hands. The system lets go of the turn when the process dies.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tollbook.errors import BookError

__all__ = ["in_turn"]

LOCK_FILE = "publishing.lock"
LONGEST_WAIT_SECONDS = 300.0


@contextmanager
def in_turn(folder: Path, *, wait_seconds: float = LONGEST_WAIT_SECONDS) -> Iterator[None]:
    """No other process publishes this project while the block runs.

    Args:
        folder: The project's folder.
        wait_seconds: How long to wait for another process that is publishing.

    Raises:
        BookError: The other process did not finish in that time, or the folder cannot be written.
    """
    path = folder / LOCK_FILE  # an empty database of its own is a lock on every system
    try:
        with closing(sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        why = "another process is publishing; try again later" if "locked" in str(error) else str(error)
        raise BookError(f"{path}: {why}") from error
