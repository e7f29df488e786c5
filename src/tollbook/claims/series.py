"""Series: the day a figure is about, and which figures are one claimant's series.

A series is one claimant's figures of one quantity on different days. A figure with nobody
named belongs to no series: two unnamed voices are never taken for one.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tollbook.model.claims import Claim, Mode
from tollbook.model.dates import FuzzyDate
from tollbook.model.scope import Scope
from tollbook.text import fold as fold_words

__all__ = ["SeriesKey", "age_order", "day_of", "fold", "in_one_war", "quantity_of", "series_of"]


class SeriesKey(NamedTuple):
    """What makes a series one: who counts what, of whom, where and in which unit."""

    claimant: str
    party: str
    group: str
    subgroup: str
    measure: str
    place: str
    unit: str
    mode: str


fold = lru_cache(maxsize=4096)(fold_words)
"""Names and places recur in thousands of claims."""


def day_of(claim: Claim) -> FuzzyDate | None:
    """The day the figure holds for: its cut-off, else the end of its period, else the day it was said."""
    return claim.as_of or claim.covers.end or claim.said_on


def quantity_of(claim: Claim) -> SeriesKey | None:
    """The key of the series whatever the mode; ``None`` where nobody is named."""
    if claim.claimant is None:
        return None
    return SeriesKey(
        claimant=fold(claim.claimant),
        party=claim.party or "",
        group=claim.group,
        subgroup=fold(claim.subgroup or ""),
        measure=claim.measure,
        place=fold(claim.place or ""),
        unit=claim.count.unit or "",
        mode="",
    )


def series_of(claim: Claim) -> SeriesKey | None:
    """The key of the series of running totals, changes ... that the figure belongs to.

    Incidents make no series: two incidents are two events, not one quantity on two days.
    """
    quantity = quantity_of(claim)
    if quantity is None or claim.mode is Mode.EVENT:
        return None
    return quantity._replace(mode=claim.mode)


def age_order(claim: Claim) -> tuple[date, bool, bool, str]:
    """A key that sorts oldest first; on one day the vague before the exact, then by id."""
    day = day_of(claim)
    is_value = claim.count.low is not None and claim.count.low == claim.count.high
    return (day.last if day else date.min, bool(day and day.exact), is_value, claim.id)


def in_one_war(left: str | None, right: str | None, scope: Scope) -> bool:
    """Whether both parties fight in some one war of the scope."""
    return any({left, right} <= set(war.parties) for war in scope.wars)
