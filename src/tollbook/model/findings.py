"""Findings: what was seen to be wrong or doubtful, as data. Wording lives with the code."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Severity"]


class Severity(StrEnum):
    """What a finding stops."""

    NOTE = "note"
    WARNING = "warning"
    BLOCKING = "blocking"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person must know, with its place and the value at fault.

    Attributes:
        code: A short stable name: ``bad-date``, ``unbound-number``.
        severity: Note, warning or blocking.
        subject: The file, row or id it is about.
        message: One sentence that names the value.
        place: Where in the subject: ``line 3``.
    """

    code: str
    severity: Severity
    subject: str
    message: str
    place: str = ""
