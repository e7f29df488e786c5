"""How days are written in each language, compiled from ``tables/days.toml``.

Only words and shapes live here; what they mean on the calendar is for ``day_rules``. Never
guesses: a form that is not in the table is not a date.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["DayRule", "DayWords", "day_words"]

TABLE = "tables/days.toml"
APOSTROPHES = re.compile("[’ʼ]")


@dataclass(frozen=True, slots=True)
class DayRule:
    """One form of words and what it means.

    Attributes:
        pattern: Finds it.
        kind: How it is resolved: ``calendar``, ``weekday``, ``shift`` ...
        unit: For a shift: day, week, month or year.
        back: For a shift: how many units before publication.
        past: Strictly before the document's own day or month.
        night: The night that leads to the day named.
    """

    pattern: re.Pattern[str]
    kind: str
    unit: str = ""
    back: int = 0
    past: bool = False
    night: bool = False


@dataclass(frozen=True, slots=True)
class DayWords:
    """The day words of one language.

    Attributes:
        rules: Most particular first: of two that overlap the earlier holds.
        months, weekdays: In calendar order, each finding every form of the name.
        units: Patterns of day, week, month and year.
        numbers: Small numbers in words.
        joins: Finds what joins the two days of a range.
        capital_names: Whether names of months and days must begin with a capital letter.
    """

    rules: tuple[DayRule, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    units: dict[str, str]
    numbers: dict[str, int]
    joins: re.Pattern[str]
    capital_names: bool = False

    def month_of(self, word: str) -> int | None:
        """The number of the month that a word names, 1 to 12."""
        return self._position(word, self.months)

    def weekday_of(self, word: str) -> int | None:
        """The ISO number of the weekday that a word names, 1 for Monday."""
        return self._position(word, self.weekdays)

    def unit_of(self, word: str) -> str | None:
        """``day``, ``week``, ``month`` or ``year``."""
        return next((unit for unit, shape in self.units.items() if _is(word, shape)), None)

    def number_of(self, word: str) -> int | None:
        """A small number in digits or words."""
        return int(word) if word.isdigit() else self.numbers.get(APOSTROPHES.sub("'", word.casefold()))

    def _position(self, word: str, names: tuple[str, ...]) -> int | None:
        if self.capital_names and not word[:1].isupper():
            return None  # "may" and "march" are other words
        return next((place for place, name in enumerate(names, 1) if _is(word, name)), None)


@cache
def day_words(language: str) -> tuple[DayWords, ...]:
    """The words to look for in a text of this language; of every language where it is unknown."""
    table = tomllib.loads((files("tollbook.read") / TABLE).read_text("utf-8"))
    digits = table.pop("any")["rules"]
    chosen = [language] if language in table else sorted(table)
    return tuple(_compiled(table[code], digits) for code in chosen)


def _compiled(words: dict[str, Any], digits: list[dict[str, Any]]) -> DayWords:
    names, slots = words["numbers"], _slots(words)
    return DayWords(
        rules=tuple(_rule(rule, slots) for rule in (*digits, *words["rules"])),
        months=tuple(words["months"]),
        weekdays=tuple(words["weekdays"]),
        units=dict(words["units"]),
        numbers=dict(names),
        joins=re.compile(rf"\s*(?:{words['range']})\s*", re.IGNORECASE),
        capital_names=bool(words.get("capital_names")),
    )


def _slots(words: dict[str, Any]) -> dict[str, str]:
    numbers = "|".join(words["numbers"]).replace("'", "['’ʼ]")
    by_words = f"(?P<last_year>{words['last_year']})|(?P<this_year>{words['this_year']})"
    return {
        "month": f"(?P<month>{'|'.join(words['months'])})",
        "weekday": f"(?P<weekday>{'|'.join(words['weekdays'])})",
        "day": r"(?<![\d,.])(?P<day>\d{1,2})",
        "year": rf"(?:(?P<year>[12]\d{{3}})(?![,.]?\d)|{by_words})",
        "unit": f"(?P<unit>{'|'.join(words['units'].values())})",
        "number": rf"(?P<number>\d{{1,2}}|{numbers})",
    }


def _rule(rule: dict[str, Any], slots: dict[str, str]) -> DayRule:
    pattern = rule["pattern"]
    for name, shape in slots.items():
        pattern = pattern.replace(f"{{{name}}}", shape)
    whole = rf"(?<!\w)(?:{pattern})(?!\w)".replace(" ", r"\s+")
    return DayRule(
        pattern=re.compile(whole, re.IGNORECASE),
        kind=rule["kind"],
        unit=rule.get("unit", ""),
        back=rule.get("back", 0),
        past=rule.get("past", False),
        night=rule.get("night", False),
    )


def _is(word: str, shape: str) -> bool:
    return re.fullmatch(shape, word, re.IGNORECASE) is not None
