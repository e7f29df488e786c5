"""Links: which records may be one person. A machine suggests, a person judges.

The two are different records and never stand in one table.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tollbook.model.dates import FuzzyDate
from tollbook.model.findings import Finding

__all__ = ["Cluster", "Judgement", "LinkRecord", "LinkRun", "PairScore", "Reason", "Verdict"]


class Verdict(StrEnum):
    """What a person decided about a pair."""

    SAME = "same"
    DIFFERENT = "different"
    CANNOT_TELL = "cannot_tell"
    NEEDS_SOURCE = "needs_source"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's attributed decision about a pair of records."""

    left: str
    right: str
    verdict: Verdict
    judged_by: str
    judged_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """What linkage may look at: a row about a person in raw words. Every field may be missing."""

    record_id: str
    name: str | None = None
    family_name: str | None = None
    given_name: str | None = None
    patronymic: str | None = None
    birth_date: FuzzyDate | None = None
    age: int | None = None
    death_date: FuzzyDate | None = None
    rank: str | None = None
    unit: str | None = None
    place: str | None = None
    district: str | None = None
    region: str | None = None
    source: str | None = None
    language: str | None = None
    recorded_at: FuzzyDate | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a comparison raised or lowered a score.

    Attributes:
        comparison: The field compared: ``family_name``, ``death_date`` ...
        level: The level of agreement reached: ``same form``, ``contradicts`` ...
        weight: Its share of the match weight (log2 of the odds ratio).
        left, right: The two values that decided, as stated.
    """

    comparison: str
    level: str
    weight: float
    left: str | None
    right: str | None


@dataclass(frozen=True, slots=True)
class PairScore:
    """A scored pair: the probability that both are one person, and why."""

    left: str
    right: str
    probability: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Records proposed to be one person.

    Attributes:
        id: Made of the member ids alone.
        members: The record ids, sorted.
        weakest: The probability of the least certain link needed to hold it together; ``None`` for one.
    """

    id: str
    members: tuple[str, ...]
    weakest: float | None = None


@dataclass(frozen=True, slots=True)
class LinkRun:
    """One proposal for all records: scored pairs, clusters and how they were made.

    Attributes:
        clusters: Every record stands in exactly one.
        pairs: The pairs likely enough to be shown, with their reasons.
        threshold: The average probability two groups needed to be joined.
        method: The code and version of the method.
        findings: Names too common to compare all, judgements that contradict each other ...
    """

    clusters: tuple[Cluster, ...]
    pairs: tuple[PairScore, ...]
    threshold: float
    method: str
    findings: tuple[Finding, ...] = ()
