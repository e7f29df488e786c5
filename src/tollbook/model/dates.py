"""Dates as stated: a day, a month or a year, each an interval of days.

``2022-09`` is not the first of September; it is some day from the 1st to the 30th, and is
printed back as ``2022-09``. A date is never padded.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from tollbook.errors import DateError

__all__ = ["FuzzyDate", "Period"]

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A day, month or year as stated; what is not stated is ``None``."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse a day that does not exist."""
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            raise DateError(f"no such date: {self._iso()} ({error})") from error
        if self.month is None and self.day is not None:
            raise DateError(f"a day without its month: {self.year}-??-{self.day}")

    @classmethod
    def parse(cls, stated: str) -> Self:
        """The date that a possibly truncated ISO string states.

        Raises:
            DateError: It is not of the form, or no such day exists.
        """
        found = ISO.fullmatch(stated.strip())
        if not found:
            raise DateError(f"not a date of the form YYYY[-MM[-DD]]: {stated!r}")
        return cls(*(int(part) for part in found.groups() if part))

    @classmethod
    def of(cls, day: date) -> Self:
        """The date of a known calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The earliest day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can be."""
        if self.day:
            return self.first
        month = self.month or DECEMBER
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> bool:
        """Whether the day itself is stated."""
        return self.day is not None

    def could_be(self, other: "FuzzyDate") -> bool:
        """Whether the two can be one day."""
        return self.first <= other.last and other.first <= self.last

    def days_before(self, days: int) -> "FuzzyDate":
        """The day so many days earlier; only of an exact day."""
        if not self.exact:
            raise DateError(f"{self} is not a day to count from")
        return FuzzyDate.of(self.first - timedelta(days=days))

    def _iso(self) -> str:
        parts = [f"{self.year:04d}", self.month and f"{self.month:02d}", self.day and f"{self.day:02d}"]
        return "-".join(part for part in parts if part)

    def __str__(self) -> str:
        """Truncated ISO: ``2022-09``."""
        return self._iso()


@dataclass(frozen=True, slots=True)
class Period:
    """The span of the events a figure covers; an end not stated is ``None``."""

    start: FuzzyDate | None = None
    end: FuzzyDate | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.start and self.end and self.end.last < self.start.first:
            raise DateError(f"the period ends ({self.end}) before it starts ({self.start})")
