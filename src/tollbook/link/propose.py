"""The proposal: forms, candidates, scores and clusters, in that order, for all records at once."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from tollbook.errors import InputError
from tollbook.link.blocking import candidates_among
from tollbook.link.clusters import group_records
from tollbook.link.forms import Form, form_of
from tollbook.link.judgements import Pair, rulings_from
from tollbook.link.scoring import Scorer, bits_of, probability_of, scorer_for
from tollbook.model.ids import stable_id
from tollbook.model.links import Cluster, Judgement, LinkRecord, LinkRun, PairScore

__all__ = ["METHOD", "propose_links"]

METHOD = "average_linkage/1"
DEFAULT_THRESHOLD = 0.5
# Pairs less likely than this are not worth a person's time, nor a row in a table.
SHOWN_FROM = 0.05


def propose_links(
    records: Sequence[LinkRecord],
    *,
    judgements: Sequence[Judgement] = (),
    threshold: float = DEFAULT_THRESHOLD,
) -> LinkRun:
    """Which records are likely one person, with the reasons for every likely pair.

    The machine suggests: scores never look at judgements, clusters always obey them. The order of
    the records makes no difference.

    Args:
        records: Each id once.
        judgements: What people decided; the latest about a pair holds.
        threshold: The average probability two groups need to be joined.

    Raises:
        InputError: An id stands twice, or the threshold is not between 0 and 1.
    """
    if not 0 < threshold < 1:
        raise InputError(f"threshold {threshold} is not between 0 and 1")
    forms = [form_of(record) for record in _each_once(records)]
    rulings, unknown = rulings_from(judgements, (form.record_id for form in forms))
    scorer, candidates = scorer_for(forms), candidates_among(forms)
    pairs = [(forms[left], forms[right]) for left, right in candidates.pairs]
    bits = {(left.record_id, right.record_id): scorer.bits(left, right) for left, right in pairs}
    days = {form.record_id: form.death.day.toordinal() for form in forms if form.death and form.death.day}
    groups, contradictions = group_records(
        (form.record_id for form in forms), bits, rulings, least_bits=bits_of(threshold), death_days=days
    )
    return LinkRun(
        clusters=_clusters(groups, bits, frozenset(rulings.same)),
        pairs=_shown(pairs, bits, scorer),
        threshold=threshold,
        method=METHOD,
        findings=unknown + candidates.findings + contradictions,
    )


def _each_once(records: Sequence[LinkRecord]) -> list[LinkRecord]:
    ordered = sorted(records, key=lambda record: record.record_id)
    for record, following in pairwise(ordered):
        if record.record_id == following.record_id:
            raise InputError(f"record {record.record_id!r} stands twice")
    return ordered


def _shown(
    pairs: Sequence[tuple[Form, Form]], bits: Mapping[Pair, float], scorer: Scorer
) -> tuple[PairScore, ...]:
    """The pairs likely enough to be shown, with their reasons, in the order of their ids."""
    least = bits_of(SHOWN_FROM)
    shown = [
        scorer.score(left, right) for left, right in pairs if bits[left.record_id, right.record_id] >= least
    ]
    return tuple(sorted(shown, key=lambda score: (score.left, score.right)))


def _clusters(
    groups: Sequence[Sequence[str]], bits: Mapping[Pair, float], judged_same: frozenset[Pair]
) -> tuple[Cluster, ...]:
    return tuple(
        Cluster(stable_id("p", *members), tuple(members), _weakest(members, bits, judged_same))
        for members in groups
    )


def _weakest(
    members: Sequence[str], bits: Mapping[Pair, float], judged_same: frozenset[Pair]
) -> float | None:
    """The least probability among the links that hold the members together, taking the best ones.

    A link judged "same" by a person counts as certain.
    """
    inside = [(left, right) for at, left in enumerate(members) for right in members[at + 1 :]]
    known = [(1.0 if pair in judged_same else probability_of(bits[pair]), pair)
             for pair in inside if pair in bits or pair in judged_same]  # fmt: skip
    group_of = {member: frozenset({member}) for member in members}
    weakest = None
    for probability, (left, right) in sorted(known, key=lambda link: (-link[0], link[1])):
        if group_of[left] is not group_of[right]:
            weakest = probability
            joined = group_of[left] | group_of[right]
            group_of.update(dict.fromkeys(joined, joined))
    return weakest
