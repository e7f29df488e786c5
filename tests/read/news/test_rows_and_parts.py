"""Rows, parts told by place, things without a numeral, and whose they are."""

import pytest

from tollbook.model.claims import Mode
from tollbook.model.measures import Measure
from tollbook.read.news import NewsClaims


def test_a_row_shares_its_verb(read):
    """Of "110 X and 32 Y were killed" both were killed, each of its own side."""
    found = read("At least 110 Kestrian fighters and 32 Velmark soldiers were killed, Northlight said.")
    assert [(c.party, c.measure, c.count.low) for c in found] == [
        ("Kestria", Measure.KILLED, 110), ("Velmark", Measure.KILLED, 32),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "things"),
    [
        ("Kestria lost two tanks and a helicopter, Northlight said.", "en", ["tanks", "helicopters"]),
        ("Velmark forces shot down a Kestrian fighter jet.", "en", ["aircraft"]),
        ("За добу збито кестрійський гелікоптер.", "uk", ["helicopters"]),
        ("Уничтожены два танка Кестрии и гаубица Д-7.", "ru", ["tanks", "artillery"]),
    ],
)
def test_a_thing_without_a_numeral_is_one(read, text, language, things):
    """A thing lost without a number is one; the number of its model is no count."""
    found = read(text, language)
    assert [claim.measure.value for claim in found] == things
    assert {claim.party for claim in found} == {"Kestria"}
    assert found[-1].count.low == found[-1].count.high == 1


@pytest.mark.parametrize(
    "text",
    ["A drone attack destroyed Kestria's port.", "Kestria's port was destroyed with a drone."],
)
def test_a_thing_only_used_is_not_lost(read, text):
    """What struck is not counted among what was struck."""
    assert read(text) == ()


def test_parts_are_told_apart_by_place(read):
    """Lines under a colon, and numbers "each", are parts of the total, one for every place."""
    text = (
        "За ночь сбиты 24 кестрийских беспилотника:\n• 9 – над территорией Лиманского края,\n"
        "• 9 – над территорией Озёрного края.\nПо 3 БПЛА – над Боровом и Каменкой."
    )
    total, *parts = read(text, "ru")
    assert [(part.count.low, part.measure) for part in parts] == [
        (9, Measure.UAV), (9, Measure.UAV), (3, Measure.UAV), (3, Measure.UAV),
    ]  # fmt: skip
    assert len({part.place for part in parts}) == 4
    assert {part.part_of for part in parts[:2]} == {total.id}


def test_classes_that_have_no_name_together_stay_apart(read):
    """Vehicles and howitzers make no class, so the number counts the first."""
    found = read("Уничтожены пять автомобилей Кестрии и гаубица.", "ru")
    assert [(c.measure, c.count.low) for c in found] == [(Measure.VEHICLES, 5), (Measure.ARTILLERY, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were killed in a Kestrian air strike, Northlight said.",
        "Some 70 people were killed in the Kestrian attack on southern Velmark, Northlight said.",
    ],
)
def test_who_struck_is_not_who_was_struck(only, text):
    """The dead of a side's strike are of the other side."""
    assert only(text).party == "Velmark"


def test_a_maker_by_agent_is_no_loser(read):
    """The words "Launchers made by Velmark" were lost by whoever had them."""
    found = read("Kestria lost 48 tanks, including six made by Velmark, and nine howitzers.")
    assert {claim.party for claim in found} == {"Kestria"}


def test_ages_and_years_ago_count_nothing(only):
    """The words "Children under five" is no five dead, and "a year ago" no yearly rate."""
    claim = only(
        "Northlight has counted 850 children under five killed in Kestria since the war began a year ago."
    )
    assert (claim.count.low, claim.mode) == (850, Mode.CUMULATIVE)


def test_has_lost_is_a_total_whatever_was_told_before(read):
    """The perfect tense ends a daily report."""
    text = "Kestria lost 30 soldiers over the past day, Northlight said. Kestria has also lost 412 tanks."
    assert [claim.mode for claim in read(text)] == [Mode.INCREMENT, Mode.CUMULATIVE]


def test_a_summing_up_stays_cumulative(read):
    """What follows "In total ..." without a time of its own belongs to the total."""
    text = "Всего уничтожены 67 танков Кестрии.\n\nСбито: 6 самолетов, 1 вертолет."
    assert {claim.mode for claim in read(text, "ru")} == {Mode.CUMULATIVE}


def test_a_reversed_range_is_a_finding_and_no_claim(document, scope):
    """The words "Between 900 and 400" contradicts itself: it is told, and not taken."""
    text = "Between 900 and 400 Kestrian soldiers have been killed, Northlight said."
    reading = NewsClaims().read(document(text), scope)
    (finding,) = reading.findings
    assert reading.claims == ()
    assert finding.code == "reversed-range"
    assert "900 is above 400" in finding.message
    assert "characters" in finding.place
