"""What a general staff counts of its enemy's losses: the truth, inflated, drifting and rounded.

The staff never sees the truth; it adds up its own daily figures. Its running total is always
the sum of its days, but for a correction that it makes openly.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import pi, sin

from tollbook.model.measures import Measure
from tollbook.simulate.dice import Dice
from tollbook.simulate.losses import PEOPLE_LOST
from tollbook.simulate.nouns import DayTruth

__all__ = ["ClaimedSeries", "Inflation", "claimed_series"]

ROUNDED_TO = 10


@dataclass(frozen=True, slots=True)
class Inflation:
    """How far above the truth a staff counts.

    Attributes:
        people: The factor on people, on average.
        drift: How far the factor swings up and down over the war.
        things: The factor on equipment.
    """

    people: float
    drift: float
    things: float


@dataclass(frozen=True, slots=True)
class ClaimedSeries:
    """A staff's daily figures.

    Attributes:
        daily: The change on each day, by measure.
        corrections: Amounts taken back on a day, by measure.
    """

    daily: Mapping[date, Mapping[Measure, int]]
    corrections: Mapping[tuple[date, Measure], int] = field(default_factory=dict)

    def increment(self, day: date, measure: Measure) -> int:
        """What the staff adds for one day."""
        return self.daily[day][measure]

    def total(self, day: date, measure: Measure) -> int:
        """The running total at the end of a day, corrections taken off."""
        added = sum(figures[measure] for when, figures in self.daily.items() if when <= day)
        taken = sum(
            amount for (when, what), amount in self.corrections.items() if when <= day and what is measure
        )
        return added - taken

    def between(self, first: date, last: date, measure: Measure) -> int:
        """What the staff added from one day to another, both included."""
        return sum(figures[measure] for day, figures in self.daily.items() if first <= day <= last)


def claimed_series(days: Iterable[DayTruth], inflation: Inflation, dice: Dice) -> ClaimedSeries:
    """The figures a staff would count for one side's true days, before any correction."""
    true_days = list(days)
    last = max(1, len(true_days) - 1)
    return ClaimedSeries(
        {day.day: _figures(day, index / last, inflation, dice) for index, day in enumerate(true_days)}
    )


def _figures(day: DayTruth, place: float, inflation: Inflation, dice: Dice) -> Mapping[Measure, int]:
    """One day's claims: people rounded to tens, things counted generously."""
    factor = inflation.people + inflation.drift * sin(2 * pi * place) + 0.1 * float(dice.generator.normal())
    people = sum(day.people[measure] for measure in PEOPLE_LOST) * max(1.0, factor)
    figures = {Measure.LOSSES: ROUNDED_TO * round(people / ROUNDED_TO)}
    for measure, true in day.equipment.items():
        figures[measure] = true + dice.count(true * (inflation.things - 1))
    return figures
