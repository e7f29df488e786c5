"""``toll estimate``: how many in all, from a table of capture histories or from the book."""

from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.options import AsJson, AsKnown, ProjectFolder, day_or_none
from tollbook.cli.output import note, say, say_json, say_table
from tollbook.errors import InputError
from tollbook.model.estimates import Estimate, OverlapStudy
from tollbook.pipeline import estimate_table, estimate_unlisted, open_workspace, study_json

__all__ = ["add_commands"]

ESTIMATE = typer.Typer(no_args_is_help=True)


@ESTIMATE.callback()
def _group() -> None:
    """How many in all: what can be inferred, with its assumptions."""


@ESTIMATE.command()
def overlap(
    table: Annotated[
        Path | None, typer.Argument(metavar="TABLE", help="Capture histories as CSV; else the book's lists.")
    ] = None,
    method: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only this method; may be given again.")
    ] = None,
    each: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Each value of it is a study; with --json, a line.")
    ] = None,
    level: Annotated[
        float, typer.Option(metavar="SHARE", help="The nominal probability of the intervals.")
    ] = 0.95,
    project: ProjectFolder = Path(),
    as_known: AsKnown = None,
    json: AsJson = False,
) -> None:
    """Estimates how many nobody listed, from who stands on which lists."""
    if not 0 < level < 1:
        raise InputError(f"a probability between 0 and 1 is needed, not {level}", place="--level")
    if table is not None:
        studies = estimate_table(table, methods=method, each=each, level=level)
    elif each or method:
        raise InputError("--each and --method need a table of capture histories", place="TABLE")
    else:
        studies = estimate_unlisted(open_workspace(project), day_or_none(as_known))
    if not studies:
        note("nothing to estimate: no party has dead on two lists or more")
    if json and table is None:
        say_json({"studies": [{"party": study.table.stratum, **study_json(study)} for study in studies]})
        return
    for study in studies:
        say_json(_labelled(study)) if json else _tell(study)


def _labelled(study: OverlapStudy) -> dict[str, object]:
    answer = study_json(study)
    return {"stratum": study.table.stratum, **answer} if study.table.stratum else answer


def _tell(study: OverlapStudy) -> None:
    title = f"{study.table.stratum or 'all'}: {study.table.n_observed:,} on {len(study.table.lists)} lists"
    say_table(title, ("method", "value", "interval", "assumes"), map(_row, study.estimates))
    if study.refused:
        say(f"not estimable from these lists, because {study.refused}")
    for warning in study.warnings:
        note(f"warning: {warning}")


def _row(estimate: Estimate) -> tuple[object, ...]:
    point = "" if estimate.point is None else f"{estimate.point:,.0f}"
    ends = [("..." if end is None else f"{end:,.0f}") for end in (estimate.low, estimate.high)]
    level = "" if estimate.level is None else f" {estimate.level:.0%}"
    kind = "" if estimate.interval == "none" else f"{ends[0]} to {ends[1]} ({estimate.interval}{level})"
    return estimate.method, point, kind, estimate.assumes


def add_commands(app: typer.Typer) -> None:
    """The commands of this file stand in the app."""
    app.add_typer(ESTIMATE, name="estimate")
