"""Forms: what a record is compared by, worked out once for each record.

Dates become intervals of days, an age becomes a window for the birth, places become stems without
their type words. Nothing here knows of a second record.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tollbook.link.names import NameForm, name_form_of
from tollbook.link.sounds import Word, word_of
from tollbook.model.dates import FuzzyDate
from tollbook.model.links import LinkRecord
from tollbook.text import fold

__all__ = ["Form", "Window", "form_of"]

# Words that say what kind of place it is, folded; they differ between sources and languages.
TYPE_WORDS = frozenset(fold("""
    г гор город місто м с село д дер деревня п пос поселок пгт смт селище сел х хутор ст станица аул
    обл область край краю республика республіка респ р н район округ ао
    city town village settlement of region oblast district raion rayon krai kray republic
""").split())  # fmt: skip
DIGITS = re.compile(r"\d+")
DAYS_IN_A_YEAR = 365.25
OLDEST = 130


@dataclass(frozen=True, slots=True)
class Window:
    """Days between which something happened.

    Attributes:
        first, last: The first and the last possible day.
        stated: What the row says, for the reasons.
        day: The day itself, where it is stated as one.
        from_age: Whether it was worked out from an age.
    """

    first: date
    last: date
    stated: str
    day: date | None = None
    from_age: bool = False

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Form:
    """A record ready to be compared.

    Attributes:
        record_id: Whose form it is.
        name: The name, taken apart.
        birth, death, recorded: Windows; ``None`` where not stated.
        place, district, region: Stems of the words; ``None`` where not stated.
        unit: The number in the unit's name.
        unit_stated: The unit as stated.
    """

    record_id: str
    name: NameForm
    birth: Window | None
    death: Window | None
    recorded: Window | None
    place: Word | None
    district: Word | None
    region: Word | None
    unit: str | None
    unit_stated: str | None


def form_of(record: LinkRecord) -> Form:
    """The comparison form of a record."""
    death, recorded = _stated_window(record.death_date), _stated_window(record.recorded_at)
    numbers = DIGITS.findall(record.unit or "")
    return Form(
        record_id=record.record_id,
        name=name_form_of(record),
        birth=_stated_window(record.birth_date) or _window_by_age(record.age, death, recorded),
        death=death,
        recorded=recorded,
        place=_place_word(record.place),
        district=_place_word(record.district),
        region=_place_word(record.region),
        unit=max(numbers, key=len) if numbers else None,
        unit_stated=record.unit,
    )


def _stated_window(stated: FuzzyDate | None) -> Window | None:
    if stated is None:
        return None
    return Window(stated.first, stated.last, str(stated), stated.first if stated.exact else None)


def _window_by_age(age: int | None, death: Window | None, recorded: Window | None) -> Window | None:
    """The birth window of somebody of that age at death, or at the report: about two years.

    A report may come a year after the death it tells of, so its window opens a year earlier.
    """
    known = death or recorded
    if age is None or known is None or not 0 <= age <= OLDEST:
        return None
    earlier = 0 if death else 1
    return Window(
        known.first - timedelta(days=round((age + 1 + earlier) * DAYS_IN_A_YEAR)),
        known.last - timedelta(days=int(age * DAYS_IN_A_YEAR)),
        f"aged {age} by {known.stated}",
        from_age=True,
    )


def _place_word(stated: str | None) -> Word | None:
    """The place without its type words; adjectives and nouns of one place share the bones."""
    if stated is None:
        return None
    kept = " ".join(word for word in fold(stated).split() if word not in TYPE_WORDS)
    return word_of(kept) if word_of(kept).key else None
