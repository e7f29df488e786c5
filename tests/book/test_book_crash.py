"""A process killed at any moment takes nothing with it that was committed."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from invented_book import a_document, record

from tollbook.book import open_book

KILLS = 10
CHILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from invented_book import a_claim, a_document, a_person, record
from tollbook.book import open_book

with open_book(Path(sys.argv[2]), create=True) as book:
    for number in range(len(book.documents()), 100_000):
        text = f"Report {number}. " + " ".join(f"{n} killed." for n in range(20)) + " Ivan Orlyk is dead."
        document = a_document(text, f"report-{number}")
        claims = [a_claim(document, f" {n} killed", n) for n in range(20)]
        record(book, document, claims, [a_person(document, "Ivan Orlyk")])
        print(document.id, flush=True)
"""


def killed_at_random(folder, chance):
    """The documents a child reported as recorded before it was killed."""
    command = [sys.executable, "-c", CHILD, str(Path(__file__).parent), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        reported = [child.stdout.readline() for _ in range(chance.randint(0, 8))]
        time.sleep(chance.uniform(0, 0.03) if reported else chance.uniform(0.2, 0.5))
        child.kill()
        reported += child.stdout.readlines()
    return [line.strip() for line in reported]


@pytest.mark.slow
def test_nothing_committed_is_lost(tmp_path):
    """After each of ten kills the book verifies, holds all that was reported whole, and goes on."""
    chance = random.Random(19481210)  # noqa: S311 - picks moments, keeps no secrets
    reported = []
    for _ in range(KILLS):
        reported += killed_at_random(tmp_path, chance)
        with open_book(tmp_path, create=True) as book:
            assert book.verify() == ()
            documents = {row.document.id for row in book.documents()}
            assert documents >= set(reported)
            assert len(book.claims()) == 20 * len(documents)
            assert len(book.people()) == len(documents)
    assert len(reported) > KILLS
    with open_book(tmp_path) as book:
        assert record(book, a_document("The last one.", "last")).is_new
        assert list(tmp_path.glob("captures/*/*.part")) == []
