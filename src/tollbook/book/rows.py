"""What the book gives back: model nouns with what the book knows of them. Frozen; no ORM here."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from tollbook.model.claims import Claim
from tollbook.model.documents import Document
from tollbook.model.estimates import OverlapStudy
from tollbook.model.people import PersonRecord

__all__ = [
    "Recorded",
    "RecordedClaim",
    "RecordedDocument",
    "RecordedEdition",
    "RecordedPerson",
    "RecordedStudy",
    "Superseded",
    "SupersededBecause",
]


class SupersededBecause(StrEnum):
    """Why a row no longer holds.

    ``edited`` and ``withdrawn`` say that the *publisher* changed the text. ``reread`` says that
    *our* reading of the same words changed, which must never be told as an edit by the
    publisher. ``restated``: the same is said again, in a new capture or a new reading.
    """

    EDITED = "edited"
    RESTATED = "restated"
    WITHDRAWN = "withdrawn"
    REREAD = "reread"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording one reading added to the book; all zero the second time.

    Attributes:
        is_new: Whether the reading was not in the book yet.
        claims, people: New rows of each.
        edited, restated, withdrawn, reread: Old rows superseded, by reason.
    """

    is_new: bool = False
    claims: int = 0
    people: int = 0
    edited: int = 0
    restated: int = 0
    withdrawn: int = 0
    reread: int = 0

    @property
    def added(self) -> int:
        """New rows about claims and people together."""
        return self.claims + self.people

    @property
    def superseded(self) -> int:
        """Old rows that no longer hold, for whatever reason."""
        return self.edited + self.restated + self.withdrawn + self.reread


@dataclass(frozen=True, slots=True)
class RecordedClaim:
    """A claim, when the book learned it, and the capture its spans stand in."""

    claim: Claim
    recorded_at: datetime
    capture_sha256: str


@dataclass(frozen=True, slots=True)
class RecordedPerson:
    """A person record, when the book learned it, and the capture its spans stand in."""

    person: PersonRecord
    recorded_at: datetime
    capture_sha256: str


@dataclass(frozen=True, slots=True)
class RecordedDocument:
    """A document as last opened, when the book learned it and when its capture was made."""

    document: Document
    recorded_at: datetime
    retrieved_at: datetime


@dataclass(frozen=True, slots=True)
class Superseded:
    """A row that no longer holds, and what follows it.

    Attributes:
        what: ``claim`` or ``person``.
        document_id: The document both stand in.
        old_id: The id of the claim or record that no longer holds.
        new_id: The id of what follows it; ``None`` where nothing does.
        because: The reason.
        recorded_at: When the book learned it.
    """

    what: Literal["claim", "person"]
    document_id: str
    old_id: str
    new_id: str | None
    because: SupersededBecause
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class RecordedStudy:
    """An estimate run with its vintage: what went in, by which code, with which seed."""

    subject: str
    study: OverlapStudy
    inputs_sha256: str
    code_version: str
    seed: int | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class RecordedEdition:
    """An edition that went out: its data's hash, and the day whose knowledge it shows."""

    edition_id: str
    data_sha256: str
    as_known: date
    frozen_at: datetime
