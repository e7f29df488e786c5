"""``toll check``, ``brief``, ``publish`` and ``verify``: what goes out, and whether it is whole."""

from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.options import AsJson, AsKnown, ProjectFolder, day_or_none
from tollbook.cli.output import counted, say, say_json, tell_findings
from tollbook.model.findings import Severity
from tollbook.pipeline import brief as write_brief
from tollbook.pipeline import check_project, open_workspace, publish_edition, verify_book, verify_edition

__all__ = ["add_commands"]


def check(project: ProjectFolder = Path(), as_known: AsKnown = None, json: AsJson = False) -> None:
    """Tells what would stop an edition; ends with 1 if so."""
    findings = check_project(open_workspace(project), day_or_none(as_known))
    blocking = sum(f.severity is Severity.BLOCKING for f in findings)
    if json:
        say_json({"blocking": blocking, "findings": findings})
    else:
        tell_findings(findings)
        say(f"{counted(len(findings), 'finding', 'findings')}, {blocking} of them blocking")
    if blocking:
        raise typer.Exit(1)


def brief(project: ProjectFolder = Path(), as_known: AsKnown = None, json: AsJson = False) -> None:
    """Writes the bulletin, every number a stored query."""
    edition, text, folder = write_brief(open_workspace(project), day_or_none(as_known))
    if json:
        say_json({"edition": edition.id, "folder": folder, "markdown": text})
        return
    say(text)
    say(f"written: {folder / 'bulletin.md'}, bulletin.html and bulletin.queries.json beside it")


def publish(project: ProjectFolder = Path(), as_known: AsKnown = None, json: AsJson = False) -> None:
    """Freezes an edition after redaction; renders its site.

    The site needs no server. Publishing the same knowledge again gives the standing edition.
    """
    published = publish_edition(open_workspace(project), day_or_none(as_known))
    tell_findings(published.findings)
    if json:
        say_json({"edition": published.edition.id, "site": published.site, "files": len(published.files)})
        return
    say(f"edition {published.edition.id}: {len(published.files)} files; open {published.site / 'index.html'}")


def verify(
    edition: Annotated[
        str | None, typer.Argument(metavar="EDITION", help="An edition's id; else the whole book.")
    ] = None,
    project: ProjectFolder = Path(),
    json: AsJson = False,
) -> None:
    """Tells whether the book or an edition was changed.

    Walks the chain of the book and its captures, or the files of one edition, and ends with 1,
    naming the row or the file, where something is not as it was recorded.
    """
    workspace = open_workspace(project)
    findings = verify_edition(workspace, edition) if edition else verify_book(workspace)
    if json:
        say_json({"changed": len(findings), "findings": findings})
    else:
        tell_findings(findings)
        whole = f"edition {edition} stands" if edition else "the book, its chain and its captures stand"
        changed = counted(len(findings), "thing is", "things are")
        say(f"{changed} not as recorded" if findings else f"whole: {whole} as recorded")
    if findings:
        raise typer.Exit(1)


def add_commands(app: typer.Typer) -> None:
    """The commands of this file stand in the app."""
    for command in (check, brief, publish, verify):
        app.command()(command)
