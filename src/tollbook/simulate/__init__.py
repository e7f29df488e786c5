"""An invented war with known truth: people, lists, reports, articles and notices.

For the demo, the tests and the benchmarks. Everyone in it is invented.
"""

from tollbook.simulate.february import load_february_2023
from tollbook.simulate.nouns import SimulatedDocument, SimulatedWar
from tollbook.simulate.score import Scorecard, compare_with_truth
from tollbook.simulate.war import simulate_war
from tollbook.simulate.world import SMALL, TINY, WarSize

__all__ = [
    "SMALL",
    "TINY",
    "Scorecard",
    "SimulatedDocument",
    "SimulatedWar",
    "WarSize",
    "compare_with_truth",
    "load_february_2023",
    "simulate_war",
]
