"""``toll new``, ``toll read`` and ``toll run``: documents into the book."""

from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.lines import claim_line, person_line
from tollbook.cli.options import AsJson, AsJsonLines, ProjectFolder
from tollbook.cli.output import counted, note, progress_of, say, say_indented, say_json, tell_findings
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


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    name: Annotated[
        str, typer.Option(metavar="WORDS", help="What every edition is called.")
    ] = "A casualty record",
) -> None:
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
    """Archives documents; keeps their claims and named people.

    Each file, page or address is archived byte for byte before it is read, and every claim and
    person keeps the words it was read from. What cannot be read is told, and the rest is read.
    """
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
    documents = found = 0
    for item in read_dry(targets, dry_scope(project), fetcher=HttpFetcher(now), clock=now):
        if isinstance(item, Finding):
            findings.append(item)
            continue
        document, reading = item
        documents += 1
        lines = [claim_line(c, document) for c in reading.claims]
        lines += [person_line(p, document) for p in reading.people]
        found += len(lines)
        for line in lines:
            say_json(line) if jsonl else _tell_line(line)
    tell_findings(findings)
    if not jsonl:
        say(
            f"{counted(found, 'claim or person', 'claims and people')} in "
            f"{counted(documents, 'document', 'documents')}; nothing was written"
        )
    if not documents and any(f.severity is not Severity.NOTE for f in findings):
        raise typer.Exit(2)


def _tell_line(line: dict[str, object]) -> None:
    """A claim or a person in a few short lines; the codes are those of ``--jsonl``."""
    spans = line["spans"]
    words = spans[0]["quote"] if isinstance(spans, list) and spans else ""
    side = line["party"] or "side not stated"
    if line["type"] == "person":
        died = f", died {line['death_date']}" if line["death_date"] else ""
        say(f"{line['document']}: {line['name']}: {line['status']}{died} ({side})")
    else:
        low, high = line["low"], line["high"]
        value = line["vague"] if low is None and high is None else f"{line['qualifier']} {_bounds(low, high)}"
        as_of = f", as of {line['as_of']}" if line["as_of"] else ""
        say(f"{line['document']}: {side}: {line['measure']} {value}{as_of}")
        say_indented(f"stated by {line['claimant'] or 'nobody named'}")
    say_indented(f"“{words}”")


def _bounds(low: object, high: object) -> str:
    stated = [f"{v:,}" for v in (low, high) if isinstance(v, (int, float))]
    return " to ".join(dict.fromkeys(stated))


def tell_reading(report: ReadReport) -> None:
    """What a reading did, in one or two lines."""
    refused = sum(f.severity is not Severity.NOTE for f in report.findings)
    documents = counted(report.documents, "document", "documents")
    claims, people = counted(report.claims, "claim", "claims"), counted(report.people, "person", "people")
    say(
        f"read {documents} ({report.unchanged} already in the book): {claims} and {people} added, "
        f"{report.superseded} superseded, {refused} refused or doubtful"
    )


def _fail_if_nothing(report: ReadReport) -> None:
    if not report.documents and report.findings:
        raise typer.Exit(2)


def run(
    targets: Annotated[
        list[str] | None, typer.Argument(metavar="PATH|URL...", help="Files, folders or addresses.")
    ] = None,
    project: ProjectFolder = Path(),
    json: AsJson = False,
) -> None:
    """Does it all: reads, links, estimates and publishes.

    Without a file, folder or address it reads the project's inbox. What is in the book already
    adds nothing, so it is safe to stop and to run again.
    """
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
    people = counted(len(report.links.clusters), "person", "people")
    say(f"linked {people} from their records; {counted(len(report.studies), 'estimate', 'estimates')}")
    say(f"edition {report.published.edition.id} is published: {report.published.site / 'index.html'}")
    note("look at it with any browser; nothing needs to run")


def add_commands(app: typer.Typer) -> None:
    """The commands of this file stand in the app."""
    app.command()(new)
    app.command()(read)
    app.command()(run)
