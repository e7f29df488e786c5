"""Clusters: average linkage that never joins what must stay apart.

Two groups are joined while the average over all their pairs speaks for one person. A namesake who
fits one record and contradicts the others is outvoted; with single links he would chain two people
together. Bits are counted in whole thousandths, so that sums do not depend on their order.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tollbook.link.judgements import Pair, Rulings
from tollbook.model.findings import Finding, Severity

__all__ = ["Grouping", "group_records"]

MILLI = 1000
# A pair that no blocking rule proposed shares next to nothing.
UNCOMPARED = -6 * MILLI
# One pair alone, however telling, must not outvote many.
STRONGEST = 15 * MILLI
# Longer than the search and identification after which a burial is put down as the death.
DAYS_THAT_EXCLUDE = 183


@dataclass
class Grouping:
    """Groups while they grow. A group is known by its smallest member.

    Attributes:
        members: By group.
        totals: By group and neighbouring group: the sum of the bits and the number of the pairs compared.
        apart: By group: the groups it may never join.
        deaths: By group with a certain day of death: the first and the last such day, as ordinals.
    """

    members: dict[str, list[str]]
    totals: dict[str, dict[str, tuple[int, int]]] = field(default_factory=lambda: defaultdict(dict))
    apart: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    deaths: dict[str, tuple[int, int]] = field(default_factory=dict)

    def must_stay_apart(self, one: str, other: str) -> bool:
        """Whether a judgement, or two certain days of death too far apart, forbid to join them.

        A few days or weeks apart only lowers the score: sources put down the day of the strike, of
        the death, of the finding or of the burial, and slip in a digit. Half a year apart is taken
        for two people until a person judges otherwise.
        """
        if other in self.apart[one] or one not in self.deaths or other not in self.deaths:
            return other in self.apart[one]
        (first, last), (other_first, other_last) = self.deaths[one], self.deaths[other]
        return max(last - other_first, other_last - first) > DAYS_THAT_EXCLUDE

    def average(self, one: str, other: str) -> int:
        """The average bits over all pairs between two groups; a pair not compared counts too."""
        total, compared = self.totals[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return (total + UNCOMPARED * (pairs - compared)) // pairs

    def join(self, one: str, other: str) -> str:
        """The group made of both."""
        kept, gone = sorted((one, other))
        self.members[kept] += self.members.pop(gone)
        for neighbour, (total, compared) in self.totals.pop(gone, {}).items():
            self.totals[neighbour].pop(gone)
            if neighbour != kept:
                known = self.totals[kept].get(neighbour, (0, 0))
                self.totals[kept][neighbour] = (known[0] + total, known[1] + compared)
                self.totals[neighbour][kept] = self.totals[kept][neighbour]
        days = [day for group in (kept, gone) for day in self.deaths.pop(group, ())]
        if days:
            self.deaths[kept] = (min(days), max(days))
        for neighbour in self.apart.pop(gone, set()):
            self.apart[neighbour].remove(gone)
            self.apart[neighbour].add(kept)
            self.apart[kept].add(neighbour)
        return kept


def group_records(
    ids: Iterable[str],
    bits: Mapping[Pair, float],
    rulings: Rulings,
    *,
    least_bits: float,
    death_days: Mapping[str, int],
) -> tuple[list[list[str]], tuple[Finding, ...]]:
    """The records in groups, each sorted, and the judgements that contradicted each other.

    Args:
        ids: Every record.
        bits: The log2 odds of the pairs compared, the smaller id first.
        rulings: What must be together and what apart.
        least_bits: The average that two groups need to be joined.
        death_days: The certain days of death, as ordinals, by record.
    """
    grouping = Grouping({record: [record] for record in sorted(ids)})
    grouping.deaths = {record: (day, day) for record, day in death_days.items()}
    for (left, right), value in bits.items():
        milli = max(-STRONGEST, min(STRONGEST, round(value * MILLI)))
        grouping.totals[left][right] = grouping.totals[right][left] = (milli, 1)
    for left, right in rulings.different:
        grouping.apart[left].add(right)
        grouping.apart[right].add(left)
    findings = _join_judged(grouping, rulings.same)
    _join_likely(grouping, round(least_bits * MILLI))
    return sorted(sorted(group) for group in grouping.members.values()), findings


def _join_judged(grouping: Grouping, same: Sequence[Pair]) -> tuple[Finding, ...]:
    """Join what people judged one person; never across a recorded "different"."""
    findings = []
    group_of = {record: record for record in grouping.members}
    for left, right in same:
        one, other = group_of[left], group_of[right]
        if other in grouping.apart[one]:
            findings.append(_contradiction(left, right))
        elif one != other:
            kept = grouping.join(one, other)
            group_of.update(dict.fromkeys(grouping.members[kept], kept))
    return tuple(findings)


def _join_likely(grouping: Grouping, least: int) -> None:
    """Join the two groups that fit best, again and again, while any fit well enough."""
    heap = [
        (-grouping.average(one, other), one, other)
        for one, others in grouping.totals.items()
        for other in others
        if one < other and grouping.average(one, other) >= least
    ]
    heapq.heapify(heap)
    while heap:
        negative, one, other = heapq.heappop(heap)
        if one not in grouping.members or other not in grouping.members:
            continue
        if grouping.must_stay_apart(one, other) or grouping.average(one, other) != -negative:
            continue  # or it has grown since: its new average stands in the heap as well
        kept = grouping.join(one, other)
        for neighbour in grouping.totals[kept]:
            if (average := grouping.average(kept, neighbour)) >= least:
                heapq.heappush(heap, (-average, min(kept, neighbour), max(kept, neighbour)))


def _contradiction(left: str, right: str) -> Finding:
    return Finding(
        code="judgements-contradict",
        severity=Severity.WARNING,
        subject=f"{left} and {right}",
        message='judged "same", but other judgements part them; they stay apart',
    )
