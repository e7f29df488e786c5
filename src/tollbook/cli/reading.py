"""``toll new``, ``toll read`` and ``toll run``: documents into the book."""

from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.lines import claim_line, person_line
from tollbook.cli.options import AsJson, AsJsonLines, ProjectFolder
from tollbook.cli.output import note, progress_of, say, say_json, say_table, tell_findings
from tollbook.errors import InputError
from tollbook.model.findings import Finding, Severity
from tollbook.model.projects import Project
from tollbook.pipeline import (
    HttpFetcher,
    ReadReport,
    dry_scope,
    new_workspace,
    now,
    open_workspace,
    read_dry,
    read_into_book,
    run_all,
)

__all__ = ["add_commands", "tell_reading"]

Targets = Annotated[list[str], typer.Argument(metavar="PATH|URL...", help="Files, folders or addresses.")]


def new(folder: Annotated[Path, typer.Argument(metavar="DIR")], name: str = "A casualty record") -> None:
    """Makes a new project: settings, an inbox and an empty book."""
    new_workspace(Project(folder=folder, name=name))
    say(f"New project in {folder}")
    say(f"Put documents into {folder / 'inbox'}, then run: toll run --project {folder}")


def read(
    targets: Targets,
    project: ProjectFolder = Path(),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what is found; write nothing.")] = False,
    jsonl: AsJsonLines = False,
) -> None:
    """Reads documents: archives each, then keeps its claims and named people with their words."""
    if dry_run:
        _read_dry(targets, project, jsonl=jsonl)
        return
    workspace = open_workspace(project)
    with progress_of("reading") as progress:
        report = read_into_book(workspace, targets, fetcher=HttpFetcher(now), progress=progress)
    tell_findings(report.findings)
    say_json(report) if jsonl else tell_reading(report)
    _fail_if_nothing(report)


def _read_dry(targets: list[str], project: Path, *, jsonl: bool) -> None:
    findings: list[Finding] = []
    rows: list[tuple[object, ...]] = []
    documents = 0
    for item in read_dry(targets, dry_scope(project), fetcher=HttpFetcher(now), clock=now):
        if isinstance(item, Finding):
            findings.append(item)
            continue
        document, reading = item
        documents += 1
        lines = [claim_line(c, document) for c in reading.claims]
        lines += [person_line(p, document) for p in reading.people]
        for line in lines:
            say_json(line) if jsonl else rows.append(_short(line))
    tell_findings(findings)
    if not jsonl:
        say_table(
            "Found (nothing was written)",
            ("document", "who says", "of", "what", "value", "as of", "words"),
            rows,
        )
    if not documents and any(f.severity is not Severity.NOTE for f in findings):
        raise typer.Exit(2)


def _short(line: dict[str, object]) -> tuple[object, ...]:
    spans = line["spans"]
    words = spans[0]["quote"] if isinstance(spans, list) and spans else ""
    if line["type"] == "person":
        return (line["document"], "", line["party"], line["status"], line["name"], line["death_date"], words)
    low, high = line["low"], line["high"]
    value = line["vague"] if low is None and high is None else f"{line['qualifier']} {_bounds(low, high)}"
    return (line["document"], line["claimant"], line["party"], line["measure"], value, line["as_of"], words)


def _bounds(low: object, high: object) -> str:
    stated = [f"{v:,}" for v in (low, high) if isinstance(v, (int, float))]
    return " to ".join(dict.fromkeys(stated))


def tell_reading(report: ReadReport) -> None:
    """What a reading did, in one or two lines."""
    refused = sum(f.severity is not Severity.NOTE for f in report.findings)
    say(
        f"read {report.documents} documents ({report.unchanged} already in the book): "
        f"{report.claims} claims and {report.people} people added, {report.superseded} superseded, "
        f"{refused} refused or doubtful"
    )


def _fail_if_nothing(report: ReadReport) -> None:
    if not report.documents and report.findings:
        raise typer.Exit(2)


def run(
    targets: Annotated[list[str] | None, typer.Argument(metavar="[PATH|URL...]")] = None,
    project: ProjectFolder = Path(),
    json: AsJson = False,
) -> None:
    """Does it all: reads (the project's inbox, if nothing is named), links, estimates, publishes."""
    workspace = open_workspace(project)
    inbox = workspace.folder / workspace.project.inbox
    if not targets and not inbox.is_dir():
        raise InputError("there is nothing to read: no such folder", file=str(inbox))
    with progress_of("running") as progress:
        report = run_all(workspace, targets or (), fetcher=HttpFetcher(now), progress=progress)
    tell_findings(report.read.findings)
    if json:
        say_json({"read": report.read, "edition": report.published.edition.id, "site": report.published.site})
        return
    tell_reading(report.read)
    say(f"linked {len(report.links.clusters)} people from their records; {len(report.studies)} estimates")
    say(f"edition {report.published.edition.id} is published: {report.published.site / 'index.html'}")
    note("look at it with any browser; nothing needs to run")


def add_commands(app: typer.Typer) -> None:
    """The commands of this file stand in the app."""
    app.command()(new)
    app.command()(read)
    app.command()(run)
