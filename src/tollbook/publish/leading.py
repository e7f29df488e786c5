"""Which claims lead: the figures about people lost that a front page sets side by side.

Leading is a choice of what to show, not a judgement of who is right; every other claim stays
on the pages of its claimant, its measure and its document.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tollbook.model.claims import Claim, Mode
from tollbook.model.comparisons import Comparability, Comparison, DimensionName
from tollbook.model.editions import Edition, PublishedClaim
from tollbook.model.measures import MEANINGS, Group, Measure, State, Subject
from tollbook.model.scope import War

__all__ = ["MEASURE_ORDER", "WarFigures", "figures_by_war", "is_loss_of_people", "rival_totals", "spread"]

NO_LOSS = {State.IN_SERVICE, State.RETURNED}
STANDING_MODES = {Mode.CUMULATIVE, Mode.STOCK}
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

    @property
    def totals(self) -> tuple[PublishedClaim, ...]:
        """The leading figures of the whole so far; all that lead, where nobody states a whole.

        Of two totals by one claimant, the vaguer that is no newer stays on the claimant's page.
        """
        standing = [row for row in self.leading if row.claim.mode in STANDING_MODES]
        clear = {(_counted(row.claim), day) for row in standing if (day := _group_day(row.claim))}
        return tuple(row for row in standing if not _outdone(row.claim, clear)) or self.leading

    @property
    def passing(self) -> tuple[PublishedClaim, ...]:
        """The leading figures of incidents, periods and rates, where others state the whole."""
        rest = tuple(row for row in self.leading if row.claim.mode not in STANDING_MODES)
        return rest if len(rest) < len(self.leading) else ()

    def apart(self) -> tuple[Comparison, ...]:
        """The pairs that cannot be compared: first those that most look as if they could be."""
        totals = {row.claim.id for row in self.totals}

        def unlikeness(pair: Comparison) -> tuple[object, ...]:
            deciding = {each.name for each in pair.dimensions if each.verdict is Comparability.DIFFERENT}
            outside = not {pair.left, pair.right} <= totals
            return (outside, DimensionName.SIDE in deciding, len(deciding), pair.left, pair.right)

        return tuple(sorted(self.with_verdict(Comparability.DIFFERENT), key=unlikeness))

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


def _counted(claim: Claim) -> tuple[object, ...]:
    return (claim.claimant, claim.party, claim.measure, claim.mode, claim.subgroup, claim.place)


def _group_day(claim: Claim) -> str:
    """The day of a figure that says whom it counts; empty for others."""
    return "" if claim.group is Group.UNSPECIFIED else str(claim.as_of or "")


def _outdone(claim: Claim, clear: set[tuple[tuple[object, ...], str]]) -> bool:
    """Whether the claimant also says whom the figure counts, on that day or later."""
    if claim.group is not Group.UNSPECIFIED:
        return False
    return any(what == _counted(claim) and day >= str(claim.as_of or "") for what, day in clear)


def spread(rows: Iterable[PublishedClaim]) -> list[PublishedClaim]:
    """Each claimant's newest figure before anybody's next; the newest first."""
    newest = sorted(rows, key=lambda row: (str(row.claim.as_of or ""), row.claim.id), reverse=True)
    return _in_turns(newest, [row.claim.claimant for row in newest])


def rival_totals(figures: WarFigures, most: int) -> tuple[PublishedClaim, ...]:
    """One total of each claimant about the side of which most claimants speak.

    Claimants of each interest get their turn before a further one of the same interest, so that
    the figures of both sides and of those who watch them stand together.
    """
    stated = [row for row in figures.totals if row.claim.count.is_stated and row.claim.count.unit is None]
    sides: dict[str, set[str]] = {}
    for row in stated:
        sides.setdefault(row.claim.party or "", set()).add(row.claim.claimant or "")
    party = min(sides, key=lambda side: (-len(sides[side]), side), default="")
    about = spread(row for row in stated if (row.claim.party or "") == party)
    about.sort(key=lambda row: not _holds_the_dead(row.claim))
    best: dict[str | None, PublishedClaim] = {}
    for row in about:
        best.setdefault(row.claim.claimant, row)
    rivals = list(best.values())
    return tuple(_in_turns(rivals, [row.interest for row in rivals])[:most])


def _holds_the_dead(claim: Claim) -> bool:
    """Whether the figure takes in the dead, or may: the word is not defined."""
    meaning = MEANINGS[claim.measure]
    return State.KILLED in meaning.states or not meaning.defined


def _in_turns(rows: Sequence[PublishedClaim], kinds: Sequence[str | None]) -> list[PublishedClaim]:
    """The rows in their order, but the next of a kind only after every other kind had its turn."""
    seen: Counter[str | None] = Counter()
    turns = []
    for place, kind in enumerate(kinds):
        turns.append((seen[kind], place))
        seen[kind] += 1
    return [rows[place] for _, place in sorted(turns)]


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
