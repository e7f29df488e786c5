"""Project folders: what ``tollbook.toml``, ``sources/`` and ``rules/`` say, read strictly.

Nothing is guessed and nothing ignored: an unknown key stops with the file, key and value.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from tollbook.book.settings_files import Settings, read_settings
from tollbook.errors import DateError, ProjectError
from tollbook.model.dates import FuzzyDate
from tollbook.model.projects import Project
from tollbook.model.scope import Party, Scope, Source, SourceKind, War

__all__ = ["DATABASE", "DISCLOSURE_FILE", "DISCLOSURES", "PROJECT_FILE", "SOURCES_FOLDER", "load_project"]

PROJECT_FILE, SOURCES_FOLDER, DISCLOSURE_FILE = "tollbook.toml", "sources", "rules/disclosure.toml"
DATABASE = "sqlite:///book.sqlite3"
DISCLOSURES = ("public", "year", "withheld")

Named = TypeVar("Named", War, Party, Source)


def load_project(folder: Path) -> Project:
    """The project that lies in ``folder``.

    Sources come in the order of their files' names.

    Raises:
        ProjectError: The folder is no project, or a setting is not what it should be.
    """
    path = folder / PROJECT_FILE
    if not path.is_file():
        raise ProjectError(f"not a tollbook project: there is no {PROJECT_FILE}", file=str(folder))
    settings = read_settings(path)
    name = settings.required("name")
    scope = Scope(
        wars=_once(settings.tables("wars"), _war),
        parties=_once(settings.tables("parties"), _party),
        sources=_once(map(read_settings, sorted(folder.glob(f"{SOURCES_FOLDER}/*.toml"))), _source),
    )
    project = Project(
        folder=folder,
        name=name,
        languages=settings.texts("languages", ("en",)),
        scope=scope,
        inclusion=settings.text("inclusion", ""),
        inbox=settings.text("inbox", "inbox"),
        database=_database(settings),
        disclosure=_disclosure(folder / DISCLOSURE_FILE),
    )
    if not project.languages:
        settings.refuse("languages must name at least one language, not []")
    settings.close()
    return project


def _once(tables: Iterable[Settings], read: Callable[[Settings], Named]) -> tuple[Named, ...]:
    """Each table read whole; a name that stands twice is refused."""
    found: dict[str, Named] = {}
    for settings in tables:
        item = read(settings)
        settings.close()
        if item.name in found:
            settings.refuse(f"the name {item.name!r} stands here a second time")
        found[item.name] = item
    return tuple(found.values())


def _war(settings: Settings) -> War:
    stated = settings.stated("started")
    try:
        started = None if stated is None else FuzzyDate.parse(stated)
    except DateError as error:
        settings.refuse(f"started: {error}")
    return War(settings.required("name"), settings.texts("parties"), started)


def _party(settings: Settings) -> Party:
    return Party(
        settings.required("name"), settings.texts_by_key("forms"), settings.texts_by_key("capital_forms")
    )


def _source(settings: Settings) -> Source:
    return Source(
        name=settings.required("name"),
        aliases=settings.texts("aliases"),
        kind=_kind(settings),
        party=settings.stated("party"),
        channel=settings.stated("channel"),
        names_dead_of=settings.stated("names_dead_of"),
        domains=settings.texts("domains"),
    )


def _kind(settings: Settings) -> SourceKind:
    stated = settings.text("kind", SourceKind.UNKNOWN.value)
    if stated not in set(SourceKind):
        settings.refuse(f"kind must be one of {', '.join(SourceKind)}, not {stated!r}")
    return SourceKind(stated)


def _database(settings: Settings) -> str:
    stated = settings.text("database", DATABASE)
    if stated != DATABASE:
        settings.refuse(f"database must be {DATABASE!r} for now, not {stated!r}: only SQLite, in this folder")
    return stated


def _disclosure(path: Path) -> tuple[tuple[str, str], ...]:
    if not path.exists():
        return ()
    settings = read_settings(path)
    fields = settings.text_by_key("fields")
    settings.close()
    for field, rule in fields.items():
        if rule not in DISCLOSURES:
            settings.refuse(f"{field} must be one of {', '.join(DISCLOSURES)}, not {rule!r}")
    return tuple(fields.items())
