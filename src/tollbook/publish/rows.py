"""The rows of the downloads: one definition for the CSV, the JSON, the schema and their documentation.

A field is a column of the CSV, a key of the JSON and a property of the schema; its line in the
docstring documents all three. A row holds what the edition shows and nothing more; what
is not stated is empty, never zero.
"""

from dataclasses import dataclass

from tollbook.model.editions import DocumentCard, Edition, PublishedClaim
from tollbook.model.estimates import OverlapStudy
from tollbook.model.people import Entry

__all__ = ["ClaimRow", "EstimateRow", "PersonRow", "claim_rows", "estimate_rows", "person_rows"]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """An attributed statement of a quantity: what somebody said, not a fact.

    Attributes:
        id: Stable id of the claim.
        claimant: Who made it; empty where the document names nobody.
        interest: How the claimant stands to those counted.
        relayed_by: Who passed it on.
        party: Whose losses.
        group: Who or what is counted, as far as the text says.
        subgroup: A narrower group: children, generals.
        place: Where, if the figure is about one place.
        measure: What is counted, as a code; "losses" is undefined and never means killed.
        low: The lower stated bound, or the value itself.
        high: The upper stated bound, or the value itself.
        qualifier: How firmly the figure is stated.
        vague: The wording where there is no usable number.
        unit: Empty for persons or items.
        mode: How the figure relates to time.
        standing: How the text presents it.
        covers_from: The first day of the events, as precisely as stated.
        covers_to: The last day of the events.
        as_of: The cut-off day.
        said_on: The day it was said, where it differs from publication.
        flags: What else must be known before using it.
        part_of: The claim this figure is a part of: never add the two.
        words: The main quotation, as it stands in the document.
        start: Where the quotation begins, in code points of the document's body.
        end: Where it ends.
        language: The language of the document.
        document: The id of the document.
        document_title: Its title.
        document_url: Its address.
        document_published: The day it was published.
        capture_sha256: The SHA-256 of our copy.
        recorded_at: When the book learned it (UTC).
    """

    id: str
    claimant: str | None
    interest: str
    relayed_by: str | None
    party: str | None
    group: str
    subgroup: str | None
    place: str | None
    measure: str
    low: float | None
    high: float | None
    qualifier: str
    vague: str | None
    unit: str | None
    mode: str
    standing: str
    covers_from: str | None
    covers_to: str | None
    as_of: str | None
    said_on: str | None
    flags: tuple[str, ...]
    part_of: str | None
    words: str
    start: int
    end: int
    language: str
    document: str
    document_title: str | None
    document_url: str | None
    document_published: str | None
    capture_sha256: str | None
    recorded_at: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the register, as published: a person known by name.

    Attributes:
        id: Stable id of the entry, never used again.
        name: The name shown, in the script of the source.
        other_names: Other spellings met, in any script.
        party: The side the person belonged to.
        fate: Dead, missing, captured.
        confirmation: How well the entry is supported.
        rule: The rule and version that decided it.
        age: In completed years, as stated.
        born: The date of birth, as far as it may be published.
        died: The date of death, as precisely as stated.
        home: Where the person came from, as far as it may be published.
        died_where: The place of death in the source's words.
        funeral: The date of the funeral.
        funeral_where: Its place.
        rank: In the source's words.
        unit: In the source's words.
        weakest_link: The probability of the least certain link between the records; empty for one record.
        records: How many records stand behind the entry.
        channels: The lists the person stands in.
        documents: The ids of the documents behind it.
    """

    id: str
    name: str
    other_names: tuple[str, ...]
    party: str | None
    fate: str
    confirmation: str
    rule: str
    age: int | None
    born: str | None
    died: str | None
    home: str | None
    died_where: str | None
    funeral: str | None
    funeral_where: str | None
    rank: str | None
    unit: str | None
    weakest_link: float | None
    records: int
    channels: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """What can be inferred for one party, by every method, with the summary of them all.

    Attributes:
        party: The side the estimate is about.
        study: The overlap table, each method's estimate, the panel, or the reason for refusing.
    """

    party: str
    study: OverlapStudy


def claim_rows(edition: Edition) -> tuple[ClaimRow, ...]:
    """The edition's claims, in its order."""
    cards = {card.id: card for card in edition.documents}
    return tuple(_claim_row(row, cards.get(row.claim.document_id)) for row in edition.claims)


def person_rows(edition: Edition) -> tuple[PersonRow, ...]:
    """The edition's register, in its order."""
    return tuple(_person_row(entry) for entry in edition.entries)


def estimate_rows(edition: Edition) -> tuple[EstimateRow, ...]:
    """The edition's estimates, in its order."""
    return tuple(EstimateRow(party, study) for party, study in edition.studies)


def _stated(value: object) -> str | None:
    return None if value is None else str(value)


def _claim_row(row: PublishedClaim, card: DocumentCard | None) -> ClaimRow:
    claim = row.claim
    return ClaimRow(
        id=claim.id,
        claimant=claim.claimant,
        interest=row.interest.value,
        relayed_by=claim.relayed_by,
        party=claim.party,
        group=claim.group.value,
        subgroup=claim.subgroup,
        place=claim.place,
        measure=claim.measure.value,
        low=claim.count.low,
        high=claim.count.high,
        qualifier=claim.count.qualifier.value,
        vague=claim.count.vague,
        unit=claim.count.unit,
        mode=claim.mode.value,
        standing=claim.standing.value,
        covers_from=_stated(claim.covers.start),
        covers_to=_stated(claim.covers.end),
        as_of=_stated(claim.as_of),
        said_on=_stated(claim.said_on),
        flags=tuple(sorted(flag.value for flag in claim.flags)),
        part_of=claim.part_of,
        words=claim.words,
        start=claim.spans[0].start,
        end=claim.spans[0].end,
        language=card.language if card else "und",
        document=claim.document_id,
        document_title=card.title if card else None,
        document_url=card.url if card else None,
        document_published=_stated(card.published) if card else None,
        capture_sha256=card.sha256 if card else None,
        recorded_at=row.recorded_at.isoformat(),
    )


def _person_row(entry: Entry) -> PersonRow:
    return PersonRow(
        id=entry.id,
        name=entry.name.full,
        other_names=entry.other_names,
        party=entry.party,
        fate=entry.fate.value,
        confirmation=entry.confirmation.value,
        rule=entry.rule,
        age=entry.age,
        born=_stated(entry.born),
        died=_stated(entry.died),
        home=entry.home,
        died_where=entry.died_where,
        funeral=_stated(entry.funeral),
        funeral_where=entry.funeral_where,
        rank=entry.rank,
        unit=entry.unit,
        weakest_link=entry.weakest_link,
        records=len(entry.record_ids),
        channels=entry.channels,
        documents=entry.document_ids,
    )
