"""Whatever goes to plain values comes back equal."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tollbook.model.claims import Claim, Flag, Mode
from tollbook.model.counts import Count
from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Span
from tollbook.model.measures import Measure
from tollbook.plain import from_plain, to_json

DAYS = st.one_of(
    st.builds(FuzzyDate, st.integers(1900, 2100)),
    st.builds(FuzzyDate, st.integers(1900, 2100), st.integers(1, 12)),
    st.dates().map(FuzzyDate.of),
)
CLAIMS = st.builds(
    Claim,
    document_id=st.text(),
    claimant=st.none() | st.text(),
    party=st.none() | st.text(),
    measure=st.sampled_from(Measure),
    count=st.integers(0, 10**6).map(Count.exactly),
    mode=st.sampled_from(Mode),
    spans=st.lists(st.builds(Span, st.integers(), st.integers(), st.text()), min_size=1).map(tuple),
    as_of=st.none() | DAYS,
    flags=st.frozensets(st.sampled_from(Flag)),
)


@given(CLAIMS)
def test_a_claim_survives_json(claim):
    """A claim written as JSON and read back is the same claim with the same id."""
    back = from_plain(json.loads(to_json(claim)), Claim)
    assert back == claim
    assert back.id == claim.id


@given(DAYS)
def test_a_date_survives_printing(day):
    """A date is printed with the precision it was stated with, no more and no less."""
    assert FuzzyDate.parse(str(day)) == day
    assert day.first <= day.last
