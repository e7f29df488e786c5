"""``toll demo``: the main job on two examples, and the truth beside what the book says."""

import contextlib
import functools
import http.server
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.output import note, progress_of, say, say_table, tell_findings
from tollbook.cli.reading import tell_reading
from tollbook.pipeline import DemoReport, Scorecard, prepare_demo, run_demo
from tollbook.simulate import SMALL, TINY

__all__ = ["add_commands"]


def demo(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the demo's project goes.")] = Path("demo"),
    serve: Annotated[
        bool | None, typer.Option("--serve/--no-serve", help="Serve the site (default: on a terminal).")
    ] = None,
    port: Annotated[
        int, typer.Option(metavar="NUMBER", help="The port on this machine; 0 takes any free one.")
    ] = 0,
    tiny: Annotated[bool, typer.Option("--tiny", hidden=True, help="A war small enough for a test.")] = False,
) -> None:
    """Runs it all on an invented war whose truth is known.

    The figures of an article of February 2023, retold, are read along with it.
    """
    started = time.monotonic()
    note("An invented war is being made and read blind, together with the figures of an article of 2023 ...")
    ready = prepare_demo(out, size=TINY if tiny else SMALL)
    with progress_of("reading", total=len(ready.documents)) as progress:
        report = run_demo(ready, progress=progress)
    tell_findings(report.read.findings)
    tell_reading(report.read)
    _tell_truth(report.scorecard)
    _tell_estimates(report, ready.war.truth.recorded_party)
    index = report.published.site / "index.html"
    say(f"\nEdition {report.published.edition.id} in {time.monotonic() - started:.0f} s. The site: {index}")
    more = (f"toll {command} --project {out}" for command in ("claims", "people", "brief"))
    say("Look further:  " + "   ".join(more))
    if serve or (serve is None and sys.stdout.isatty()):
        _serve(report.published.site, port)


def _tell_truth(scores: Scorecard) -> None:
    claims, people, linkage = scores.claims, scores.people, scores.linkage
    rows = (
        ("people who truly died", scores.dead_in_all, ""),
        ("of them named in a document", scores.dead_documented, f"found: {scores.dead_found}"),
        ("the dead the book counts by name", "", f"{scores.dead_in_book}"),
        ("claims the documents state", claims.stated, f"found: {claims.found}, wrong: {claims.wrong}"),
        ("people the documents name", people.mentioned, f"found: {people.found}, false: {people.false}"),
        ("records of one person linked", "", _shares(linkage.pair_precision, linkage.pair_recall)),
    )
    say_table("The invented war: what was true, and what the book says", ("", "truth", "the book"), rows)


def _shares(precision: float | None, recall: float | None) -> str:
    shown = (f"{share:.2f}" if share is not None else "none to judge" for share in (precision, recall))
    return "precision {}, recall {}".format(*shown)


def _tell_estimates(report: DemoReport, recorded_party: str) -> None:
    """Each study beside the truth: the reader should see where an honest method misses."""
    for party, study in report.published.edition.studies:
        panel = study.panel
        stated = "not estimable" if panel.point is None else f"{panel.point:,.0f}"
        ends = "" if panel.low is None or panel.high is None else f" ({panel.low:,.0f} to {panel.high:,.0f})"
        truth = f"; in truth {report.scorecard.dead_in_all:,}" if party == recorded_party else ""
        say(f"estimated dead of {party}: {stated}{ends}, from {panel.documented:,} named{truth}")


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
