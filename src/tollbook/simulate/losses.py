"""What both sides truly lose each day: people beyond the named dead, and things."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from tollbook.model.measures import Measure
from tollbook.simulate.dice import Dice
from tollbook.simulate.nouns import DayTruth, SimulatedPerson
from tollbook.simulate.world import WarSize, other_party, recorded_party, started

__all__ = ["PEOPLE_LOST", "draw_days"]

PEOPLE_LOST = (Measure.KILLED, Measure.WOUNDED, Measure.MISSING, Measure.CAPTURED)
# For each person killed, on average.
PER_DEATH = {Measure.WOUNDED: 2.7, Measure.MISSING: 0.25, Measure.CAPTURED: 0.2}
EQUIPMENT_PER_DAY = {
    Measure.TANKS: 0.7, Measure.AFV: 1.6, Measure.ARTILLERY: 0.9, Measure.MLRS: 0.15,
    Measure.AIR_DEFENCE: 0.12, Measure.AIRCRAFT: 0.05, Measure.HELICOPTERS: 0.07, Measure.UAV: 3.5,
    Measure.VEHICLES_FUEL: 2.6, Measure.SPECIAL_EQUIPMENT: 0.3,
}  # fmt: skip
OTHER_SIDE = 0.7  # the attacked side loses this much of what the attacker loses


def draw_days(dead: tuple[SimulatedPerson, ...], size: WarSize, dice: Dice) -> tuple[DayTruth, ...]:
    """Both sides' losses on every day; the named side's killed are exactly its dead."""
    killed = Counter(person.died for person in dead)
    mean = size.dead / (size.weeks * 7)
    return tuple(day for when in _days(size) for day in _one_day(when, killed[when], mean, dice))


def _days(size: WarSize) -> Iterator[date]:
    return (started() + timedelta(days=offset) for offset in range(size.weeks * 7))


def _one_day(when: date, killed: int, mean: float, dice: Dice) -> Iterator[DayTruth]:
    other = dice.count(mean * OTHER_SIDE)
    yield DayTruth(when, recorded_party(), _people(killed, mean, dice), _equipment(1.0, dice))
    yield DayTruth(when, other_party(), _people(other, mean * OTHER_SIDE, dice), _equipment(OTHER_SIDE, dice))


def _people(killed: int, mean: float, dice: Dice) -> Mapping[Measure, int]:
    """The day's people: the wounded follow the dead of the day and of the days around it."""
    around = (killed + mean) / 2
    rest = {measure: dice.count(around * rate) for measure, rate in PER_DEATH.items()}
    return {Measure.KILLED: killed, **rest}


def _equipment(share: float, dice: Dice) -> Mapping[Measure, int]:
    return {measure: dice.count(share * rate) for measure, rate in EQUIPMENT_PER_DAY.items()}
