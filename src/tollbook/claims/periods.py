"""Periods: whether two figures hold for the same time.

Totals of September and of February by two claimants are not rivals. One claimant's totals of
two days are a series, and a change can be read off it. A vague date is an interval of days.
"""

from tollbook.claims.dimensions import Decision, told
from tollbook.claims.reasons import ReasonCode
from tollbook.claims.series import day_of, quantity_of, series_of
from tollbook.model.claims import Claim, Mode
from tollbook.model.comparisons import Comparability, Dimension, DimensionName
from tollbook.model.dates import FuzzyDate
from tollbook.model.scope import Scope

__all__ = ["CLOSE_DAYS", "VAGUE_DAYS", "decide_period", "period"]

CLOSE_DAYS = 7
"""Totals this many days apart still stand side by side, told as convertible."""

VAGUE_DAYS = 31
"""A date wider than this may be one day with another only by accident."""

AGREES: Decision = (Comparability.SAME, ReasonCode.SAME)
SERIES: Decision = (Comparability.CONVERTIBLE, ReasonCode.SAME_SERIES)
RUNNING = {Mode.CUMULATIVE, Mode.STOCK, Mode.QUALITATIVE}


def period(left: Claim, right: Claim, scope: Scope) -> Dimension:
    """Whether both hold for one time, can be brought to one, or neither."""
    return told(DimensionName.PERIOD, decide_period(left, right, scope), _stated(left), _stated(right))


def decide_period(left: Claim, right: Claim, scope: Scope) -> Decision:
    """The decision of ``period``."""
    if left.mode is not right.mode:
        return _other_mode(left, right)
    if left.mode in RUNNING:
        return _totals(left, right, scope)
    if left.mode is Mode.EVENT:
        return _incidents(left, right)
    return _changes(left, right)


def _other_mode(left: Claim, right: Claim) -> Decision:
    quantity = quantity_of(left)
    one_quantity = quantity is not None and quantity == quantity_of(right)
    if one_quantity and {left.mode, right.mode} == {Mode.CUMULATIVE, Mode.INCREMENT}:
        return Comparability.CONVERTIBLE, ReasonCode.TOTAL_AND_CHANGE
    return Comparability.DIFFERENT, ReasonCode.OTHER_MODE


def _totals(left: Claim, right: Claim, scope: Scope) -> Decision:
    if left.mode is Mode.CUMULATIVE and not _same_start(left, right, scope):
        return Comparability.DIFFERENT, ReasonCode.OTHER_START
    ours, theirs = day_of(left), day_of(right)
    if ours is None or theirs is None:
        return Comparability.DIFFERENT, ReasonCode.DAY_NOT_STATED
    if ours.could_be(theirs):
        return _one_day(ours, theirs)
    if _one_series(left, right):
        return SERIES
    if _days_apart(ours, theirs) <= CLOSE_DAYS:
        return Comparability.CONVERTIBLE, ReasonCode.CLOSE_DAYS
    return Comparability.DIFFERENT, ReasonCode.OTHER_DAY


def _same_start(left: Claim, right: Claim, scope: Scope) -> bool:
    starts = [_start(claim, scope) for claim in (left, right)]
    return starts[0] is None or starts[1] is None or starts[0].could_be(starts[1])


def _start(claim: Claim, scope: Scope) -> FuzzyDate | None:
    war = scope.war_of(claim.party)
    return claim.covers.start or (war.started if war else None)


def _one_day(ours: FuzzyDate, theirs: FuzzyDate) -> Decision:
    widest = max((day.last - day.first).days for day in (ours, theirs))
    return AGREES if widest <= VAGUE_DAYS else (Comparability.CONVERTIBLE, ReasonCode.DAY_VAGUE)


def _days_apart(ours: FuzzyDate, theirs: FuzzyDate) -> int:
    """Days between the nearest ends of two dates that cannot be one day."""
    return max((theirs.first - ours.last).days, (ours.first - theirs.last).days)


def _one_series(left: Claim, right: Claim) -> bool:
    series = series_of(left)
    return series is not None and series == series_of(right)


def _incidents(left: Claim, right: Claim) -> Decision:
    ours, theirs = day_of(left), day_of(right)
    if ours is None or theirs is None:
        return Comparability.DIFFERENT, ReasonCode.DAY_NOT_STATED
    if not ours.could_be(theirs):
        return Comparability.DIFFERENT, ReasonCode.OTHER_INCIDENT
    named = left.place is not None and right.place is not None and ours.exact and theirs.exact
    return AGREES if named else (Comparability.CONVERTIBLE, ReasonCode.INCIDENT_NOT_NAMED)


def _changes(left: Claim, right: Claim) -> Decision:
    ours, theirs = _window(left), _window(right)
    if None in ours or None in theirs:
        decision = (Comparability.DIFFERENT, ReasonCode.PERIOD_NOT_STATED)
    elif ours == theirs:
        return AGREES
    else:
        decision = (Comparability.DIFFERENT, ReasonCode.OTHER_PERIOD)
    return SERIES if _one_series(left, right) else decision


def _window(claim: Claim) -> tuple[FuzzyDate | None, FuzzyDate | None]:
    return claim.covers.start, claim.covers.end or claim.as_of


def _stated(claim: Claim) -> str:
    if claim.mode in RUNNING or claim.mode is Mode.EVENT:
        return f"{claim.mode} {day_of(claim) or ''}".strip()
    start, end = _window(claim)
    return f"{claim.mode} {start or ''}/{end or ''}"
