"""What the pages show of an estimate: never a number without its interval, kind and assumptions."""

from collections.abc import Iterator
from dataclasses import dataclass

from tollbook.model.estimates import Estimate, OverlapStudy
from tollbook.publish.bulletin_estimates import interval_kind, stated_estimate
from tollbook.publish.phrases import number_text, percent_text
from tollbook.publish.wording import Wording

__all__ = ["MethodView", "StudyView", "study_view"]


@dataclass(frozen=True, slots=True)
class MethodView:
    """One method's answer as a row of a table."""

    name: str
    point: str | None
    interval: str | None
    kind: str
    assumes: str
    references: str


@dataclass(frozen=True, slots=True)
class StudyView:
    """A study as a panel: documented minimum, stated estimate, notes and every method."""

    party: str
    stratum: str
    documented: str
    point: str | None
    interval: str | None
    interval_label: str
    refused: str | None
    notes: tuple[tuple[str, str], ...]
    lists: str
    methods: tuple[MethodView, ...]
    warnings: tuple[str, ...]


def study_view(party: str, study: OverlapStudy, wording: Wording) -> StudyView:
    """The panel of one study."""
    stated = stated_estimate(study)
    estimate = stated[1] if stated else None
    return StudyView(
        party=party,
        stratum="" if study.table.stratum == party else study.table.stratum,
        documented=number_text(study.panel.documented, wording.language),
        point=_number(estimate.point, wording) if estimate else None,
        interval=_ends(study.panel.low, study.panel.high, wording) if estimate else None,
        interval_label=_panel_label(study, estimate, wording) if estimate else "",
        refused=study.refused,
        notes=tuple(_notes(study, estimate, wording)),
        lists="; ".join(study.table.lists),
        methods=tuple(_method(each, wording) for each in study.estimates),
        warnings=tuple(_warning(each, wording) for each in study.warnings),
    )


def _notes(study: OverlapStudy, stated: Estimate | None, wording: Wording) -> Iterator[tuple[str, str]]:
    panel = study.panel
    if stated:
        yield wording.say("site", "estimate_of"), stated.estimand
        yield wording.say("site", "col_method"), wording.word("methods", stated.method)
        yield wording.say("site", "estimate_assumes"), stated.assumes
        if stated.fails_when:
            yield wording.say("site", "estimate_fails"), stated.fails_when
    if panel.span_low is not None and panel.span_high is not None:
        ends = (_number(panel.span_low, wording), _number(panel.span_high, wording))
        yield wording.say("site", "estimate_span"), " – ".join(end or "" for end in ends)
    if panel.bound is not None and panel.bound.point is not None:
        bound = _number(panel.bound.point, wording)
        yield wording.say("site", "estimate_bound"), f"{bound} ({panel.bound.assumes})"


def _warning(warning: str, wording: Wording) -> str:
    """A warning; where it begins with a method's code, that method's name stands there."""
    code, colon, rest = warning.partition(":")
    return f"{wording.say('methods', code)}:{rest}" if colon and wording.has("methods", code) else warning


def _method(estimate: Estimate, wording: Wording) -> MethodView:
    return MethodView(
        name=wording.word("methods", estimate.method),
        point=_number(estimate.point, wording),
        interval=_interval(estimate, wording),
        kind=_label(estimate, wording),
        assumes=estimate.assumes,
        references="; ".join(estimate.references),
    )


def _number(value: float | None, wording: Wording) -> str | None:
    return None if value is None else number_text(round(value), wording.language)


def _interval(estimate: Estimate, wording: Wording) -> str | None:
    return _ends(estimate.low, estimate.high, wording)


def _ends(low: float | None, high: float | None, wording: Wording) -> str | None:
    if low is None:
        return None
    return f"{_number(low, wording)} – {_number(high, wording) or wording.say('site', 'open_end')}"


def _panel_label(study: OverlapStudy, estimate: Estimate, wording: Wording) -> str:
    """The kind and level of the interval stated: the estimate's own, or one drawn round several."""
    level = percent_text(study.panel.level, wording.language)
    kind = interval_kind(study, estimate, wording)
    return wording.say("site", "estimate_interval").format(level=level, interval=kind)


def _label(estimate: Estimate, wording: Wording) -> str:
    kind = wording.word("intervals", estimate.interval)
    if estimate.level is None:
        return kind
    level = percent_text(estimate.level, wording.language)
    return wording.say("site", "estimate_interval").format(level=level, interval=kind)
