"""Editions: frozen publications. What a page shows comes from here and from nowhere else.

An edition is frozen after redaction, so nothing rendered from it can leak what it was
never given. It holds no record, no private field and no judgement.
"""

from dataclasses import dataclass
from datetime import date, datetime

from tollbook.model.claims import Claim
from tollbook.model.comparisons import Comparison, Family
from tollbook.model.dates import FuzzyDate
from tollbook.model.estimates import OverlapStudy
from tollbook.model.people import Entry
from tollbook.model.scope import Interest, War

__all__ = ["Change", "ChangeKind", "DocumentCard", "Edition", "PublishedClaim"]

ChangeKind = str  # "added", "superseded", "withdrawn"


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What may be told of a document: where it stands and the hash of our copy."""

    id: str
    title: str
    url: str | None
    publisher: str | None
    published: FuzzyDate | None
    language: str
    sha256: str
    captured_on: date


@dataclass(frozen=True, slots=True)
class PublishedClaim:
    """A claim with what the ledger says of it.

    Attributes:
        claim: The claim as read.
        interest: How the claimant stands to the party counted.
        recorded_at: When the book learned it.
    """

    claim: Claim
    interest: Interest
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """What came or went since the edition before.

    Attributes:
        kind: ``added``, ``superseded`` or ``withdrawn``.
        what: ``claim`` or ``entry``.
        subject_id: The id in this edition, or in the one before if it went.
        reason: Why, as a code.
    """

    kind: ChangeKind
    what: str
    subject_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything one publication may draw on.

    Attributes:
        id: The day it is known as of and a serial number: ``2023-02-17.1``.
        name: The project's name.
        languages: The languages of its pages, the first the main one.
        as_known: The day whose knowledge it shows.
        frozen_at: When it was frozen (UTC).
        wars: The wars in scope.
        claims: Live claims, in order of party, measure and day.
        comparisons: The pairs worth telling: the leading figures of each war.
        families: Groups of claims that count the same thing.
        entries: The register after redaction.
        studies: Estimates, with the party each is about.
        documents: The documents behind all of it.
        changes: What changed since the edition before; empty in the first.
        previous: The id of the edition before.
        rules: The rules applied, with their version: ``disclosure/1``.
        book_head: The newest link of the book's chain when it was frozen: a book that lacks it
            has been cut or put back.
    """

    id: str
    name: str
    languages: tuple[str, ...]
    as_known: date
    frozen_at: datetime
    wars: tuple[War, ...] = ()
    claims: tuple[PublishedClaim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    families: tuple[Family, ...] = ()
    entries: tuple[Entry, ...] = ()
    studies: tuple[tuple[str, OverlapStudy], ...] = ()
    documents: tuple[DocumentCard, ...] = ()
    changes: tuple[Change, ...] = ()
    previous: str | None = None
    rules: tuple[str, ...] = ()
    book_head: str = ""
