"""The ledger's reasoning: who speaks, what may be compared with what, what contradicts itself.

Claims come in, comparisons and findings go out. Nothing here adds two figures, picks a winner,
or turns "losses" into "killed".
"""

from tollbook.claims.comparing import can_compare, compare
from tollbook.claims.contradictions import contradictions
from tollbook.claims.families import families
from tollbook.claims.interests import interest_of
from tollbook.claims.leading import leading, rival_pairs
from tollbook.claims.reasons import ReasonCode

__all__ = [
    "ReasonCode",
    "can_compare",
    "compare",
    "contradictions",
    "families",
    "interest_of",
    "leading",
    "rival_pairs",
]
