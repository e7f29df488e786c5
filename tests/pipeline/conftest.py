"""A small invented war in a fresh project; the clock is set by hand and never goes back."""

from datetime import UTC, datetime, timedelta

import pytest

from tollbook.model.dates import FuzzyDate
from tollbook.model.projects import Project
from tollbook.model.scope import Party, Scope, Source, SourceKind, War
from tollbook.pipeline import new_workspace

START = datetime(2031, 5, 6, 9, tzinfo=UTC)
SCOPE = Scope(
    wars=(War("the Ardan war", ("Ardania", "Brevonia"), FuzzyDate(2031, 3, 1)),),
    parties=(
        Party("Ardania", {"en": ("Ardania", "Ardanian")}, {}),
        Party("Brevonia", {"en": ("Brevonia", "Brevonian")}, {}),
    ),
    sources=(
        Source(
            "Ministry of Defence of Ardania", ("Ardanian Defence Ministry",), SourceKind.OFFICIAL, "Ardania"
        ),
        Source("Roll of Names", ("the Roll of Names",), SourceKind.MONITOR, None, "roll"),
        Source("Hill Gazette", ("Hill Gazette",), SourceKind.MEDIA, "Ardania", "press"),
    ),
)


class HandClock:
    """Tells the instant it was set to."""

    def __init__(self):
        self.at = START

    def __call__(self):
        return self.at

    def pass_days(self, days):
        self.at += timedelta(days=days)


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def workspace(tmp_path, clock):
    return new_workspace(Project(tmp_path / "project", "Ardan record", scope=SCOPE), clock=clock)


@pytest.fixture
def put(workspace):
    """Writes a document into the inbox; returns its path."""

    def write(name, body, published="2031-05-05", publisher="Hill Gazette"):
        path = workspace.folder / "inbox" / f"{name}.md"
        front = f'title: "{name}"\npublished: {published}\nlanguage: en\npublisher: {publisher}\n'
        path.write_text(f"---\n{front}---\n{body}\n", "utf-8")
        return path

    return write
