"""Contradictions: figures that do not fit the claimant's own other figures.

Only one voice is held against itself; that two sides disagree is no fault. Nothing is dropped
or mended: the figures stay and the finding says what does not fit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tollbook.claims.series import SeriesKey, age_order, day_of, quantity_of, series_of
from tollbook.model.claims import Claim, Mode
from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.findings import Finding, Severity

__all__ = ["contradictions"]

Totals = dict[tuple[SeriesKey, FuzzyDate], Claim]


def contradictions(claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """What the claimants' own figures contradict, as findings that stop nothing.

    Returns:
        ``part-above-total``: a part is above the total it belongs to. ``goes-down``: a running
        total is below an earlier one. ``two-values-one-day``: two totals of one day that cannot
        both hold. ``does-not-add-up``: a change is not the difference of its own totals.
        Refuted, altered, superseded and denied figures are not looked at.
    """
    live = sorted((claim for claim in claims if claim.is_live and claim.count.is_stated), key=age_order)
    found = {*_parts(live), *_falls(live), *_changes(live)}
    return tuple(sorted(found, key=lambda finding: (finding.code, finding.subject, finding.message)))


def _parts(claims: Iterable[Claim]) -> Iterator[Finding]:
    by_id = {claim.id: claim for claim in claims}
    for part in by_id.values():
        total = by_id.get(part.part_of or "")
        if total and total.count.unit == part.count.unit and _surely_above(part.count, total.count):
            yield _finding(
                "part-above-total", part, f"the part {_said(part)} is above its total {_said(total)}"
            )


def _falls(claims: Iterable[Claim]) -> Iterator[Finding]:
    series: dict[SeriesKey, list[Claim]] = defaultdict(list)
    for claim in claims:
        key = series_of(claim)
        if key and claim.mode is Mode.CUMULATIVE and day_of(claim):
            series[key].append(claim)
    for members in series.values():
        for earlier, later in pairwise(members):
            yield from _fall(earlier, later)


def _fall(earlier: Claim, later: Claim) -> Iterator[Finding]:
    first, second = day_of(earlier), day_of(later)
    if first is None or second is None:
        return
    if first.exact and first == second:
        if _surely_above(earlier.count, later.count) or _surely_above(later.count, earlier.count):
            yield _finding(
                "two-values-one-day", later, f"{second}: {_said(later)}, and also {_said(earlier)}"
            )
    elif first.last < second.first and _surely_above(earlier.count, later.count):
        told = f"{_said(later)} of {second} is below {_said(earlier)} of {first}"
        yield _finding("goes-down", later, told)


def _changes(claims: Sequence[Claim]) -> Iterator[Finding]:
    totals: Totals = {}
    for claim in claims:
        quantity, day = quantity_of(claim), day_of(claim)
        if quantity and day and day.exact and claim.mode is Mode.CUMULATIVE and _value(claim) is not None:
            totals[quantity, day] = claim
    for claim in claims:
        if claim.mode is Mode.INCREMENT and _value(claim) is not None:
            yield from _misfit(claim, totals)


def _misfit(change: Claim, totals: Totals) -> Iterator[Finding]:
    quantity, start, end = quantity_of(change), change.covers.start, change.covers.end or change.as_of
    if quantity is None or start is None or end is None:
        return
    before, after = totals.get((quantity, start)), totals.get((quantity, end))
    if before is None or after is None or _difference(before, after) == _value(change):
        return
    told = f"{_said(change)} from {start} to {end} is not the step from {_said(before)} to {_said(after)}"
    hedged = any(claim.count.qualifier is not Qualifier.EXACT for claim in (change, before, after))
    yield _finding("does-not-add-up", change, told, Severity.NOTE if hedged else Severity.WARNING)


def _difference(before: Claim, after: Claim) -> float:
    return (_value(after) or 0) - (_value(before) or 0)


def _value(claim: Claim) -> float | None:
    """The single value stated, if it is one."""
    return claim.count.low if claim.count.low == claim.count.high else None


def _surely_above(above: Count, below: Count) -> bool:
    return above.low is not None and below.high is not None and above.low > below.high


def _finding(code: str, claim: Claim, told: str, severity: Severity = Severity.WARNING) -> Finding:
    voice = claim.claimant or "nobody named"
    message = f"{voice}, {claim.measure} of {claim.party or 'a party not stated'}: {told}"
    return Finding(code, severity, claim.id, message, place=claim.document_id)


def _said(claim: Claim) -> str:
    """The figure in digits for a message: ``5937``, ``100000..``."""
    low, high = ("" if end is None else f"{end:.15g}" for end in (claim.count.low, claim.count.high))
    return low if low == high else f"{low}..{high}"
