"""The lines of a list: label, total, increment, in any of their spellings."""

import pytest

from tollbook.model.counts import Count, Qualifier
from tollbook.model.measures import Measure
from tollbook.read.lists.labels import measure_of
from tollbook.read.lists.lines import ListLine, StrayLine, find_lines

EXACT, ABOUT = Qualifier.EXACT, Qualifier.ABOUT

LINES = [
    ("tanks ‒ 741 (+3),", Measure.TANKS, 741, EXACT, 3),
    ("Tanks: 1,741 (+0)", Measure.TANKS, 1741, EXACT, 0),
    ("танки — 1 741 (+12) од.", Measure.TANKS, 1741, EXACT, 12),
    ("танків-7\u00a0741", Measure.TANKS, 7741, EXACT, None),
    ("танков – 10 741 (+1 002);", Measure.TANKS, 10741, EXACT, 1002),
    ("• APV ‒ 418 (+29)", Measure.AFV, 418, EXACT, 29),
    ("- armoured personnel carriers – 41", Measure.APC, 41, EXACT, None),
    ("бойових броньованих машин ‒ 811 (+14) од", Measure.AFV, 811, EXACT, 14),
    ("боевых бронированных машин - 811", Measure.AFV, 811, EXACT, None),
    ("MLRS – 1 тис. 47 (+2)", Measure.MLRS, 1047, EXACT, 2),
    ("реактивных систем залпового огня — 47", Measure.MLRS, 47, EXACT, None),
    ("засоби ППО - 17 (+0) од,", Measure.AIR_DEFENCE, 17, EXACT, 0),
    ("Anti-aircraft warfare systems ‒ 73 (+1)", Measure.AIR_DEFENCE, 73, EXACT, 1),
    ("planes / helicopters – 12 (+1)", Measure.AIRCRAFT_HELICOPTERS, 12, EXACT, 1),
    ("літаків – 21 (+0) од", Measure.AIRCRAFT, 21, EXACT, 0),
    ("вертолётов – 35", Measure.HELICOPTERS, 35, EXACT, None),
    ("БпЛА оперативно-тактичного рівня – 93 (+38)", Measure.UAV, 93, EXACT, 38),
    ("UAV operational-tactical level ‒ 22 (+14)", Measure.UAV, 22, EXACT, 14),
    ("крилаті ракети - 15 (+0)", Measure.CRUISE_MISSILES, 15, EXACT, 0),
    ("кораблі /катери - 5 (+0) од", Measure.SHIPS, 5, EXACT, 0),
    ("Кораблі (катери) — 5", Measure.SHIPS, 5, EXACT, None),
    ("warships / boats ‒ 5 (+0)", Measure.SHIPS, 5, EXACT, 0),
    ("подводных лодок – 1", Measure.SUBMARINES, 1, EXACT, None),
    ("vehicles and fuel tanks – 685 (+20)", Measure.VEHICLES_FUEL, 685, EXACT, 20),
    ("автотехники и автоцистерн – 685", Measure.VEHICLES_FUEL, 685, EXACT, None),
    ("vehicles ‒ 95 (+7)", Measure.VEHICLES, 95, EXACT, 7),
    ("цистерн з ППМ – 76", Measure.FUEL_TANKS, 76, EXACT, None),
    ("спецтехніка - 66 (+1)", Measure.SPECIAL_EQUIPMENT, 66, EXACT, 1),
    ("personnel ‒ about 2300 (+20) persons were liquidated", Measure.LOSSES, 2300, ABOUT, 20),
    ("особового складу - близько 36 900 (+250) осіб ліквідовано", Measure.LOSSES, 36900, ABOUT, 250),
    ("особового складу / personnel – 85 тисяч 410", Measure.LOSSES, 85410, EXACT, None),
    ("личного состава — около 16 000 (+150) человек", Measure.LOSSES, 16000, ABOUT, 150),
    ("Арт. системы: 143 (+38)", Measure.ARTILLERY, 143, EXACT, 38),
    ("Подлодки: 1 (0)", Measure.SUBMARINES, 1, EXACT, 0),
    ("танків ‒ 741 од. (+3)", Measure.TANKS, 741, EXACT, 3),
    ("personnel – 950 killed", Measure.KILLED, 950, EXACT, None),
    ("personnel – 950 killed and wounded", Measure.KILLED_WOUNDED, 950, EXACT, None),
]


@pytest.mark.parametrize(("text", "measure", "value", "qualifier", "increment"), LINES)
def test_a_line_says_its_class_total_and_increment(text, measure, value, qualifier, increment):
    """Label, number and bracket are read whatever the dash, blank, unit or language."""
    (line,) = find_lines(text)
    assert (line.measure, line.total, line.increment) == (measure, Count(value, value, qualifier), increment)
    assert text[line.start : line.end] in text.strip(" ,;.•-")


def test_a_missing_number_is_never_borrowed():
    """A line with only its increment has no total, whatever its neighbours say."""
    lines = find_lines("tanks – 741 (+3)\nvehicles and fuel tanks – (+2)\nUAV – 22 (+1)")
    assert [(line.total and line.total.low, line.increment) for line in lines] == [
        (741, 3),
        (None, 2),
        (22, 1),
    ]


def test_a_bound_is_kept():
    """More than thirty states a lower bound only."""
    (line,) = find_lines("гелікоптерів – понад 30")
    assert line.total == Count(30, None, Qualifier.AT_LEAST)


def test_lines_in_one_paragraph_are_told_apart():
    """Commas, semicolons and full stops end a line; commas inside numbers do not."""
    lines = find_lines("tanks – 1,741 (+3), aircraft – 21; helicopters – 12 (+1). UAV – 229 (+14).")
    assert [(line.measure, line.total.low) for line in lines] == [
        (Measure.TANKS, 1741),
        (Measure.AIRCRAFT, 21),
        (Measure.HELICOPTERS, 12),
        (Measure.UAV, 229),
    ]


def test_the_number_may_come_first():
    """In a sentence the number comes first; its bracket shows that it belongs to the list."""
    text = (
        "The army destroyed 3,296 enemy tanks (+10 over the past day), 517 (+6) APV in all"
        " and 46 rocket launchers (+1) of several kinds."
    )
    lines = find_lines(text)
    assert [(line.measure, line.total.low, line.increment) for line in lines] == [
        (Measure.TANKS, 3296, 10),
        (Measure.AFV, 517, 6),
        (Measure.MLRS, 46, 1),
    ]
    assert text[lines[0].start : lines[0].end] == "3,296 enemy tanks (+10 over the past day)"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hovercraft – 5 (+1)", "unknown-list-label"),
        ("tanks – ", "missing-number"),
        ("літаків –", "missing-number"),
    ],
)
def test_what_cannot_be_taken_is_told(text, code):
    """A line of the form with an unknown label or no number is not passed over."""
    (line,) = find_lines(text)
    assert isinstance(line, StrayLine)
    assert line.code == code


@pytest.mark.parametrize(
    "text",
    [
        "ID: 67384",
        "2031-06-02 07:15:00 | ID: 5",
        "Data are being updated.",
        "On Monday 3 tanks were hit – all burnt",
        "",
    ],
)
def test_other_lines_are_no_lines(text):
    """Page ids, clock times and prose are neither lines nor strays."""
    assert not [line for line in find_lines(text) if isinstance(line, ListLine | StrayLine)]


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("tanks and armoured vehicles", Measure.TANKS_AFV),
        ("tanks / helicopters", None),
        ("fuel tanks", Measure.FUEL_TANKS),
        ("артсистем та РСЗВ", Measure.ARTILLERY_MLRS),
        ("БТР", Measure.APC),
        ("автомобільної техніки", Measure.VEHICLES),
    ],
)
def test_combined_classes_are_never_split_or_halved(label, measure):
    """A label that names two classes is the combined class or none."""
    assert measure_of(label) is measure
