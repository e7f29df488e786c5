"""Interests: how a claimant stands to those whose losses it counts.

Decided from the scope alone: from who belongs to which party and who fights whom. Never from
what the figure says.
"""

from tollbook.claims.series import in_one_war
from tollbook.model.claims import Claim
from tollbook.model.scope import Interest, Scope, SourceKind

__all__ = ["interest_of"]

# How a body that belongs to no party stands to everybody; the kinds not named tell nothing.
OUTSIDERS = {
    SourceKind.OFFICIAL: Interest.THIRD_PARTY,
    SourceKind.MEDIA: Interest.MONITOR,
    SourceKind.MONITOR: Interest.MONITOR,
    SourceKind.RESEARCHER: Interest.MONITOR,
    SourceKind.REGISTRY: Interest.MONITOR,
    SourceKind.CEMETERY: Interest.MONITOR,
}


def interest_of(claim: Claim, scope: Scope) -> Interest:
    """How the claimant stands to the party counted, as far as the scope tells.

    A claimant that is itself a party of the scope ("Aldova said") speaks for that party. The
    claimant is whoever made the figure, so an outlet named here counted it itself.

    Returns:
        ``unknown`` where nobody is named, the claimant is not in the scope, or whose losses
        they are is not said by a claimant who belongs to a party.
    """
    source = scope.source_named(claim.claimant)
    party = source.party if source else _party_named(claim.claimant, scope)
    if party is None:
        return OUTSIDERS.get(source.kind, Interest.UNKNOWN) if source else Interest.UNKNOWN
    if claim.party is None:
        return Interest.UNKNOWN
    if party == claim.party:
        return Interest.OWN_SIDE
    fight = in_one_war(party, claim.party, scope)
    return Interest.ADVERSARY if fight else Interest.THIRD_PARTY


def _party_named(claimant: str | None, scope: Scope) -> str | None:
    wanted = (claimant or "").casefold()
    return next((party.name for party in scope.parties if party.name.casefold() == wanted), None)
