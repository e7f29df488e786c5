"""Whatever a list or a date says is what is read from it, however it is printed."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tollbook.model.dates import FuzzyDate
from tollbook.read.days import find_days, impossible_days
from tollbook.read.lists.lines import ListLine, find_lines

LABELS = {
    "en": ("tanks", "APV", "MLRS", "helicopters", "cruise missiles", "special equipment"),
    "uk": (
        "танків",
        "бойових броньованих машин",
        "РСЗВ",
        "гелікоптерів",
        "крилаті ракети",
        "спеціальна техніка",
    ),
    "ru": ("танков", "боевых бронированных машин", "РСЗО", "вертолётов", "крылатых ракет", "спецтехники"),
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
NUMBERS = st.integers(0, 10**6)
LINES = st.lists(st.tuples(st.integers(0, 5), NUMBERS, st.none() | NUMBERS), min_size=1, max_size=6)
DASHES = st.sampled_from([" - ", " – ", " — ", " ‒ ", "-", "‒", ": "])
BLANKS = st.sampled_from(["", ",", " ", "\u00a0", "\u202f"])
ENDS = st.sampled_from([",\n", ";\n", ".\n", "\n", "; ", ", ", " од,\n", "\r\n"])


def printed(number, blank):
    return f"{number:,}".replace(",", blank)


@given(st.sampled_from(sorted(LABELS)), LINES, DASHES, BLANKS, ENDS)
def test_a_printed_list_reads_back(language, rows, dash, blank, end):
    """Every total and increment printed is read back, and no other number."""
    text = end.join(
        LABELS[language][label]
        + dash
        + printed(total, blank)
        + ("" if plus is None else f" (+{printed(plus, blank)})")
        for label, total, plus in rows
    )
    lines = find_lines(text)
    assert all(isinstance(line, ListLine) for line in lines)
    assert [(line.total.low, line.increment) for line in lines] == [(total, plus) for _, total, plus in rows]
    assert all(line.end <= after.start for line, after in pairwise(lines))


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_crash(text):
    """Lines, days and impossible days are found inside the text, whatever it is."""
    places = [(line.start, line.end) for line in find_lines(text)]
    places += [(day.start, day.end) for day in find_days(text, "und", FuzzyDate(2031, 6, 8))]
    places += [(start, end) for start, end, _ in impossible_days(text, "und")]
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(st.sampled_from(sorted(MONTHS)), st.dates(FuzzyDate(1900).first, FuzzyDate(2099).last))
def test_a_day_in_words_reads_back(language, day):
    """A day printed in words with its year is that day in every language."""
    text = f"xx {day.day} {MONTHS[language].split()[day.month - 1]} {day.year} xx"
    assert [mention.date for mention in find_days(text, language, None)] == [FuzzyDate.of(day)]


@given(
    st.dates(FuzzyDate(1900).first, FuzzyDate(2099).last),
    st.dates(FuzzyDate(1950).first, FuzzyDate(2099).last),
)
def test_a_day_without_its_year_is_never_after_publication(day, published):
    """A yearless day is the latest such day not after publication."""
    text = f"xx {day.day} {MONTHS['en'].split()[day.month - 1]} xx"
    (mention,) = find_days(text, "en", FuzzyDate.of(published))
    assert (mention.date.month, mention.date.day) == (day.month, day.day)
    assert mention.date.first <= published
    assert (published - mention.date.first).days < 8 * 366 + 2
