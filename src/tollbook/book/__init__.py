"""The book: a project's append-only memory, and the folder it lies in.

``open_book`` and ``Book`` are fetched on first use: the tables behind them can be defined only
once Django is set up, and Django itself imports this package while it sets up. Importing the
face alone loads no Django. No model instance ever leaves this column.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from tollbook.book.projects import load_project
from tollbook.book.rows import (
    Recorded,
    RecordedClaim,
    RecordedDocument,
    RecordedEdition,
    RecordedPerson,
    RecordedStudy,
    Superseded,
    SupersededBecause,
)
from tollbook.book.starting import start_django
from tollbook.book.turns import in_turn
from tollbook.book.writing_projects import create_project

if TYPE_CHECKING:
    from tollbook.book.memory import Book
    from tollbook.book.opening import open_book

__all__ = [
    "Book",
    "Recorded",
    "RecordedClaim",
    "RecordedDocument",
    "RecordedEdition",
    "RecordedPerson",
    "RecordedStudy",
    "Superseded",
    "SupersededBecause",
    "create_project",
    "in_turn",
    "load_project",
    "open_book",
]

BEHIND_DJANGO = {"Book": "tollbook.book.memory", "open_book": "tollbook.book.opening"}


def __getattr__(name: str) -> object:
    """``Book`` and ``open_book``, with Django set up first."""
    if name not in BEHIND_DJANGO:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    start_django()
    return getattr(import_module(BEHIND_DJANGO[name]), name)
