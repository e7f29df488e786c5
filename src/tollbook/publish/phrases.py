"""How a number, a count and a day are said; nothing else in the column decides that.

Nothing is rounded before here, and ``None`` is never said as zero.
"""

from datetime import date, datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from tollbook.model.counts import Count, Qualifier
from tollbook.model.dates import FuzzyDate, Period
from tollbook.publish.wording import Wording

__all__ = [
    "article_of",
    "count_text",
    "day_text",
    "language_text",
    "number_text",
    "percent_text",
    "period_text",
]

DAY_FORM, MONTH_FORM, YEAR_FORM = "d MMMM y", "LLLL y", "y"


def number_text(value: float, language: str) -> str:
    """A number with grouped thousands and at most one decimal: ``140,460``."""
    return str(format_decimal(value, format="#,##0.#", locale=language))


def percent_text(value: float, language: str) -> str:
    """A share as a percentage: ``0.95`` is ``95%``."""
    return str(format_percent(value, format="#,##0.#%", locale=language))


def day_text(day: FuzzyDate | date, language: str) -> str:
    """A day, month or year as precisely as it is stated, and never more."""
    if isinstance(day, datetime):
        day = day.date()
    if isinstance(day, date):
        day = FuzzyDate.of(day)
    form = DAY_FORM if day.exact else MONTH_FORM if day.month else YEAR_FORM
    return str(format_date(day.first, form, locale=language))


def language_text(code: str, wording: Wording) -> str:
    """The name of a language in the language of the page; the code where nobody knows a name."""
    if code == "und":
        return wording.say("site", "language_unknown")
    try:
        return str(Locale.parse(code).get_display_name(wording.language) or code)
    except (UnknownLocaleError, ValueError):
        return code


def period_text(period: Period, language: str) -> str:
    """The span of a period with an en dash; an end not stated is an ellipsis; a single day is said once."""
    if period.start is None and period.end is None:
        return ""
    if period.start is not None and period.start == period.end:
        return day_text(period.start, language)
    ends = (period.start, period.end)
    return " – ".join("…" if end is None else day_text(end, language) for end in ends)


def article_of(name: str, wording: Wording) -> str:
    """The article, with its space, that the name of an institution takes inside a sentence.

    Empty for the names of persons and outlets, and in languages without articles.
    """
    if set(name.split()).isdisjoint(wording.lines("articles", "institutions")):
        return ""
    article = wording.say("articles", "definite")
    return "" if name.casefold().startswith(article) else article


def count_text(count: Count, wording: Wording) -> str:
    """A count with its hedge and unit: ``more than 100,000``, ``about 300 a day``."""
    if count.qualifier is Qualifier.UNKNOWN:
        return f"“{count.vague}”" if count.vague else wording.say("hedges", "unknown")
    low, high = (None if v is None else number_text(v, wording.language) for v in (count.low, count.high))
    hedge = wording.say("hedges", count.qualifier.value)
    unit = wording.word("units", count.unit) if count.unit else ""
    return hedge.format(value=low or high, low=low, high=high) + (
        unit if unit.startswith(" ") or not unit else f" {unit}"
    )
