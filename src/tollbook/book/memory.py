"""The book itself: what a pipeline and a desk may do with a project's memory.

Every appending method is one transaction and takes the record time from its caller; every
reading method takes the day whose knowledge is wanted (inclusive, UTC; ``None`` for now) and
answers in the same order whatever the order of appending. Nothing here changes or deletes.
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from django.db import connections

from tollbook.book import appending, appending_readings, reading_back
from tollbook.book.rows import (
    Recorded,
    RecordedClaim,
    RecordedDocument,
    RecordedEdition,
    RecordedPerson,
    RecordedStudy,
    Superseded,
)
from tollbook.book.vault import Vault
from tollbook.book.verifying import verify_book
from tollbook.book.writing import head_of, holds_link, sweeping
from tollbook.model.documents import Document, Original
from tollbook.model.estimates import OverlapStudy
from tollbook.model.findings import Finding
from tollbook.model.links import Judgement, LinkRun
from tollbook.model.readings import Reading

__all__ = ["Book"]


class Book:
    """The append-only memory of one project. Open it with ``open_book``.

    Args:
        alias: The Django connection it uses.
        vault: The folder of the originals.

    Attributes:
        alias: For the desk, whose own queries go through the same connection.
    """

    def __init__(self, alias: str, vault: Path) -> None:
        self.alias = alias
        self._vault = Vault(vault)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """The file is let go of; the book cannot be used any more."""
        connections[self.alias].close()
        del connections[self.alias], connections.settings[self.alias]

    def sweep(self) -> None:
        """What a crash left half written is gone."""
        if any(self._vault.unfinished()):
            with sweeping(self.alias):
                self._vault.sweep()

    # --- appending ---

    def keep_original(self, original: Original, at: datetime) -> str:
        """The SHA-256 under which the original is archived; the second time adds nothing.

        To be called before anything reads the original.
        """
        return appending.add_original(self.alias, self._vault, original, at)

    def has_reading(self, document: Document, version: str) -> bool:
        """Whether this version of the readers has read the document as it stands there now."""
        return appending_readings.is_read(self.alias, document, version)

    def record_reading(self, document: Document, reading: Reading, *, version: str, at: datetime) -> Recorded:
        """What the reading added, and which of the document's old rows it superseded.

        The same document, capture and version again adds nothing. A text that goes back to what
        it was before counts as edited again; two copies of one document that lie in two places
        do not take turns in superseding each other.

        Raises:
            BookError: The original has not been kept, or the reading is of another document.
        """
        return appending_readings.add_reading(self.alias, document, reading, version, at)

    def record_refusal(self, findings: Sequence[Finding], at: datetime) -> int:
        """How many of the findings the book did not know yet; it does now."""
        return appending.add_refusals(self.alias, findings, at)

    def record_link_run(self, run: LinkRun, inputs_sha256: str, at: datetime) -> bool:
        """Whether the linkage differs from the newest one; if so it is the newest now."""
        return appending.add_link_run(self.alias, run, inputs_sha256, at)

    def record_judgement(self, judgement: Judgement, at: datetime) -> bool:
        """Whether a person's judgement was not in the book yet; it is now."""
        return appending.add_judgement(self.alias, judgement, at)

    def record_study(
        self, subject: str, study: OverlapStudy, inputs_sha256: str, at: datetime, seed: int | None = None
    ) -> bool:
        """Whether the study differs from the subject's newest one; if so it is the newest now."""
        return appending.add_study(self.alias, subject, study, (inputs_sha256, seed), at)

    def record_edition(self, edition_id: str, data_sha256: str, as_known: date, at: datetime) -> bool:
        """Whether the edition was not in the book yet; it is now.

        Raises:
            AppendOnlyError: Other data went out under this id before.
        """
        return appending.add_edition(self.alias, edition_id, data_sha256, as_known, at)

    # --- reading back ---

    def claims(self, as_known: date | None = None) -> tuple[RecordedClaim, ...]:
        """The live claims, by document and place in it."""
        return reading_back.claims_known(self.alias, as_known)

    def people(self, as_known: date | None = None) -> tuple[RecordedPerson, ...]:
        """The live person records, by document and place in it."""
        return reading_back.people_known(self.alias, as_known)

    def documents(self, as_known: date | None = None) -> tuple[RecordedDocument, ...]:
        """The newest version of each document, by id."""
        return reading_back.documents_known(self.alias, as_known)

    def document(self, document_id: str, as_known: date | None = None) -> RecordedDocument:
        """The newest version of one document.

        Raises:
            BookError: The book holds no such document, or did not on that day.
        """
        return reading_back.document_known(self.alias, document_id, as_known)

    def body(self, capture_sha256: str, document_id: str) -> str:
        """The text that the spans of a capture's document count in.

        Raises:
            BookError: The document was never opened from this capture.
        """
        return reading_back.body_of(self.alias, capture_sha256, document_id)

    def original(self, sha256: str) -> bytes:
        """An archived original, byte for byte.

        Raises:
            TamperedError: It is gone, or its bytes are not what was archived.
        """
        return self._vault.read(sha256)

    def superseded(self, as_known: date | None = None) -> tuple[Superseded, ...]:
        """Every claim and record that no longer holds, and what follows it."""
        return reading_back.superseded_known(self.alias, as_known)

    def link_run(self, as_known: date | None = None) -> LinkRun | None:
        """The newest linkage; ``None`` where there was none yet."""
        return reading_back.link_run_known(self.alias, as_known)

    def judgements(self, as_known: date | None = None) -> tuple[Judgement, ...]:
        """Every judgement, in the order recorded; a later one on the same pair holds."""
        return reading_back.judgements_known(self.alias, as_known)

    def studies(self, as_known: date | None = None) -> tuple[RecordedStudy, ...]:
        """The newest study of each subject, by subject."""
        return reading_back.studies_known(self.alias, as_known)

    def editions(self, as_known: date | None = None) -> tuple[RecordedEdition, ...]:
        """Every edition that went out, in order."""
        return reading_back.editions_known(self.alias, as_known)

    def refusals(self, as_known: date | None = None) -> tuple[Finding, ...]:
        """Everything that could not be taken, in the order recorded."""
        return reading_back.refusals_known(self.alias, as_known)

    def reading_findings(self, as_known: date | None = None) -> tuple[Finding, ...]:
        """What the newest reading of each document saw but could not take, by document."""
        return reading_back.reading_findings_known(self.alias, as_known)

    def last_recorded_at(self) -> datetime | None:
        """When the newest row was recorded; ``None`` for an empty book."""
        return head_of(self.alias).recorded_at

    def head(self) -> str:
        """The hash of the newest link: it vouches for every row so far. Publish it."""
        return head_of(self.alias).sha256

    def holds(self, link_sha256: str) -> bool:
        """Whether a link of the chain that was the newest once is still there."""
        return holds_link(self.alias, link_sha256)

    def verify(self) -> tuple[Finding, ...]:
        """Every row or capture changed, deleted, inserted or moved behind the book's back."""
        return verify_book(self.alias, self._vault)
