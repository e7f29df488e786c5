"""The demo: one real article's figures retold, and an invented war whose truth is known.

The documents of both are read on the days they were published (the clock is set to them), so
that "as known on" has something to show; nothing of the truth is seen before the end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby
from pathlib import Path

from tollbook.model.projects import Project
from tollbook.pipeline.estimating import estimate_unlisted
from tollbook.pipeline.linking import link_people
from tollbook.pipeline.publishing import Published, publish_edition
from tollbook.pipeline.reading import Progress, ReadReport, read_into_book
from tollbook.pipeline.workspace import Workspace, new_workspace, open_workspace
from tollbook.read import HttpFetcher
from tollbook.simulate import (
    SMALL,
    Scorecard,
    SimulatedDocument,
    SimulatedWar,
    WarSize,
    compare_with_truth,
    load_february_2023,
    simulate_war,
)

__all__ = ["Demo", "DemoReport", "prepare_demo", "run_demo"]

EVENING = time(18, tzinfo=UTC)
SEED = 19481210  # the day of the Universal Declaration of Human Rights


class ReplayClock:
    """A clock set by hand; it never goes back."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """The instant it was last set to."""
        return self.at

    def set_to(self, day: date) -> None:
        """It is the evening of that day, unless that is past."""
        self.at = max(self.at, datetime.combine(day, EVENING))


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo ready to run."""

    workspace: Workspace
    clock: ReplayClock
    war: SimulatedWar
    documents: tuple[SimulatedDocument, ...]


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What the demo found, and how that compares with what was true."""

    read: ReadReport
    published: Published
    scorecard: Scorecard


def prepare_demo(folder: Path, *, seed: int = SEED, size: WarSize = SMALL) -> Demo:
    """A project in the folder with both examples' documents in its inbox, nothing read yet."""
    war = simulate_war(seed, size=size)
    documents = tuple(sorted((*load_february_2023(), *war.documents), key=lambda d: (d.published, d.name)))
    clock = ReplayClock(datetime.combine(documents[0].published, EVENING))
    workspace = _workspace(folder, war, clock)
    clock.at = max(clock.at, workspace.book.last_recorded_at() or clock.at)
    for document in documents:
        _put(workspace, document)
    return Demo(workspace, clock, war, documents)


def run_demo(demo: Demo, *, progress: Progress = lambda _: None) -> DemoReport:
    """The documents read day by day, an edition on the way and one at the end, and the truth beside it."""
    read = ReadReport()
    fetcher = HttpFetcher(demo.clock)
    days = list(_days(demo.documents))
    for number, (day, documents) in enumerate(days, 1):
        demo.clock.set_to(day)
        paths = [str(_path(demo.workspace, document)) for document in documents]
        read = read.plus(read_into_book(demo.workspace, paths, fetcher=fetcher, progress=progress))
        if number == len(days) * 3 // 4:
            _publish(demo.workspace)
    published = _publish(demo.workspace)
    return DemoReport(read, published, _score(demo.workspace, demo.war))


def _publish(workspace: Workspace) -> Published:
    link_people(workspace)
    estimate_unlisted(workspace)
    return publish_edition(workspace)


def _workspace(folder: Path, war: SimulatedWar, clock: ReplayClock) -> Workspace:
    if (folder / "tollbook.toml").exists():
        return open_workspace(folder, clock=clock)
    return new_workspace(
        Project(
            folder=folder,
            name="Tollbook demo",
            scope=war.scope,
            inclusion="Everybody reported dead in the documents of the inbox, of any side.",
        ),
        clock=clock,
    )


def _put(workspace: Workspace, document: SimulatedDocument) -> None:
    path = _path(workspace, document)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_text(document.text, "utf-8")


def _path(workspace: Workspace, document: SimulatedDocument) -> Path:
    return workspace.folder / workspace.project.inbox / f"{document.name}.md"


def _days(documents: Sequence[SimulatedDocument]) -> Iterator[tuple[date, list[SimulatedDocument]]]:
    for day, same_day in groupby(documents, key=lambda d: d.published):
        yield day, list(same_day)


def _score(workspace: Workspace, war: SimulatedWar) -> Scorecard:
    names = {row.document.id: row.document.stem for row in workspace.book.documents()}
    run = workspace.book.link_run()
    return compare_with_truth(
        war,
        claims=tuple(row.claim for row in workspace.book.claims()),
        records=tuple(row.person for row in workspace.book.people()),
        clusters=run.clusters if run else (),
        document_names=names,
    )
