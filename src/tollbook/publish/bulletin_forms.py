"""A bulletin as Markdown, as a list of its stored queries, and as marked-up runs for a page.

Nothing is added here that the composer did not bind: no number, no day, no name.
"""

import re
from datetime import date
from functools import cache

from tollbook.model.bulletins import Bulletin, Paragraph, ParagraphKind
from tollbook.model.dates import FuzzyDate
from tollbook.model.editions import Edition
from tollbook.model.queries import answer
from tollbook.plain import to_plain
from tollbook.publish.wording import wording_in

__all__ = ["bulletin_markdown", "bulletin_queries", "figure_id"]

MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
LIST_MARK = re.compile(r"^(\d*)([-+=.)])")


def bulletin_markdown(bulletin: Bulletin) -> str:
    """The bulletin as Markdown that means the same in every renderer; quotes and names are escaped."""
    heading = wording_in(bulletin.language).say("bulletin", "key_points").upper()
    blocks: list[str] = []
    listing = False
    for paragraph in bulletin.paragraphs:
        key_point = paragraph.kind is ParagraphKind.KEY_POINT
        if key_point and not listing:
            blocks.append(f"**{heading}**")
        listing = key_point
        blocks.append(_markdown_block(paragraph))
    return "\n\n".join(blocks) + "\n"


def bulletin_queries(bulletin: Bulletin, edition: Edition) -> list[dict[str, object]]:
    """Each bound run with its id, kind, query, the edition's answer and the text shown.

    Stored beside the bulletin, so that anybody who holds the edition can ask again.
    """
    rows: list[dict[str, object]] = []
    ask = cache(lambda query: _plain(answer(query, edition)))
    for paragraph_number, paragraph in enumerate(bulletin.paragraphs):
        for segment_number, segment in enumerate(paragraph.segments):
            if segment.query is None:
                continue
            rows.append(
                {
                    "id": figure_id(paragraph_number, segment_number),
                    "kind": segment.kind.value,
                    "query": to_plain(segment.query),
                    "value": ask(segment.query),
                    "text": segment.text,
                }
            )
    return rows


def figure_id(paragraph_number: int, segment_number: int) -> str:
    """The anchor of a bound run: by its place in the bulletin."""
    return f"p{paragraph_number}-s{segment_number}"


def _plain(value: object) -> object:
    return str(value) if isinstance(value, FuzzyDate | date) else to_plain(value)


def _markdown_block(paragraph: Paragraph) -> str:
    text = LIST_MARK.sub(r"\1\\\2", MARKUP.sub(r"\\\1", " ".join(paragraph.text.split())))
    marks = {ParagraphKind.HEADLINE: "# ", ParagraphKind.HEADING: "## ", ParagraphKind.KEY_POINT: "- "}
    return marks.get(paragraph.kind, "") + text
