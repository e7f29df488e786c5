"""``toll demo``: the main job on two examples, and the truth beside what the book says."""

import contextlib
import functools
import http.server
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.output import note, progress_of, say, tell_findings
from tollbook.cli.reading import tell_reading
from tollbook.pipeline import DemoReport, prepare_demo, run_demo

__all__ = ["add_commands"]


def demo(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the demo's project goes.")] = Path("demo"),
    serve: Annotated[
        bool | None, typer.Option("--serve/--no-serve", help="Serve the site (default: on a terminal).")
    ] = None,
    port: Annotated[int, typer.Option(help="The port on this machine; 0 takes any free one.")] = 0,
) -> None:
    """Runs the whole job on a retold article and on an invented war whose truth is known."""
    started = time.monotonic()
    note("An invented war is being made and read blind, together with the figures of an article of 2023 ...")
    ready = prepare_demo(out)
    with progress_of("reading", total=len(ready.documents)) as progress:
        report = run_demo(ready, progress=progress)
    tell_findings(report.read.findings)
    tell_reading(report.read)
    _tell_truth(report)
    index = report.published.site / "index.html"
    say(f"\nEdition {report.published.edition.id} in {time.monotonic() - started:.0f} s. The site: {index}")
    say(f"Look further:  toll claims --project {out}   toll people --project {out}   toll brief --project {out}")
    if serve or (serve is None and sys.stdout.isatty()):
        _serve(report.published.site, port)


def _tell_truth(report: DemoReport) -> None:
    say("\nThe invented war: what was true, and what the book says")
    for line in report.scorecard.lines():
        say(f"  {line}")


def _serve(site: Path, port: int) -> None:
    handler = functools.partial(_QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        say(f"Serving the site at http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it)")
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and keeps no log: nobody's visits are written down."""

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


def add_commands(app: typer.Typer) -> None:
    """The command of this file stands in the app."""
    app.command()(demo)
