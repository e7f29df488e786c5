"""The last stage: check, write the bulletin, render the site, and only then move the pointer.

A blocking finding leaves the last good edition where it is.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tollbook.book import in_turn
from tollbook.check import check_bulletin, check_claims, check_edition, check_text
from tollbook.errors import BlockedError
from tollbook.model.bulletins import Bulletin
from tollbook.model.editions import Edition
from tollbook.model.findings import Finding, Severity
from tollbook.pipeline.freezing import Draft, draft_edition, freeze_edition
from tollbook.pipeline.workspace import Workspace
from tollbook.plain import to_json
from tollbook.publish import bulletin_html, bulletin_markdown, bulletin_queries, compose_bulletin, render_site

__all__ = ["Published", "brief", "check_project", "publish_edition"]


@dataclass(frozen=True, slots=True)
class Published:
    """A rendered edition: where its site lies, and the findings that did not stop it."""

    edition: Edition
    site: Path
    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def check_project(workspace: Workspace, as_known: date | None = None) -> tuple[Finding, ...]:
    """What would stop or mar an edition of that day."""
    return _check(draft_edition(workspace, as_known))[1]


def brief(workspace: Workspace, as_known: date | None = None) -> tuple[Edition, str, Path]:
    """That day's edition, its bulletin as Markdown, and the folder both were written to.

    Raises:
        BlockedError: A number in the text is not in the edition, or another check blocks.
    """
    with in_turn(workspace.folder):
        edition, bulletin, _ = _freeze(workspace, as_known)
    return edition, bulletin_markdown(bulletin), _folder(workspace, edition)


def publish_edition(workspace: Workspace, as_known: date | None = None) -> Published:
    """The edition of that day as a site; ``site`` in the project points at it.

    Raises:
        BlockedError: The checks found something that must not go out; ``site`` stays as it was.
    """
    pointer = _pointer(workspace)
    with in_turn(workspace.folder):
        edition, bulletin, findings = _freeze(workspace, as_known)
        unfinished = _folder(workspace, edition) / "site.part"
        finished = unfinished.with_name("site")
        shutil.rmtree(unfinished, ignore_errors=True)
        files = render_site(edition, (bulletin,), unfinished)
        _swap(unfinished, finished)
        _point(pointer, finished)
    return Published(edition, pointer, files, findings)


def _swap(new: Path, place: Path) -> None:
    """The new folder stands in the place; what stood there is gone only afterwards."""
    old = place.with_name(f"{place.name}-before.part")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _folder(workspace: Workspace, edition: Edition) -> Path:
    return workspace.folder / "editions" / edition.id


def _freeze(workspace: Workspace, as_known: date | None) -> tuple[Edition, Bulletin, tuple[Finding, ...]]:
    """An edition that passed every check, with its bulletin beside it."""
    draft = draft_edition(workspace, as_known)
    _, findings = _check(draft)
    _stop_on(findings)
    edition = freeze_edition(workspace, draft)
    bulletin = compose_bulletin(edition)
    _write_bulletin(_folder(workspace, edition), bulletin, edition)
    return edition, bulletin, findings


def _check(draft: Draft) -> tuple[Bulletin, tuple[Finding, ...]]:
    bulletin = compose_bulletin(draft.edition)
    findings = (
        *check_claims(draft.claims, draft.bodies),
        *check_edition(draft.edition, withheld=draft.withheld),
        *check_bulletin(bulletin, draft.edition),
        *check_text(bulletin_markdown(bulletin), bulletin),
    )
    return bulletin, findings


def _stop_on(findings: Sequence[Finding]) -> None:
    blocking = [finding for finding in findings if finding.severity is Severity.BLOCKING]
    if blocking:
        shown = "\n".join(f"  {f.code}: {f.subject}: {f.message}" for f in blocking[:20])
        raise BlockedError(f"{len(blocking)} findings stop the edition; the last good one stays\n{shown}")


def _write_bulletin(folder: Path, bulletin: Bulletin, edition: Edition) -> None:
    (folder / "bulletin.md").write_text(bulletin_markdown(bulletin), "utf-8")
    (folder / "bulletin.html").write_text(bulletin_html(bulletin, edition), "utf-8")
    queries = bulletin_queries(bulletin, edition)
    (folder / "bulletin.queries.json").write_text(to_json(queries, indent=1), "utf-8")


def _pointer(workspace: Workspace) -> Path:
    """Where the last good edition is pointed at; asked before anything is frozen."""
    link = workspace.folder / "site"
    if link.exists() and not link.is_symlink():
        raise BlockedError(f"{link} is no link to an edition but a file or folder; move it away")
    return link


def _point(link: Path, target: Path) -> None:
    """The link points at the target; readers never meet a moment without it."""
    unfinished = link.with_name(link.name + ".part")
    unfinished.unlink(missing_ok=True)
    unfinished.symlink_to(os.path.relpath(target, link.parent))
    unfinished.replace(link)
