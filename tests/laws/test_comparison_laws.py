"""Laws of comparing and grouping that hold for any claims."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.claims import compare, families, leading, rival_pairs
from tollbook.model.claims import Claim, Mode, Standing
from tollbook.model.comparisons import Comparability
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Span
from tollbook.model.measures import MEANINGS, Group, Measure
from tollbook.model.scope import Scope, War

SCOPE = Scope(wars=(War("The war", ("Aldova", "Brenia"), FuzzyDate(2022, 2)),))
DAYS = st.sampled_from(["2022", "2022-09", "2022-09-21", "2022-09-24", "2023-02-12", "2023-02-16"])
COUNTS = st.sampled_from(
    [
        Count.exactly(5937),
        Count.exactly(14093),
        Count(100000, None, Qualifier.AT_LEAST),
        Count(None, None, Qualifier.UNKNOWN, "many"),
    ]
)
CLAIMS = st.builds(
    Claim,
    document_id=st.sampled_from(["d1", "d2"]),
    claimant=st.sampled_from([None, "Staff", "Ministry", "The Kestrel"]),
    party=st.sampled_from(["Aldova", "Brenia"]),
    measure=st.sampled_from([Measure.KILLED, Measure.KILLED_WOUNDED, Measure.LOSSES, Measure.CASUALTIES]),
    count=COUNTS,
    mode=st.sampled_from(Mode),
    spans=st.integers(0, 10**6).map(lambda start: (Span(start, start + 1, "x"),)),
    standing=st.sampled_from(Standing),
    group=st.sampled_from([Group.MILITARY, Group.UNSPECIFIED, Group.CIVILIAN]),
    as_of=st.none() | DAYS.map(FuzzyDate.parse),
)
MANY = st.lists(CLAIMS, max_size=12, unique_by=lambda claim: claim.id)


@given(CLAIMS, CLAIMS)
def test_agreement_does_not_depend_on_who_spoke_first(left, right):
    """Swapping two claims swaps the values told and changes no verdict and no reason."""
    ours, theirs = compare(left, right, SCOPE), compare(right, left, SCOPE)
    assert ours.verdict is theirs.verdict
    for one, other in zip(ours.dimensions, theirs.dimensions, strict=True):
        assert (one.name, one.verdict, one.reason) == (other.name, other.verdict, other.reason)
        assert (one.left, one.right) == (other.right, other.left)


@given(CLAIMS, CLAIMS)
def test_two_measures_are_never_one_quantity(left, right):
    """Figures of different measures or parties, or of undefined words by two voices, are different."""
    apart = left.measure is not right.measure or left.party != right.party
    undefined = not MEANINGS[left.measure].defined and left.claimant != right.claimant
    if apart or undefined:
        assert compare(left, right, SCOPE).verdict is Comparability.DIFFERENT


@settings(max_examples=60)
@given(MANY, st.randoms())
def test_families_hold_no_two_different_claims_and_ignore_order(claims, random):
    """Every claim is in a family, no family holds two different claims, and order changes nothing."""
    found = families(claims, SCOPE)
    by_id = {claim.id: claim for claim in claims}
    assert {name for family in found for name in family.claim_ids} == set(by_id)
    for family in found:
        for left, right in combinations(family.claim_ids, 2):
            verdict = compare(by_id[left], by_id[right], SCOPE).verdict
            assert verdict is not Comparability.DIFFERENT
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert families(shuffled, SCOPE) == found


@settings(max_examples=60)
@given(MANY, st.randoms())
def test_leading_figures_ignore_order(claims, random):
    """The front page is the same whatever order the claims came in."""
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert leading(shuffled, SCOPE) == leading(claims, SCOPE)
    assert rival_pairs(shuffled, SCOPE) == rival_pairs(claims, SCOPE)
