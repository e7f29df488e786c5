"""Which measure a set of states, or a row of things, makes.

Combined classes stay combined; a word that does not say what it holds ("losses") stays what it is
and gives way only to words that do.
"""

from collections.abc import Iterable

from tollbook.model.measures import MEANINGS, Measure, State, Subject

__all__ = ["DEFINITE", "UNDEFINED", "measure_of_states", "measure_of_things"]

DEFINITE = frozenset({"killed", "wounded", "missing", "captured"})
# Words that say somebody is lost without saying how.
UNDEFINED = {
    "casualties": Measure.CASUALTIES,
    "losses": Measure.LOSSES,
    "lost": Measure.LOSSES,
    "eliminated": Measure.LOSSES,
    "destroyed": Measure.LOSSES,
}
BY_STATES = {
    meaning.states: measure
    for measure, meaning in reversed(MEANINGS.items())
    if meaning.subject is Subject.PEOPLE and meaning.states
}
COMBINED_THINGS = (
    (frozenset({"tanks", "afv", "ifv", "apc", "armour"}), Measure.TANKS_AFV),
    (frozenset({"artillery", "mlrs"}), Measure.ARTILLERY_MLRS),
    (frozenset({"artillery", "mortars"}), Measure.ARTILLERY_MORTARS),
    (frozenset({"aircraft", "helicopters"}), Measure.AIRCRAFT_HELICOPTERS),
    (frozenset({"vehicles", "fuel_tanks"}), Measure.VEHICLES_FUEL),
    (frozenset({"radars", "ew_stations"}), Measure.RADARS_EW),
)


def measure_of_states(values: Iterable[str]) -> Measure | None:
    """The measure of people in these states; ``None`` where there is no such class."""
    stated = frozenset(values)
    definite = stated & DEFINITE
    if definite:
        return BY_STATES.get(frozenset(State(value) for value in definite))
    named = sorted(stated - set(UNDEFINED))
    if named:
        return Measure(named[0]) if named[0] in set(Measure) else None
    return UNDEFINED["casualties"] if "casualties" in stated else Measure.LOSSES if stated else None


def measure_of_things(values: Iterable[str]) -> Measure | None:
    """The measure of a thing, or of several counted together; ``None`` where they have no class."""
    things = frozenset(values)
    if len(things) == 1:
        return Measure(next(iter(things)))
    for members, measure in COMBINED_THINGS:
        if things <= members:
            return Measure.ARMOUR if things == {"afv", "armour"} else measure
    return None
