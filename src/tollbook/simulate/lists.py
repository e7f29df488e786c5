"""Which list sees which death, and when: dependent on the person, late, and never all.

The lists are drawn independently given the person, but regions and ranks differ in how well
every list sees them, so that the lists are mildly dependent overall, as real ones are.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log

from tollbook.simulate.dice import Dice
from tollbook.simulate.nouns import SimulatedPerson
from tollbook.simulate.tables import table
from tollbook.simulate.world import WarSize

__all__ = ["CHANNELS", "Channel", "Listing", "draw_listings"]


@dataclass(frozen=True, slots=True)
class Channel:
    """A list and how it sees.

    Attributes:
        name: Its label, as in the scope.
        reach: Probability that it ever sees an ordinary death.
        officers: Added log odds for officers.
        delay_median, delay_spread: Days from death to listing; spread of their logarithm.
    """

    name: str
    reach: float
    officers: float
    delay_median: float
    delay_spread: float


CHANNELS = (
    Channel("memorial", 0.27, 0.7, 16, 0.8),
    Channel("press", 0.23, 0.4, 10, 0.7),
    Channel("cemetery", 0.23, 0.0, 42, 0.5),
    Channel("volunteers", 0.24, -0.1, 22, 0.8),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list comes to know of a death.

    Attributes:
        person: Who died.
        channel: The list's label.
        day: When it would publish.
    """

    person: SimulatedPerson
    channel: str
    day: date

    @property
    def delay_days(self) -> int | None:
        """Days from death to listing."""
        return (self.day - self.person.died).days if self.person.died else None


def draw_listings(dead: tuple[SimulatedPerson, ...], size: WarSize, dice: Dice) -> tuple[Listing, ...]:
    """Every listing made before the war's last day, in order of the day; the rest stays unseen."""
    drawn = []
    for person in dead:
        for channel in CHANNELS:
            delay = dice.delay_days(channel.delay_median, channel.delay_spread)
            if dice.happens(_reach(channel, person)) and person.died:
                drawn.append(Listing(person, channel.name, person.died + timedelta(days=delay)))
    kept = (listing for listing in drawn if listing.day <= size.last_day)
    return tuple(sorted(kept, key=lambda listing: (listing.day, listing.channel, listing.person.id)))


def _reach(channel: Channel, person: SimulatedPerson) -> float:
    """The probability that a list sees a person, by region and rank."""
    odds = log(channel.reach / (1 - channel.reach)) + table("places")["regions"][person.region]["seen"]
    if person.rank in table("people")["ranks"]["officers"]:
        odds += channel.officers
    return 1 / (1 + exp(-odds))
