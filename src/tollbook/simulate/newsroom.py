"""What a newsroom can report on a given day: one function for each kind of news, or nothing that day.

Each kind says which slots its sentences get and which claims they make. Who counts what is
decided here, how it is worded in the table of articles.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tollbook.model.claims import Mode
from tollbook.model.counts import Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.measures import Measure
from tollbook.simulate.briefings import MINISTRY
from tollbook.simulate.dice import Dice
from tollbook.simulate.nouns import IntendedClaim, Truth
from tollbook.simulate.reports import STAFF, ReportPlan
from tollbook.simulate.series import ClaimedSeries
from tollbook.simulate.tables import table
from tollbook.simulate.wording import Value
from tollbook.simulate.world import other_party, recorded_party

__all__ = ["KINDS", "Desk", "News"]

WEEK_DAYS, SUNDAY = 7, 6
MEMORIAL, RENVALL, INSTITUTE = "Stone Book", "Aldis Renvall", "Institute for River Studies"
PRESIDENT, RESCUE = "Office of the President of Lomeria", "State Emergency Service of Lomeria"
FEWEST_NAMES = 15  # below that the project is not news yet
CALLED_UP_A_MONTH = 2000
FRONT_COLUMN = {"ru": 0, "uk": 1, "en": 2}


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news, ready to be worded.

    Attributes:
        values: For the slots of its sentences.
        claims: What it states; the document is filled in later.
    """

    values: Mapping[str, Value]
    claims: tuple[IntendedClaim, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """All that newsrooms can draw on.

    Attributes:
        series, plan: The Lomerian staff's figures and the days they were printed.
        admissions: What the Veskarian ministry admitted, in order.
        truth: The days and mentions so far; outlets see it only through a source's eyes.
        language: Of the article.
    """

    series: ClaimedSeries
    plan: ReportPlan
    admissions: tuple[IntendedClaim, ...]
    truth: Truth
    language: str


@dataclass(frozen=True, slots=True)
class _Shape:
    """Who counts what of whom, and how far; without the figures."""

    claimant: str
    party: str
    measure: Measure
    mode: Mode
    as_of: FuzzyDate | None

    def stating(self, low: int | None, high: int | None, qualifier: Qualifier) -> IntendedClaim:
        """The claim with its figures."""
        return IntendedClaim(
            "", self.claimant, self.party, self.measure, low, high, qualifier, self.mode, self.as_of
        )

    def exactly(self, value: int) -> IntendedClaim:
        """The claim of one value without a hedge."""
        return self.stating(value, value, Qualifier.EXACT)


def _staff_day(desk: Desk, day: date) -> date | None:
    """The day of the latest list, if it is of this week and rightly printed."""
    printed = [when for when in desk.plan.days if day - timedelta(days=WEEK_DAYS) < when <= day]
    return printed[-1] if printed and printed[-1] != desk.plan.misprint else None


def _staff_losses(desk: Desk, day: date, _: Dice) -> News | None:
    when = _staff_day(desk, day)
    if when is None:
        return None
    total = desk.series.total(when, Measure.LOSSES)
    shape = _Shape(STAFF, recorded_party(), Measure.LOSSES, Mode.CUMULATIVE, FuzzyDate.of(when))
    return News({"n": total, "said": when}, (shape.exactly(total),))


def _staff_things(desk: Desk, day: date, _: Dice) -> News | None:
    when = _staff_day(desk, day)
    if when is None:
        return None
    totals = {
        measure: desk.series.total(when, measure)
        for measure in (Measure.TANKS, Measure.AFV, Measure.ARTILLERY)
    }
    claims = tuple(
        _Shape(STAFF, recorded_party(), measure, Mode.CUMULATIVE, FuzzyDate.of(when)).exactly(total)
        for measure, total in totals.items()
    )
    return News({measure.value: total for measure, total in totals.items()} | {"said": when}, claims)


def _memorial(desk: Desk, day: date, _: Dice) -> News | None:
    sunday = day - timedelta(days=(day.weekday() - SUNDAY) % WEEK_DAYS)
    dead = {person.id for person in desk.truth.dead}
    names = {
        mention.person_id
        for mention in desk.truth.mentions
        if mention.channel == "memorial" and mention.listed_on <= sunday and mention.person_id in dead
    }
    if len(names) < FEWEST_NAMES:
        return None
    shape = _Shape(MEMORIAL, recorded_party(), Measure.KILLED, Mode.CUMULATIVE, FuzzyDate.of(sunday))
    return News({"n": len(names), "said": sunday}, (shape.exactly(len(names)),))


def _higher(desk: Desk, day: date, dice: Dice) -> News | None:
    if _memorial(desk, day, dice) is None:
        return None
    shape = _Shape(MEMORIAL, recorded_party(), Measure.KILLED, Mode.CUMULATIVE, None)
    return News({"said": day}, (shape.stating(None, None, Qualifier.UNKNOWN),))


def _month_before(desk: Desk, day: date) -> date | None:
    """The last day of the calendar month before, if the war had begun."""
    last = day.replace(day=1) - timedelta(days=1)
    return last if last >= desk.truth.days[0].day else None


def _chief(desk: Desk, day: date, dice: Dice) -> News | None:
    last = _month_before(desk, day)
    if last is None:
        return None
    party = dice.one_of([recorded_party(), other_party()])
    hurt = sum(desk.truth.total(party, measure, last) for measure in (Measure.KILLED, Measure.WOUNDED))
    floor = max(50, int(hurt * 1.1) // 50 * 50)
    month = FuzzyDate(last.year, last.month)
    shape = _Shape(RENVALL, party, Measure.KILLED_WOUNDED, Mode.CUMULATIVE, month)
    forms = table("articles")["forms"][party][desk.language]
    return News({"n": floor, "said": last, **forms}, (shape.stating(floor, None, Qualifier.AT_LEAST),))


def _ministry(desk: Desk, day: date, _: Dice) -> News | None:
    earlier = [
        claim
        for claim in desk.admissions
        if claim.measure is Measure.KILLED and claim.as_of and claim.as_of.last < day.replace(day=1)
    ]
    if not earlier or earlier[-1].low is None or earlier[-1].as_of is None:
        return None
    said, admitted = earlier[-1].as_of.first, int(earlier[-1].low)
    shape = _Shape(
        MINISTRY, recorded_party(), Measure.KILLED, Mode.CUMULATIVE, FuzzyDate(said.year, said.month)
    )
    return News({"n": admitted, "said": said}, (shape.exactly(admitted),))


def _president(desk: Desk, day: date, dice: Dice) -> News | None:
    said = day - timedelta(days=dice.between(0, 3))
    floor = desk.truth.total(other_party(), Measure.KILLED, said) * 9 // 10 // 5 * 5
    if not floor:
        return None
    shape = _Shape(PRESIDENT, other_party(), Measure.KILLED, Mode.CUMULATIVE, FuzzyDate.of(said))
    return News({"n": floor, "said": said}, (shape.stating(floor, None, Qualifier.AT_LEAST),))


def _institute(desk: Desk, day: date, _: Dice) -> News | None:
    last = _month_before(desk, day)
    if last is None:
        return None
    dead = desk.truth.total(recorded_party(), Measure.KILLED, last)
    low, high = max(10, dead * 8 // 10 // 10 * 10), max(20, dead * 13 // 10 // 10 * 10)
    month = FuzzyDate(last.year, last.month)
    shape = _Shape(INSTITUTE, recorded_party(), Measure.KILLED, Mode.CUMULATIVE, month)
    return News({"low": low, "high": high, "said": last}, (shape.stating(low, high, Qualifier.RANGE),))


def _shelling(desk: Desk, day: date, dice: Dice) -> News | None:
    when, killed, wounded = day - timedelta(days=dice.between(0, 3)), dice.between(2, 9), dice.between(3, 24)
    front = dice.one_of(table("places")["fronts"]["all"])[FRONT_COLUMN[desk.language]]
    claims = tuple(
        _Shape(RESCUE, other_party(), measure, Mode.EVENT, FuzzyDate.of(when)).exactly(number)
        for measure, number in ((Measure.KILLED, killed), (Measure.WOUNDED, wounded))
    )
    return News({"killed": killed, "wounded": wounded, "front": front, "said": when}, claims)


def _exchange(_: Desk, day: date, dice: Dice) -> News | None:
    when, home = day - timedelta(days=dice.between(0, 3)), dice.between(8, 45)
    shape = _Shape(PRESIDENT, other_party(), Measure.POW_EXCHANGED, Mode.EVENT, FuzzyDate.of(when))
    return News({"n": home, "said": when}, (shape.exactly(home),))


def _mobilised(desk: Desk, day: date, _: Dice) -> News | None:
    called_up = CALLED_UP_A_MONTH * (1 + day.month - desk.truth.days[0].day.month)
    shape = _Shape(MINISTRY, recorded_party(), Measure.MOBILISED, Mode.EVENT, None)
    return News({"n": called_up, "said": day}, (shape.exactly(called_up),))


Kind = Callable[[Desk, date, Dice], News | None]
KINDS: dict[str, Kind] = {
    "staff_losses": _staff_losses, "staff_things": _staff_things, "memorial": _memorial, "higher": _higher,
    "chief": _chief, "ministry": _ministry, "president": _president, "institute": _institute,
    "shelling": _shelling, "exchange": _exchange, "mobilised": _mobilised,
}  # fmt: skip
