"""All stages in order. Safe to stop anywhere: the next run goes on where this one ended."""

from collections.abc import Sequence
from dataclasses import dataclass

from tollbook.model.estimates import OverlapStudy
from tollbook.model.links import LinkRun
from tollbook.pipeline.estimating import estimate_unlisted
from tollbook.pipeline.linking import link_people
from tollbook.pipeline.publishing import Published, publish_edition
from tollbook.pipeline.reading import Progress, ReadReport, read_into_book
from tollbook.pipeline.workspace import Workspace
from tollbook.read import Fetcher

__all__ = ["RunReport", "run_all"]


@dataclass(frozen=True, slots=True)
class RunReport:
    """What one run through all stages did."""

    read: ReadReport
    links: LinkRun
    studies: tuple[OverlapStudy, ...]
    published: Published


def run_all(
    workspace: Workspace,
    targets: Sequence[str] = (),
    *,
    fetcher: Fetcher,
    progress: Progress = lambda _: None,
) -> RunReport:
    """Read, link, estimate, check, write and publish; without targets, the project's inbox is read.

    Raises:
        BlockedError: The checks stopped the edition; what was read stays in the book.
    """
    inbox = str(workspace.folder / workspace.project.inbox)
    read = read_into_book(workspace, targets or (inbox,), fetcher=fetcher, progress=progress)
    progress("linking")
    links = link_people(workspace)
    progress("estimating")
    studies = estimate_unlisted(workspace)
    progress("publishing")
    return RunReport(read, links, studies, publish_edition(workspace))
