"""What one document shows of one person, before it is a record.

A fact never stands without the span that states it, and nothing is computed here: no age from
two dates, no day of death from a funeral.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tollbook.model.documents import Document, Span, SpanRole
from tollbook.model.people import Fate, Name, PersonRecord
from tollbook.model.scope import Scope

__all__ = ["Fact", "Sighting", "record_of", "without_repeats"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated value of one field of the record, and where it is stated."""

    field: str
    value: object
    span: Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person with a fate, as one document states it."""

    name: Name
    fate: Fate
    spans: tuple[Span, ...]
    facts: tuple[Fact, ...] = ()
    other_names: tuple[str, ...] = ()
    party: str | None = None


def record_of(document: Document, scope: Scope, sighting: Sighting) -> PersonRecord:
    """The record of a sighting; the first statement of each field holds."""
    source = scope.source_named(document.publisher)
    stated: dict[str, Any] = {}
    places: list[tuple[str, Span]] = [("name", sighting.spans[0])]
    for fact in sighting.facts:
        if fact.field not in stated and fact.field != "aka":
            stated[fact.field] = fact.value
            places.append((fact.field, fact.span))
    aliases = [(str(fact.value), fact.span) for fact in sighting.facts if fact.field == "aka"]
    places += [("aka", span) for _, span in aliases]
    return PersonRecord(
        document_id=document.id,
        name=sighting.name,
        fate=sighting.fate,
        spans=without_repeats(sighting.spans),
        field_spans=tuple(places),
        party=sighting.party or (source and (source.names_dead_of or source.party)) or None,
        publisher=document.publisher,
        channel=source.channel if source else None,
        language=document.language,
        published=document.published,
        aka=tuple(sorted({*sighting.other_names, *(name for name, _ in aliases)} - {sighting.name.full})),
        **stated,
    )


def without_repeats(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in their order, none inside an earlier one; words printed again are repeats."""
    kept: list[Span] = []
    for span in spans:
        if any(other.start <= span.start and span.end <= other.end for other in kept):
            continue
        again = _stands_in(span, kept)
        kept.append(Span(span.start, span.end, span.quote, SpanRole.REPEAT if again else span.role))
    return tuple(kept)


def _stands_in(span: Span, others: Sequence[Span]) -> bool:
    return any(span.quote == other.quote for other in others)
