"""The estimate as bound prose: point, interval with its kind and level, and what it assumes.

No interval is told without its kind, level and assumptions; where the lists identify no
answer, the reason is told instead.
"""

from collections.abc import Iterator

from tollbook.model.estimates import Estimate, OverlapStudy
from tollbook.model.queries import Query
from tollbook.publish.figures import Binder, Run, sentences
from tollbook.publish.wording import Wording

__all__ = ["estimate_key_point", "estimates_part", "interval_kind", "stated_estimate"]


def stated_estimate(study: OverlapStudy) -> tuple[int, Estimate] | None:
    """The estimate whose point the panel states, with its place; ``None`` if there is none.

    Where several have that point, the one that also has the panel's interval.
    """
    panel = study.panel
    if study.refused or panel.point is None:
        return None
    stated = [pair for pair in enumerate(study.estimates) if pair[1].point == panel.point]
    whole = [pair for pair in stated if (pair[1].low, pair[1].high) == (panel.low, panel.high)]
    return next(iter([*whole, *stated]), None)


def has_own_interval(study: OverlapStudy, estimate: Estimate) -> bool:
    """Whether the panel states the estimate's own interval, and not one drawn round several."""
    return (estimate.low, estimate.high) == (study.panel.low, study.panel.high)


def interval_kind(study: OverlapStudy, estimate: Estimate, wording: Wording) -> str:
    """The kind of the interval that the panel states, in words."""
    if has_own_interval(study, estimate):
        return wording.word("intervals", estimate.interval)
    return wording.say("bulletin", "envelope")


def estimate_key_point(binder: Binder) -> Run:
    """The leading estimate in a sentence, or that none is published."""
    for party, study in binder.edition.studies:
        if stated_estimate(study):
            return _Study(binder, party, study).key_point()
    return binder.fill("key_estimate_none")


def estimates_part(binder: Binder) -> Iterator[Run]:
    """Each study told in full; where there is none, that and why."""
    if not binder.edition.studies:
        yield binder.fill("estimate_none")
    for party, study in binder.edition.studies:
        told = _Study(binder, party, study)
        yield sentences(told.told())
        yield sentences(told.around())


class _Study:
    """One study in the course of being told."""

    def __init__(self, binder: Binder, party: str, study: OverlapStudy) -> None:
        self.binder, self.party, self.study = binder, party, study

    def query(self, take: str) -> Query:
        where = (("0", self.party), ("1.table.stratum", self.study.table.stratum))
        return Query("studies", where, take)

    def number(self, take: str) -> Run:
        return self.binder.rounded(self.query(take))

    def side(self) -> Run:
        return self.binder.name(self.query("0"))

    def key_point(self) -> Run:
        stated = stated_estimate(self.study)
        interval = self.interval(stated[1]) if stated else {}
        key = "key_estimate" if interval else "key_estimate_bare"
        return self.binder.fill(key, party=self.side(), point=self.number("1.panel.point"), **interval)

    def interval(self, estimate: Estimate) -> dict[str, Run | str]:
        """The slots for the panel's interval, its kind and its level; empty where it has none."""
        panel = self.study.panel
        if panel.low is None or panel.high is None:
            return {}
        return {
            "interval": interval_kind(self.study, estimate, self.binder.wording),
            "level": self.binder.share(self.query("1.panel.level")),
            "low": self.number("1.panel.low"),
            "high": self.number("1.panel.high"),
        }

    def told(self) -> Iterator[Run]:
        fill = self.binder.fill
        yield fill("estimate_documented", party=self.side(), count=self.number("1.panel.documented"))
        if self.study.refused:
            reason = self.binder.quote(self.query("1.refused"))
            yield fill("estimate_refused", party=self.side(), reason=reason)
        elif stated := stated_estimate(self.study):
            yield from self._stated(*stated)
        else:
            yield fill("estimate_no_point")

    def _stated(self, place: int, estimate: Estimate) -> Iterator[Run]:
        path, binder = f"1.estimates.{place}", self.binder
        yield binder.fill("estimate_point", point=self.number("1.panel.point"))
        if interval := self.interval(estimate):
            yield binder.fill("estimate_interval", **interval)
        yield binder.fill("estimate_method", method=binder.wording.word("methods", estimate.method))
        yield binder.fill("estimate_assumes", assumes=binder.quote(self.query(f"{path}.assumes")))
        if estimate.fails_when:
            yield binder.fill("estimate_fails", fails=binder.quote(self.query(f"{path}.fails_when")))

    def around(self) -> Iterator[Run]:
        panel = self.study.panel
        if panel.span_low is not None and panel.span_high is not None:
            low, high = self.number("1.panel.span_low"), self.number("1.panel.span_high")
            yield self.binder.fill("estimate_span", low=low, high=high)
        if panel.bound is not None and panel.bound.point is not None:
            point = self.number("1.panel.bound.point")
            assumes = self.binder.quote(self.query("1.panel.bound.assumes"))
            yield self.binder.fill("estimate_bound", point=point, assumes=assumes)
            if panel.point is not None and panel.bound.point > panel.point:
                yield self.binder.fill("estimate_bound_above")
        yield from self._warnings()

    def _warnings(self) -> Iterator[Run]:
        """What the study as a whole warns of; a single method's warnings stand on the page."""
        methods = tuple(f"{estimate.method}:" for estimate in self.study.estimates)
        for place, warning in enumerate(self.study.warnings):
            if not warning.startswith(methods):
                told = self.binder.quote(self.query(f"1.warnings.{place}"))
                yield self.binder.fill("estimate_warning", warning=told)
