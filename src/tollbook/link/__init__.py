"""Which records are one person: a first, simple and explained linkage.

Pairs are weighed after Fellegi and Sunter, each with its reasons; clusters are made by average
linkage that obeys every recorded judgement. The machine suggests, a person judges.
"""

from tollbook.link.comparison import Agreement, Comparison
from tollbook.link.comparisons import COMPARISONS
from tollbook.link.propose import METHOD, propose_links
from tollbook.link.tables import RecordTable, read_records, write_clusters, write_pairs

__all__ = [
    "Agreement",
    "COMPARISONS",
    "Comparison",
    "METHOD",
    "RecordTable",
    "propose_links",
    "read_records",
    "write_clusters",
    "write_pairs",
]
