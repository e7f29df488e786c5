"""Which claims stand in one table."""

from tollbook.claims import families
from tollbook.model.claims import Flag
from tollbook.model.measures import Measure


def test_a_series_stays_together_and_has_rivals_beside_it(claim, scope):
    """One claimant's days are one family; on a shared day its figure stands beside a rival's."""
    daily = [claim(100 + day, day=f"2023-02-{day:02d}", number=day) for day in range(1, 29)]
    rival = claim(90, day="2023-02-14", claimant="The Kestrel", number=99)
    found = [set(family.claim_ids) for family in families([*daily, rival], scope)]
    assert {each.id for each in daily} in found
    assert [group for group in found if rival.id in group] == [{rival.id, daily[20].id}]


def test_members_stand_newest_first(claim, scope):
    """The newest figure of a family leads it."""
    old, new = claim(1, day="2023-01-01"), claim(2, day="2023-02-01", number=1)
    (family,) = families([old, new], scope)
    assert family.claim_ids == (new.id, old.id)
    assert (family.party, family.measure, family.group) == ("Aldova", "killed", "military")


def test_different_quantities_never_share_a_family(claim, scope):
    """Losses of two claimants, and a refuted figure, stand alone."""
    ours = claim(measure=Measure.LOSSES)
    theirs = claim(measure=Measure.LOSSES, claimant="The Kestrel", number=1)
    refuted = claim(measure=Measure.LOSSES, flags=frozenset({Flag.REFUTED}), number=2)
    assert [len(family.claim_ids) for family in families([ours, theirs, refuted], scope)] == [1, 1, 1]
