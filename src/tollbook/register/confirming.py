"""Confirmation: how well records support an entry, by a decision table kept as data.

The machine may say reported, corroborated or contested. Confirmed takes decisions by two
different people; no count of records, however large, ever gives it.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import combinations

from tollbook.model.people import Confirmation, Fate, PersonRecord
from tollbook.model.scope import Scope, SourceKind
from tollbook.text import fold

__all__ = ["Decision", "DecisionKind", "confirmation_of", "contradict"]


class DecisionKind(StrEnum):
    """What a person decided about an entry."""

    CONFIRM = "confirm"
    RETRACT = "retract"


@dataclass(frozen=True, slots=True)
class Decision:
    """One person's attributed decision about one entry."""

    decided_by: str
    kind: DecisionKind
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the decision table: the least that must hold for its result."""

    result: Confirmation
    reason: str
    publishers: int = 0
    open_publishers: int = 0
    confirming_people: int = 0
    retracting_people: int = 0
    contradicting: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The decision table with its version."""

    version: str
    closed_kinds: frozenset[SourceKind]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind an entry, counted once."""

    publishers: int
    open_publishers: int
    confirming_people: int
    retracting_people: int
    contradicting: bool

    def meets(self, row: Row) -> bool:
        """Whether every condition of the row holds."""
        return (
            self.publishers >= row.publishers
            and self.open_publishers >= row.open_publishers
            and self.confirming_people >= row.confirming_people
            and self.retracting_people >= row.retracting_people
            and (self.contradicting or not row.contradicting)
        )


def confirmation_of(
    records: Sequence[PersonRecord], scope: Scope, decisions: Iterable[Decision] = ()
) -> tuple[Confirmation, str]:
    """How well the records support an entry, and the version of the rule that says so.

    Args:
        records: Everything judged to be about one person.
        scope: The sources, whose kinds tell a leak from a publisher, and whose aliases tell
            that two names are one publisher.
        decisions: What people have decided about this entry.
    """
    table = decision_table()
    support = _support(records, scope, tuple(decisions), table)
    row = next(row for row in table.rows if support.meets(row))
    return row.result, table.version


def contradict(left: PersonRecord, right: PersonRecord) -> bool:
    """Whether two records cannot both be true of one person: alive and not, or two days of death."""
    if (left.fate is Fate.ALIVE) != (right.fate is Fate.ALIVE):
        return True
    return left.died is not None and right.died is not None and not left.died.could_be(right.died)


@cache
def decision_table() -> Table:
    """The table in force, from ``confirmation.toml``."""
    raw = tomllib.loads(files(__package__).joinpath("confirmation.toml").read_text("utf-8"))
    return Table(
        version=raw["version"],
        closed_kinds=frozenset(SourceKind(kind) for kind in raw["closed_kinds"]),
        rows=tuple(_row(row) for row in raw["row"]),
    )


def _row(raw: Mapping[str, object]) -> Row:
    return Row(**{**raw, "result": Confirmation(str(raw["result"]))})  # type: ignore[arg-type]


def _support(
    records: Sequence[PersonRecord], scope: Scope, decisions: tuple[Decision, ...], table: Table
) -> Support:
    kinds = dict(_publisher(record.publisher, scope) for record in records if record.publisher)
    people = {
        kind: len({fold(each.decided_by) for each in decisions if each.kind is kind}) for kind in DecisionKind
    }
    return Support(
        publishers=len(kinds),
        open_publishers=sum(kind not in table.closed_kinds for kind in kinds.values()),
        confirming_people=people[DecisionKind.CONFIRM],
        retracting_people=people[DecisionKind.RETRACT],
        contradicting=any(contradict(*pair) for pair in combinations(records, 2)),
    )


def _publisher(name: str, scope: Scope) -> tuple[str, SourceKind]:
    """One name for each publisher, whatever it was called, and what kind of body it is."""
    source = scope.source_named(name)
    return (fold(source.name), source.kind) if source else (fold(name), SourceKind.UNKNOWN)
