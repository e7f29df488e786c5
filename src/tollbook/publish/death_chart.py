"""The named dead by week or month of death: what is known so far, never what happened.

Late notices keep coming, so the newest bars always grow in later editions; the caption says so.
Only days stated to the day (or the month, by month) are drawn; the rest is counted in words.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import altair as alt

from tollbook.model.dates import FuzzyDate
from tollbook.model.editions import Edition
from tollbook.model.people import Entry, Fate
from tollbook.publish.charts import BLUE, INK, WIDTH, page_svg
from tollbook.publish.phrases import day_text
from tollbook.publish.wording import Wording

__all__ = ["DeathSeries", "death_series", "death_svg"]

MOST_WEEKS = 80
HEIGHT, LABELS = 110, 3


@dataclass(frozen=True, slots=True)
class DeathSeries:
    """The named dead of one side by period of death.

    Attributes:
        party: The side; empty where it is not stated.
        unit: ``week`` or ``month``.
        periods: The first day of each period from the first to the last, with how many.
        undated: How many are named as dead without a day that falls in one period.
    """

    party: str
    unit: str
    periods: tuple[tuple[FuzzyDate, int], ...]
    undated: int


def death_series(edition: Edition) -> tuple[DeathSeries, ...]:
    """A series for each side with at least two periods; by month where weeks would be too many."""
    sides: dict[str, list[Entry]] = {}
    for entry in edition.entries:
        if entry.fate is Fate.DEAD:
            sides.setdefault(entry.party or "", []).append(entry)
    series = (_series(party, sides[party]) for party in sorted(sides))
    return tuple(each for each in series if len(each.periods) > 1)


def death_svg(series: Iterable[DeathSeries], wording: Wording) -> str:
    """The series as one SVG, a panel for each side; empty where there is nothing to draw."""
    charts = [_panel(each, wording) for each in series]
    return page_svg(charts, wording.say("site", "deaths_alt")) if charts else ""


def _series(party: str, entries: list[Entry]) -> DeathSeries:
    days = [entry.died for entry in entries if entry.died]
    exact = [day.first for day in days if day.exact]
    long = bool(exact) and (max(exact) - min(exact)).days > MOST_WEEKS * 7
    unit, period, step = ("month", _month, _next_month) if long else ("week", _monday, _next_week)
    dated = [day for day in days if day.exact or (long and day.month)]
    counts = Counter(period(day.first) for day in dated)
    periods = _filled(counts, step) if counts else ()
    named = tuple(
        (FuzzyDate(first.year, first.month, None if long else first.day), n) for first, n in periods
    )
    return DeathSeries(party, unit, named, len(entries) - len(dated))


def _filled(counts: Counter[date], step: Callable[[date], date]) -> tuple[tuple[date, int], ...]:
    """Every period from the first to the last, those without a known death as well."""
    periods, here = [], min(counts)
    while here <= max(counts):
        periods.append((here, counts[here]))
        here = step(here)
    return tuple(periods)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _next_week(monday: date) -> date:
    return monday + timedelta(days=7)


def _month(day: date) -> date:
    return day.replace(day=1)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _panel(series: DeathSeries, wording: Wording) -> alt.LayerChart:
    rows = [{"when": day_text(day, wording.language), "dead": count} for day, count in series.periods]
    last = len(rows) - 1
    labelled = dict.fromkeys(str(rows[last * n // (LABELS - 1)]["when"]) for n in range(LABELS))
    axis = alt.Axis(title=None, values=list(labelled), labelAngle=0, labelFlush=True, grid=False)
    party = series.party or wording.say("site", "party_not_stated")
    title = wording.say("site", f"deaths_by_{series.unit}").format(party=party)
    base = alt.Chart(alt.InlineData(values=rows)).properties(
        width=WIDTH,
        height=HEIGHT,
        title=alt.Title(title, anchor="start", fontSize=13, color=INK, offset=10),
    )
    bars = base.mark_bar(color=BLUE, opacity=1).encode(
        x=alt.X("when:O", sort=None, axis=axis, scale=alt.Scale(paddingInner=0.12)),
        y=alt.Y("dead:Q", axis=alt.Axis(title=None, tickCount=4, tickMinStep=1, format=",.0f")),
    )
    return alt.LayerChart(layer=[bars])
