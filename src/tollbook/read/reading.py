"""One document, all readers: what each proposes, joined into one reading.

Readers overlap: a list inside an article is seen by the list's reader and by the article's.
The more particular reader is believed, and one statement is one claim however often it is
printed. Nothing is changed in what a reader proposed but the spans of repeats.
"""

from collections.abc import Iterable
from dataclasses import replace

from tollbook.model.claims import Claim
from tollbook.model.documents import Document, Span, SpanRole
from tollbook.model.findings import Finding, Severity
from tollbook.model.readings import Reading
from tollbook.model.scope import Scope
from tollbook.read.days import impossible_days
from tollbook.read.reader import Reader
from tollbook.read.readers import READERS

__all__ = ["read_document", "reading_version"]


def read_document(document: Document, scope: Scope, readers: tuple[Reader, ...] = READERS) -> Reading:
    """What every fitting reader finds in a document, each statement once.

    Args:
        document: The document.
        scope: The wars, parties and sources known.
        readers: The readers, most particular first.

    Returns:
        Claims and people in the order of the text; impossible days among the findings.
    """
    readings = [reader.read(document, scope) for reader in readers if reader.fits(document, scope)]
    claims: list[Claim] = []
    for reading in readings:
        claims += [claim for claim in reading.claims if not any(_covers(other, claim) for other in claims)]
    return Reading(
        document_id=document.id,
        readers=tuple(name for reading in readings for name in reading.readers),
        claims=tuple(_each_once(claims)),
        people=tuple(
            sorted((p for r in readings for p in r.people), key=lambda person: person.spans[0].start)
        ),
        findings=tuple(dict.fromkeys((*_bad_days(document), *(f for r in readings for f in r.findings)))),
    )


def reading_version(readers: tuple[Reader, ...] = READERS) -> str:
    """The readers and their versions, in one line: another line, another reading."""
    return " ".join(f"{reader.name}/{reader.version}" for reader in readers)


def _covers(taken: Claim, claim: Claim) -> bool:
    """Whether a claim already taken stands on, or repeats, the words of another."""
    main = claim.spans[0]
    return any(
        span.start < main.end and main.start < span.end
        for span in taken.spans
        if span.role in {SpanRole.MAIN, SpanRole.REPEAT}
    )


def _each_once(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in the order of the text; equal ones joined, later words as repeats."""
    joined: dict[Claim, list[Span]] = {}
    for claim in sorted(claims, key=lambda claim: claim.spans[0].start):
        said = joined.setdefault(replace(claim, spans=()), [])
        first = not said
        said += [
            span if first or span.role is not SpanRole.MAIN else replace(span, role=SpanRole.REPEAT)
            for span in claim.spans
        ]
    return [replace(claim, spans=tuple(dict.fromkeys(spans))) for claim, spans in joined.items()]


def _bad_days(document: Document) -> Iterable[Finding]:
    for start, end, stated in impossible_days(document.body, document.language):
        message = f"no such day: {stated!r}"
        place = f"characters {start} to {end}"
        yield Finding("impossible-day", Severity.WARNING, document.locator, message, place)
