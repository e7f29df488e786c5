"""What changed since the last edition, as figures: whose total was which before, and is which now.

Only what stands in the edition is told: where the figure before is no longer in it, the new one
is told as newly recorded, and never as a change from nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from tollbook.model.claims import Claim
from tollbook.model.editions import Edition, PublishedClaim
from tollbook.publish.attribution import Attribution, short_figure
from tollbook.publish.figures import Binder, Run
from tollbook.publish.leading import WarFigures, figures_by_war, spread

__all__ = ["FigureChange", "changed_figures", "telling_changes"]

Said = tuple[object, ...]
CHANGES_TOLD = 6


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A leading total that came in, with the same claimant's total before it.

    Attributes:
        new: The claim that came in.
        old: The claimant's newest total of the same from the edition before; ``None`` if there is none.
    """

    new: PublishedClaim
    old: PublishedClaim | None


def telling_changes(edition: Edition) -> tuple[FigureChange, ...]:
    """The leading totals that came in since the edition before; those that moved come first."""
    came_in = _came_in(edition)
    wars = [_of_war(figures, edition, came_in) for figures in figures_by_war(edition)]
    turns = [change for turn in zip_longest(*wars) for change in turn if change is not None]
    told = sorted(turns, key=lambda change: change.old is None)
    return tuple(islice(told, CHANGES_TOLD))


def changed_figures(binder: Binder) -> Iterator[Run]:
    """Each telling change as a bound sentence: whose figure, from which value to which."""
    for change in telling_changes(binder.edition):
        new = Attribution(binder, change.new)
        if change.old is None:
            yield binder.fill("changed_figure_new", figure=short_figure(new))
            continue
        old = Attribution(binder, change.old)
        yield binder.fill(
            "changed_figure",
            claimant=new.claimant("unnamed_inside"),
            phrase=new.phrase(),
            old=_value(binder, old),
            new=_value(binder, new),
        )


def _came_in(edition: Edition) -> set[Said]:
    """What is stated now and was not before; the same statement in several documents is one change."""
    added = {each.subject_id for each in edition.changes if each.kind == "added" and each.what == "claim"}
    return {_said(row.claim) for row in edition.claims if row.claim.id in added}


def _said(claim: Claim) -> Said:
    return (claim.claimant, claim.party, claim.measure, claim.mode, claim.count, str(claim.as_of))


def _of_war(figures: WarFigures, edition: Edition, came_in: set[Said]) -> Iterable[FigureChange]:
    for row in spread(figures.totals):
        if _said(row.claim) in came_in and row.claim.claimant and row.claim.count.is_stated:
            old = _before(row, edition, came_in)
            if old is None or old.claim.count != row.claim.count:
                yield FigureChange(row, old)


def _before(row: PublishedClaim, edition: Edition, came_in: set[Said]) -> PublishedClaim | None:
    """The newest earlier total of the same claimant and kind that the edition before had too."""
    earlier = [
        other
        for other in edition.claims
        if _series(other.claim) == _series(row.claim)
        and _said(other.claim) not in came_in
        and other.claim.count.is_stated
        and _day(other.claim) < _day(row.claim)
    ]
    return max(earlier, key=lambda other: (_day(other.claim), other.claim.id), default=None)


def _series(claim: Claim) -> tuple[object, ...]:
    return (
        claim.claimant, claim.party, claim.group, claim.measure, claim.mode,
        claim.subgroup, claim.place, claim.count.unit,
    )  # fmt: skip


def _day(claim: Claim) -> str:
    return str(claim.as_of or claim.covers.end or "")


def _value(binder: Binder, attribution: Attribution) -> Run:
    """A figure with its day: ``143,680 (as of 20 February 2023)``."""
    value = (*attribution.value(), *attribution.unit())
    day = attribution.day()
    return binder.fill("figure_dated", figure=value, day=day) if day else value
