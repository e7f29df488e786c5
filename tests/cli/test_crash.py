"""Killed anywhere, nothing committed is lost, and the next run completes."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tollbook.simulate import TINY, simulate_war

ATTEMPTS = 50
TOLL = [sys.executable, "-c", "from tollbook.cli import main; main()"]


def toll(*arguments, **options):
    return subprocess.run([*TOLL, *arguments], capture_output=True, text=True, check=False, **options)


def rows_of(folder):
    """Every row of every table of the book, as a set."""
    book = sqlite3.connect(f"file:{folder / 'book.sqlite3'}?mode=ro", uri=True)
    tables = [
        name
        for (name,) in book.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name.startswith("book_")
    ]
    rows = {(table, row) for table in tables for row in book.execute(f"SELECT * FROM {table}")}  # noqa: S608
    book.close()
    return rows


def put(folder, documents):
    for document in documents:
        path = folder / "inbox" / document.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document.text, "utf-8")


def killed_after(folder, seconds):
    """Runs ``toll run`` and kills it after so many seconds; whether it was still at work."""
    child = subprocess.Popen(
        [*TOLL, "run", "--project", str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        return True
    return False


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_run_killed_fifty_times_loses_nothing(tmp_path):
    """After each of fifty kills every committed row stands; the last run ends as an undisturbed one does."""
    chance = random.Random(19481210)  # noqa: S311 - a repeatable choice of moments
    documents = sorted(simulate_war(7, size=TINY).documents, key=lambda d: (d.published, d.name))
    folder, calm = tmp_path / "disturbed", tmp_path / "calm"
    for place in (folder, calm):
        assert toll("new", str(place)).returncode == 0
    started = time.monotonic()
    assert toll("run", "--project", str(folder)).returncode == 0
    start_up = time.monotonic() - started

    before, kills = rows_of(folder), 0
    for attempt in range(ATTEMPTS * 3):
        if kills == ATTEMPTS:
            break
        put(folder, documents[attempt * len(documents) // ATTEMPTS : (attempt + 1) * len(documents) // ATTEMPTS])
        kills += killed_after(folder, start_up * chance.uniform(0.3, 1.6))
        after = rows_of(folder)
        assert before <= after, f"rows lost at kill {kills}"
        before = after
    assert kills == ATTEMPTS

    put(folder, documents)
    put(calm, documents)
    for place in (folder, calm):
        done = toll("run", "--project", str(place))
        assert done.returncode == 0, done.stderr
        assert toll("verify", "--project", str(place)).returncode == 0
    found = [toll("claims", "--all", "--jsonl", "--project", str(p)).stdout for p in (folder, calm)]
    assert [sorted(strip_clock(text)) for text in found[:1]] == [sorted(strip_clock(text)) for text in found[1:]]
    assert not list(Path(folder).rglob("*.part"))


def strip_clock(lines):
    import json  # noqa: PLC0415

    for line in lines.splitlines():
        row = json.loads(line)
        row.pop("recorded_at")
        yield json.dumps(row, sort_keys=True)
