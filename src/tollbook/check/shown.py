"""Reading back what a page shows: the numbers and the day that a run of text states.

Written apart from whatever formatted the text, so that a fault in one is found by the other.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from tollbook.check.words import number_words
from tollbook.errors import DateError
from tollbook.model.dates import FuzzyDate

__all__ = ["Number", "day_shown", "numbers_shown"]

# What groups thousands and what begins a fraction, by language.
SEPARATORS = {"en": (",", "."), "uk": (" \u00a0\u202f", ","), "ru": (" \u00a0\u202f", ",")}
DAY_PARTS = re.compile(r"\d+|[^\W\d_]+")
ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}")
YEAR_DIGITS = 4
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Number:
    """A number as shown, with as many decimals as are shown."""

    value: float
    decimals: int = 0

    def shows(self, exact: float) -> bool:
        """Whether it is that value, rounded to the decimals shown."""
        return abs(self.value - exact) <= 0.5 / 10.0**self.decimals + TINY


def numbers_shown(text: str, language: str) -> tuple[Number, ...]:
    """The numbers that the text states, in digits or as one word, in order of form.

    A percentage is read as a share: ``95%`` is 0.95.
    """
    in_words = (Number(value) for _, value in number_words(text, language))
    return (*_in_digits(text, language), *in_words)


def _in_digits(text: str, language: str) -> Iterator[Number]:
    group, point = SEPARATORS.get(language, SEPARATORS["en"])
    for found in _pattern(group, point).finditer(text):
        fraction = found["fraction"] or ""
        value = float(re.sub(rf"[{group}]", "", found["whole"]) + "." + (fraction or "0"))
        share = found["percent"] is not None
        yield Number(value / 100, len(fraction) + 2) if share else Number(value, len(fraction))


@cache
def _pattern(group: str, point: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<whole>\d{{1,3}}(?:[{group}]\d{{3}})+(?!\d)|\d+)"
        rf"(?:{re.escape(point)}(?P<fraction>\d+))?(?P<percent>\s?%)?"
    )


def day_shown(text: str, language: str) -> FuzzyDate | None:
    """The day, month or year that the text states; ``None`` where it states none or cannot be read."""
    try:
        if ISO.fullmatch(text.strip()):
            return FuzzyDate.parse(text)
        return _in_words(DAY_PARTS.findall(text.casefold()), language)
    except DateError:
        return None


def _in_words(parts: list[str], language: str) -> FuzzyDate | None:
    months = _months(language)
    years = [int(part) for part in parts if part.isdigit() and len(part) == YEAR_DIGITS]
    days = [int(part) for part in parts if part.isdigit() and len(part) != YEAR_DIGITS]
    named = [months[part] for part in parts if part in months]
    if len(years) != 1 or max(len(days), len(named)) > 1 or (days and not named):
        return None
    return FuzzyDate(years[0], *named, *days)


@cache
def _months(language: str) -> Mapping[str, int]:
    """Every form of every month's name in the language, as far as it tells the month."""
    months = Locale.parse(language).months
    return {
        word.casefold(): month
        for use in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for month, name in months[use][width].items()
        for word in DAY_PARTS.findall(name)
        if not word.isdigit()
    }
