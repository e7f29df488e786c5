"""A reading goes into the book: its rows are added, and the document's old ones superseded.

Nothing is overwritten. An edited text, or a better reader, adds new rows; each old row is
followed by the one that states the same thing, or by none.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from tollbook.book.models import CaptureRow, ClaimRow, DocumentRow, PersonRow, ReadingRow
from tollbook.book.rows import Recorded, SupersededBecause
from tollbook.book.superseding import CLAIMS, PEOPLE, NewText, supersede
from tollbook.book.writing import Page, writing
from tollbook.errors import BookError
from tollbook.model.claims import Claim
from tollbook.model.documents import Document
from tollbook.model.findings import Finding, Severity
from tollbook.model.people import PersonRecord
from tollbook.model.readings import Reading
from tollbook.plain import to_json, to_plain

__all__ = ["add_reading", "is_read"]

Stated = TypeVar("Stated", Claim, PersonRecord)


def is_read(alias: str, document: Document, version: str) -> bool:
    """Whether this version of the readers has read the document as it stands at its place.

    At a place read before, the newest reading there decides, so that a text that went back to an
    earlier wording is seen as edited. A copy met at a new place is read if its capture was not.
    """
    readings = ReadingRow.objects.using(alias).filter(document_id=document.id)
    fields = ("capture_sha256", "reading_version")
    now = (document.capture_sha256, version)
    here = readings.filter(opened__locator=document.locator).order_by("-pk").values_list(*fields).first()
    if here is not None:
        return bool(here == now)
    return now in set(readings.values_list(*fields))


def add_reading(alias: str, document: Document, reading: Reading, version: str, at: datetime) -> Recorded:
    """What the reading added and superseded; nothing if the book holds it already.

    Raises:
        BookError: The original has not been kept, or the reading is of another document.
    """
    if reading.document_id != document.id:
        raise BookError(f"the reading is of document {reading.document_id}, not of {document.id}")
    with writing(alias, at) as page:
        if is_read(alias, document, version):
            return Recorded()
        claims, people = _distinct(reading.claims), _distinct(reading.people)
        row = _add_reading_row(alias, page, document, reading, version)
        text = NewText(document, version)
        claim_rows = [_claim_row(row, claim) for claim in claims]
        because = supersede(alias, page, CLAIMS, text, list(zip(claim_rows, claims, strict=True)))
        person_rows = [_person_row(row, person) for person in people]
        because += supersede(alias, page, PEOPLE, text, list(zip(person_rows, people, strict=True)))
    by_reason = {reason.value: because[reason] for reason in SupersededBecause}
    return Recorded(is_new=True, claims=len(claims), people=len(people), **by_reason)


def _distinct(stated: Sequence[Stated]) -> tuple[Stated, ...]:
    """Each id once, the first of each; the rest are told in the reading's findings."""
    kept: dict[str, Stated] = {}
    for item in stated:
        kept.setdefault(item.id, item)
    return tuple(kept.values())


def _repeats(reading: Reading) -> list[Finding]:
    counts = Counter([claim.id for claim in reading.claims] + [person.id for person in reading.people])
    return [
        Finding(
            "repeated-id", Severity.WARNING, reading.document_id, f"{found} was read {times} times, kept once"
        )
        for found, times in sorted(counts.items())
        if times > 1
    ]


def _add_reading_row(
    alias: str, page: Page, document: Document, reading: Reading, version: str
) -> ReadingRow:
    row = ReadingRow(
        opened_id=_document_row(alias, page, document),
        document_id=document.id,
        capture_sha256=document.capture_sha256,
        reading_version=version,
        readers=to_json(reading.readers),
        findings=to_json([*reading.findings, *_repeats(reading)]),
    )
    page.add([row])
    return row


def _document_row(alias: str, page: Page, document: Document) -> int:
    """The number of the document version, added unless it is the newest one already."""
    stated = to_plain(document)
    body = stated.pop("body")
    versions = DocumentRow.objects.using(alias).filter(document_id=document.id).order_by("-pk")
    newest = versions.values_list("pk", "record", "body").first()
    if newest is not None and newest[1:] == (to_json(stated), body):
        return int(newest[0])
    capture = CaptureRow.objects.using(alias).filter(sha256=document.capture_sha256).first()
    if capture is None:
        raise BookError(f"document {document.id}: capture {document.capture_sha256} was never kept")
    row = DocumentRow(
        capture=capture,
        document_id=document.id,
        title=document.title,
        url=document.url,
        published=None if document.published is None else str(document.published),
        language=document.language,
        publisher=document.publisher,
        locator=document.locator,
        body=body,
        record=to_json(stated),
    )
    page.add([row])
    return int(row.pk)


def _claim_row(reading: ReadingRow, claim: Claim) -> ClaimRow:
    return ClaimRow(
        reading=reading,
        document_id=claim.document_id,
        capture_sha256=reading.capture_sha256,
        claim_id=claim.id,
        claimant=claim.claimant,
        relayed_by=claim.relayed_by,
        party=claim.party,
        group=claim.group.value,
        subgroup=claim.subgroup,
        measure=claim.measure.value,
        low=claim.count.low,
        high=claim.count.high,
        qualifier=claim.count.qualifier.value,
        mode=claim.mode.value,
        standing=claim.standing.value,
        as_of=None if claim.as_of is None else str(claim.as_of),
        record=to_json(claim),
    )


def _person_row(reading: ReadingRow, person: PersonRecord) -> PersonRow:
    return PersonRow(
        reading=reading,
        document_id=person.document_id,
        capture_sha256=reading.capture_sha256,
        person_id=person.id,
        name=person.name.full,
        family=person.name.family,
        party=person.party,
        fate=person.fate.value,
        channel=person.channel,
        died=None if person.died is None else str(person.died),
        record=to_json(person),
    )
