"""Facts held side by side: birth, death, places and units, each as far as both rows state it.

Dates are intervals: two rows contradict each other only if no day fits both. Where a row has no
day of death, the day of its report stands in, weighed for less: nobody is reported dead before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from tollbook.link.comparison import Agreement
from tollbook.link.forms import Form, Window
from tollbook.link.sounds import Word, spelled_apart

__all__ = ["Birth", "Death", "Place", "Unit"]

YEAR, MONTH, WEEK = 366, 31, 7
SOON = 60  # days from death to a report in most lists
SHORTEST_BASE_NUMBER = 4  # в/ч 12345 and the 12th brigade are not numbers of one kind
NEAR_ENOUGH_TO_SLIP = 5


@dataclass(frozen=True, slots=True)
class Birth:
    """Days, years or ages: whether one birth fits both."""

    name: str = "birth"

    def compare(self, left: Form, right: Form) -> Agreement | None:
        """How far the births agree."""
        if left.birth is None or right.birth is None:
            return None
        return Agreement(_birth_level(left.birth, right.birth), left.birth.stated, right.birth.stated)

    def terms(self, form: Form) -> Iterable[str]:  # noqa: ARG002 - the Protocol's form
        """Nothing: births are weighed by their precision."""
        return ()


@dataclass(frozen=True, slots=True)
class Death:
    """Deaths, or where one is not stated the report of it."""

    name: str = "death"

    def compare(self, left: Form, right: Form) -> Agreement | None:
        """How far the deaths agree, or whether the reports fit."""
        one, other = left.death or left.recorded, right.death or right.recorded
        if one is None or other is None:
            return None
        return Agreement(_death_level(left, right), one.stated, other.stated)

    def terms(self, form: Form) -> Iterable[str]:  # noqa: ARG002 - the Protocol's form
        """Nothing: deaths are weighed by their precision."""
        return ()


@dataclass(frozen=True, slots=True)
class Place:
    """Settlements, districts or regions, past transliteration and type words.

    Attributes:
        name: The field of the form compared.
    """

    name: str

    def compare(self, left: Form, right: Form) -> Agreement | None:
        """How far the places agree."""
        one, other = self._word(left), self._word(right)
        if one is None or other is None:
            return None
        level = _place_level(one, other)
        return Agreement(level, one.stated, other.stated, one.bones if level == "same" else None)

    def terms(self, form: Form) -> Iterable[str]:
        """The bones of the place."""
        word = self._word(form)
        return () if word is None else (word.bones,)

    def _word(self, form: Form) -> Word | None:
        word: Word | None = attrgetter(self.name)(form)
        return word


@dataclass(frozen=True, slots=True)
class Unit:
    """Units, by their number."""

    name: str = "unit"

    def compare(self, left: Form, right: Form) -> Agreement | None:
        """Whether the numbers agree; numbers of different kinds say nothing."""
        one, other = left.unit, right.unit
        if one is None or other is None:
            return None
        if (len(one) >= SHORTEST_BASE_NUMBER) != (len(other) >= SHORTEST_BASE_NUMBER):
            return None
        level = "same number" if one == other else "different"
        return Agreement(level, left.unit_stated or one, right.unit_stated or other)

    def terms(self, form: Form) -> Iterable[str]:  # noqa: ARG002 - the Protocol's form
        """Nothing: units are not weighed by rarity."""
        return ()


def _gap_days(one: Window, other: Window) -> int:
    """Days between two windows; zero where they share a day."""
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days)


def _birth_level(one: Window, other: Window) -> str:
    if one.day and other.day:
        return _birthday_level(one.day, other.day)
    gap = _gap_days(one, other)
    if gap == 0:
        return "fits the age" if one.from_age or other.from_age else "same year"
    return "a year apart" if gap <= YEAR else "contradicts"


def _birthday_level(one: date, other: date) -> str:
    if one == other:
        return "same day"
    parts = (one.year == other.year, one.month == other.month, one.day == other.day)
    exchanged = one.year == other.year and (one.month, one.day) == (other.day, other.month)
    return "one part differs" if exchanged or sum(parts) == len(parts) - 1 else "contradicts"


def _death_level(left: Form, right: Form) -> str:
    if left.death and right.death:
        return _both_deaths(left.death, right.death)
    if left.death is None and right.death is None:
        return "reports close" if _reports_close(left, right) else "reports apart"
    death, report = (left.death, right.recorded) if left.death else (right.death, left.recorded)
    if death is None or report is None:  # excluded by the caller
        return "different"
    if (death.first - report.last).days > WEEK:
        return "reported before"
    delay = (report.last - death.first).days
    return "report fits" if delay <= SOON + death.days else "report late" if delay <= YEAR else "report far"


def _both_deaths(one: Window, other: Window) -> str:
    gap = _gap_days(one, other)
    if gap == 0:
        return "same day" if one.day and other.day else "same month"
    return "within a week" if gap <= WEEK else "within a month" if gap <= MONTH else "different"


def _reports_close(left: Form, right: Form) -> bool:
    if left.recorded is None or right.recorded is None:
        return False
    return _gap_days(left.recorded, right.recorded) <= SOON


def _place_level(one: Word, other: Word) -> str:
    if one.stem == other.stem or one.bones == other.bones:
        return "same"
    near = min(len(one.stem), len(other.stem)) >= NEAR_ENOUGH_TO_SLIP
    return "one slip" if near and spelled_apart(*sorted((one.stem, other.stem))) == 1 else "different"
