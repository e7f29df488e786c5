"""Who dies in the invented war, and who only nearly did: chance combinations, nobody real."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from tollbook.model.people import Fate
from tollbook.simulate.dice import Dice
from tollbook.simulate.nouns import NameForm, Sex, SimulatedPerson
from tollbook.simulate.tables import table
from tollbook.simulate.world import WarSize, recorded_party, started

__all__ = ["draw_dead", "draw_living", "feminine"]

WOMEN = 0.02
DEATHS_PER_NAMESAKE_PAIR = 40
# Feminine ends of family names: first that fits, Russian and Ukrainian alike.
FEMININE_ENDS = (
    ("ский", "ская"), ("цкий", "цкая"), ("ський", "ська"), ("цький", "цька"), ("зький", "зька"),
    ("ов", "ова"), ("ёв", "ёва"), ("ев", "ева"), ("єв", "єва"), ("ин", "ина"), ("ын", "ына"), ("ін", "іна"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Names:
    """A person's name in both spellings."""

    russian: NameForm
    ukrainian: NameForm


def draw_dead(size: WarSize, dice: Dice) -> tuple[SimulatedPerson, ...]:
    """Everyone of the recorded side who died, in order of the day, with namesakes among them."""
    days = _days_of_death(size, dice)
    people = [_person(f"T{number:04d}", day, dice) for number, day in enumerate(days, start=1)]
    for _ in range(max(1, size.dead // DEATHS_PER_NAMESAKE_PAIR)):
        model, copy = dice.between(0, size.dead - 1), dice.between(0, size.dead - 1)
        if model != copy and people[model].sex is people[copy].sex:
            names = (people[model].russian, people[model].ukrainian)
            people[copy] = replace(people[copy], russian=names[0], ukrainian=names[1])
    return tuple(_with_sure_namesakes(people))


def draw_living(size: WarSize, dice: Dice) -> tuple[SimulatedPerson, ...]:
    """People who were wounded, or came home, and whom notices name though they live."""
    people = (_person(f"L{number:04d}", size.last_day, dice) for number in range(1, size.wounded_notices + 1))
    return tuple(replace(person, fate=Fate.ALIVE, died=None) for person in people)


def feminine(family: str) -> str:
    """The form of a family name that a woman bears; unchanged where it has only one."""
    for masculine, changed in FEMININE_ENDS:
        if family.endswith(masculine):
            return family.removesuffix(masculine) + changed
    return family


def _days_of_death(size: WarSize, dice: Dice) -> list[date]:
    """Days on which people died: an opening, a lull and two offensives."""
    span = size.weeks * 7
    place = np.arange(span) / span
    weight = 0.6 + 1.2 * np.exp(-((place - 0.08) ** 2) / 0.005)
    weight += 0.9 * np.exp(-((place - 0.45) ** 2) / 0.01) + 0.7 * np.exp(-((place - 0.8) ** 2) / 0.01)
    drawn = dice.generator.choice(span, size=size.dead, p=weight / weight.sum())
    return [started() + timedelta(days=int(offset)) for offset in sorted(drawn)]


def _person(person_id: str, died: date, dice: Dice) -> SimulatedPerson:
    sex = Sex.FEMALE if dice.happens(WOMEN) else Sex.MALE
    names, rank = _names(sex, dice), dice.weighted(table("people")["ranks"]["all"])
    region, home = _home(dice)
    return SimulatedPerson(
        id=person_id, party=recorded_party(), sex=sex, russian=names.russian, ukrainian=names.ukrainian,
        born=_born(rank[0], died, dice), fate=Fate.DEAD, died=died, home=home, region=region,
        rank=rank[0], unit=dice.weighted(table("people")["units"]["all"])[0],
    )  # fmt: skip


def _names(sex: Sex, dice: Dice) -> _Names:
    pools = table("people")
    russian, ukrainian = dice.one_of(pools["families"])
    given = dice.weighted(pools["given"][sex.value])
    patronymic = dice.weighted(pools["patronymic"]["all"])
    if sex is Sex.FEMALE:
        russian, ukrainian = feminine(russian), feminine(ukrainian)
    column = 0 if sex is Sex.MALE else 1
    return _Names(
        NameForm(russian, given[0], patronymic[column]),
        NameForm(ukrainian, given[1], patronymic[column + 2]),
    )


def _home(dice: Dice) -> tuple[str, str]:
    regions = [[key, region["weight"]] for key, region in table("places")["regions"].items()]
    region = dice.weighted(regions)[0]
    homes = [row for row in table("places")["homes"]["all"] if row[1] == region]
    return region, dice.weighted(homes)[0]


def _born(rank: str, died: date, dice: Dice) -> date:
    """A birthday: officers are older on average than privates."""
    officer = rank in table("people")["ranks"]["officers"]
    years = float(dice.generator.gamma(6.0, 2.2)) + (24.0 if officer else 19.0)
    return died - timedelta(days=int(min(years, 58.0) * 365.25))


def _with_sure_namesakes(people: list[SimulatedPerson]) -> list[SimulatedPerson]:
    """The people, with at least one pair who share a full name, whatever the draws did."""
    first, later = 0, len(people) // 2
    while people[later].sex is not people[first].sex:
        later += 1
    shared = replace(people[later], russian=people[first].russian, ukrainian=people[first].ukrainian)
    return [*people[:later], shared, *people[later + 1 :]]
