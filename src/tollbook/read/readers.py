"""The built-in readers in one visible table, most particular first.

Every reader that fits reads the document; where the main spans of two claims overlap, the
claim of the reader that stands higher in the table is kept.
"""

from tollbook.read.lists import GeneralStaffList
from tollbook.read.notices import Notices
from tollbook.read.reader import Reader

__all__ = ["READERS"]

READERS: tuple[Reader, ...] = (GeneralStaffList(), Notices())
