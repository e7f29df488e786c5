"""The whole invented war from one seed: first what is so, then what is published about it."""

from collections.abc import Iterable
from dataclasses import replace

from tollbook.simulate.articles import write_articles
from tollbook.simulate.briefings import write_admissions, write_briefings
from tollbook.simulate.dice import Dice
from tollbook.simulate.documents import Written, sorted_by_day
from tollbook.simulate.lists import draw_listings
from tollbook.simulate.losses import draw_days
from tollbook.simulate.newsroom import Desk
from tollbook.simulate.notices import write_living, write_notices
from tollbook.simulate.nouns import SimulatedWar, Truth
from tollbook.simulate.people import draw_dead, draw_living
from tollbook.simulate.reports import plan_reports, with_correction, write_reports
from tollbook.simulate.rolls import write_cemetery_rolls, write_volunteer_rolls
from tollbook.simulate.series import ClaimedSeries, Inflation, claimed_series
from tollbook.simulate.world import SMALL, WarSize, invented_scope, recorded_party

__all__ = ["simulate_war"]

# How the two staffs count each other's losses.
LOMERIAN = Inflation(people=1.8, drift=0.3, things=1.3)
VESKARIAN = Inflation(people=2.4, drift=-0.3, things=1.9)


def simulate_war(seed: int = 19481210, *, size: WarSize = SMALL) -> SimulatedWar:
    """An invented war with its documents and its truth; the same seed gives the same bytes.

    Args:
        seed: Of all chance in it.
        size: How much war: ``SMALL`` for the demo, ``TINY`` for tests.
    """
    truth = _truth(seed, size)
    people = _about_people(seed, size, truth)
    truth = replace(truth, mentions=tuple(mention for each in people for mention in each.mentions))
    figures = _about_figures(seed, size, truth)
    written = sorted_by_day([*people, *figures])
    truth = replace(
        truth,
        mentions=tuple(mention for each in written for mention in each.mentions),
        stated=tuple(claim for each in written for claim in each.stated),
        slips=tuple(slip for each in written for slip in each.slips),
    )
    return SimulatedWar(seed, invented_scope(), tuple(each.document for each in written), truth)


def _truth(seed: int, size: WarSize) -> Truth:
    """What is so, before anybody has written anything."""
    dead = draw_dead(size, Dice.of(seed, "dead"))
    living = draw_living(size, Dice.of(seed, "living"))
    days = draw_days(dead, size, Dice.of(seed, "days"))
    return Truth(dead, living, days, (), (), (), recorded_party())


def _about_people(seed: int, size: WarSize, truth: Truth) -> list[Written]:
    """Everything that names people."""
    scope = invented_scope()
    listings = draw_listings(truth.dead, size, Dice.of(seed, "lists"))
    return [
        *write_notices(listings, size, scope, Dice.of(seed, "notices")),
        *write_living(truth.living, size, scope, Dice.of(seed, "living notices")),
        *write_volunteer_rolls(listings, size, scope, Dice.of(seed, "volunteers")),
        *write_cemetery_rolls(listings, size, scope, Dice.of(seed, "cemeteries")),
    ]


def _about_figures(seed: int, size: WarSize, truth: Truth) -> Iterable[Written]:
    """Everything that states figures; articles come last, for they quote the rest."""
    scope, plan = invented_scope(), plan_reports(size)
    lomerian = with_correction(_series(truth, LOMERIAN, seed, of_recorded=True), plan)
    veskarian = _series(truth, VESKARIAN, seed, of_recorded=False)
    admissions = write_admissions(truth.days, size, scope, Dice.of(seed, "admissions"))
    desk = Desk(lomerian, plan, tuple(claim for each in admissions for claim in each.stated), truth, "en")
    return [
        *write_reports(lomerian, plan, scope, Dice.of(seed, "reports")),
        *write_briefings(veskarian, size, scope, Dice.of(seed, "briefings")),
        *admissions,
        *write_articles(desk, size, scope, Dice.of(seed, "articles")),
    ]


def _series(truth: Truth, inflation: Inflation, seed: int, *, of_recorded: bool) -> ClaimedSeries:
    days = [day for day in truth.days if (day.party == truth.recorded_party) is of_recorded]
    return claimed_series(days, inflation, Dice.of(seed, f"series {of_recorded}"))
