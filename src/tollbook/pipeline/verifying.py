"""Whether the book, or one edition, is what it was when it was recorded."""

import json
from collections.abc import Iterator
from pathlib import Path

from tollbook.errors import InputError
from tollbook.model.findings import Finding, Severity
from tollbook.model.ids import content_sha256
from tollbook.pipeline.freezing import edition_digest, load_edition
from tollbook.pipeline.workspace import Workspace

__all__ = ["verify_book", "verify_edition"]


def verify_book(workspace: Workspace) -> tuple[Finding, ...]:
    """What is not as it was recorded: rows, links of the chain, captures, and the chain's length.

    A chain cannot miss its own end. Each edition holds what was the newest link when it was
    frozen, so a book whose end was cut off, or an older copy put in its place, is found out.
    """
    return (*workspace.book.verify(), *_cut_off(workspace))


def _cut_off(workspace: Workspace) -> Iterator[Finding]:
    for path in sorted((workspace.folder / "editions").glob("*/edition.json")):
        edition = load_edition(workspace.folder, path.parent.name)
        if edition.book_head and not workspace.book.holds(edition.book_head):
            yield Finding(
                "book-cut-off",
                Severity.BLOCKING,
                str(workspace.folder / "book.sqlite3"),
                f"edition {edition.id} was frozen on link {edition.book_head}, which the book no longer has",
            )


def verify_edition(workspace: Workspace, edition_id: str) -> tuple[Finding, ...]:
    """What is not as it was frozen or rendered in one edition.

    Raises:
        InputError: There is no such edition.
    """
    rows = {row.edition_id: row for row in workspace.book.editions()}
    if edition_id not in rows:
        known = ", ".join(sorted(rows)) or "none"
        raise InputError(f"no such edition: {edition_id!r}; the book has: {known}")
    folder = workspace.folder / "editions" / edition_id
    findings = []
    if edition_digest(load_edition(workspace.folder, edition_id)) != rows[edition_id].data_sha256:
        findings.append(_changed(folder / "edition.json", "its content is not what was frozen"))
    return (*findings, *_changed_files(folder / "site"))


def _changed_files(site: Path) -> Iterator[Finding]:
    """Files of a rendered site that are not what its manifest lists, and files it does not list."""
    manifest = site / "manifest.json"
    if not manifest.exists():
        return
    listed = {row["path"]: row["sha256"] for row in json.loads(manifest.read_text("utf-8"))["files"]}
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name in sorted((listed.keys() | there) - {manifest.name}):
        if name not in listed:
            yield _changed(site / name, "manifest.json does not list it")
        elif name not in there:
            yield _changed(site / name, "it is gone")
        elif content_sha256((site / name).read_bytes()) != listed[name]:
            yield _changed(site / name, "its SHA-256 is not the one in manifest.json")


def _changed(path: Path, message: str) -> Finding:
    return Finding("changed-file", Severity.BLOCKING, str(path), message)
