"""Killed anywhere, nothing committed is lost, and the next run completes."""

import contextlib
import json
import multiprocessing
import os
import random
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from tollbook.model.projects import Project
from tollbook.pipeline import new_workspace, open_workspace, side_by_side, verify_book
from tollbook.simulate import TINY, simulate_war

KILLS = int(os.environ.get("TOLLBOOK_KILLS", "10"))  # `make crash` kills fifty times
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
# Each run is a process of its own, forked from one that has loaded the code but opened nothing.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tollbook.cli", "tollbook.book.memory", "altair"])


def toll_run(folder):
    """``toll run``, in a process of its own."""
    from tollbook.cli import main  # noqa: PLC0415 - loaded once, by the server that forks

    sys.argv = ["toll", "run", "--project", str(folder)]
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        main()


def ran(folder, *, killed_after=None):
    """Runs to the end (``True``), or is killed with SIGKILL after so many seconds (``False``)."""
    child = PROCESSES.Process(target=toll_run, args=(folder,))
    child.start()
    child.join(killed_after)
    if child.is_alive():
        child.kill()
        child.join()
        return False
    assert child.exitcode == 0
    return True


def rows_of(folder):
    """Every row of every table of the book, as a set."""
    book = sqlite3.connect(f"file:{folder / 'book.sqlite3'}?mode=ro", uri=True)
    tables = [name for (name,) in book.execute(TABLES)]
    rows = {(table, row) for table in tables for row in book.execute(f"SELECT * FROM {table}")}  # noqa: S608
    book.close()
    return rows


def put(folder, documents):
    for document in documents:
        (folder / "inbox" / f"{document.name}.md").write_text(document.text, "utf-8")


def state_of(folder):
    """What the book says at last: its claims, its people's records, and whether it is whole."""
    workspace = open_workspace(folder)
    claims = [row.claim for row in side_by_side(workspace, everything=True).rows]
    people = [row.person for row in workspace.book.people()]
    return claims, people, verify_book(workspace)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_run_killed_again_and_again_loses_nothing(tmp_path):
    """After each kill every committed row stands; the last run ends as an undisturbed one does."""
    chance = random.Random(19481210)  # noqa: S311 - a repeatable choice of moments
    war = simulate_war(7, size=TINY)
    documents = sorted(war.documents, key=lambda d: (d.published, d.name))
    disturbed, calm = tmp_path / "disturbed", tmp_path / "calm"
    for folder in (disturbed, calm):
        new_workspace(Project(folder, "Crash", scope=war.scope)).book.close()
    put(calm, documents)
    assert ran(calm)

    kills, before, share = 0, rows_of(disturbed), len(documents) // KILLS + 1
    whole_run = 5.0  # seconds; what the newest finished run took, so that kills fall all over one
    while kills < KILLS:
        put(disturbed, documents[share * kills : share * (kills + 1)])
        started = time.monotonic()
        if ran(disturbed, killed_after=whole_run * chance.uniform(0.02, 0.95)):
            whole_run = time.monotonic() - started
            (disturbed / "inbox" / "again.md").write_text(f"Nothing is said here, {time.time_ns()}.", "utf-8")
        else:
            kills += 1
        after = rows_of(disturbed)
        assert before <= after, f"rows lost at kill {kills}"
        before = after

    put(disturbed, documents)
    (disturbed / "inbox" / "again.md").unlink(missing_ok=True)
    assert ran(disturbed)
    claims, people, faults = state_of(disturbed)
    assert (claims, people) == state_of(calm)[:2]
    assert claims
    assert people
    assert faults == ()
    assert not list(disturbed.rglob("*.part"))
    print(f"{kills} kills, {len(claims)} claims and {len(people)} records stand")  # noqa: T201 - for `make crash`
    manifest = json.loads((disturbed / "site" / "manifest.json").read_text("utf-8"))
    assert {row["path"] for row in manifest["files"]} >= {"index.html", "bulletin.html"}
