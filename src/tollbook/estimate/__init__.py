"""How many in all: what the overlaps of lists allow to infer, and when they allow nothing.

Arrays and labels in, estimates with estimand, assumptions and interval out. Never a person, and
never a number without what it rests on.
"""

from tollbook.estimate.estimator import Answer, Estimator
from tollbook.estimate.estimators import ESTIMATORS
from tollbook.estimate.study import estimate_overlap, study_json
from tollbook.estimate.tables import overlap_table, read_overlap_rows

__all__ = [
    "Answer",
    "ESTIMATORS",
    "Estimator",
    "estimate_overlap",
    "overlap_table",
    "read_overlap_rows",
    "study_json",
]
