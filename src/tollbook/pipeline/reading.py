"""Stage one: documents into the book. The original is archived before anything reads it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tollbook.errors import InputError
from tollbook.model.documents import Document, Original
from tollbook.model.findings import Finding, Severity
from tollbook.model.readings import Reading
from tollbook.model.scope import Scope
from tollbook.pipeline.workspace import Clock, Workspace
from tollbook.read import Fetcher, find_originals, open_document, read_document, reading_version

__all__ = ["Progress", "ReadReport", "read_dry", "read_into_book"]

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What a run of reading did: counts of documents and rows, and what was refused."""

    documents: int = 0
    unchanged: int = 0
    claims: int = 0
    people: int = 0
    superseded: int = 0
    findings: tuple[Finding, ...] = ()

    def plus(self, other: "ReadReport") -> "ReadReport":
        """Both together."""
        return ReadReport(
            self.documents + other.documents,
            self.unchanged + other.unchanged,
            self.claims + other.claims,
            self.people + other.people,
            self.superseded + other.superseded,
            self.findings + other.findings,
        )


def read_into_book(
    workspace: Workspace, targets: Sequence[str], *, fetcher: Fetcher, progress: Progress = lambda _: None
) -> ReadReport:
    """Every readable target is in the book; what could not be read is a finding.

    Each document is one transaction, so a crash loses at most the document at hand, whose
    original is already archived.
    """
    report = ReadReport()
    found = find_originals(targets, fetcher=fetcher, clock=workspace.clock, base=workspace.folder)
    for item in found:
        progress(item.subject if isinstance(item, Finding) else item.locator)
        report = report.plus(_take(workspace, item))
    if report.findings:
        workspace.book.record_refusal(report.findings, workspace.clock())
    return report


def _take(workspace: Workspace, item: Original | Finding) -> ReadReport:
    if isinstance(item, Finding):
        return ReadReport(findings=(item,))
    workspace.book.keep_original(item, workspace.clock())
    try:
        document = open_document(item, workspace.scope)
    except InputError as error:
        return ReadReport(findings=(_refused(item, error),))
    if workspace.book.has_reading(document, reading_version()):
        return ReadReport(documents=1, unchanged=1)
    reading = read_document(document, workspace.scope)
    recorded = workspace.book.record_reading(
        document, reading, version=reading_version(), at=workspace.clock()
    )
    return ReadReport(
        documents=1,
        claims=recorded.claims,
        people=recorded.people,
        superseded=recorded.superseded,
        findings=reading.findings,
    )


def _refused(original: Original, error: InputError) -> Finding:
    return Finding(
        type(error).__name__.removesuffix("Error").lower() + "-refused",
        Severity.WARNING,
        error.file or original.locator,
        error.message,
        error.place,
    )


def read_dry(
    targets: Sequence[str], scope: Scope, *, fetcher: Fetcher, clock: Clock
) -> Iterator[tuple[Document, Reading] | Finding]:
    """What reading would find, without a book: nothing is written anywhere."""
    originals: Iterable[Original | Finding] = find_originals(targets, fetcher=fetcher, clock=clock, base=Path())
    for item in originals:
        if isinstance(item, Finding):
            yield item
            continue
        try:
            document = open_document(item, scope)
        except InputError as error:
            yield _refused(item, error)
            continue
        reading = read_document(document, scope)
        yield document, replace(reading, findings=())
        yield from reading.findings
