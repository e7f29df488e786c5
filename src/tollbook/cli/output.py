"""How the commands print: tables for people, JSON for programs, findings in one form."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich import box
from rich import progress as bar
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tollbook.model.findings import Finding, Severity
from tollbook.pipeline import Progress
from tollbook.plain import to_json

__all__ = ["counted", "note", "progress_of", "say", "say_indented", "say_json", "say_table", "tell_findings"]

OUT = Console(highlight=False, soft_wrap=True)
ERR = Console(stderr=True, highlight=False, soft_wrap=True)
MOST_FINDINGS = 20
NARROW, WIDE = 40, 100  # prose is set no narrower and no wider than this
NEVER_WRAPPED = {"value", "died", "as of", "age", "records", "supported"}


def say(text: str) -> None:
    """A plain line for people."""
    OUT.print(escape(text))


def say_indented(text: str, indent: int = 6) -> None:
    """Prose for people, wrapped at the width of the terminal under a margin."""
    margin = " " * indent
    width = min(max(OUT.width, NARROW), WIDE)
    say(textwrap.fill(text, width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False))


def counted(number: int, one: str, many: str) -> str:
    """The number with its noun: ``1 finding``, ``2 findings``."""
    return f"{number:,} {one if number == 1 else many}"


def note(text: str) -> None:
    """A line beside the answer, on the error stream."""
    ERR.print(escape(text))


def say_json(value: object) -> None:
    """One JSON object on one line."""
    print(to_json(value))  # noqa: T201 - a program reads this: no wrapping, no colour


def say_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table; long words wrap inside their column, numbers and days never do."""
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1))
    for column in columns:
        right = column in {"value", "age", "records"}
        whole = column in NEVER_WRAPPED
        table.add_column(column, overflow="fold", justify="right" if right else "left", no_wrap=whole)
    for row in rows:
        table.add_row(*(escape("" if cell is None else str(cell)) for cell in row))
    Console(highlight=False).print(table)


def tell_findings(findings: Sequence[Finding]) -> None:
    """Each finding with its file, place and value; past twenty, how many more."""
    shown = [f for f in findings if f.severity is not Severity.NOTE]
    for finding in shown[:MOST_FINDINGS]:
        subject = "" if finding.message.startswith(finding.subject) else finding.subject
        where = ": ".join(part for part in (subject, finding.place) if part)
        told = ": ".join(part for part in (finding.severity.value, where, finding.message) if part)
        note(f"{told} ({finding.code})")
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
