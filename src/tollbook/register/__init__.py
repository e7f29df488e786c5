"""The register: from records judged one person to one line, and what of it may be shown.

Evidence comes in, entries go out. Nothing here averages, invents or confirms by itself; what
records say is kept as said, with the records that say it.
"""

from tollbook.register.assembly import assemble
from tollbook.register.confirming import Decision, DecisionKind, confirmation_of
from tollbook.register.disclosure import Policy, default_policy
from tollbook.register.redaction import cut_withheld, redact, withheld_strings

__all__ = [
    "Decision",
    "DecisionKind",
    "Policy",
    "assemble",
    "confirmation_of",
    "cut_withheld",
    "default_policy",
    "redact",
    "withheld_strings",
]
