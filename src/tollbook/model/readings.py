"""Readings: what a reader proposes after reading one document."""

from dataclasses import dataclass

from tollbook.model.claims import Claim
from tollbook.model.findings import Finding
from tollbook.model.people import PersonRecord

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims and records found in one document, and what could not be taken.

    Attributes:
        document_id: The document read.
        readers: The readers that took it, with their version: ``general_staff_list/1``.
        claims: In the order of the text.
        people: In the order of the text.
        findings: What was seen but could not be taken.
    """

    document_id: str
    readers: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    people: tuple[PersonRecord, ...] = ()
    findings: tuple[Finding, ...] = ()
