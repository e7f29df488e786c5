"""The estimate as bound prose: point, interval with its kind and level, and what it assumes.

No interval is told without its kind, level and assumptions; where the lists identify no
answer, the reason is told instead.
"""

from collections.abc import Iterator

from tollbook.model.estimates import Estimate, OverlapStudy
from tollbook.model.queries import Query
from tollbook.publish.figures import Binder, Run, sentences

__all__ = ["estimate_key_point", "estimates_part", "stated_estimate"]


def stated_estimate(study: OverlapStudy) -> tuple[int, Estimate] | None:
    """The estimate that the panel states as its point, with its place; ``None`` if there is none."""
    if study.refused or study.panel.point is None:
        return None
    for place, estimate in enumerate(study.estimates):
        same = (estimate.point, estimate.low, estimate.high)
        if same == (study.panel.point, study.panel.low, study.panel.high):
            return place, estimate
    for place, estimate in enumerate(study.estimates):
        if estimate.point == study.panel.point:
            return place, estimate
    return None


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
        point = self.number("1.panel.point")
        if stated is None or stated[1].low is None or stated[1].high is None or stated[1].level is None:
            return self.binder.fill("key_estimate_bare", party=self.side(), point=point)
        place = f"1.estimates.{stated[0]}"
        return self.binder.fill(
            "key_estimate",
            party=self.side(),
            point=point,
            level=self.binder.share(self.query(f"{place}.level")),
            interval=self.binder.name(self.query(f"{place}.interval")),
            low=self.number(f"{place}.low"),
            high=self.number(f"{place}.high"),
        )

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
        if estimate.low is not None and estimate.high is not None and estimate.level is not None:
            yield binder.fill(
                "estimate_interval",
                interval=binder.name(self.query(f"{path}.interval")),
                level=binder.share(self.query(f"{path}.level")),
                low=self.number(f"{path}.low"),
                high=self.number(f"{path}.high"),
            )
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
