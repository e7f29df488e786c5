"""The checks: what must hold before anything goes out, as findings.

They trust nobody: neither the reader's spans, nor the redaction, nor the composer of the
bulletin. A check reports; it never mends.
"""

from tollbook.check.bulletins import check_bulletin, check_text
from tollbook.check.claims import check_claims
from tollbook.check.edition import check_edition
from tollbook.check.rules import RULES, Rule

__all__ = ["RULES", "Rule", "check_bulletin", "check_claims", "check_edition", "check_text"]
