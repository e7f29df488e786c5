"""What the book knows, as known on any day; always in the same order, whoever appended first.

A day counts whole: what was recorded before it ended (UTC) was known on it. A superseded row
is hidden only where the superseding, too, was known by then.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tollbook.book.models import (
    ClaimRow,
    DocumentRow,
    EditionRow,
    FindingRow,
    JudgementRow,
    LinkRunRow,
    PersonRow,
    ReadingRow,
    Row,
    StudyRow,
    SupersessionRow,
)
from tollbook.book.rows import (
    RecordedClaim,
    RecordedDocument,
    RecordedEdition,
    RecordedPerson,
    RecordedStudy,
    Superseded,
    SupersededBecause,
)
from tollbook.errors import BookError
from tollbook.model.claims import Claim
from tollbook.model.documents import Document
from tollbook.model.estimates import OverlapStudy
from tollbook.model.findings import Finding, Severity
from tollbook.model.links import Judgement, LinkRun
from tollbook.model.people import PersonRecord
from tollbook.plain import from_plain

__all__ = [
    "body_of",
    "claims_known",
    "document_known",
    "documents_known",
    "editions_known",
    "judgements_known",
    "link_run_known",
    "people_known",
    "reading_findings_known",
    "refusals_known",
    "studies_known",
    "superseded_known",
]

Query = Any  # Django publishes no types
RECORD = ("record", "recorded_at", "capture_sha256")


def _known(alias: str, model: type[Row], as_known: date | None) -> Query:
    rows = model.objects.using(alias).order_by("pk")
    if as_known is None:
        return rows
    midnight = datetime.combine(as_known + timedelta(days=1), time(), UTC)
    return rows.filter(recorded_at__lt=midnight)


def _live(alias: str, model: type[Row], what: str, as_known: date | None) -> Query:
    gone = _known(alias, SupersessionRow, as_known).filter(what=what).order_by().values("old_row")
    # within a document, live rows stand in the order of the text
    return _known(alias, model, as_known).exclude(pk__in=gone).order_by("document_id", "pk")


def claims_known(alias: str, as_known: date | None) -> tuple[RecordedClaim, ...]:
    """The live claims, by document and place in it."""
    rows = _live(alias, ClaimRow, "claim", as_known).values_list(*RECORD)
    return tuple(RecordedClaim(from_plain(json.loads(record), Claim), *rest) for record, *rest in rows)


def people_known(alias: str, as_known: date | None) -> tuple[RecordedPerson, ...]:
    """The live person records, by document and place in it."""
    rows = _live(alias, PersonRow, "person", as_known).values_list(*RECORD)
    return tuple(
        RecordedPerson(from_plain(json.loads(record), PersonRecord), *rest) for record, *rest in rows
    )


def documents_known(alias: str, as_known: date | None) -> tuple[RecordedDocument, ...]:
    """The newest version of each document, by id."""
    return _newest_documents(_known(alias, DocumentRow, as_known))


def document_known(alias: str, document_id: str, as_known: date | None) -> RecordedDocument:
    """The newest version of one document.

    Raises:
        BookError: The book holds no such document, or did not on that day.
    """
    found = _newest_documents(_known(alias, DocumentRow, as_known).filter(document_id=document_id))
    if not found:
        raise BookError(f"no document {document_id} in the book" + (f" on {as_known}" if as_known else ""))
    return found[0]


def _newest_documents(rows: Query) -> tuple[RecordedDocument, ...]:
    fields = ("document_id", "record", "body", "recorded_at", "capture__retrieved_at")
    newest = {document_id: rest for document_id, *rest in rows.values_list(*fields)}
    return tuple(_as_document(*newest[document_id]) for document_id in sorted(newest))


def _as_document(record: str, body: str, recorded_at: datetime, retrieved_at: datetime) -> RecordedDocument:
    document = from_plain({**json.loads(record), "body": body}, Document)
    return RecordedDocument(document, recorded_at, retrieved_at)


def body_of(alias: str, capture_sha256: str, document_id: str) -> str:
    """The text that the live spans of a capture's document count in.

    Raises:
        BookError: The document was never opened from this capture.
    """
    rows = DocumentRow.objects.using(alias).filter(document_id=document_id, capture__sha256=capture_sha256)
    body = rows.order_by("-pk").values_list("body", flat=True).first()
    if body is None:
        raise BookError(f"document {document_id} was never opened from capture {capture_sha256}")
    return str(body)


def superseded_known(alias: str, as_known: date | None) -> tuple[Superseded, ...]:
    """Every row that no longer holds and what follows it, by document and in the order learned."""
    rows = _known(alias, SupersessionRow, as_known).values_list(
        "what", "old_row", "new_row", "because", "recorded_at"
    )
    ids = {
        "claim": _ids(_known(alias, ClaimRow, as_known), "claim_id"),
        "person": _ids(_known(alias, PersonRow, as_known), "person_id"),
    }
    found = [
        Superseded(what, *ids[what][old], _follower(ids[what], new), SupersededBecause(because), at)
        for what, old, new, because, at in rows
    ]
    return tuple(sorted(found, key=lambda row: (row.document_id, row.recorded_at)))


def _ids(rows: Query, id_field: str) -> dict[int, tuple[str, str]]:
    return {
        number: (document, stated)
        for number, document, stated in rows.values_list("pk", "document_id", id_field)
    }


def _follower(ids: dict[int, tuple[str, str]], number: int | None) -> str | None:
    return None if number is None else ids[number][1]


def link_run_known(alias: str, as_known: date | None) -> LinkRun | None:
    """The newest linkage; ``None`` where there was none yet."""
    record = _known(alias, LinkRunRow, as_known).order_by("-pk").values_list("record", flat=True).first()
    return None if record is None else from_plain(json.loads(record), LinkRun)


def judgements_known(alias: str, as_known: date | None) -> tuple[Judgement, ...]:
    """Every judgement, in the order recorded; a later one on the same pair holds."""
    records = _known(alias, JudgementRow, as_known).values_list("record", flat=True)
    return tuple(from_plain(json.loads(record), Judgement) for record in records)


def studies_known(alias: str, as_known: date | None) -> tuple[RecordedStudy, ...]:
    """The newest study of each subject, by subject."""
    fields = ("subject", "record", "inputs_sha256", "code_version", "seed", "recorded_at")
    newest = {subject: rest for subject, *rest in _known(alias, StudyRow, as_known).values_list(*fields)}
    return tuple(
        RecordedStudy(subject, from_plain(json.loads(record), OverlapStudy), *rest)
        for subject, (record, *rest) in sorted(newest.items())
    )


def editions_known(alias: str, as_known: date | None) -> tuple[RecordedEdition, ...]:
    """Every edition that went out, in order."""
    fields = ("edition_id", "data_sha256", "as_known", "recorded_at")
    return tuple(RecordedEdition(*row) for row in _known(alias, EditionRow, as_known).values_list(*fields))


def refusals_known(alias: str, as_known: date | None) -> tuple[Finding, ...]:
    """Everything that could not be taken, in the order recorded."""
    fields = ("code", "severity", "subject", "message", "place")
    rows: Sequence[Any] = _known(alias, FindingRow, as_known).values_list(*fields)
    return tuple(Finding(code, Severity(severity), *rest) for code, severity, *rest in rows)


def reading_findings_known(alias: str, as_known: date | None) -> tuple[Finding, ...]:
    """What the newest reading of each document saw but could not take, by document."""
    rows = _known(alias, ReadingRow, as_known).values_list("document_id", "findings")
    newest = dict(rows)
    return tuple(
        from_plain(finding, Finding)
        for document_id in sorted(newest)
        for finding in json.loads(newest[document_id])
    )
