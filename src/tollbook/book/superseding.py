"""Superseding: what followed the old rows of a document when it was read again, and why.

The reason is told carefully. That a publisher edited or withdrew a statement is itself a
statement about the publisher; it is made only where the text changed, not our reading of it.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tollbook.book.matching import CLAIM_KEYS, PERSON_KEYS, Key, pair_up
from tollbook.book.models import ClaimRow, PersonRow, Row, SupersessionRow
from tollbook.book.rows import SupersededBecause
from tollbook.book.writing import Page
from tollbook.model.claims import Claim
from tollbook.model.documents import Document
from tollbook.model.people import PersonRecord
from tollbook.plain import from_plain

__all__ = ["CLAIMS", "PEOPLE", "Kind", "NewText", "superseded_rows", "supersede"]

Item = Claim | PersonRecord


@dataclass(frozen=True, slots=True)
class Kind:
    """Claims or person records: how each is kept and matched.

    Attributes:
        name: ``claim`` or ``person``.
        model: The table.
        noun: What a row holds.
        keys: What makes two of them one statement, from strict to loose.
    """

    name: str
    model: type[Row]
    noun: type[Claim] | type[PersonRecord]
    keys: tuple[Key, ...]


CLAIMS = Kind("claim", ClaimRow, Claim, CLAIM_KEYS)
PEOPLE = Kind("person", PersonRow, PersonRecord, PERSON_KEYS)


@dataclass(frozen=True, slots=True)
class NewText:
    """The document as it is read now, and by which version of the readers."""

    document: Document
    version: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A row that held until now, and under which text and reading."""

    number: int
    item: Item
    capture_sha256: str
    body: str
    version: str


def supersede(
    alias: str, page: Page, kind: Kind, text: NewText, new: Sequence[tuple[Row, Item]]
) -> Counter[SupersededBecause]:
    """How many old rows of the document gave way, by reason; the new ones are in the book."""
    old = _standing(alias, kind, text.document.id)
    page.add([row for row, _ in new])
    pairs = pair_up([row.item for row in old], [item for _, item in new], kind.keys)
    rows = [
        SupersessionRow(
            what=kind.name,
            old_row=old[before].number,
            new_row=None if after is None else new[after][0].pk,
            because=_because(old[before], text, gone=after is None, same=same),
        )
        for before, after, same in pairs
    ]
    page.add(rows)
    return Counter(row.because for row in rows)


def superseded_rows(alias: str, kind_name: str) -> Any:  # noqa: ANN401 - Django publishes no types
    """A query for the numbers of the rows of a kind that no longer hold."""
    return SupersessionRow.objects.using(alias).filter(what=kind_name).values("old_row")


def _standing(alias: str, kind: Kind, document_id: str) -> list[Standing]:
    rows = kind.model.objects.using(alias).filter(document_id=document_id)
    live = rows.exclude(pk__in=superseded_rows(alias, kind.name)).order_by("pk")
    fields = ("pk", "record", "capture_sha256", "reading__opened__body", "reading__reading_version")
    return [
        Standing(number, from_plain(json.loads(record), kind.noun), *rest)
        for number, record, *rest in live.values_list(*fields)
    ]


def _because(old: Standing, text: NewText, *, gone: bool, same: bool) -> SupersededBecause:
    if same:
        return SupersededBecause.RESTATED
    if _is_our_doing(old, text):
        return SupersededBecause.REREAD
    return SupersededBecause.WITHDRAWN if gone else SupersededBecause.EDITED


def _is_our_doing(old: Standing, text: NewText) -> bool:
    """Whether the words still stand and it is our reading of them that changed."""
    if old.capture_sha256 == text.document.capture_sha256 or old.body == text.document.body:
        return True
    same_reader = old.version == text.version
    return not same_reader and all(span.quote in text.document.body for span in old.item.spans)
