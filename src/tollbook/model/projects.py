"""Projects: what a team's folder says of itself. Data, not code."""

from dataclasses import dataclass, field
from pathlib import Path

from tollbook.model.scope import Scope

__all__ = ["Project"]


@dataclass(frozen=True, slots=True)
class Project:
    """A team's project.

    Attributes:
        folder: Where it lies.
        name: What the team calls it.
        languages: The languages of its pages, the first the main one.
        scope: The wars, parties and sources it knows.
        inclusion: Who is recorded, in words.
        inbox: The folder ``toll run`` reads from.
        database: ``sqlite:///book.sqlite3``.
        disclosure: For each field of an entry: ``public``, ``year``, or ``withheld``.
    """

    folder: Path
    name: str
    languages: tuple[str, ...] = ("en",)
    scope: Scope = field(default_factory=Scope)
    inclusion: str = ""
    inbox: str = "inbox"
    database: str = "sqlite:///book.sqlite3"
    disclosure: tuple[tuple[str, str], ...] = ()
