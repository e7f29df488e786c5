"""Checking claims as they come from the readers, before the book takes them."""

from collections.abc import Iterable, Iterator, Mapping

from tollbook.check.tracing import differing_quotes, is_too_late
from tollbook.model.claims import Claim
from tollbook.model.dates import FuzzyDate
from tollbook.model.findings import Finding, Severity

__all__ = ["check_claims"]


def check_claims(
    claims: Iterable[Claim],
    bodies: Mapping[str, str],
    *,
    published: Mapping[str, FuzzyDate] | None = None,
) -> tuple[Finding, ...]:
    """What is wrong with claims taken by themselves.

    Args:
        claims: As read. That a low is not above its high is already sure of every ``Count``.
        bodies: The body of each document by its id.
        published: The day each document was published, as far as it is stated.

    Returns:
        ``no-words`` (blocking): cites nothing. ``no-document`` (blocking): its document is not
        at hand. ``quote-differs`` (blocking): the quotation is not what stands there.
        ``day-after-publication`` (warning). ``no-total`` (warning): a part whose total is not
        among the claims, so nothing keeps the two from being added.
    """
    held = list(claims)
    known = {claim.id for claim in held if claim.spans}
    return tuple(finding for claim in held for finding in _findings(claim, bodies, published or {}, known))


def _findings(
    claim: Claim, bodies: Mapping[str, str], published: Mapping[str, FuzzyDate], known: set[str]
) -> Iterator[Finding]:
    place = claim.document_id
    if not claim.spans:
        yield Finding("no-words", Severity.BLOCKING, place, f"a claim of {claim.claimant} cites no words")
        return
    body = bodies.get(place)
    if body is None:
        yield Finding("no-document", Severity.BLOCKING, claim.id, f"document {place} is not at hand", place)
    for breach in differing_quotes(claim.id, claim, body) if body is not None else ():
        yield Finding("quote-differs", Severity.BLOCKING, breach.subject, breach.told, place)
    if is_too_late(claim, published.get(place)):
        told = f"as of {claim.as_of}, but published {published[place]}"
        yield Finding("day-after-publication", Severity.WARNING, claim.id, told, place)
    if claim.part_of is not None and claim.part_of not in known:
        told = f"a part of {claim.part_of}, which is not among the claims"
        yield Finding("no-total", Severity.WARNING, claim.id, told, place)
