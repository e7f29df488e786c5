"""Originals: the bytes behind each target, before anything reads them.

What cannot be had becomes a finding with its file and the run goes on; nothing is skipped
silently except hidden files.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from tollbook.errors import FetchError
from tollbook.model.documents import Original
from tollbook.model.findings import Finding, Severity
from tollbook.read.fetching import Fetcher

__all__ = ["find_originals"]

MEDIA_TYPES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}


def find_originals(
    targets: Sequence[str],
    *,
    fetcher: Fetcher,
    clock: Callable[[], datetime],
    base: Path | None = None,
) -> Iterator[Original | Finding]:
    """The original behind each target, in the order given; files of a folder sorted by path.

    Args:
        targets: Text, Markdown and HTML files, folders of them, ``http`` and ``https`` addresses.
        fetcher: Gets addresses.
        clock: Tells the instant of reading (UTC).
        base: Files inside it are named by their path relative to it, others by their full path.

    Yields:
        Originals, each once; a finding for what is missing, unreadable, empty, unreachable
        (warnings) or of a type that is not read (a note inside a folder).
    """
    seen: set[str] = set()
    for target in targets:
        if target.lower().startswith(("http://", "https://")):
            found = iter([_fetched(target, fetcher)])
        else:
            found = _from_path(Path(target), clock, base)
        for original in found:
            key = original.locator if isinstance(original, Original) else repr(original)
            if key not in seen:
                seen.add(key)
                yield original


def _fetched(url: str, fetcher: Fetcher) -> Original | Finding:
    try:
        return fetcher.fetch(url)
    except FetchError as error:
        return Finding("unreachable", Severity.WARNING, url, f"the address {error.message}")


def _from_path(path: Path, clock: Callable[[], datetime], base: Path | None) -> Iterator[Original | Finding]:
    if not path.is_dir():
        yield _opened(path, clock, base, unknown=Severity.WARNING)
        return
    files = list(_files_below(path))
    if not files:
        yield Finding("empty-folder", Severity.WARNING, _locator(path, base), "the folder holds no file")
    for file in files:
        yield _opened(file, clock, base, unknown=Severity.NOTE)


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(files) if not name.startswith("."))


def _opened(
    path: Path, clock: Callable[[], datetime], base: Path | None, *, unknown: Severity
) -> Original | Finding:
    locator = _locator(path, base)
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Finding("no-such-file", Severity.WARNING, locator, f"there is no file {path.name!r}")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Finding("unreadable-file", Severity.WARNING, locator, f"cannot be opened: {reason}")
    if media_type is None:
        return Finding("unknown-type", unknown, locator, f"files of type {path.suffix!r} are not read")
    if not content.strip():
        return Finding("empty-file", Severity.WARNING, locator, f"the file is empty ({len(content)} bytes)")
    return Original(locator, content, media_type, clock())


def _locator(path: Path, base: Path | None) -> str:
    """The path from the base where it lies inside it, else the full path; always with ``/``."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links and lose the name given
    root = Path(os.path.abspath(base)) if base else None  # noqa: PTH100 - same
    return whole.relative_to(root).as_posix() if root and whole.is_relative_to(root) else whole.as_posix()
