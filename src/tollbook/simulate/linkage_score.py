"""How well proposed people agree with true people: over pairs of records and over records.

*References*: Bagga and Baldwin (1998) for B-cubed, the mean over records of the share of a
record's cluster that is right (precision) and of its person that is there (recall).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import comb

__all__ = ["LinkageScore", "score_linkage"]


@dataclass(frozen=True, slots=True)
class LinkageScore:
    """Agreement of clusters with the truth; ``None`` where there is nothing to judge.

    Attributes:
        records: Records that could be matched to a true person, and so were judged.
        clusters: Proposed people among them.
        people: True people among them.
        pair_precision: Of the pairs put together, the share that is one person.
        pair_recall: Of the pairs that are one person, the share put together.
        bcubed_precision, bcubed_recall: The same seen from each record.
    """

    records: int
    clusters: int
    people: int
    pair_precision: float | None
    pair_recall: float | None
    bcubed_precision: float | None
    bcubed_recall: float | None


def score_linkage(clusters: Iterable[Iterable[str]], person_of: Mapping[str, str]) -> LinkageScore:
    """The scores of a clustering against the true person behind each record.

    Args:
        clusters: Disjoint groups of record ids; records without a true person are left out.
        person_of: The true person of each record that could be matched.
    """
    groups = [[person_of[member] for member in members if member in person_of] for members in clusters]
    kept = [group for group in groups if group]
    cells = [Counter(group) for group in kept]
    people = Counter(person for group in kept for person in group)
    together = sum(comb(size, 2) for cell in cells for size in cell.values())
    records = sum(people.values())
    right = sum(
        size**2 / len(group) for group, cell in zip(kept, cells, strict=True) for size in cell.values()
    )
    there = sum(size**2 / people[person] for cell in cells for person, size in cell.items())
    return LinkageScore(
        records=records,
        clusters=len(kept),
        people=len(people),
        pair_precision=_share(together, sum(comb(len(group), 2) for group in kept)),
        pair_recall=_share(together, sum(comb(size, 2) for size in people.values())),
        bcubed_precision=_share(right, records),
        bcubed_recall=_share(there, records),
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
