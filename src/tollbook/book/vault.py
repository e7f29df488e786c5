"""The vault: originals byte for byte, each under its own hash. Never changed, never deleted.

An original becomes visible whole or not at all: it is written beside its place, forced to the
disk, then renamed. All writing happens while the book's write lock is held, so a leftover
from a crash can be told from a file that somebody is just writing.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from tollbook.errors import TamperedError
from tollbook.model.ids import content_sha256

__all__ = ["Vault"]

UNFINISHED = ".part"


class Vault:
    """The originals of one project.

    Args:
        folder: Where they lie, each in a subfolder named by the first two digits.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the original with this hash lies, or would lie."""
        return self.folder / sha256[:2] / sha256

    def keep(self, content: bytes) -> str:
        """The hash under which the bytes now lie safely on the disk.

        Raises:
            TamperedError: Other bytes lie there already.
        """
        sha256 = content_sha256(content)
        path = self.path(sha256)
        if path.exists():
            self.read(sha256)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, content)
        return sha256

    def read(self, sha256: str) -> bytes:
        """The original, checked against its name.

        Raises:
            TamperedError: It is gone, or its bytes are not what was archived.
        """
        path = self.path(sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise TamperedError(f"capture {sha256} cannot be read: {error.strerror}") from error
        if content_sha256(content) != sha256:
            raise TamperedError(f"capture {sha256} holds other bytes than were archived")
        return content

    def unfinished(self) -> Iterator[Path]:
        """What a crash left half written."""
        return self.folder.glob(f"*/*{UNFINISHED}")

    def sweep(self) -> None:
        """Nothing half written is left. Only for whoever holds the book's write lock."""
        for path in self.unfinished():
            path.unlink(missing_ok=True)


def _write_whole(path: Path, content: bytes) -> None:
    beside = path.with_name(path.name + UNFINISHED)
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    for folder in (path.parent, path.parent.parent):
        _settle(folder)


def _settle(folder: Path) -> None:
    """The folder's list of names is on the disk too, where the system can promise that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
