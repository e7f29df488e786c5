"""What is known beforehand, from tables: wars, parties and the sources that speak.

The product's own tables lie in ``tables/``; a team's project adds to them in the same form.
Tables are read strictly: a key that is not known is a fault, never ignored, because a
misspelt ``aliases`` would silently lose every claim of a source.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TypeVar

from tollbook.errors import DateError, ProjectError
from tollbook.model.dates import FuzzyDate
from tollbook.model.scope import Party, Scope, Source, SourceKind, War

__all__ = ["builtin_scope", "scope_from_tables"]

TABLES = ("wars.toml", "parties.toml", "sources.toml")
Noun = TypeVar("Noun")


class _Row:
    """One table, read key by key; what is left at the end is a fault."""

    def __init__(self, kind: str, number: int, fields: object, file: str) -> None:
        self.place, self.file = f"{kind} {number}", file
        if not isinstance(fields, Mapping):
            raise self.fault(f"not a table: {fields!r}")
        self.fields = dict(fields)
        self.name = self.text("name")
        if self.name is None:
            raise self.fault("no name")
        self.place = f"{kind} {self.name!r}"

    def text(self, key: str) -> str | None:
        """A string, stripped of nothing."""
        value = self.fields.pop(key, None)
        if value is not None and (not isinstance(value, str) or not value):
            raise self.fault(f"{key} is not text: {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where the key is missing."""
        return self.strings(key, self.fields.pop(key, []))

    def stems(self, key: str) -> dict[str, tuple[str, ...]]:
        """Lists of strings by language."""
        value = self.fields.pop(key, {})
        if not isinstance(value, Mapping):
            raise self.fault(f"{key} is not a table by language: {value!r}")
        return {language: self.strings(f"{key}.{language}", stems) for language, stems in value.items()}

    def strings(self, key: str, value: object) -> tuple[str, ...]:
        """The value if it is a list of strings without an empty one."""
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.fault(f"{key} is not a list of texts: {value!r}")
        return tuple(value)

    def close(self) -> None:
        """Refuse what no one asked for."""
        if self.fields:
            raise self.fault(f"unknown key {min(map(str, self.fields))!r}")

    def fault(self, message: str) -> ProjectError:
        """The error, with file and place."""
        return ProjectError(message, file=self.file, place=self.place)


def scope_from_tables(tables: Mapping[str, object], *, file: str) -> Scope:
    """The scope that parsed TOML states in ``[[war]]``, ``[[party]]`` and ``[[source]]``.

    Args:
        tables: The parsed file; a single ``[source]`` is taken as a list of one.
        file: Where it stands, for messages.

    Raises:
        ProjectError: An unknown key, a wrong type, a missing name, a name or surface form
            that stands for two sources.
    """
    unknown = sorted(set(tables) - {"war", "party", "source"})
    if unknown:
        raise ProjectError(f"unknown key {unknown[0]!r}", file=file)
    scope = Scope(
        wars=_read_all("war", tables, _war, file),
        parties=_read_all("party", tables, _party, file),
        sources=_read_all("source", tables, _source, file),
    )
    _refuse_doubles("war", ((war.name,) for war in scope.wars), file)
    _refuse_doubles("party", ((party.name,) for party in scope.parties), file)
    _refuse_doubles("source", ((source.name, *source.aliases) for source in scope.sources), file)
    return scope


@cache
def builtin_scope() -> Scope:
    """The wars, parties and sources that the product knows by itself."""
    scope = Scope()
    for name in TABLES:
        table = (files("tollbook.read") / "tables" / name).read_text("utf-8")
        scope = scope.with_more(scope_from_tables(tomllib.loads(table), file=name))
    return scope


def _read_all(
    kind: str, tables: Mapping[str, object], read: Callable[[_Row], Noun], file: str
) -> tuple[Noun, ...]:
    value = tables.get(kind, [])
    rows = value if isinstance(value, list) else [value]
    return tuple(read(_Row(kind, number, fields, file)) for number, fields in enumerate(rows, 1))


def _war(row: _Row) -> War:
    started, parties = row.fields.pop("started", None), row.texts("parties")
    row.close()
    try:
        day = FuzzyDate.parse(str(started)) if started is not None else None
    except DateError as error:
        raise row.fault(f"started: {error.message}") from error
    return War(row.name or "", parties, day)


def _party(row: _Row) -> Party:
    party = Party(row.name or "", row.stems("forms"), row.stems("capital_forms"))
    row.close()
    return party


def _source(row: _Row) -> Source:
    kind = row.text("kind") or SourceKind.UNKNOWN
    if kind not in set(SourceKind):
        raise row.fault(f"unknown kind {kind!r}")
    source = Source(
        name=row.name or "",
        aliases=row.texts("aliases"),
        kind=SourceKind(kind),
        party=row.text("party"),
        channel=row.text("channel"),
        names_dead_of=row.text("names_dead_of"),
        domains=row.texts("domains"),
    )
    row.close()
    return source


def _refuse_doubles(kind: str, forms: Iterable[tuple[str, ...]], file: str) -> None:
    """Refuse a form that stands for two entries: nobody could say which of them spoke."""
    folded = sorted(form for names in forms for form in {name.casefold() for name in names})
    doubles = [form for form, same in groupby(folded) if len(list(same)) > 1]
    if doubles:
        raise ProjectError(f"{kind} form stands for two entries: {doubles[0]!r}", file=file)
