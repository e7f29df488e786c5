"""The bulletin as a page of the site: each bound run keeps its id and leads to what it rests on."""

from dataclasses import dataclass

from tollbook.model.bulletins import Bulletin, ParagraphKind, Segment, SegmentKind
from tollbook.model.editions import Edition
from tollbook.model.queries import Query
from tollbook.publish.addresses import Addresses, addresses_of
from tollbook.publish.bulletin_forms import figure_id
from tollbook.publish.templates import Frame
from tollbook.publish.wording import main_language, wording_in

__all__ = ["bulletin_html"]

# Where a figure leads that is not about one claim.
TABLE_PAGES = {
    "entries": "people/index.html",
    "studies": "index.html#estimate",
    "changes": "index.html#changes",
    "comparisons": "index.html",
}


@dataclass(frozen=True, slots=True)
class _SegmentView:
    text: str
    kind: str
    id: str | None
    page: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class _ParagraphView:
    kind: str
    segments: tuple[_SegmentView, ...]
    opens: bool
    closes: bool


def bulletin_html(bulletin: Bulletin, edition: Edition) -> str:
    """The bulletin as a whole page in the site's frame, to stand at the site's root.

    Args:
        bulletin: What was composed.
        edition: The edition it was composed over; it says where the figures lead.
    """
    addresses = addresses_of(edition)
    main = main_language(edition.languages)
    paragraphs = _Page(bulletin, edition, addresses).paragraphs()
    headline = next((p.text for p in bulletin.of_kind(ParagraphKind.HEADLINE)), edition.name)
    return Frame(edition, wording_in(bulletin.language)).render(
        "bulletin",
        addresses.bulletin(bulletin.language, main),
        headline=headline,
        paragraphs=paragraphs,
        queries_page=addresses.bulletin(bulletin.language, main, "json"),
        markdown_page=addresses.bulletin(bulletin.language, main, "md"),
    )


class _Page:
    """One bulletin in the course of being set."""

    def __init__(self, bulletin: Bulletin, edition: Edition, addresses: Addresses) -> None:
        self.bulletin, self.addresses = bulletin, addresses
        self.rows = {row.claim.id: row.claim for row in edition.claims}
        self.languages = {card.id: card.language for card in edition.documents}

    def paragraphs(self) -> tuple[_ParagraphView, ...]:
        kinds = [None, *(paragraph.kind for paragraph in self.bulletin.paragraphs), None]
        return tuple(
            _ParagraphView(
                paragraph.kind.value,
                tuple(self.segment(n, m, segment) for m, segment in enumerate(paragraph.segments)),
                opens=kinds[n] is not paragraph.kind,
                closes=kinds[n + 2] is not paragraph.kind,
            )
            for n, paragraph in enumerate(self.bulletin.paragraphs)
        )

    def segment(self, paragraph_number: int, segment_number: int, segment: Segment) -> _SegmentView:
        bound = segment.query is not None
        return _SegmentView(
            segment.text,
            segment.kind.value,
            figure_id(paragraph_number, segment_number) if bound else None,
            self.page(segment.query) if segment.query and segment.kind is SegmentKind.FIGURE else None,
            self.language(segment),
        )

    def page(self, query: Query) -> str | None:
        """Where a figure leads: to the claim in its document, or to the part of the site it counts."""
        claim = self.rows.get(dict(query.where).get("claim.id", ""))
        return self.addresses.claim(claim) if claim else TABLE_PAGES.get(query.table)

    def language(self, segment: Segment) -> str | None:
        """The language of a quotation or a title, where it is not that of the bulletin."""
        if segment.query is None or segment.kind not in {SegmentKind.QUOTE, SegmentKind.NAME}:
            return None
        asked = dict(segment.query.where)
        claim = self.rows.get(asked.get("claim.id", ""))
        quoted = claim.document_id if claim and segment.query.take == "claim.words" else asked.get("id", "")
        language = self.languages.get(quoted)
        return language if language and language != self.bulletin.language else None
