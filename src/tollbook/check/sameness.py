"""Sameness rules: figures that count different things never look like one quantity."""

from collections.abc import Iterator

from tollbook.check.evidence import Breach, Evidence
from tollbook.check.words import says_killed, says_losses
from tollbook.model.claims import Claim
from tollbook.model.comparisons import Comparability
from tollbook.model.measures import MEANINGS, State
from tollbook.text import fold

__all__ = ["called_same", "families", "words"]


def called_same(evidence: Evidence) -> Iterator[Breach]:
    """Pairs not called different though their measure, party or meaning differs."""
    for pair in evidence.edition.comparisons:
        left, right = evidence.claims.get(pair.left), evidence.claims.get(pair.right)
        if left and right and pair.verdict is not Comparability.DIFFERENT:
            difference = _difference(left.claim, right.claim)
            if difference:
                yield Breach(pair.left, f"called {pair.verdict} with {pair.right}, but {difference}")


def families(evidence: Evidence) -> Iterator[Breach]:
    """Families whose members count different things, or that nobody defines alike."""
    for family in evidence.edition.families:
        members = [evidence.claims[name].claim for name in family.claim_ids if name in evidence.claims]
        found = {_difference(members[0], member) for member in members[1:]} - {""}
        for difference in sorted(found):
            yield Breach(family.id, f"members differ: {difference}")


def words(evidence: Evidence) -> Iterator[Breach]:
    """Claims of persons killed whose words speak of losses and of nobody killed."""
    for claim_id, row in evidence.claims.items():
        meaning = MEANINGS[row.claim.measure]
        quoted = " ".join(span.quote for span in row.claim.spans)
        counts_killed = row.claim.is_live and State.KILLED in meaning.states
        if counts_killed and says_losses(quoted) and not says_killed(quoted):
            yield Breach(claim_id, f"{row.claim.measure}, but the words are {row.claim.words!r}")


def _difference(left: Claim, right: Claim) -> str:
    """What makes the two claims count different things; empty where nothing does."""
    if left.measure is not right.measure:
        return f"the measures are {left.measure} and {right.measure}"
    if left.party != right.party:
        return f"the parties are {left.party} and {right.party}"
    one_voice = fold(left.claimant or "") == fold(right.claimant or "") != ""
    if not MEANINGS[left.measure].defined and not one_voice:
        return f"{left.measure} is defined by neither {left.claimant} nor {right.claimant}"
    return ""
