"""Assembly: one line of the register out of the records judged one person.

Each shown field is chosen by a stated rule and cites the records that state it. Nobody known
only as alive gets an entry. Input order never matters.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tollbook.model.dates import FuzzyDate
from tollbook.model.ids import stable_id
from tollbook.model.links import Cluster
from tollbook.model.people import Entry, Fate, Name, PersonRecord
from tollbook.model.scope import Scope
from tollbook.register.choosing import (
    Choice,
    choose_age,
    choose_date,
    choose_name,
    choose_words,
    original_script,
)
from tollbook.register.confirming import Decision, confirmation_of
from tollbook.text import fold

__all__ = ["assemble", "entry_id"]

Records = tuple[PersonRecord, ...]

# The fate shown where records state several: what came last in a life.
FATES_LAST_FIRST = (Fate.DEAD, Fate.CAPTURED, Fate.MISSING)


def assemble(
    records: Iterable[PersonRecord],
    clusters: Iterable[Cluster],
    scope: Scope,
    *,
    decisions: Mapping[str, Sequence[Decision]] | None = None,
) -> tuple[Entry, ...]:
    """The register: one entry for each cluster, told apart by fate, sorted by name and id.

    Args:
        records: All records; one that stands in no cluster is a person of its own.
        clusters: Which records were judged one person; unknown record ids are passed over.
        scope: The sources and parties.
        decisions: What people decided, by entry id.

    Returns:
        No entry for a cluster that knows the person only as alive. Where one record says alive
        and another does not, the entry is contested.
    """
    by_id = {record.id: record for record in records}
    entries = (_entry(group, weakest, scope, decisions or {}) for group, weakest in _members(by_id, clusters))
    return tuple(sorted((entry for entry in entries if entry), key=lambda entry: (entry.name.full, entry.id)))


def entry_id(records: Sequence[PersonRecord]) -> str:
    """The entry's id: made of the earliest published of its records, the smallest id on a tie.

    So a record published later, or of an unknown day, never changes it; only an older document
    found afterwards can.
    """
    first = min(
        records, key=lambda record: (record.published.first if record.published else date.max, record.id)
    )
    return stable_id("e", first.id)


def _members(
    by_id: Mapping[str, PersonRecord], clusters: Iterable[Cluster]
) -> list[tuple[Records, float | None]]:
    """The records of each person, sorted by id, with the certainty of what holds them together."""
    groups: list[tuple[Records, float | None]] = []
    placed: set[str] = set()
    for cluster in clusters:
        known = sorted((set(cluster.members) & by_id.keys()) - placed)
        placed.update(known)
        if known:
            groups.append((tuple(by_id[record_id] for record_id in known), cluster.weakest))
    return groups + [((by_id[record_id],), None) for record_id in sorted(by_id.keys() - placed)]


def _entry(
    records: Records, weakest: float | None, scope: Scope, decisions: Mapping[str, Sequence[Decision]]
) -> Entry | None:
    fates = {record.fate for record in records}
    fate = next((each for each in FATES_LAST_FIRST if each in fates), None)
    if fate is None:
        return None
    shown = _shown(records, scope)
    identity = entry_id(records)
    confirmation, rule = confirmation_of(records, scope, decisions.get(identity, ()))
    return Entry(
        id=identity,
        name=shown.name.value or records[0].name,
        party=shown.words["party"].value,
        fate=fate,
        record_ids=tuple(record.id for record in records),
        document_ids=tuple(sorted({record.document_id for record in records})),
        channels=tuple(sorted({record.channel for record in records if record.channel})),
        confirmation=confirmation,
        rule=rule,
        other_names=_other_names(records, shown.name.value),
        age=shown.age.value,
        born=shown.dates["born"].value,
        died=shown.dates["died"].value,
        home=shown.words["home"].value,
        died_where=shown.words["died_where"].value,
        funeral=shown.dates["funeral"].value,
        funeral_where=shown.words["funeral_where"].value,
        rank=shown.words["rank"].value,
        unit=shown.words["unit"].value,
        weakest_link=weakest,
        cited=shown.cited,
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """Every field of an entry as chosen, by name."""

    name: Choice[Name]
    age: Choice[int]
    words: Mapping[str, Choice[str]]
    dates: Mapping[str, Choice[FuzzyDate]]

    @property
    def cited(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """``(field, record ids)`` of every field that some record states."""
        chosen = {field: choice.cited for field, choice in self.words.items()}
        chosen |= {field: choice.cited for field, choice in self.dates.items()}
        chosen |= {"name": self.name.cited, "age": self.age.cited}
        return tuple(sorted((field, ids) for field, ids in chosen.items() if ids))


def _shown(records: Records, scope: Scope) -> Shown:
    script = original_script(records, scope)
    words = ("party", "home", "died_where", "funeral_where", "rank", "unit")
    dates = ("born", "died", "funeral")
    return Shown(
        name=choose_name(records, script),
        age=choose_age((record.id, record.age) for record in records),
        words={
            field: choose_words(((record.id, getattr(record, field)) for record in records), script)
            for field in words
        },
        dates={
            field: choose_date((record.id, getattr(record, field)) for record in records) for field in dates
        },
    )


def _other_names(records: Records, shown: Name | None) -> tuple[str, ...]:
    """Every other spelling met, one of each that differs in more than case and punctuation."""
    spellings = sorted({name for record in records for name in (record.name.full, *record.aka)})
    taken = {fold(shown.full)} if shown else set()
    others = []
    for spelling in spellings:
        if fold(spelling) not in taken:
            taken.add(fold(spelling))
            others.append(spelling)
    return tuple(others)
