"""What the book says held against what is so: claims, people, linkage and the number of dead.

The only place where truth and reading meet. It never feeds anything back: a score is for the
demo, the tests and the benchmarks to show.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from tollbook.model.claims import Claim
from tollbook.model.links import Cluster
from tollbook.model.measures import Measure
from tollbook.model.people import Fate, PersonRecord
from tollbook.simulate.linkage_score import LinkageScore, score_linkage
from tollbook.simulate.nouns import IntendedClaim, Mention, SimulatedWar
from tollbook.simulate.same_name import Matching, match_names

__all__ = ["ClaimScore", "PeopleScore", "Scorecard", "compare_with_truth"]

Key = tuple[str, str | None, Measure, float | None, float | None, str]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ClaimScore:
    """How the claims were read.

    Attributes:
        stated: Claims that the documents state.
        found: Of these, how many were found with party, measure, figure and mode right.
        missed: The rest of the stated.
        wrong: Claims found that no document states.
        claimants_right: Of the found, how many with the right claimant.
        days_right: Of the found, how many with a cut-off day that can be the right one.
    """

    stated: int
    found: int
    missed: int
    wrong: int
    claimants_right: int
    days_right: int


@dataclass(frozen=True, slots=True)
class PeopleScore:
    """How the people were read.

    Attributes:
        mentioned: People named, once for each document.
        found: Of these, how many were found.
        missed: The rest.
        false: Records of somebody whom the document does not name.
        fates_wrong: Of the found, how many with a wrong fate: the living counted as dead, or the reverse.
    """

    mentioned: int
    found: int
    missed: int
    false: int
    fates_wrong: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The truth beside what the book says.

    Attributes:
        claims, people, linkage: How well each stage did.
        dead_in_all: Everyone of the recorded side who truly died.
        dead_documented: Of these, how many at least one document names.
        dead_found: Of these, how many stand behind at least one record that was read.
        dead_in_book: Clusters with a record of a death: what the book counts by name.
    """

    claims: ClaimScore
    people: PeopleScore
    linkage: LinkageScore
    dead_in_all: int
    dead_documented: int
    dead_found: int
    dead_in_book: int


def compare_with_truth(
    war: SimulatedWar,
    *,
    claims: Iterable[Claim],
    records: Iterable[PersonRecord],
    clusters: Iterable[Cluster],
    document_names: Mapping[str, str],
) -> Scorecard:
    """How the book compares with the truth of an invented war.

    Claims and records of other documents are left out, so the book may hold more than this war.

    Args:
        war: The war with its truth.
        claims: The claims read.
        records: The person records read.
        clusters: The proposed people; a record in none of them stands alone.
        document_names: For each document id the name under which the war knows the document.
    """
    known = {document.name for document in war.documents}
    names = {key: name.removesuffix(".md") for key, name in document_names.items()}
    names = {key: name for key, name in names.items() if name in known}
    ours = [record for record in records if record.document_id in names]
    matching = match_names(war.truth.mentions, ours, names)
    proposed = _complete(clusters, ours)
    found = {mention.person_id for mention in matching.matched.values()}
    return Scorecard(
        claims=_score_claims(war, [claim for claim in claims if claim.document_id in names], names),
        people=_score_people(war.truth.mentions, matching, ours),
        linkage=score_linkage(proposed, {key: m.person_id for key, m in matching.matched.items()}),
        dead_in_all=len(war.truth.dead),
        dead_documented=len(war.truth.documented),
        dead_found=len(found & war.truth.documented),
        dead_in_book=_dead_clusters(proposed, ours),
    )


def _complete(clusters: Iterable[Cluster], records: list[PersonRecord]) -> list[tuple[str, ...]]:
    """The clusters of these records, each record that is in none of them on its own."""
    ours = {record.id for record in records}
    kept = [tuple(sorted(ours & set(cluster.members))) for cluster in clusters]
    clustered = {member for members in kept for member in members}
    return [members for members in kept if members] + [(member,) for member in sorted(ours - clustered)]


def _dead_clusters(clusters: list[tuple[str, ...]], records: list[PersonRecord]) -> int:
    dead = {record.id for record in records if record.fate is Fate.DEAD}
    return sum(1 for members in clusters if dead & set(members))


def _score_claims(war: SimulatedWar, claims: list[Claim], names: Mapping[str, str]) -> ClaimScore:
    """Stated and found claims matched one to one on what they state."""
    waiting = _by_key((_stated_key(claim), claim) for claim in war.truth.stated)
    notices = {mention.document for mention in war.truth.mentions}
    pairs, wrong = [], 0
    for claim in claims:
        name = names[claim.document_id]
        candidates = waiting.get(_found_key(claim, name))
        if candidates:
            best = min(candidates, key=lambda stated: stated.claimant != claim.claimant)
            candidates.remove(best)
            pairs.append((best, claim))
        elif not (name in notices and _is_one_person(claim)):
            wrong += 1
    stated = len(war.truth.stated)
    return ClaimScore(
        stated=stated, found=len(pairs), missed=stated - len(pairs), wrong=wrong,
        claimants_right=sum(1 for left, right in pairs if left.claimant == right.claimant),
        days_right=sum(1 for left, right in pairs if _same_day(left, right)),
    )  # fmt: skip


def _by_key(items: Iterable[tuple[Key, Item]]) -> dict[Key, list[Item]]:
    grouped: dict[Key, list[Item]] = {}
    for key, item in items:
        grouped.setdefault(key, []).append(item)
    return grouped


def _stated_key(claim: IntendedClaim) -> Key:
    return (claim.document, claim.party, claim.measure, claim.low, claim.high, claim.mode)


def _found_key(claim: Claim, document: str) -> Key:
    count = claim.count
    return (document, claim.party, claim.measure, count.low, count.high, claim.mode)


def _is_one_person(claim: Claim) -> bool:
    """A notice of one death may also be taken as the claim "1 killed": neither right nor wrong."""
    return claim.count.low == claim.count.high == 1


def _same_day(stated: IntendedClaim, found: Claim) -> bool:
    if stated.as_of is None or found.as_of is None:
        return stated.as_of is found.as_of
    return stated.as_of.could_be(found.as_of)


def _score_people(
    mentions: tuple[Mention, ...], matching: Matching, records: list[PersonRecord]
) -> PeopleScore:
    fates = {record.id: record.fate for record in records}
    wrong = Counter(fates[key] is not mention.fate for key, mention in matching.matched.items())
    return PeopleScore(
        mentioned=len(mentions), found=len(matching.matched), missed=len(mentions) - len(matching.matched),
        false=len(matching.unmatched), fates_wrong=wrong[True],
    )  # fmt: skip
