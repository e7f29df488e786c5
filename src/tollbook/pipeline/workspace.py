"""A workspace: one team's project with its book open, its scope complete and its clock set."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tollbook.book import Book, create_project, load_project, open_book
from tollbook.model.projects import Project
from tollbook.model.scope import Scope
from tollbook.read import builtin_scope

__all__ = ["Clock", "Workspace", "dry_scope", "new_workspace", "now", "open_workspace"]

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present instant in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Workspace:
    """What every stage works on.

    Attributes:
        project: The settings of the team's folder.
        book: The memory.
        scope: What is known beforehand: the built-in tables and, over them, the project's own.
        clock: Tells when something is recorded.
    """

    project: Project
    book: Book
    scope: Scope
    clock: Clock = now

    @property
    def folder(self) -> Path:
        """The project's folder."""
        return self.project.folder


def open_workspace(folder: Path, *, clock: Clock = now) -> Workspace:
    """The workspace of an existing project.

    Raises:
        ProjectError: The folder is not a project, or its settings are wrong.
    """
    project = load_project(folder)
    return Workspace(project, open_book(folder), builtin_scope().with_more(project.scope), clock)


def new_workspace(project: Project, *, clock: Clock = now) -> Workspace:
    """A new project with an empty book.

    Raises:
        ProjectError: The folder already holds something else.
    """
    create_project(project.folder, project)
    open_book(project.folder, create=True)
    (project.folder / project.inbox).mkdir(exist_ok=True)
    return open_workspace(project.folder, clock=clock)


def dry_scope(folder: Path) -> Scope:
    """The scope for reading without a book: the built-in one, and the project's if there is one here."""
    if not (folder / "tollbook.toml").exists():
        return builtin_scope()
    return builtin_scope().with_more(load_project(folder).scope)
