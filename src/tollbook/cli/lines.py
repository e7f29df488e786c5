"""The JSON lines of ``toll read``: one object a claim or person, in the contract's words."""

from pathlib import PurePosixPath

from tollbook.model.claims import Claim
from tollbook.model.documents import Document, Span
from tollbook.model.people import PersonRecord
from tollbook.plain import to_plain

__all__ = ["claim_line", "person_line"]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _spans(spans: tuple[Span, ...]) -> object:
    return [to_plain(span) for span in spans]


def claim_line(claim: Claim, document: Document | str) -> dict[str, object]:
    """A claim in the words of the contract (``status`` is the claim's standing)."""
    return {
        "type": "claim",
        "document": _stem(document),
        "id": claim.id,
        "claimant": claim.claimant,
        "claimant_in_text": claim.claimant_in_text,
        "relayed_by": claim.relayed_by,
        "together_with": list(claim.together_with),
        "party": claim.party,
        "group": claim.group.value,
        "subgroup": claim.subgroup,
        "measure": claim.measure.value,
        "low": claim.count.low,
        "high": claim.count.high,
        "qualifier": claim.count.qualifier.value,
        "unit": claim.count.unit,
        "vague": claim.count.vague,
        "mode": claim.mode.value,
        "status": claim.standing.value,
        "from": _text(claim.covers.start),
        "to": _text(claim.covers.end),
        "as_of": _text(claim.as_of),
        "place": claim.place,
        "flags": sorted(flag.value for flag in claim.flags),
        "part_of": claim.part_of,
        "spans": _spans(claim.spans),
    }


def person_line(record: PersonRecord, document: Document | str) -> dict[str, object]:
    """A person in the words of the contract (``status`` is the person's fate)."""
    return {
        "type": "person",
        "document": _stem(document),
        "id": record.id,
        "name": record.name.full,
        "name_in_text": record.name.stated,
        "aka": list(record.aka),
        "age": record.age,
        "party": record.party,
        "status": record.fate.value,
        "birth_date": _text(record.born),
        "death_date": _text(record.died),
        "wounded_date": _text(record.wounded),
        "funeral_date": _text(record.funeral),
        "funeral_place": record.funeral_where,
        "place": record.died_where,
        "home": record.home,
        "rank": record.rank,
        "unit": record.unit,
        "role": record.role,
        "spans": _spans(record.spans),
    }


def _stem(document: Document | str) -> str:
    return document.stem if isinstance(document, Document) else PurePosixPath(document).stem
