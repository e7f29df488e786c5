"""Bulletins: prose in which every number is the answer to a stored query over the edition.

A bulletin is made of segments. A number may stand only in a figure (its query is stored), in
a quotation (its citation is stored) or in a day; a number typed into plain words is a fault
that stops the build.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tollbook.model.queries import Query

__all__ = ["Bulletin", "Paragraph", "ParagraphKind", "Segment", "SegmentKind"]


class SegmentKind(StrEnum):
    """What a run of text is, and so where its numbers come from."""

    WORDS = "words"
    FIGURE = "figure"
    DAY = "day"
    QUOTE = "quote"
    NAME = "name"


class ParagraphKind(StrEnum):
    """Where a paragraph stands in the report."""

    HEADLINE = "headline"
    KEY_POINT = "key_point"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text of one kind; figures, days, names and quotes carry their query."""

    kind: SegmentKind
    text: str
    query: Query | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Segments that are set together."""

    kind: ParagraphKind
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The paragraph as it is read."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A news report over one edition."""

    edition_id: str
    language: str
    paragraphs: tuple[Paragraph, ...]

    def of_kind(self, kind: ParagraphKind) -> Iterable[Paragraph]:
        """The paragraphs of one kind, in order."""
        return (paragraph for paragraph in self.paragraphs if paragraph.kind is kind)
