"""What day words mean on the calendar, against the day the document was published.

A word that means several days (last week) is told by the finest date that holds all of them
and by the exact span beside it. Never reads the clock of the machine.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tollbook.errors import DateError
from tollbook.model.dates import FuzzyDate, Period
from tollbook.read.day_words import DayRule, DayWords

__all__ = ["Meant", "in_year_of", "resolve"]

DECEMBER = 12
DAYS_A_WEEK = 7
UNIT_DAYS = {"day": 1, "week": DAYS_A_WEEK}  # months and years are no number of days
CENTURY = 2000
LEAP_YEARS = 8  # 29 February comes back after eight years at the latest
A_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Meant:
    """What some words mean.

    Attributes:
        date: The day, month or year.
        relative: Whether the document's own date was needed to tell.
        covers: The span in days, where it is not the same as the date.
        yearless: Whether the year was not stated in any way.
    """

    date: FuzzyDate
    relative: bool
    covers: Period | None = None
    yearless: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule's match with what is needed to resolve it."""

    rule: DayRule
    words: DayWords
    parts: dict[str, str]
    published: FuzzyDate | None


def resolve(
    rule: DayRule, match: re.Match[str], words: DayWords, published: FuzzyDate | None
) -> Meant | None:
    """What the matched words mean; ``None`` where that cannot be told.

    Raises:
        DateError: The words name a day that does not exist.
    """
    parts = {name: text for name, text in match.groupdict().items() if text}
    return RESOLVERS[rule.kind](_Found(rule, words, parts, published))


def in_year_of(day: FuzzyDate, end: FuzzyDate) -> FuzzyDate:
    """A yearless day that begins a range, in the range's year or the one before its end.

    Raises:
        DateError: 29 February of a year that has none.
    """
    same = FuzzyDate(end.year, day.month, day.day)
    return same if same.first <= end.last else FuzzyDate(end.year - 1, day.month, day.day)


def _calendar(found: _Found) -> Meant | None:
    month = _month(found)
    if month is None:
        return None
    day = int(found.parts["day"]) if "day" in found.parts else None
    if "year" in found.parts:
        year = int(found.parts["year"])
        return Meant(FuzzyDate(year if year > 99 else CENTURY + year, month, day), relative=False)  # noqa: PLR2004 - two digits
    if found.published is None:
        return None
    if "last_year" in found.parts or "this_year" in found.parts:
        year = found.published.year - ("last_year" in found.parts)
        return Meant(FuzzyDate(year, month, day), relative=True)
    return Meant(_latest(month, day, found.published, past=found.rule.past), relative=True, yearless=True)


def _month(found: _Found) -> int | None:
    if "month_number" in found.parts:
        return int(found.parts["month_number"])
    return found.words.month_of(found.parts["month"])


def _latest(month: int, day: int | None, published: FuzzyDate, *, past: bool) -> FuzzyDate:
    """The latest such day or month not after publication, or strictly before it."""
    FuzzyDate(A_LEAP_YEAR, month, day)  # refuses 31 February once and for all
    for year in range(published.last.year, published.last.year - LEAP_YEARS - 1, -1):
        try:
            candidate = FuzzyDate(year, month, day)
        except DateError:
            continue
        end = candidate.last if past else candidate.first
        if end < published.last or (end == published.last and not past):
            return candidate
    raise DateError(f"no such day before {published}: month {month}, day {day}")


def _weekday(found: _Found) -> Meant | None:
    wanted = found.words.weekday_of(found.parts["weekday"])
    if wanted is None or found.published is None or not found.published.exact:
        return None
    back = (found.published.first.isoweekday() - wanted) % DAYS_A_WEEK
    if found.rule.past and back == 0:
        back = DAYS_A_WEEK
    day = found.published.days_before(back)
    return Meant(day, relative=True, covers=Period(day.days_before(1), day) if found.rule.night else None)


def _shift(found: _Found) -> Meant | None:
    return _back(found.published, found.rule.unit, found.rule.back)


def _ago(found: _Found) -> Meant | None:
    number = found.words.number_of(found.parts["number"])
    unit = found.words.unit_of(found.parts["unit"])
    return _back(found.published, unit, number) if number is not None and unit else None


def _back(published: FuzzyDate | None, unit: str, back: int) -> Meant | None:
    """So many units before publication, as precisely as the unit and the date allow."""
    if published is None or back >= published.year:
        return None
    if unit == "year":
        return Meant(FuzzyDate(published.year - back), relative=True)
    if unit == "month" and published.month:
        months = published.year * DECEMBER + published.month - 1 - back
        return Meant(FuzzyDate(months // DECEMBER, months % DECEMBER + 1), relative=True)
    if not published.exact:
        return None
    if unit == "day":
        return Meant(published.days_before(back), relative=True)
    monday = published.first - timedelta(days=published.first.weekday() + DAYS_A_WEEK * back)
    sunday = min(monday + timedelta(days=DAYS_A_WEEK - 1), published.first)
    return _several_days(monday, sunday)


def _january(found: _Found) -> Meant | None:
    if found.published is None:
        return None
    return Meant(FuzzyDate(found.published.year - found.rule.back, 1), relative=True)


def _hours(found: _Found) -> Meant | None:
    if found.published is None or not found.published.exact:
        return None
    day = found.published
    return Meant(day, relative=True, covers=Period(day.days_before(1), day))


def _past_units(found: _Found) -> Meant | None:
    number = found.words.number_of(found.parts["number"])
    unit = found.words.unit_of(found.parts["unit"])
    if found.published is None or not found.published.exact or number is None or unit not in UNIT_DAYS:
        return None
    last = found.published.first
    return _several_days(last - timedelta(days=number * UNIT_DAYS[unit]), last)


def _several_days(first: date, last: date) -> Meant:
    day = FuzzyDate.of(last)
    if first != last:
        day = FuzzyDate(last.year, last.month if first.month == last.month else None)
    if first.year != last.year:
        day = FuzzyDate(last.year, last.month)  # no truncated date holds both; the span beside it does
    return Meant(day, relative=True, covers=Period(FuzzyDate.of(first), FuzzyDate.of(last)))


RESOLVERS: dict[str, Callable[[_Found], Meant | None]] = {
    "calendar": _calendar,
    "weekday": _weekday,
    "shift": _shift,
    "january": _january,
    "ago": _ago,
    "hours": _hours,
    "past_units": _past_units,
}
