"""Tracing rules: everything in an edition leads back to a sentence in a document."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from tollbook.check.evidence import Breach, Evidence
from tollbook.model.claims import Claim
from tollbook.model.dates import FuzzyDate

__all__ = ["claims", "comparisons", "days", "differing_quotes", "entries", "ids", "is_too_late", "quotes"]

CLOCKS_APART = timedelta(days=1)
"""A document can be dated a day before the day it speaks of: the earth turns."""


def claims(evidence: Evidence) -> Iterator[Breach]:
    """Claims without a span, or out of a document the edition does not name."""
    for row in evidence.edition.claims:
        claim = row.claim
        if not claim.spans:
            yield Breach(claim.document_id, f"a claim of {claim.claimant} cites no words")
        elif claim.document_id not in evidence.cards:
            yield Breach(claim.id, f"document {claim.document_id} is not in the edition")


def quotes(evidence: Evidence) -> Iterator[Breach]:
    """Quotations that are not what stands at their place."""
    for claim_id, row in evidence.claims.items():
        body = evidence.bodies.get(row.claim.document_id)
        if body is not None:
            yield from differing_quotes(claim_id, row.claim, body)


def differing_quotes(claim_id: str, claim: Claim, body: str) -> Iterator[Breach]:
    """The spans of one claim whose quotation is not what the body holds there."""
    for span in claim.spans:
        if not 0 <= span.start < span.end or body[span.start : span.end] != span.quote:
            told = f"{span.quote!r} is not what stands at {span.start} to {span.end}"
            yield Breach(claim_id, told, place=claim.document_id)


def entries(evidence: Evidence) -> Iterator[Breach]:
    """Entries without records, or out of documents the edition does not name."""
    for entry in evidence.edition.entries:
        if not entry.record_ids or not entry.document_ids:
            yield Breach(entry.id, "no record or no document stands behind the entry")
        for document_id in entry.document_ids:
            if document_id not in evidence.cards:
                yield Breach(entry.id, f"document {document_id} is not in the edition")


def comparisons(evidence: Evidence) -> Iterator[Breach]:
    """Comparisons and families of claims the edition does not hold."""
    named = [
        *((pair.left, pair.right) for pair in evidence.edition.comparisons),
        *(family.claim_ids for family in evidence.edition.families),
    ]
    missing = {claim_id for ids in named for claim_id in ids} - evidence.claims.keys()
    for claim_id in sorted(missing):
        yield Breach(claim_id, "compared, but not in the edition")


def ids(evidence: Evidence) -> Iterator[Breach]:
    """Ids that two rows share."""
    edition = evidence.edition
    used = Counter(row.claim.id for row in edition.claims if row.claim.spans)
    used.update(entry.id for entry in edition.entries)
    used.update(card.id for card in edition.documents)
    for name, times in sorted(used.items()):
        if times > 1:
            yield Breach(name, f"{times} rows share this id")


def days(evidence: Evidence) -> Iterator[Breach]:
    """Figures of a day more than a day after their document."""
    for claim_id, row in evidence.claims.items():
        card = evidence.cards.get(row.claim.document_id)
        if card and is_too_late(row.claim, card.published):
            yield Breach(claim_id, f"as of {row.claim.as_of}, but published {card.published}")


def is_too_late(claim: Claim, published: FuzzyDate | None) -> bool:
    """Whether the figure is of a day that the document cannot know of."""
    if claim.as_of is None or published is None:
        return False
    return claim.as_of.first > published.last + CLOCKS_APART
