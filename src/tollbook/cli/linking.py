"""``toll link``: which records may be one person, in the book or in any table of people."""

from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.options import AsJson, ProjectFolder
from tollbook.cli.output import counted, note, progress_of, say, say_indented, say_json, tell_findings
from tollbook.errors import InputError
from tollbook.model.links import LinkRun, Reason
from tollbook.pipeline import link_people, link_table, open_workspace

__all__ = ["add_commands"]

SHOWN_PAIRS = 10


def link(
    records: Annotated[
        Path | None, typer.Argument(metavar="RECORDS", help="A CSV or Parquet table; else the book.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where the clusters go (CSV or Parquet).")
    ] = None,
    pairs: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write the scored pairs with reasons.")
    ] = None,
    engine: Annotated[str, typer.Option(metavar="NAME", help="The engine that compares.")] = "python",
    project: ProjectFolder = Path(),
    json: AsJson = False,
) -> None:
    """Proposes which records are one person, and says why. A person decides."""
    if engine != "python":
        raise InputError(f"no such engine: {engine!r}; there is: python", place="--engine")
    if records is not None:
        if out is None:
            raise InputError("say where the clusters go, as --out CLUSTERS.csv", place="--out")
        with progress_of("linking"):
            run, findings = link_table(records, out, pairs)
        tell_findings(findings)
        _tell(run, json=json)
        note(f"clusters written to {out}" + (f", pairs to {pairs}" if pairs else ""))
        return
    if out is not None or pairs is not None:
        raise InputError("--out and --pairs need a table of records", place="RECORDS")
    with progress_of("linking"):
        run = link_people(open_workspace(project))
    _tell(run, json=json)


def _tell(run: LinkRun, *, json: bool) -> None:
    several = [c for c in run.clusters if len(c.members) > 1]
    members = sum(len(c.members) for c in run.clusters)
    if json:
        counts = {"records": members, "people": len(run.clusters)}
        say_json(counts | {"method": run.method, "threshold": run.threshold})
        return
    people = counted(len(run.clusters), "person", "people")
    say(
        f"{counted(members, 'record', 'records')} may be {people}; "
        f"{len(several)} of them {'stands' if len(several) == 1 else 'stand'} in several records"
    )
    doubtful = sorted(run.pairs, key=lambda p: abs(p.probability - run.threshold))[:SHOWN_PAIRS]
    if doubtful:
        say("\nThe least certain pairs, with the weight of each reason:")
    for pair in doubtful:
        say(f"{pair.probability:6.2f}  {pair.left} and {pair.right}")
        say_indented("; ".join(map(_reason, sorted(pair.reasons, key=lambda r: -abs(r.weight)))), 8)


def _reason(reason: Reason) -> str:
    field = reason.comparison.replace("_", " ")
    values = f" ({reason.left} / {reason.right})" if reason.left and reason.right else ""
    return f"{field}: {reason.level}{values} {reason.weight:+.1f}"


def add_commands(app: typer.Typer) -> None:
    """The command of this file stands in the app."""
    app.command()(link)
