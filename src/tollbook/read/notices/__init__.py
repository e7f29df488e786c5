"""Named people in notices, obituaries, rolls, captions and news, in three languages."""

from tollbook.read.notices.notices import Notices

__all__ = ["Notices"]
