"""``toll check``, ``toll brief``, ``toll publish`` and ``toll verify``: what goes out, and whether it is whole."""

from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.options import AsJson, AsKnown, ProjectFolder, day_or_none
from tollbook.cli.output import say, say_json, tell_findings
from tollbook.errors import TamperedError
from tollbook.model.findings import Severity
from tollbook.pipeline import brief as write_brief
from tollbook.pipeline import check_project, open_workspace, publish_edition, verify_book, verify_edition

__all__ = ["add_commands"]


def check(project: ProjectFolder = Path(), as_known: AsKnown = None, json: AsJson = False) -> None:
    """Says what would stop an edition; ends with 1 if something would."""
    findings = check_project(open_workspace(project), day_or_none(as_known))
    blocking = sum(f.severity is Severity.BLOCKING for f in findings)
    if json:
        say_json({"blocking": blocking, "findings": findings})
    else:
        tell_findings(findings)
        say(f"{len(findings)} findings, {blocking} of them blocking")
    if blocking:
        raise typer.Exit(1)


def brief(project: ProjectFolder = Path(), as_known: AsKnown = None, json: AsJson = False) -> None:
    """Writes the bulletin: a news report in which every number is a stored query."""
    edition, text, folder = write_brief(open_workspace(project), day_or_none(as_known))
    if json:
        say_json({"edition": edition.id, "folder": folder, "markdown": text})
        return
    say(text)
    say(f"written: {folder / 'bulletin.md'}, bulletin.html and bulletin.queries.json beside it")


def publish(project: ProjectFolder = Path(), as_known: AsKnown = None, json: AsJson = False) -> None:
    """Freezes an edition, after redaction, and renders it as a site that needs no server."""
    published = publish_edition(open_workspace(project), day_or_none(as_known))
    tell_findings(published.findings)
    if json:
        say_json({"edition": published.edition.id, "site": published.site, "files": len(published.files)})
        return
    say(f"edition {published.edition.id}: {len(published.files)} files; open {published.site / 'index.html'}")


def verify(
    edition: Annotated[
        str | None, typer.Argument(metavar="[EDITION]", help="An edition's id; else the book.")
    ] = None,
    project: ProjectFolder = Path(),
) -> None:
    """Walks the book's chain (or one edition's files) and ends with 1 if anything was changed behind its back."""
    workspace = open_workspace(project)
    findings = verify_edition(workspace, edition) if edition else verify_book(workspace)
    tell_findings(findings)
    if findings:
        say(str(TamperedError(f"{len(findings)} things are not as they were recorded")))
        raise typer.Exit(1)
    say("whole: every row, capture and link of the chain is as it was recorded" if not edition else "whole")


def add_commands(app: typer.Typer) -> None:
    """The commands of this file stand in the app."""
    for command in (check, brief, publish, verify):
        app.command()(command)
