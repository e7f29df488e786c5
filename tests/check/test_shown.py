"""Numbers and days read back from what a page shows."""

import pytest

from tollbook.check.shown import Number, day_shown, numbers_shown
from tollbook.check.words import number_words


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("140,460", "en", [140460]),
        ("more than 100,000", "en", [100000]),
        ("98,000 to 117,000", "en", [98000, 117000]),
        ("10,356.5", "en", [10356.5]),
        ("140 460", "uk", [140460]),
        ("140\u00a0460,5", "ru", [140460.5]),
        ("95%", "en", [0.95]),
        ("95 %", "uk", [0.95]),
        ("5937", "en", [5937]),
        ("3,2961", "en", [3, 2961]),
        ("seven", "en", [7]),
        ("сім", "uk", [7]),
        ("nobody", "en", []),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(text, language, values):
    """Grouping and decimals are those of the language."""
    assert [number.value for number in numbers_shown(text, language)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("shown", "exact", "agrees"),
    [
        (Number(10357), 10356.5, True),
        (Number(10356), 10356.5, True),
        (Number(10358), 10356.5, False),
        (Number(10356.5, 1), 10356.54, True),
        (Number(10356.5, 1), 10356.6, False),
        (Number(0.95, 2), 0.95, True),
    ],
)
def test_rounding_goes_no_further_than_the_decimals_shown(shown, exact, agrees):
    """A figure may be rounded to what is shown and no further."""
    assert shown.shows(exact) is agrees


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("16 February 2023", "en", "2023-02-16"),
        ("February 16, 2023", "en", "2023-02-16"),
        ("Feb. 16, 2023", "en", "2023-02-16"),
        ("September 2022", "en", "2022-09"),
        ("2022", "en", "2022"),
        ("2023-02-16", "en", "2023-02-16"),
        ("2023-02", "uk", "2023-02"),
        ("16 лютого 2023", "uk", "2023-02-16"),
        ("16 лютого 2023 р.", "uk", "2023-02-16"),
        ("лютий 2023", "uk", "2023-02"),
        ("16 февраля 2023 г.", "ru", "2023-02-16"),
        ("31 February 2023", "en", None),
        ("16 of 2023", "en", None),
        ("yesterday", "en", None),
        ("16 17 February 2023", "en", None),
    ],
)
def test_days_are_read_with_the_precision_shown(text, language, day):
    """A month stays a month; a day that does not exist is none."""
    found = day_shown(text, language)
    assert (str(found) if found else None) == day


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Twenty-one people; the second list", "en", ["twenty", "one", "second"]),
        ("someone often won a tent", "en", []),
        ("п’ять або двоє", "uk", ["п'ять", "двоє"]),
        ("Трёх человек", "ru", ["трех"]),
        ("one", "xx", []),
    ],
)
def test_number_words_are_found_whole(text, language, words):
    """Number words are found in any case and never inside another word."""
    assert [word for word, _ in number_words(text, language)] == words
