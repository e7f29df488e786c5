"""Sentences: templates filled so that number, gender and dates agree in three languages.

A slot is ``{name}``; with forms, ``{name|one|few|many}``, the value chooses the form: a
number by the plural rule of the language, a sex by ``{sex|masculine|feminine}``. Purely
words: what a sentence claims is decided elsewhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tollbook.simulate.nouns import Sex
from tollbook.simulate.tables import table

__all__ = ["Wording", "grouped", "plural", "slots"]

SLOT = re.compile(r"\{(\w+)(?:\|([^}]*))?\}")
TEN, HUNDRED, THOUSAND = 10, 100, 1000
FEW = range(2, 5)
TEENS = range(11, 15)

Value = int | str | Sex | date


def plural(number: int, one: str, few: str, many: str) -> str:
    """The Ukrainian or Russian form that goes with a number: 1 танк, 3 танка, 11 танков."""
    last, last_two = number % TEN, number % HUNDRED
    if last_two in TEENS:
        return many
    if last == 1:
        return one
    return few if last in FEW else many


def grouped(number: int, separator: str) -> str:
    """The number with its thousands set apart; four digits and more."""
    return f"{number:,}".replace(",", separator)


def slots(template: str) -> frozenset[str]:
    """The values that a template asks for."""
    return frozenset(found[1] for found in SLOT.finditer(template))


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language says numbers, days and filled sentences."""

    language: str

    def number(self, number: int) -> str:
        """The number as newspapers of the language print it."""
        return grouped(number, table("words")["thousands"][self.language])

    def day(self, day: date, *, year: bool = True) -> str:
        """A day in words, with or without its year."""
        words = table("words")
        pattern: str = words["day_pattern" if year else "day_short"][self.language]
        month = words["months"][self.language][day.month - 1]
        return pattern.format(day=day.day, month=month, year=day.year)

    def month_in(self, day: date) -> str:
        """The month with its preposition: ``in April``."""
        said: str = table("words")["months_in"][self.language][day.month - 1]
        return said

    def weekday(self, day: date) -> str:
        """The weekday as it stands after "on" or "as of"."""
        said: str = table("words")["weekdays"][self.language][day.weekday()]
        return said

    def fill(self, template: str, values: Mapping[str, Value]) -> str:
        """The template with every slot filled and every form agreeing.

        Raises:
            KeyError: The template asks for a value that was not given.
        """

        def said(slot: re.Match[str]) -> str:
            value, forms = values[slot[1]], slot[2]
            if forms is None:
                return self._plain(value)
            return self._form(value, forms.split("|"))

        return SLOT.sub(said, template)

    def _plain(self, value: Value) -> str:
        if isinstance(value, int):
            return self.number(value)
        return self.day(value) if isinstance(value, date) else str(value)

    def _form(self, value: Value, forms: list[str]) -> str:
        if isinstance(value, Sex):
            return forms[0] if value is Sex.MALE else forms[1]
        number = int(str(value))
        if self.language == "en":
            return forms[0] if number == 1 else forms[-1]
        return plural(number, *forms)
