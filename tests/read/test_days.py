"""Days in words, in three languages, against a document's own date."""

import pytest

from tollbook.model.dates import FuzzyDate
from tollbook.read.days import find_days, impossible_days

THURSDAY = FuzzyDate(2023, 2, 16)

ABSOLUTE = [
    ("en", "The march began on Feb. 24, 2022.", "Feb. 24, 2022", "2022-02-24"),
    ("en", "It was signed on 5 June 2021 at noon", "5 June 2021", "2021-06-05"),
    ("en", "the 3rd of March 2022", "the 3rd of March 2022", "2022-03-03"),
    ("en", "On Friday, Sept. 2, 2022, three ships left", "Friday, Sept. 2, 2022", "2022-09-02"),
    ("en", "a count made in September 2022 of graves", "September 2022", "2022-09"),
    ("en", "Updated 2022-04-29 07:15:00", "2022-04-29", "2022-04-29"),
    ("en", "as of 24.02.22 the bridge stood", "24.02.22", "2022-02-24"),
    ("uk", "Загинув 11 квітня 2022 року поблизу річки", "11 квітня 2022 року", "2022-04-11"),
    ("uk", "у вересні 2022 року їх було менше", "вересні 2022 року", "2022-09"),
    ("uk", "08 липня 2022, 09:25", "08 липня 2022", "2022-07-08"),
    ("uk", "у п’ятницю, 3 червня 2022 р. пролунав вибух", "п’ятницю, 3 червня 2022 р.", "2022-06-03"),
    ("ru", "Погиб 7 марта 2022 года у переправы", "7 марта 2022 года", "2022-03-07"),
    ("ru", "за январь 2023 г. опубликовано", "январь 2023 г.", "2023-01"),
    ("ru", "дата: 24.02.2022.", "24.02.2022", "2022-02-24"),
]

RELATIVE = [
    ("en", "said in a report released Thursday.", "Thursday", "2023-02-16"),
    ("en", "9,812 names as of Sunday", "Sunday", "2023-02-12"),
    ("en", "last Thursday's figure", "last Thursday", "2023-02-09"),
    ("en", "its only toll came last September", "last September", "2022-09"),
    ("en", "in an interview last month", "last month", "2023-01"),
    ("en", "used in the hills since last October", "last October", "2022-10"),
    ("en", "on Feb. 20 the road was cut", "Feb. 20", "2022-02-20"),
    ("en", "In March 150 boats were counted", "March", "2022-03"),
    ("en", "in September last year", "September last year", "2022-09"),
    ("en", "since the start of the year", "start of the year", "2023-01"),
    ("en", "three days ago", "three days ago", "2023-02-13"),
    ("en", "losses from 24.02 were heavy", "24.02", "2022-02-24"),
    ("uk", "повідомили у четвер", "четвер", "2023-02-16"),
    ("uk", "станом на неділю", "неділю", "2023-02-12"),
    ("uk", "минулого місяця", "минулого місяця", "2023-01"),
    ("uk", "вчора ввечері", "вчора", "2023-02-15"),
    ("uk", "24 лютого минулого року", "24 лютого минулого року", "2022-02-24"),
    ("uk", "з початку року", "початку року", "2023-01"),
    ("uk", "втрати з 24.02 по", "24.02", "2022-02-24"),
    ("ru", "сообщили в среду", "среду", "2023-02-15"),
    ("ru", "в прошлом месяце", "прошлом месяце", "2023-01"),
    ("ru", "вчера вечером", "вчера", "2023-02-15"),
    ("ru", "25 декабря министр заявил", "25 декабря", "2022-12-25"),
    ("ru", "с октября прошлого года", "октября прошлого года", "2022-10"),
]

SEVERAL_DAYS = [
    ("en", "last week", "2023-02-06", "2023-02-12"),
    ("en", "earlier this week", "2023-02-13", "2023-02-16"),
    ("en", "in the past 24 hours", "2023-02-15", "2023-02-16"),
    ("en", "in the past two weeks", "2023-02-02", "2023-02-16"),
    ("en", "shelled overnight", "2023-02-15", "2023-02-16"),
    ("ru", "в течение прошедшей ночи", "2023-02-15", "2023-02-16"),
    ("uk", "минулого тижня", "2023-02-06", "2023-02-12"),
    ("uk", "в ніч на понеділок", "2023-02-12", "2023-02-13"),
    ("ru", "на прошлой неделе", "2023-02-06", "2023-02-12"),
    ("ru", "за прошедшие сутки", "2023-02-15", "2023-02-16"),
]

NOT_DAYS = [
    ("en", "they may march on, 24 of them at 9:00"),
    ("en", "version 1.2.2022.3 of 140,460 rows"),
    ("en", "next Monday they meet, as every Friday"),
    ("en", "from 12.10 percent to 14.20 percent"),
    ("uk", "квітневий наступ коштував 24.02 млн"),
    ("ru", "неделя за неделей, майские дожди"),
]


@pytest.mark.parametrize(("language", "text", "words", "day"), ABSOLUTE)
def test_a_stated_day_needs_no_other_date(language, text, words, day):
    """A day with its year is the same whether or not the publication day is known."""
    for published in (THURSDAY, None):
        (found,) = [mention for mention in find_days(text, language, published) if not mention.relative]
        assert (text[found.start : found.end], str(found.date)) == (words, day)


@pytest.mark.parametrize(("language", "text", "words", "day"), RELATIVE)
def test_a_relative_day_leans_on_publication(language, text, words, day):
    """A day that leans on the document's own date is resolved by it, and marked."""
    (found,) = find_days(text, language, THURSDAY)
    assert (text[found.start : found.end], str(found.date), found.relative) == (words, day, True)


@pytest.mark.parametrize(("language", "text"), [row[:2] for row in RELATIVE])
def test_no_publication_day_no_relative_day(language, text):
    """Where the publication day is unknown a relative day is left out, never guessed."""
    assert find_days(text, language, None) == ()


@pytest.mark.parametrize(("language", "text", "first", "last"), SEVERAL_DAYS)
def test_several_days_keep_both_ends(language, text, first, last):
    """Words for several days carry the exact span, and a date that holds or ends it."""
    (found,) = find_days(text, language, THURSDAY)
    assert (str(found.covers.start), str(found.covers.end)) == (first, last)
    assert found.date.last >= found.covers.end.last


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "from 24 November to 9 January 2022"),
        ("uk", "з 24 листопада по 9 січня 2022 року"),
        ("ru", "с 24 ноября по 9 января 2022 года"),
    ],
)
def test_a_range_gives_its_year_to_both_ends(language, text):
    """The first day of a range leans on the last one's year, not on publication."""
    found = find_days(text, language, THURSDAY)
    assert [(str(day.date), day.relative) for day in found] == [("2021-11-24", False), ("2022-01-09", False)]


@pytest.mark.parametrize(("language", "text"), NOT_DAYS)
def test_what_is_no_day_is_not_read(language, text):
    """Numbers, verbs and versions are not days."""
    assert find_days(text, language, THURSDAY) == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "31 February 2023"),
        ("en", "February 30"),
        ("en", "2023-02-29"),
        ("uk", "31 червня 2022 року"),
        ("ru", "31 сентября"),
        ("ru", "45.13.2022"),
    ],
)
def test_an_impossible_day_is_told_not_read(language, words):
    """A day that does not exist is found as such, and no part of it is read as a day."""
    text = f"xx {words} yy"
    assert find_days(text, language, THURSDAY) == ()
    assert impossible_days(text, language) == ((3, 3 + len(words), words),)


def test_the_offset_moves_every_place():
    """Places count from the document's start when the stretch says where it begins."""
    plain = find_days("on 5 May 2021 and 6 May 2021", "en", None)
    moved = find_days("on 5 May 2021 and 6 May 2021", "en", None, offset=100)
    assert [(day.start + 100, day.end + 100) for day in plain] == [(day.start, day.end) for day in moved]


def test_an_imprecise_publication_date_gives_no_exact_day():
    """With only the month of publication known, a weekday cannot be told but last month can."""
    found = find_days("on Thursday, as last month", "en", FuzzyDate(2023, 2))
    assert [str(day.date) for day in found] == ["2023-01"]


def test_the_leap_day_goes_back_to_a_leap_year():
    """29 February without a year is the latest that existed."""
    (found,) = find_days("on 29 February", "en", THURSDAY)
    assert str(found.date) == "2020-02-29"
