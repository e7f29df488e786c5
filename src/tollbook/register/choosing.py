"""Choosing: which of several stated values an entry shows, by a rule that can be told.

Words: the original script first, then the value most records state, then the fullest, then
the smallest record id. Dates: the most precise one that more than half of the records could
mean. A value is always one that some record states; nothing is averaged or pieced together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tollbook.model.dates import FuzzyDate
from tollbook.model.people import Name, PersonRecord
from tollbook.model.scope import Scope
from tollbook.text import fold, script_of

__all__ = ["Choice", "choose_age", "choose_date", "choose_name", "choose_words", "original_script"]

Value = TypeVar("Value")

LATIN = "latin"


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """The value shown and the ids of the records that state it; ``None`` where none does."""

    value: Value | None = None
    cited: tuple[str, ...] = ()


def original_script(records: Sequence[PersonRecord], scope: Scope) -> str:
    """The script in which the person's own side writes the name.

    That of the party's own sources; where none of them speaks, any script but Latin, since
    names are transcribed into Latin far more often than out of it; else Latin.
    """
    own = [script_of(record.name.full) for record in records if _is_own(record, scope)]
    foreign = [script_of(record.name.full) for record in records]
    candidates = own or [script for script in foreign if script != LATIN] or [LATIN]
    counted = Counter(candidates)
    return min(counted, key=lambda script: (-counted[script], script))


def choose_name(records: Sequence[PersonRecord], script: str) -> Choice[Name]:
    """The form of the name to show, as one record has it."""
    forms = _grouped((record.id, fold(record.name.full)) for record in records)
    by_id = {record.id: record for record in records}

    def rank(form: str) -> tuple[bool, int, int, str]:
        return (script_of(form) != script, -len(forms[form]), -len(form.split()), forms[form][0])

    best = forms[min(forms, key=rank)]
    fullest = min(best, key=lambda record_id: (by_id[record_id].name.family is None, record_id))
    return Choice(by_id[fullest].name, best)


def choose_words(stated: Iterable[tuple[str, str | None]], script: str) -> Choice[str]:
    """The words to show for a place, rank or unit.

    Args:
        stated: ``(record id, words)`` pairs.
        script: The original script.
    """
    words = {record_id: text for record_id, text in stated if text}
    forms = _grouped((record_id, fold(text)) for record_id, text in words.items())
    if not forms:
        return Choice()

    def rank(form: str) -> tuple[bool, int, int, str]:
        return (script_of(form) != script, -len(forms[form]), -len(form), forms[form][0])

    best = forms[min(forms, key=rank)]
    return Choice(words[best[0]], best)


def choose_age(stated: Iterable[tuple[str, int | None]]) -> Choice[int]:
    """The age most records state; on a tie the one of the smallest record id."""
    forms = _grouped((record_id, age) for record_id, age in stated if age is not None)
    if not forms:
        return Choice()
    best = min(forms, key=lambda age: (-len(forms[age]), forms[age][0]))
    return Choice(best, forms[best])


def choose_date(stated: Iterable[tuple[str, FuzzyDate | None]]) -> Choice[FuzzyDate]:
    """The most precise date that more than half of the records could mean.

    Where no date has such a majority, the one most records could mean, then the most precise,
    then the one of the smallest record id.
    """
    dates = _grouped((record_id, day) for record_id, day in stated if day)
    if not dates:
        return Choice()
    support = {day: sum(len(ids) for other, ids in dates.items() if day.could_be(other)) for day in dates}
    half = sum(map(len, dates.values())) / 2

    def rank(day: FuzzyDate) -> tuple[float, int, int, str]:
        width = (day.last - day.first).days
        if support[day] > half:
            return (0, width, -support[day], dates[day][0])
        return (1, -support[day], width, dates[day][0])

    best = min(dates, key=rank)
    return Choice(best, dates[best])


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[Value, tuple[str, ...]]:
    """The record ids, sorted, that state each value."""
    grouped: dict[Value, list[str]] = defaultdict(list)
    for record_id, value in pairs:
        grouped[value].append(record_id)
    return {value: tuple(sorted(ids)) for value, ids in grouped.items()}


def _is_own(record: PersonRecord, scope: Scope) -> bool:
    source = scope.source_named(record.publisher) if record.publisher else None
    return source is not None and source.party is not None and source.party == record.party
