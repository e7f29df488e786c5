"""What any formatter writes in a language is read back as what it was."""

from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from tollbook.check.shown import day_shown, numbers_shown
from tollbook.model.dates import FuzzyDate

LANGUAGES = st.sampled_from(["en", "uk", "ru"])


@given(st.integers(0, 10**9), LANGUAGES)
def test_a_whole_number_is_read_back(value, language):
    """Whatever marks group the digits, one number is read and it is that one."""
    (shown,) = numbers_shown(format_decimal(value, locale=language), language)
    assert (shown.value, shown.decimals) == (value, 0)


@given(st.integers(0, 10**8), st.integers(1, 9), LANGUAGES)
def test_a_decimal_is_read_back(whole, tenth, language):
    """The decimal mark is that of the language."""
    (shown,) = numbers_shown(format_decimal(whole + tenth / 10, locale=language), language)
    assert shown.shows(whole + tenth / 10)
    assert shown.decimals == 1


@given(st.dates(), LANGUAGES, st.sampled_from(["long", "medium"]))
def test_a_day_is_read_back(day, language, width):
    """A day written in words is read back as that day, neither vaguer nor more precise."""
    if day.year >= 1000:
        assert day_shown(format_date(day, width, locale=language), language) == FuzzyDate.of(day)


@given(st.dates(), LANGUAGES)
def test_a_month_is_read_back_as_a_month(day, language):
    """A month stays a month."""
    if day.year >= 1000:
        shown = format_date(day, "LLLL y", locale=language)
        assert day_shown(shown, language) == FuzzyDate(day.year, day.month)
