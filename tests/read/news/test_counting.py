"""What a number counts, how firmly, and whose losses it is about."""

import pytest

from tollbook.model.claims import Mode, Standing
from tollbook.model.counts import Qualifier
from tollbook.model.measures import Group, Measure


@pytest.mark.parametrize(
    ("words", "low", "high", "qualifier"),
    [
        ("412 soldiers", 412, 412, Qualifier.EXACT),
        ("some 400 soldiers", 400, 400, Qualifier.ABOUT),
        ("almost a thousand soldiers", 1000, 1000, Qualifier.ABOUT),
        ("well over 1,200 soldiers", 1200, None, Qualifier.AT_LEAST),
        ("no fewer than twenty-five soldiers", 25, None, Qualifier.AT_LEAST),
        ("as many as 90 soldiers", None, 90, Qualifier.AT_MOST),
        ("between 40 and 60 soldiers", 40, 60, Qualifier.RANGE),
        ("7 to 8,000 soldiers", 7000, 8000, Qualifier.RANGE),
        ("about 98-117 thousand soldiers", 98000, 117000, Qualifier.RANGE),
    ],
)
def test_hedges_and_ranges(only, words, low, high, qualifier):
    """A hedge makes a bound, a range keeps both ends, an elided thousand belongs to both."""
    claim = only(f"Kestria has lost {words} since the war began, the Velmark Ministry of Defence said.")
    assert (claim.count.low, claim.count.high, claim.count.qualifier) == (low, high, qualifier)
    assert (claim.party, claim.measure) == ("Kestria", Measure.LOSSES)


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Kestria has lost 300 soldiers.", Measure.LOSSES),
        ("Kestria has lost 300 soldiers killed and wounded.", Measure.KILLED_WOUNDED),
        ("Kestria has had 300 losses (between dead and wounded).", Measure.KILLED_WOUNDED),
        ("300 Kestrian soldiers have been killed, wounded or gone missing.", Measure.KILLED_WOUNDED_MISSING),
        ("Kestria suffered 300 casualties.", Measure.CASUALTIES),
        ("300 Kestrian soldiers were eliminated.", Measure.LOSSES),
        ("300 Kestrian soldiers died.", Measure.KILLED),
        ("The number of Kestrian dead has reached 300.", Measure.KILLED),
        ("Kestria's dead or wounded probably number more than 300.", Measure.KILLED_WOUNDED),
        ("300 Kestrian soldiers were taken prisoner.", Measure.CAPTURED),
        ("Kestria mobilised 300 reservists.", Measure.MOBILISED),
    ],
)
def test_measures(only, sentence, measure):
    """An undefined word stays undefined until the words right beside it say what it holds."""
    claim = only(sentence)
    assert (claim.measure, claim.party) == (measure, "Kestria")


def test_things_in_a_row_are_counted_one_by_one(read):
    """A row of things lost makes one claim each; a class counted together stays together."""
    found = read("Kestria lost 30 tanks, 65 armoured fighting vehicles and nine howitzers and mortars.")
    assert [(c.measure, c.count.low) for c in found] == [
        (Measure.TANKS, 30), (Measure.AFV, 65), (Measure.ARTILLERY_MORTARS, 9),
    ]  # fmt: skip
    assert {c.group for c in found} == {Group.EQUIPMENT}
    assert {c.party for c in found} == {"Kestria"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 40,000 people have fled Kestria's border towns.",
        "Kestria has 120,000 soldiers at the front.",
        "Velmark fired 36 missiles at Kestria and announced a 60-day truce.",
        "The soldiers marched 150 kilometres through Kestria in 2031.",
        "If we reach 50,000 dead, the Kestrian general said, the front will not hold.",
        "Kestria controls 70% of the city.",
        "A 20-year-old Kestrian soldier of the 161st brigade came home.",
    ],
)
def test_numbers_that_count_no_loss_are_no_claims(read, sentence):
    """Force sizes, distances, ages, targets, durations and the displaced are not losses."""
    assert not [claim for claim in read(sentence) if claim.count.is_stated]


def test_killed_by_names_the_victims_side(only):
    """The subject of "killed" did it; the losses are the other side's."""
    claim = only("Velmark's army killed 45 people in Ostmoor on Sunday.")
    assert (claim.party, claim.measure, claim.mode) == ("Kestria", Measure.KILLED, Mode.EVENT)
    assert str(claim.covers.start) == "2031-04-06"


def test_enemy_is_the_other_side_of_the_speaker(only):
    """Whose losses "enemy" means depends on who speaks."""
    claim = only("The Kestrian Ministry of Defence said 70 enemy soldiers were killed in the past day.")
    assert (claim.party, claim.mode) == ("Velmark", Mode.INCREMENT)


def test_a_part_points_to_its_total(read):
    """A number inside a number is a part of it, never to be added."""
    total, part = read("A strike near Ostmoor killed at least 24 people, including eight children.")
    assert (part.part_of, part.subgroup, part.count.low) == (total.id, "children", 8)
    assert (total.part_of, total.count.qualifier) == (None, Qualifier.AT_LEAST)


def test_a_rate_is_never_a_days_toll(read):
    """Losses per day are a rate with its unit, whichever number the unit stands beside."""
    found = read("“We are losing 60-100 soldiers a day as killed and around 500 as wounded,” Kestria said.")
    assert [(c.measure, c.mode, c.count.unit) for c in found] == [
        (Measure.KILLED, Mode.RATE, "per_day"), (Measure.WOUNDED, Mode.RATE, "per_day"),
    ]  # fmt: skip


def test_confirmed_by_name_is_confirmed(only):
    """Deaths confirmed by name stand as confirmed, estimates as estimated."""
    confirmed = only("Northlight has confirmed by name the deaths of 845 Velmarkian soldiers.")
    estimated = only("Northlight estimates that 900 Velmarkian soldiers have died.")
    assert (confirmed.standing, estimated.standing) == (Standing.CONFIRMED, Standing.ESTIMATED)


@pytest.mark.parametrize(
    ("sentence", "party", "figure"),
    [
        ("Velmark shot down 52 of 60 Kestrian drones.", "Kestria", 52),
        ("Shelling of the Kestrian town of Ostmoor killed 3 civilians.", "Kestria", 3),
        ("In Brask, on the Kestrian side of the river, 5 civilians were killed.", "Kestria", 5),
        ("Kestria lost 13 Velmark-made launchers and 40 Velmark-made tanks.", "Kestria", 40),
        ("Kestria lost 30 soldiers in Velmark.", "Kestria", 30),
    ],
)
def test_whose_losses(only, sentence, party, figure):
    """A town stands for its country; makers and scenes of battle are no losers."""
    claim = only(sentence)
    assert (claim.party, claim.count.low) == (party, figure)


def test_a_change_inside_a_total_is_an_increment(read):
    """What is "including 140 in the past day" is the change of a day, not another total."""
    total, change = read(
        "Kestria's losses have reached 12,340 since the war began, including 140 in the past day, "
        "according to the Velmark Ministry of Defence."
    )
    assert (total.mode, change.mode, change.count.low) == (Mode.CUMULATIVE, Mode.INCREMENT, 140)


def test_makers_of_a_joint_count_are_named(only):
    """Two who count together are a claimant and a co-claimant; a messenger is the relay."""
    joint = only("Northlight and Harbour Radio have identified 1,203 Velmarkian soldiers killed in Kestria.")
    relayed = only("The Velmark Ministry of Defence said 30 of its soldiers died, according to Northlight.")
    assert (joint.claimant, joint.together_with) == ("Northlight", ("Harbour Radio",))
    assert (relayed.claimant, relayed.relayed_by) == ("Ministry of Defence of Velmark", "Northlight")


def test_a_denied_figure_is_denied(only):
    """What a side denies is recorded as denied, and is not its standing figure."""
    claim = only("The Velmark Ministry of Defence denied that 300 of its troops were killed.")
    assert claim.standing is Standing.DENIED
    assert not claim.is_live
