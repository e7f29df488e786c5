"""A new project's folder, written so that a person can read it and go on by hand.

``tollbook.toml`` is written last: a folder is a project only once it is complete.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tollbook.book.projects import DISCLOSURE_FILE, PROJECT_FILE, SOURCES_FOLDER, load_project
from tollbook.errors import ProjectError
from tollbook.model.projects import Project
from tollbook.model.scope import Party, Source, War
from tollbook.text import latinise

__all__ = ["create_project"]

STEM_LENGTH = 60
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# What TOML wants escaped inside quotes; every other character stands for itself.
ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in map(chr, (*range(0x20), 0x7F))}
ESCAPES |= {ord('"'): '\\"', ord("\\"): "\\\\", ord("\n"): "\\n", ord("\t"): "\\t"}
Value = str | Sequence[str]


def create_project(folder: Path, project: Project) -> Project:
    """The project, as read back from the folder it now lies in.

    Raises:
        ProjectError: The folder is a project already, or cannot be written.
    """
    if (folder / PROJECT_FILE).exists():
        raise ProjectError("is a tollbook project already", file=str(folder))
    here = replace(project, folder=folder)
    try:
        for inside in (
            folder,
            folder / SOURCES_FOLDER,
            (folder / DISCLOSURE_FILE).parent,
            folder / here.inbox,
        ):
            inside.mkdir(parents=True, exist_ok=True)
        for source, stem in zip(here.scope.sources, _stems(here.scope.sources), strict=True):
            _write(folder / SOURCES_FOLDER / f"{stem}.toml", _source_lines(source))
        _write(folder / DISCLOSURE_FILE, _disclosure_lines(here.disclosure))
        _write(folder / PROJECT_FILE, _project_lines(here))
    except OSError as error:
        raise ProjectError(
            f"cannot be written: {error.strerror}", file=str(error.filename or folder)
        ) from error
    return load_project(folder)


def _write(path: Path, lines: Iterator[str]) -> None:
    beside = path.with_name(path.name + ".part")
    beside.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    os.replace(beside, path)  # noqa: PTH105 - replaces in one step also where Path.rename would refuse


def _project_lines(project: Project) -> Iterator[str]:
    yield "# A tollbook project. Every setting is read strictly: a key nobody knows stops with a message."
    yield _pair("name", project.name)
    yield ""
    yield "# The languages of the published pages, the main one first."
    yield _pair("languages", project.languages)
    yield ""
    yield "# Who is recorded, in words; printed on every edition."
    yield _pair("inclusion", project.inclusion)
    yield ""
    yield "# `toll run` reads every document in this folder."
    yield _pair("inbox", project.inbox)
    yield _pair("database", project.database)
    for war in project.scope.wars:
        yield from _war_lines(war)
    for party in project.scope.parties:
        yield from _party_lines(party)


def _war_lines(war: War) -> Iterator[str]:
    yield from ("", "[[wars]]", _pair("name", war.name), _pair("parties", war.parties))
    if war.started is not None:
        yield f"{_pair('started', str(war.started))}  # losses are counted from here"


def _party_lines(party: Party) -> Iterator[str]:
    yield from ("", "[[parties]]", _pair("name", party.name))
    yield from _forms("forms", "stems of its name by language", party.forms)
    yield from _forms("capital_forms", "stems that mean its government", party.capital_forms)


def _forms(key: str, meaning: str, forms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if forms:
        yield f"[parties.{key}]  # {meaning}"
        yield from (_pair(language, stems) for language, stems in forms.items())


def _source_lines(source: Source) -> Iterator[str]:
    yield "# A body that speaks or publishes."
    yield _pair("name", source.name)
    yield _pair("kind", source.kind.value)
    yield from (
        _pair(key, value)
        for key in ("party", "channel", "names_dead_of")
        if (value := getattr(source, key)) is not None
    )
    yield _pair("aliases", source.aliases)
    yield _pair("domains", source.domains)


def _disclosure_lines(disclosure: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield "# What an edition may show of each field of an entry: public, year (of a date), or withheld."
    yield "[fields]"
    yield from (_pair(field, rule) for field, rule in disclosure)


def _stems(sources: Sequence[Source]) -> Iterator[str]:
    """A file name for each source: plain letters, each once."""
    used: set[str] = set()
    for source in sources:
        plain = re.sub(r"[^a-z0-9]+", "-", latinise(source.name))[:STEM_LENGTH].strip("-") or "source"
        number = 1
        stem = plain
        while stem in used:
            number += 1
            stem = f"{plain}-{number}"
        used.add(stem)
        yield stem


def _pair(key: str, value: Value) -> str:
    name = key if BARE_KEY.fullmatch(key) else _quoted(key)
    return f"{name} = {_quoted(value) if isinstance(value, str) else _list(value)}"


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(text: str) -> str:
    return f'"{text.translate(ESCAPES)}"'
