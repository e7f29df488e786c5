"""Measures: what a figure counts. One code, one meaning; combined classes stay combined.

``losses`` and ``casualties`` are words that publishers use without saying what they hold;
they are measures of their own and never become ``killed``.
"""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["MEANINGS", "Group", "Meaning", "Measure", "State", "Subject"]


class Subject(StrEnum):
    """What kind of thing is counted."""

    PEOPLE = "people"
    THINGS = "things"
    CONDUCT = "conduct"


class State(StrEnum):
    """What became of those counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    HELD = "held"
    IN_SERVICE = "in_service"
    RETURNED = "returned"
    LOST = "lost"
    STRUCK = "struck"


class Group(StrEnum):
    """Who or what is counted, as far as the text says."""

    MILITARY = "military"
    CIVILIAN = "civilian"
    EQUIPMENT = "equipment"
    UNSPECIFIED = "unspecified"


class Measure(StrEnum):
    """What is counted: the code used in every table, file and address."""

    KILLED = "killed"
    WOUNDED = "wounded"
    KILLED_WOUNDED = "killed_wounded"
    KILLED_WOUNDED_MISSING = "killed_wounded_missing"
    KILLED_WOUNDED_CAPTURED = "killed_wounded_captured"
    CASUALTIES = "casualties"
    LOSSES = "losses"
    CAPTURED = "captured"
    CAPTURED_WOUNDED = "captured_wounded"
    MISSING = "missing"
    MISSING_CAPTURED = "missing_captured"
    HOSTAGES = "hostages"
    KIDNAPPED = "kidnapped"
    MOBILISED = "mobilised"
    RECRUITED = "recruited"
    POW_EXCHANGED = "pow_exchanged"
    STRUCK = "struck"
    UAV_CREWS = "uav_crews"
    TANKS = "tanks"
    AFV = "afv"
    IFV = "ifv"
    APC = "apc"
    ARMOUR = "armour"
    TANKS_AFV = "tanks_afv"
    ARTILLERY = "artillery"
    MORTARS = "mortars"
    ARTILLERY_MORTARS = "artillery_mortars"
    ARTILLERY_MLRS = "artillery_mlrs"
    MLRS = "mlrs"
    SRBM_SYSTEMS = "srbm_systems"
    AIR_DEFENCE = "air_defence"
    RADARS = "radars"
    EW_STATIONS = "ew_stations"
    RADARS_EW = "radars_ew"
    AIRCRAFT = "aircraft"
    HELICOPTERS = "helicopters"
    AIRCRAFT_HELICOPTERS = "aircraft_helicopters"
    UAV = "uav"
    CRUISE_MISSILES = "cruise_missiles"
    BALLISTIC_MISSILES = "ballistic_missiles"
    ROCKETS = "rockets"
    BOMBS = "bombs"
    MISSILES_SHOT = "missiles_shot"
    SHIPS = "ships"
    SUBMARINES = "submarines"
    VEHICLES = "vehicles"
    FUEL_TANKS = "fuel_tanks"
    VEHICLES_FUEL = "vehicles_fuel"
    SPECIAL_EQUIPMENT = "special_equipment"
    COMMAND_POSTS = "command_posts"
    DEPOTS = "depots"
    FORTIFICATIONS = "fortifications"
    COMMS = "comms"
    FACILITIES = "facilities"
    EQUIPMENT = "equipment"
    ACCUSATION = "accusation"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a measure counts, for comparing two of them.

    Attributes:
        subject: People, things or conduct.
        states: The states summed in the figure; empty where undefined.
        defined: Whether the code itself fixes the states. ``losses`` does not.
    """

    subject: Subject
    states: frozenset[State] = frozenset()
    defined: bool = True


def _people(*states: State) -> Meaning:
    return Meaning(Subject.PEOPLE, frozenset(states))


_PEOPLE_MEANINGS = {
    Measure.KILLED: _people(State.KILLED),
    Measure.WOUNDED: _people(State.WOUNDED),
    Measure.KILLED_WOUNDED: _people(State.KILLED, State.WOUNDED),
    Measure.KILLED_WOUNDED_MISSING: _people(State.KILLED, State.WOUNDED, State.MISSING),
    Measure.KILLED_WOUNDED_CAPTURED: _people(State.KILLED, State.WOUNDED, State.CAPTURED),
    Measure.CASUALTIES: Meaning(Subject.PEOPLE, defined=False),
    Measure.LOSSES: Meaning(Subject.PEOPLE, defined=False),
    Measure.CAPTURED: _people(State.CAPTURED),
    Measure.CAPTURED_WOUNDED: _people(State.CAPTURED, State.WOUNDED),
    Measure.MISSING: _people(State.MISSING),
    Measure.MISSING_CAPTURED: _people(State.MISSING, State.CAPTURED),
    Measure.HOSTAGES: _people(State.HELD),
    Measure.KIDNAPPED: _people(State.HELD),
    Measure.MOBILISED: _people(State.IN_SERVICE),
    Measure.RECRUITED: _people(State.IN_SERVICE),
    Measure.POW_EXCHANGED: _people(State.RETURNED),
    Measure.STRUCK: _people(State.STRUCK),
    Measure.UAV_CREWS: _people(State.LOST),
    Measure.ACCUSATION: Meaning(Subject.CONDUCT),
}

# Everything not counted in people is a thing lost: destroyed, damaged, abandoned or captured.
MEANINGS = {
    measure: _PEOPLE_MEANINGS.get(measure, Meaning(Subject.THINGS, frozenset({State.LOST})))
    for measure in Measure
}
