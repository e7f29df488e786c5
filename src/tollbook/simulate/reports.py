"""The daily list of the Lomerian General Staff: totals and changes, silences, a correction, a misprint."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tollbook.model.claims import Mode
from tollbook.model.counts import Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.measures import Measure
from tollbook.model.scope import Scope
from tollbook.simulate.dice import Dice
from tollbook.simulate.documents import Imprint, Written, document
from tollbook.simulate.nouns import IntendedClaim, Slip, SlipKind
from tollbook.simulate.series import ClaimedSeries
from tollbook.simulate.tables import table
from tollbook.simulate.wording import Wording
from tollbook.simulate.world import WarSize, recorded_party, started

__all__ = ["STAFF", "ReportPlan", "plan_reports", "with_correction", "write_reports"]

STAFF = "General Staff of the Armed Forces of Lomeria"
MEASURES = (
    Measure.LOSSES, Measure.TANKS, Measure.AFV, Measure.ARTILLERY, Measure.MLRS, Measure.AIR_DEFENCE,
    Measure.AIRCRAFT, Measure.HELICOPTERS, Measure.UAV, Measure.VEHICLES_FUEL, Measure.SPECIAL_EQUIPMENT,
)  # fmt: skip
KEPT_WEEKDAYS = (0, 3)  # of the early weeks the archive kept the lists of Mondays and Thursdays
SILENT_DAYS = 3
TAKEN_BACK = 7
LANGUAGES = ["en", "uk", "ru"]


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """Which days have a report, and which of them slips.

    Attributes:
        days: The days with a report, in order.
        correction: The day on which tanks are taken back.
        misprint: The day on which the people's figure is misprinted.
    """

    days: tuple[date, ...]
    correction: date
    misprint: date


@dataclass(frozen=True, slots=True)
class _Line:
    """One measure in one report."""

    measure: Measure
    total: int
    increment: int | None
    qualifier: Qualifier = Qualifier.EXACT
    label: str = ""
    number: str = ""


def plan_reports(size: WarSize) -> ReportPlan:
    """Two reports a week early on, every day later, and a silence of three days in between."""
    days = [started() + timedelta(days=offset) for offset in range(2, size.weeks * 7)]
    dense_from = size.last_day - timedelta(weeks=size.daily_report_weeks, days=-1)
    silent = {dense_from + timedelta(days=4 + offset) for offset in range(SILENT_DAYS)}
    kept = tuple(
        day
        for day in days
        if (day >= dense_from and day not in silent) or (day < dense_from and day.weekday() in KEPT_WEEKDAYS)
    )
    return ReportPlan(kept, correction=kept[len(kept) * 2 // 5], misprint=kept[len(kept) * 3 // 4])


def with_correction(series: ClaimedSeries, plan: ReportPlan) -> ClaimedSeries:
    """The series with tanks taken back on the day of the correction, so that its total falls."""
    before = max(day for day in plan.days if day < plan.correction)
    added = series.total(plan.correction, Measure.TANKS) - series.total(before, Measure.TANKS)
    amount = min(added + TAKEN_BACK, series.total(plan.correction, Measure.TANKS))
    return replace(series, corrections={(plan.correction, Measure.TANKS): amount})


def write_reports(series: ClaimedSeries, plan: ReportPlan, scope: Scope, dice: Dice) -> list[Written]:
    """One list for each planned day, the languages by chance."""
    return [_report(series, plan, day, scope, dice) for day in plan.days]


def _report(series: ClaimedSeries, plan: ReportPlan, day: date, scope: Scope, dice: Dice) -> Written:
    language = dice.one_of(LANGUAGES)
    imprint = Imprint(f"lomeria-staff-{day.isoformat()}", STAFF, day, language)
    words = table("reports")["list"][language]
    lines = [_worded(line, words, language, dice) for line in _lines(series, plan, day, dice)]
    slips = _slips(series, plan, day, imprint.name)
    opening = Wording(language).fill(
        dice.one_of(words["opening"]), {"first": _numbers(started()), "last": _numbers(day)}
    )
    notes = [words["revised"]] if day == plan.correction else []
    notes.append(dice.one_of(words["closing"]))
    body = "\n".join([opening, _list(lines, words, dice), *notes])
    title = dice.one_of(table("reports")["list"]["title"][language])
    title = Wording(language).fill(title, {"last_words": day})
    stated = tuple(claim for line in lines for claim in _claims(line, imprint))
    return Written(document(imprint, title, body, scope), stated=stated, slips=slips)


def _lines(series: ClaimedSeries, plan: ReportPlan, day: date, dice: Dice) -> list[_Line]:
    """The figures of a day as they will be printed."""
    says_zero = dice.happens(0.5)
    lines = []
    for measure in MEASURES:
        added: int | None = series.increment(day, measure)
        if (added == 0 and not says_zero) or (day == plan.correction and measure is Measure.TANKS):
            added = None
        total = series.total(day, measure)
        if day == plan.misprint and measure is Measure.LOSSES:
            total = _misprinted(total)
        lines.append(_Line(measure, total, added))
    return lines


def _misprinted(total: int) -> int:
    """The figure with its first two different digits swapped."""
    digits = str(total)
    place = next((i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] != "0"), 0)
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    return int(swapped)


def _slips(series: ClaimedSeries, plan: ReportPlan, day: date, name: str) -> tuple[Slip, ...]:
    if day == plan.correction:
        stated = series.total(day, Measure.TANKS)
        taken = series.corrections[day, Measure.TANKS]
        return (Slip(SlipKind.CORRECTION, name, Measure.TANKS, stated, stated + taken),)
    if day == plan.misprint:
        true = series.total(day, Measure.LOSSES)
        return (Slip(SlipKind.MISPRINT, name, Measure.LOSSES, _misprinted(true), true),)
    return ()


def _worded(line: _Line, words: dict[str, Any], language: str, dice: Dice) -> _Line:
    label, before, after, qualifier = dice.one_of(words["lines"][line.measure.value])
    number = str(line.total) if dice.happens(0.7) else Wording(language).number(line.total)
    return replace(line, label=label, number=f"{before}{number}{after}", qualifier=Qualifier(qualifier))


def _list(lines: list[_Line], words: dict[str, Any], dice: Dice) -> str:
    """The lines of the list, with one dash throughout, as one hand would type it."""
    dash, last = dice.one_of(words["dash"]), len(lines) - 1
    printed = []
    for index, line in enumerate(lines):
        number = line.number
        if line.increment is not None:
            unit_first = number.split(" ")
            number = f"{number} (+{line.increment})" if len(unit_first) == 1 else _bracketed(line)
        printed.append(f"{line.label}{dash}{number}{'.' if index == last else ','}")
    return "\n".join(printed)


def _bracketed(line: _Line) -> str:
    """The change set after the number and before its unit: ``about 2340 (+30) persons``."""
    head, _, unit = line.number.rpartition(" ")
    if not head or any(character.isdigit() for character in unit):
        return f"{line.number} (+{line.increment})"
    return f"{head} (+{line.increment}) {unit}"


def _claims(line: _Line, imprint: Imprint) -> list[IntendedClaim]:
    """The running total, and the change where one is printed."""
    day = FuzzyDate.of(imprint.published)

    def claim(value: int, qualifier: Qualifier, mode: Mode) -> IntendedClaim:
        return IntendedClaim(
            imprint.name, STAFF, recorded_party(), line.measure, value, value, qualifier, mode, day
        )

    claims = [claim(line.total, line.qualifier, Mode.CUMULATIVE)]
    if line.increment is not None:
        claims.append(claim(line.increment, Qualifier.EXACT, Mode.INCREMENT))
    return claims


def _numbers(day: date) -> str:
    return day.strftime("%d.%m.%Y")
