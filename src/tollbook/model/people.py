"""People: one source's row about a person, and one line of our register. Never the same thing."""

from dataclasses import dataclass, field
from enum import StrEnum

from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Span
from tollbook.model.ids import stable_id

__all__ = ["Confirmation", "Entry", "Fate", "Name", "PersonRecord"]


class Fate(StrEnum):
    """What became of the person, as stated."""

    DEAD = "dead"
    MISSING = "missing"
    CAPTURED = "captured"
    ALIVE = "alive"


class Confirmation(StrEnum):
    """How well an entry is supported, by the rule in force."""

    REPORTED = "reported"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in the nominative, with its parts as far as they can be told apart.

    Attributes:
        full: As it is to be shown, in the script of the source.
        family: The surname.
        given: The given name.
        patronymic: The patronymic.
        stated: The form that stands in the text, where it differs (oblique cases).
    """

    full: str
    family: str | None = None
    given: str | None = None
    patronymic: str | None = None
    stated: str | None = None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What one document says about one person, as stated.

    Attributes:
        document_id: The document it stands in.
        name: The name.
        fate: Dead, missing, captured or alive.
        spans: The words, first the ones that name the person.
        field_spans: ``(field, span)`` pairs: where each field below is stated.
        party: The side the person belonged to.
        publisher: The body whose row this is.
        channel: The list it belongs to.
        language: The language of the source.
        age: In completed years, as stated.
        born, died, wounded, funeral, missing_since: Dates, never mixed up.
        died_where, home, funeral_where: Places in raw words.
        rank, unit, role: Raw words.
    """

    document_id: str
    name: Name
    fate: Fate
    spans: tuple[Span, ...]
    field_spans: tuple[tuple[str, Span], ...] = ()
    party: str | None = None
    publisher: str | None = None
    channel: str | None = None
    language: str = "und"
    published: FuzzyDate | None = None
    age: int | None = None
    born: FuzzyDate | None = None
    died: FuzzyDate | None = None
    wounded: FuzzyDate | None = None
    missing_since: FuzzyDate | None = None
    funeral: FuzzyDate | None = None
    died_where: str | None = None
    home: str | None = None
    funeral_where: str | None = None
    rank: str | None = None
    unit: str | None = None
    role: str | None = None
    aka: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The same for the same mention in the same place of the same document."""
        return stable_id("r", self.document_id, self.spans[0].start, self.spans[0].end, self.name.full)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register, assembled from the records judged one person.

    Attributes:
        id: Stable, never used again.
        name: The name shown: the best-evidenced form in the original script.
        other_names: Every other spelling met, in any script.
        record_ids: The records behind the entry.
        document_ids: The documents behind the records.
        channels: The lists the person stands in.
        confirmation: By the rule named in ``rule``.
        rule: The rule and its version.
        weakest_link: The least certain of the links that made the records one person,
            ``None`` for a single record.
        cited: ``(field, record ids)`` pairs: which records state each shown field.
    """

    id: str
    name: Name
    party: str | None
    fate: Fate
    record_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    channels: tuple[str, ...]
    confirmation: Confirmation
    rule: str
    other_names: tuple[str, ...] = ()
    age: int | None = None
    born: FuzzyDate | None = None
    died: FuzzyDate | None = None
    home: str | None = None
    died_where: str | None = None
    funeral: FuzzyDate | None = None
    funeral_where: str | None = None
    rank: str | None = None
    unit: str | None = None
    weakest_link: float | None = None
    cited: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())
