"""What the simulator hands out: the texts, and the truth that only the score may look at.

The truth never goes into a text: no id, no true total, no flag. Whoever reads the documents
reads them blind, and the scorecard alone holds both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tollbook.model.claims import Mode
from tollbook.model.counts import Qualifier
from tollbook.model.dates import FuzzyDate
from tollbook.model.measures import Measure
from tollbook.model.people import Fate
from tollbook.model.scope import Scope

__all__ = [
    "DayTruth", "IntendedClaim", "Mention", "NameForm", "Sex", "SimulatedDocument",
    "SimulatedPerson", "SimulatedWar", "Slip", "SlipKind", "Truth",
]  # fmt: skip


class Sex(StrEnum):
    """Which forms of words a person takes."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name in one script and language, in the nominative."""

    family: str
    given: str
    patronymic: str

    @property
    def full(self) -> str:
        """Family name first, as lists have it."""
        return f"{self.family} {self.given} {self.patronymic}"


@dataclass(frozen=True, slots=True)
class SimulatedPerson:
    """An invented person and what truly became of them.

    Attributes:
        id: Known to the truth alone.
        party: The side the person belonged to.
        sex: For the forms of words.
        russian, ukrainian: The name in both spellings.
        born: Day of birth.
        fate: Dead, or alive where a notice about them is a trap.
        died: Day of death; ``None`` for the living.
        home, region, rank, unit: Keys into the tables of places, ranks and units.
    """

    id: str
    party: str
    sex: Sex
    russian: NameForm
    ukrainian: NameForm
    born: date
    fate: Fate
    died: date | None
    home: str
    region: str
    rank: str
    unit: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One document truly speaks of one person.

    Attributes:
        document: The document's name.
        person_id: Who is meant.
        channel: The list that the document belongs to.
        listed_on: The day it was published.
        delay_days: Days from death to listing; ``None`` for the living.
        stated: The name in the nominative as the text spells it, errors and all.
        fate: What the text says became of the person.
    """

    document: str
    person_id: str
    channel: str
    listed_on: date
    delay_days: int | None
    stated: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class IntendedClaim:
    """What a document was written to state, so that reading can be scored.

    Attributes:
        document: The document's name.
        claimant: Canonical name; ``None`` where the text names nobody.
        party: Whose losses.
        measure, low, high, qualifier, mode, as_of: As in a claim.
    """

    document: str
    claimant: str | None
    party: str
    measure: Measure
    low: float | None
    high: float | None
    qualifier: Qualifier
    mode: Mode
    as_of: FuzzyDate | None


class SlipKind(StrEnum):
    """How a printed figure departs from its series."""

    CORRECTION = "correction"
    MISPRINT = "misprint"


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure that was corrected downwards or misprinted, on purpose.

    Attributes:
        kind: Correction or misprint.
        document: Where it stands.
        measure: Of what.
        stated: What is printed.
        expected: The running total before the correction; what the misprint should have been.
    """

    kind: SlipKind
    document: str
    measure: Measure
    stated: int
    expected: int


@dataclass(frozen=True, slots=True)
class DayTruth:
    """What one side truly lost on one day.

    Attributes:
        day: The calendar day.
        party: Whose losses.
        people: Killed, wounded, missing and captured, by measure.
        equipment: Things lost, by measure.
    """

    day: date
    party: str
    people: Mapping[Measure, int]
    equipment: Mapping[Measure, int]


@dataclass(frozen=True, slots=True)
class SimulatedDocument:
    """A published text of the invented war.

    Attributes:
        name: The file's stem; ``text`` belongs into ``<name>.md``.
        text: Front matter and body.
        published: The day it appeared.
        source: Canonical name of the publisher.
        language: ``en``, ``uk`` or ``ru``.
    """

    name: str
    text: str
    published: date
    source: str
    language: str


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is so, and all that the documents were meant to say.

    Attributes:
        dead: Everyone of the recorded side who died, listed or not.
        living: People whom notices name though they are alive.
        days: Losses of both sides by day.
        mentions: Which document speaks of whom.
        stated: The claims in the documents.
        slips: Corrections and misprints.
        recorded_party: The side whose dead are recorded by name.
    """

    dead: tuple[SimulatedPerson, ...]
    living: tuple[SimulatedPerson, ...]
    days: tuple[DayTruth, ...]
    mentions: tuple[Mention, ...]
    stated: tuple[IntendedClaim, ...]
    slips: tuple[Slip, ...]
    recorded_party: str

    def total(self, party: str, measure: Measure, until: date) -> int:
        """The true running total of a measure at the end of a day."""
        days = (day for day in self.days if day.party == party and day.day <= until)
        return sum(day.people.get(measure, day.equipment.get(measure, 0)) for day in days)

    @property
    def documented(self) -> frozenset[str]:
        """The ids of the dead whom at least one document names."""
        dead = {person.id for person in self.dead}
        return frozenset(mention.person_id for mention in self.mentions if mention.person_id in dead)


@dataclass(frozen=True, slots=True)
class SimulatedWar:
    """An invented war: what may be known beforehand, what was published and what was so."""

    seed: int
    scope: Scope
    documents: tuple[SimulatedDocument, ...]
    truth: Truth
