"""How claimants stand to those they count."""

import pytest

from tollbook.claims import interest_of
from tollbook.model.scope import Interest


@pytest.mark.parametrize(
    ("claimant", "interest"),
    [
        ("Aldovan Ministry", Interest.OWN_SIDE),
        ("the MINISTRY", Interest.OWN_SIDE),
        ("Aldova", Interest.OWN_SIDE),
        ("Brenian Staff", Interest.ADVERSARY),
        ("brenia", Interest.ADVERSARY),
        ("Cestrian Office", Interest.THIRD_PARTY),
        ("General Ode", Interest.THIRD_PARTY),
        ("The Kestrel", Interest.MONITOR),
        ("Gravewatch", Interest.MONITOR),
        ("Channel Z", Interest.UNKNOWN),
        ("Somebody Else", Interest.UNKNOWN),
        (None, Interest.UNKNOWN),
    ],
)
def test_interest_follows_from_the_scope(claim, scope, claimant, interest):
    """The scope alone says how a claimant stands to the party counted."""
    assert interest_of(claim(claimant=claimant), scope) is interest


def test_a_party_not_stated_leaves_belligerents_unknown(claim, scope):
    """Whose side a belligerent is on cannot be told where whose losses they are is not said."""
    assert interest_of(claim(party=None), scope) is Interest.UNKNOWN
    assert interest_of(claim(party=None, claimant="The Kestrel"), scope) is Interest.MONITOR
