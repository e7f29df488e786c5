"""How the commands print: tables for people, JSON for programs, findings in one form."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich import progress as bar
from rich.table import Table

from tollbook.model.findings import Finding, Severity
from tollbook.pipeline import Progress
from tollbook.plain import to_json

__all__ = ["note", "progress_of", "say", "say_json", "say_table", "tell_findings"]

OUT = Console(highlight=False, soft_wrap=True)
ERR = Console(stderr=True, highlight=False, soft_wrap=True)
MOST_FINDINGS = 20


def say(text: str) -> None:
    """A plain line for people."""
    OUT.print(escape(text))


def note(text: str) -> None:
    """A line beside the answer, on the error stream."""
    ERR.print(escape(text))


def say_json(value: object) -> None:
    """One JSON object on one line."""
    print(to_json(value))  # noqa: T201 - a program reads this: no wrapping, no colour


def say_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table; long words wrap inside their column."""
    table = Table(title=title, title_justify="left", title_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold", justify="right" if column == "value" else "left")
    for row in rows:
        table.add_row(*(escape("" if cell is None else str(cell)) for cell in row))
    Console(highlight=False).print(table)


def tell_findings(findings: Sequence[Finding]) -> None:
    """Each finding with its file, place and value; past twenty, how many more."""
    shown = [f for f in findings if f.severity is not Severity.NOTE]
    for finding in shown[:MOST_FINDINGS]:
        where = ": ".join(part for part in (finding.subject, finding.place) if part)
        note(f"{finding.severity.value}: {where}: {finding.message} ({finding.code})")
    if len(shown) > MOST_FINDINGS:
        note(f"... and {len(shown) - MOST_FINDINGS} more")


@contextmanager
def progress_of(what: str, total: int | None = None) -> Iterator[Progress]:
    """A progress bar on the error stream, where that is a terminal; gone when done."""
    columns = (
        bar.TextColumn("{task.description}"),
        bar.BarColumn(),
        bar.MofNCompleteColumn(),
        bar.TimeElapsedColumn(),
        bar.TextColumn("{task.fields[at]}"),
    )
    with bar.Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal) as shown:
        task = shown.add_task(what, total=total, at="")
        yield lambda at: shown.update(task, advance=1, at=at)
