"""Which claims lead: the figures about people lost that a front page sets side by side.

Leading is a choice of what to show, not a judgement of who is right; every other claim stays
on the pages of its claimant, its measure and its document.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tollbook.model.claims import Claim, Mode
from tollbook.model.comparisons import Comparability, Comparison
from tollbook.model.editions import Edition, PublishedClaim
from tollbook.model.measures import MEANINGS, Group, Measure, State, Subject
from tollbook.model.scope import War

__all__ = ["WarFigures", "figures_by_war", "is_loss_of_people"]

NO_LOSS = {State.IN_SERVICE, State.RETURNED}
MEASURE_ORDER = {measure: place for place, measure in enumerate(Measure)}


@dataclass(frozen=True, slots=True)
class WarFigures:
    """One war's leading figures.

    Attributes:
        war: The war; ``None`` for claims about parties in no war of the edition.
        leading: The newest people-figure of each claimant, party, group and measure.
        others: The newest other figures (equipment, people called up), in the same way.
        comparisons: The comparisons told between claims of this war.
    """

    war: War | None
    leading: tuple[PublishedClaim, ...]
    others: tuple[PublishedClaim, ...]
    comparisons: tuple[Comparison, ...]

    def with_verdict(self, verdict: Comparability) -> tuple[Comparison, ...]:
        """The comparisons that came out so."""
        return tuple(pair for pair in self.comparisons if pair.verdict is verdict)


def figures_by_war(edition: Edition) -> tuple[WarFigures, ...]:
    """The leading figures of each war in the edition's order; strays come last, if there are any."""
    parties = {party for war in edition.wars for party in war.parties}
    wars = [_figures(edition, war) for war in edition.wars]
    if any(row.claim.party not in parties for row in edition.claims):
        wars.append(_figures(edition, None))
    return tuple(wars)


def is_loss_of_people(claim: Claim) -> bool:
    """Whether the claim counts people who were lost, and not things, recruits or conduct."""
    meaning = MEANINGS[claim.measure]
    return (
        meaning.subject is Subject.PEOPLE
        and claim.group is not Group.EQUIPMENT
        and not meaning.states & NO_LOSS
    )


def _figures(edition: Edition, war: War | None) -> WarFigures:
    rows = [row for row in edition.claims if _belongs(row.claim, war, edition)]
    told = {claim_id for pair in edition.comparisons for claim_id in (pair.left, pair.right)}
    people = [row for row in rows if is_loss_of_people(row.claim)]
    chosen = [row for row in people if row.claim.id in told] or _newest_of_each(people)
    ids = {row.claim.id for row in rows}
    return WarFigures(
        war=war,
        leading=tuple(sorted(chosen, key=_reading_order)),
        others=tuple(
            sorted(
                _newest_of_each(row for row in rows if not is_loss_of_people(row.claim)), key=_reading_order
            )
        ),
        comparisons=tuple(pair for pair in edition.comparisons if {pair.left, pair.right} <= ids),
    )


def _belongs(claim: Claim, war: War | None, edition: Edition) -> bool:
    if war is not None:
        return claim.party in war.parties
    return all(claim.party not in other.parties for other in edition.wars)


def _newest_of_each(rows: Iterable[PublishedClaim]) -> list[PublishedClaim]:
    """The newest stated figure of each claimant, party, group and measure; totals before changes."""
    best: dict[tuple[object, ...], PublishedClaim] = {}
    for row in rows:
        claim = row.claim
        if not claim.count.is_stated or claim.subgroup or claim.place or claim.part_of:
            continue
        key = (claim.claimant, claim.party, claim.group, claim.measure)
        if key not in best or _newness(row) > _newness(best[key]):
            best[key] = row
    return list(best.values())


def _newness(row: PublishedClaim) -> tuple[object, ...]:
    claim = row.claim
    day = claim.as_of or claim.covers.end or claim.said_on
    return (claim.mode is Mode.CUMULATIVE, str(day or ""), row.recorded_at, claim.id)


def _reading_order(row: PublishedClaim) -> tuple[object, ...]:
    """By party, then by measure, then by claimant; the same for the same claims."""
    claim = row.claim
    return (claim.party or "~", MEASURE_ORDER[claim.measure], claim.claimant or "~", claim.id)
