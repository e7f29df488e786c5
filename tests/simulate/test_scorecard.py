"""The scorecard: a perfect reading scores perfectly, and every fault costs what it should."""

from dataclasses import replace

import pytest

from tollbook.model.claims import Claim
from tollbook.model.counts import Count
from tollbook.model.documents import Span
from tollbook.model.links import Cluster
from tollbook.model.measures import Measure
from tollbook.model.people import Fate, Name, PersonRecord
from tollbook.simulate import TINY, compare_with_truth, simulate_war
from tollbook.simulate.linkage_score import score_linkage
from tollbook.simulate.same_name import nearness


@pytest.fixture(scope="module")
def war():
    return simulate_war(size=TINY)


@pytest.fixture(scope="module")
def names(war):
    return {f"d-{document.name}": document.name for document in war.documents}


def claim_of(stated, place=0):
    return Claim(
        document_id=f"d-{stated.document}", claimant=stated.claimant, party=stated.party,
        measure=stated.measure,
        count=Count(stated.low, stated.high, stated.qualifier), mode=stated.mode, as_of=stated.as_of,
        spans=(Span(place, place + 1, "x"),),
    )  # fmt: skip


def record_of(mention, place):
    return PersonRecord(
        document_id=f"d-{mention.document}", name=Name(mention.stated), fate=mention.fate,
        spans=(Span(place, place + 1, "x"),),
    )  # fmt: skip


def all_claims(war):
    return [claim_of(stated, place) for place, stated in enumerate(war.truth.stated)]


def all_records(war):
    return [record_of(mention, place) for place, mention in enumerate(war.truth.mentions)]


def true_clusters(war, records):
    people = {}
    for mention, record in zip(war.truth.mentions, records, strict=True):
        people.setdefault(mention.person_id, []).append(record.id)
    return [Cluster(person, tuple(sorted(members))) for person, members in people.items()]


def card(war, names, *, claims=(), records=(), clusters=()):
    return compare_with_truth(war, claims=claims, records=records, clusters=clusters, document_names=names)


def test_a_perfect_book_scores_perfectly(war, names):
    """Reading exactly what was written and linking it rightly leaves no fault."""
    records = all_records(war)
    score = card(war, names, claims=all_claims(war), records=records, clusters=true_clusters(war, records))
    assert (score.claims.missed, score.claims.wrong) == (0, 0)
    assert score.claims.claimants_right == score.claims.days_right == score.claims.stated
    assert (score.people.missed, score.people.false, score.people.fates_wrong) == (0, 0, 0)
    assert score.linkage.pair_precision == score.linkage.pair_recall == pytest.approx(1)
    assert score.linkage.bcubed_precision == score.linkage.bcubed_recall == pytest.approx(1)
    assert score.dead_found == score.dead_documented == score.dead_in_book
    assert score.dead_in_all == TINY.dead


def test_an_empty_book_misses_everything(war, names):
    """Reading nothing finds nothing and invents nothing."""
    score = card(war, names)
    assert score.claims.missed == score.claims.stated == len(war.truth.stated)
    assert score.people.missed == score.people.mentioned == len(war.truth.mentions)
    assert score.claims.wrong == score.people.false == score.dead_found == score.dead_in_book == 0
    assert score.linkage.bcubed_recall is None


def test_a_wrong_figure_is_wrong_and_missed(war, names):
    """A figure read wrongly counts once as missed and once as wrong."""
    claims = all_claims(war)
    place = next(i for i, c in enumerate(claims) if c.measure is Measure.TANKS and c.count.low)
    claims[place] = replace(claims[place], count=Count.exactly(999_999))
    score = card(war, names, claims=claims)
    assert (score.claims.missed, score.claims.wrong) == (1, 1)


def test_a_wrong_claimant_is_found_but_not_right(war, names):
    """Who said it is scored apart from what was said."""
    claims = [replace(claim, claimant="Somebody Else") for claim in all_claims(war)]
    score = card(war, names, claims=claims)
    assert score.claims.found == score.claims.stated
    assert score.claims.claimants_right == 0


def test_the_living_read_as_dead_are_wrong_fates(war, names):
    """Taking the living for dead is a fault of its own."""
    records = [replace(record, fate=Fate.DEAD) for record in all_records(war)]
    alive = sum(mention.fate is Fate.ALIVE for mention in war.truth.mentions)
    assert card(war, names, records=records).people.fates_wrong == alive > 0


def test_a_stranger_is_a_false_record(war, names):
    """A record whose name is near nobody's in the document is false."""
    mention = war.truth.mentions[0]
    stranger = record_of(replace(mention, stated="Xqwv Zzjk"), 999_999)
    score = card(war, names, records=[*all_records(war), stranger])
    assert (score.people.false, score.people.missed) == (1, 0)


def test_unlinked_records_are_precise_but_recall_less(war, names):
    """Putting nobody together makes no wrong pair and misses them all."""
    score = card(war, names, records=all_records(war)).linkage
    assert score.pair_precision is None
    assert score.pair_recall == 0
    assert score.bcubed_precision == pytest.approx(1)
    assert score.bcubed_recall < 1


def test_other_documents_are_left_out(war, names):
    """The book may hold more than this war: what is not of it is not scored."""
    elsewhere = replace(claim_of(war.truth.stated[0]), document_id="d-elsewhere")
    score = card(war, {**names, "d-elsewhere": "elsewhere"}, claims=[elsewhere])
    assert score.claims.wrong == 0


def test_linkage_scores_by_hand():
    """Two people, one cluster split and one merged: the shares can be counted on fingers."""
    person_of = {"a": "P", "b": "P", "c": "P", "d": "Q"}
    score = score_linkage([["a", "b"], ["c", "d"]], person_of)
    assert score.pair_precision == pytest.approx(1 / 2)
    assert score.pair_recall == pytest.approx(1 / 3)
    assert score.bcubed_precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert score.bcubed_recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_nearness_does_not_mind_order_or_script():
    """A name is near itself in another order or script, and far from another."""
    assert nearness("Липотенко Микола", "Микола Липотенко") == 1
    assert nearness("Mykola Lypotenko", "Липотенко Микола") > 0.7
    assert nearness("Липотенко Микола", "Заозёрин Андрей") < 0.7
