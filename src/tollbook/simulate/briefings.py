"""The attacker speaks: weekly briefings on its enemy, and three admissions of its own dead."""

from datetime import date, timedelta

from tollbook.model.claims import Mode
from tollbook.model.counts import Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.measures import Measure
from tollbook.model.scope import Scope
from tollbook.simulate.dice import Dice
from tollbook.simulate.documents import Imprint, Written, document
from tollbook.simulate.nouns import DayTruth, IntendedClaim
from tollbook.simulate.series import ClaimedSeries
from tollbook.simulate.tables import table
from tollbook.simulate.wording import Value, Wording
from tollbook.simulate.world import WarSize, other_party, recorded_party, started

__all__ = ["ADMISSION_WEEKS", "MINISTRY", "write_admissions", "write_briefings"]

STAFF = "General Staff of the Armed Forces of Veskaria"
MINISTRY = "Ministry of Defence of Veskaria"
SILENT_WEEKS = (6, 7, 15)
ADMISSION_WEEKS = (2, 5, 9)
ADMITTED = 0.55  # of its own dead; of its wounded, less
ADMITTED_WOUNDED = 0.4
THINGS = {
    "helicopters": Measure.HELICOPTERS, "uav": Measure.UAV,
    "tanks_afv": Measure.TANKS_AFV, "mlrs": Measure.MLRS,
}  # fmt: skip


def write_briefings(series: ClaimedSeries, size: WarSize, scope: Scope, dice: Dice) -> list[Written]:
    """A briefing at the end of each week but the silent ones."""
    ends = [started() + timedelta(days=(week + 1) * 7 - 1) for week in range(size.weeks)]
    spoken = [day for week, day in enumerate(ends) if week not in SILENT_WEEKS]
    return [_briefing(series, day, scope, dice) for day in spoken]


def write_admissions(days: tuple[DayTruth, ...], size: WarSize, scope: Scope, dice: Dice) -> list[Written]:
    """What the ministry says of its own dead: too few, three times, then nothing more."""
    weeks = [week for week in ADMISSION_WEEKS if week < size.weeks]
    spoken = [started() + timedelta(days=week * 7 + 3) for week in weeks]
    return [_admission(days, day, scope, dice) for day in spoken]


def _briefing(series: ClaimedSeries, day: date, scope: Scope, dice: Dice) -> Written:
    language = dice.one_of(["ru", "ru", "uk", "en"])
    imprint = Imprint(f"veskaria-staff-{day.isoformat()}", STAFF, day, language)
    words, values = table("reports")["briefing"][language], _figures(series, day)
    chosen = ["opening", "week", "total"]
    if dice.happens(0.6) and all(values[thing] for thing in THINGS):
        chosen.append("things")
    said = [Wording(language).fill(dice.one_of(words[part]), values) for part in chosen]
    title = dice.one_of(words["title"])
    claims = [_claim(imprint, "week", values), _claim(imprint, "total", values)]
    if "things" in chosen:
        claims += [_claim(imprint, thing, values) for thing in THINGS]
    return Written(document(imprint, title, "\n\n".join(said), scope), stated=tuple(claims))


def _figures(series: ClaimedSeries, day: date) -> dict[str, Value]:
    """The week's and the running figures that the sentences ask for."""
    week = series.between(day - timedelta(days=6), day, Measure.LOSSES)
    values: dict[str, Value] = {"week": max(10, week), "total": series.total(day, Measure.LOSSES)}
    for thing, measure in THINGS.items():
        if measure is not Measure.TANKS_AFV:
            values[thing] = series.total(day, measure)
    values["tanks_afv"] = series.total(day, Measure.TANKS) + series.total(day, Measure.AFV)
    return values


def _claim(imprint: Imprint, part: str, values: dict[str, Value]) -> IntendedClaim:
    """The claim behind one figure: the week's is a ceiling, the total a floor, things are exact."""
    value, day = int(str(values[part])), FuzzyDate.of(imprint.published)
    shapes = {
        "week": (Measure.KILLED_WOUNDED, None, value, Qualifier.AT_MOST, Mode.INCREMENT),
        "total": (Measure.LOSSES, value, None, Qualifier.AT_LEAST, Mode.CUMULATIVE),
    }
    shape = shapes.get(part) or (THINGS[part], value, value, Qualifier.EXACT, Mode.CUMULATIVE)
    measure, low, high, qualifier, mode = shape
    return IntendedClaim(imprint.name, STAFF, other_party(), measure, low, high, qualifier, mode, day)


def _admission(days: tuple[DayTruth, ...], day: date, scope: Scope, dice: Dice) -> Written:
    language = dice.one_of(["ru", "uk", "en"])
    imprint = Imprint(f"veskaria-ministry-{day.isoformat()}", MINISTRY, day, language)
    own = [each for each in days if each.party == recorded_party() and each.day <= day]
    values: dict[str, Value] = {
        "killed": max(1, int(ADMITTED * sum(each.people[Measure.KILLED] for each in own))),
        "wounded": max(1, int(ADMITTED_WOUNDED * sum(each.people[Measure.WOUNDED] for each in own))),
    }
    words = table("reports")
    said = Wording(language).fill(dice.one_of(words["admission"][language]), values)
    body = f"{said}\n\n{words['admission_tail'][language]}"
    claims = (_own_loss(imprint, Measure.KILLED, values), _own_loss(imprint, Measure.WOUNDED, values))
    return Written(document(imprint, words["admission_title"][language], body, scope), stated=claims)


def _own_loss(imprint: Imprint, measure: Measure, values: dict[str, Value]) -> IntendedClaim:
    value, day = int(str(values[measure.value])), FuzzyDate.of(imprint.published)
    return IntendedClaim(
        imprint.name, MINISTRY, recorded_party(), measure, value, value, Qualifier.EXACT, Mode.CUMULATIVE, day
    )
