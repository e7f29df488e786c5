"""Inference rules: no estimate without what it is of, how it was made and what it assumes."""

from collections.abc import Iterator

from tollbook.check.evidence import Breach, Evidence
from tollbook.model.estimates import Estimate

__all__ = ["estimates", "floors", "intervals"]

NO_INTERVAL = "none"


def _all(evidence: Evidence) -> Iterator[tuple[str, Estimate]]:
    for party, study in evidence.edition.studies:
        bound = [study.panel.bound] if study.panel.bound else []
        for estimate in (*study.estimates, *bound):
            yield f"{party}: {estimate.method}", estimate


def estimates(evidence: Evidence) -> Iterator[Breach]:
    """Estimates that do not say of what they are or what they assume."""
    for subject, estimate in _all(evidence):
        for name in ("estimand", "assumes", "interval"):
            if not getattr(estimate, name).strip():
                yield Breach(subject, f"{name} is empty")


def intervals(evidence: Evidence) -> Iterator[Breach]:
    """Intervals without kind or level, ends the wrong way round, and points without an interval."""
    for subject, estimate in _all(evidence):
        if estimate.low is not None and estimate.high is not None:
            yield from _interval(subject, estimate, estimate.low, estimate.high)
    for party, study in evidence.edition.studies:
        panel = study.panel
        if panel.point is not None and (panel.low is None or panel.high is None):
            yield Breach(party, f"the point {panel.point:g} stands without an interval")


def _interval(subject: str, estimate: Estimate, low: float, high: float) -> Iterator[Breach]:
    if estimate.interval == NO_INTERVAL and low != high:
        yield Breach(subject, f"{low:g} to {high:g} is called no interval")
    if estimate.interval != NO_INTERVAL and (estimate.level is None or not 0 < estimate.level < 1):
        yield Breach(subject, f"the interval {low:g} to {high:g} has the level {estimate.level}")
    if low > high:
        yield Breach(subject, f"the interval runs from {low:g} down to {high:g}")


def floors(evidence: Evidence) -> Iterator[Breach]:
    """Points below the number counted by name, and a count that is not that of its table."""
    for party, study in evidence.edition.studies:
        counted = study.panel.documented
        if counted != study.table.n_observed:
            yield Breach(party, f"{counted} documented, but the table counts {study.table.n_observed}")
        if study.panel.point is not None and study.panel.point < counted:
            yield Breach(party, f"the estimate {study.panel.point:g} is below the {counted} counted by name")
