"""Numbers and sentences keep their places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.read.numbers import find_numbers
from tollbook.read.sentences import split_sentences


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("3,296", 3296, 3296),
        ("473 400", 473400, 473400),
        ("85 тисяч 410", 85410, 85410),
        ("1 тис. 537", 1537, 1537),
        ("8,5 тыс.", 8500, 8500),
        ("1.2 million", 1_200_000, 1_200_000),
        ("43.5k", 43500, 43500),
        ("two hundred and fifty-three", 253, 253),
        ("двадцати трех", 23, 23),
        ("п’ятдесят шість", 56, 56),
        ("70 to 80,000", 70000, 80000),
        ("300 or 400", 300, 400),
        ("120–150", 120, 150),
        ("sixty to seventy thousand", 60000, 70000),
    ],
)
def test_numbers_as_people_write_them(words, low, high):
    """Figures, words, thousands and ranges in three languages come out as numbers."""
    (found,) = find_numbers(f"({words})")
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("words", ["Т-72Б1", "20-year-old", "122-152мм", "9:00", "two-thirds", "6th"])
def test_parts_of_names_and_times_are_no_numbers(words):
    """What is part of a longer word is not a number of its own."""
    assert find_numbers(f"a {words} b") == ()


def test_growth_is_no_range():
    """What "rose from 300 to 400" is two values, not an interval."""
    assert [n.high for n in find_numbers("rose from 300 to 400")] == [300, 400]


def test_units_are_told():
    """Days, kilometres, money and percent are no counts of people."""
    units = [n.unit for n in find_numbers("24 hours, 150 km, $5 million, 70%, 12 soldiers")]
    assert units == ["time", "distance", "money", "percent", None]


@given(st.text(alphabet="ab АБ.!? 0123456789,-–«»“”\n•тис", max_size=120))
def test_places_are_true(text):
    """Whatever the text, numbers and sentences lie in it in order and do not overlap."""
    for found in (find_numbers(text), split_sentences(text)):
        assert all(0 <= item.start < item.end <= len(text) for item in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[s.start : s.end] == s.text for s in split_sentences(text))


def test_abbreviations_do_not_end_a_sentence():
    """Both "Gen. Ibsenholt" and «14 тыс. танков» stay in one sentence; a missing space still ends one."""
    assert len(split_sentences("Gen. Ibsenholt spoke on Feb. 3 in the U.S. capital.")) == 1
    assert len(split_sentences("Потеряно 14 тыс. танков. Это много.")) == 2
    assert len(split_sentences("It was said on Tuesday.The data shows more.")) == 2
