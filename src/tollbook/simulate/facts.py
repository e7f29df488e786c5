"""What a writer knows of one person, as values for the slots of a sentence.

Facts are true but for small slips in dates; how much of them a text uses is up to the text.
"""

from datetime import date, timedelta

from tollbook.simulate.dice import Dice, Row
from tollbook.simulate.names import StatedName
from tollbook.simulate.nouns import SimulatedPerson
from tollbook.simulate.tables import table
from tollbook.simulate.wording import Value, Wording

__all__ = ["age_on", "facts_of"]

LANGUAGE_COLUMN = {"ru": 1, "uk": 2, "en": 3}
WEEK = 7
UKRAINIAN_VOWELS = frozenset("АЕЄИІЇОУЮЯ")
WRONG_DAY, MONTH_ONLY, NO_YEAR, NUMBERS = 0.04, 0.1, 0.35, 0.15


def age_on(born: date, day: date) -> int:
    """Age in completed years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def facts_of(person: SimulatedPerson, name: StatedName, published: date, dice: Dice) -> dict[str, Value]:
    """Every slot that a sentence about the person may ask for."""
    wording = Wording(name.language)
    died = _believed_death(person, published, dice)
    facts: dict[str, Value] = {
        "name": name.nominative, "name_gen": name.genitive, "name_ins": name.instrumental, "sex": person.sex,
        "born": person.born, "age": age_on(person.born, died), "birth_year": str(person.born.year),
        "died_day": _day_said(died, wording, dice), "on_died": _day_in_english(died, published, dice),
        "died_numbers": _numbers(died), "born_numbers": _numbers(person.born), "died_year": str(died.year),
        "wounded": wording.day(published - timedelta(days=dice.between(4, 20))),
        "funeral": wording.day(published - timedelta(days=dice.between(1, 3)), year=False),
        "funeral_next": wording.day(published + timedelta(days=dice.between(1, 3)), year=False),
        "published": published,
    }  # fmt: skip
    facts["Died_day"] = str(facts["died_day"])[0].upper() + str(facts["died_day"])[1:]
    return facts | _places(person, name.language, dice) | _service(person, name.language)


def _believed_death(person: SimulatedPerson, published: date, dice: Dice) -> date:
    """The day of death as the writer has it: now and then a day early."""
    died = person.died or published
    return died - timedelta(days=1) if dice.happens(WRONG_DAY) else died


def _numbers(day: date) -> str:
    return day.strftime("%d.%m.%Y")


def _day_said(day: date, wording: Wording, dice: Dice) -> str:
    """The day as Ukrainian and Russian texts say it: in words, in numbers, or only the month."""
    if dice.happens(MONTH_ONLY):
        return f"{wording.month_in(day)} {day.year} {'року' if wording.language == 'uk' else 'года'}"
    if dice.happens(NUMBERS):
        return _numbers(day)
    return wording.day(day, year=not dice.happens(NO_YEAR))


def _day_in_english(day: date, published: date, dice: Dice) -> str:
    """The day as English texts say it, with its preposition."""
    wording = Wording("en")
    if dice.happens(MONTH_ONLY):
        return wording.month_in(day)
    if (published - day).days < WEEK and dice.happens(NO_YEAR):
        return f"on {wording.weekday(day)}"
    if dice.happens(NO_YEAR):
        return f"on {wording.day(day, year=False)}"
    american = f"on {table('words')['months']['en'][day.month - 1]} {day.day}, {day.year}"
    return american if dice.happens(NO_YEAR) else f"on {wording.day(day)}"


def _places(person: SimulatedPerson, language: str, dice: Dice) -> dict[str, Value]:
    places = table("places")
    region = places["regions"][person.region][language]
    front = dice.one_of(places["fronts"]["all"])[LANGUAGE_COLUMN[language] - 1]
    home = next(row for row in places["homes"]["all"] if row[0] == person.home)
    forms = [home[4]] * 3 if language == "en" else home[LANGUAGE_COLUMN[language] + 1]
    # Ukrainian says "in" with the letter that is easier to say before the next one
    preposition = "в" if forms[2][0] in UKRAINIAN_VOWELS else "у"
    return {
        "home": forms[0], "home_gen": forms[1], "home_loc": forms[2], "region": region, "front": front,
        "in_home": f"{preposition} {forms[2]}", "In_home": f"{preposition.upper()} {forms[2]}",
    }  # fmt: skip


def _service(person: SimulatedPerson, language: str) -> dict[str, Value]:
    column, soldiers = LANGUAGE_COLUMN[language], table("people")
    rank = str(_row(soldiers["ranks"]["all"], person.rank)[column])
    unit = str(_row(soldiers["units"]["all"], person.unit)[column])
    capital = rank[0].upper() + rank[1:]
    return {"rank": rank, "Rank": capital, "rank_lower": rank.lower(), "unit": unit}


def _row(rows: list[Row], key: str) -> Row:
    return next(row for row in rows if row[0] == key)
