"""``toll link``: which records may be one person, in the book or in any table of people."""

from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.options import AsJson, ProjectFolder
from tollbook.cli.output import progress_of, say, say_json, say_table, tell_findings
from tollbook.errors import InputError
from tollbook.model.links import LinkRun, PairScore
from tollbook.pipeline import link_people, link_table, open_workspace

__all__ = ["add_commands"]

SHOWN_PAIRS = 20


def link(
    records: Annotated[
        Path | None, typer.Argument(metavar="[RECORDS.csv|parquet]", help="A table; else the book.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where to write record_id, cluster_id, probability.")] = None,
    pairs: Annotated[Path | None, typer.Option(help="Where to write the scored pairs with reasons.")] = None,
    engine: Annotated[str, typer.Option(help="The engine that compares.")] = "python",
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
        say(f"clusters written to {out}" + (f", pairs to {pairs}" if pairs else ""))
        return
    with progress_of("linking"):
        run = link_people(open_workspace(project))
    _tell(run, json=json)


def _tell(run: LinkRun, *, json: bool) -> None:
    several = [c for c in run.clusters if len(c.members) > 1]
    members = sum(len(c.members) for c in run.clusters)
    if json:
        say_json({"records": members, "people": len(run.clusters), "method": run.method, "threshold": run.threshold})
        return
    say(f"{members} records may be {len(run.clusters)} people; {len(several)} of them stand in several records")
    doubtful = sorted(run.pairs, key=lambda p: abs(p.probability - run.threshold))[:SHOWN_PAIRS]
    if doubtful:
        say_table("The least certain pairs", ("record", "record", "value", "why"), map(_row, doubtful))


def _row(pair: PairScore) -> tuple[object, ...]:
    strongest = sorted(pair.reasons, key=lambda r: -abs(r.weight))[:3]
    why = "; ".join(f"{r.comparison}: {r.level} ({r.weight:+.1f})" for r in strongest)
    return pair.left, pair.right, f"{pair.probability:.2f}", why


def add_commands(app: typer.Typer) -> None:
    """The command of this file stands in the app."""
    app.command()(link)
