"""Which record read from a document is which of the people it was written about.

By the nearest name within one document, one to one, and only if the names are near at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
from scipy.optimize import linear_sum_assignment

from tollbook.model.people import PersonRecord
from tollbook.simulate.nouns import Mention
from tollbook.text import fold, latinise

__all__ = ["Matching", "match_names", "nearness"]

NEAR_ENOUGH = 0.7


@dataclass(frozen=True, slots=True)
class Matching:
    """Records and the mentions they were read from.

    Attributes:
        matched: The mention behind each record, by record id.
        unmatched: Ids of records that no mention explains.
    """

    matched: Mapping[str, Mention]
    unmatched: tuple[str, ...]


def match_names(
    mentions: Iterable[Mention], records: Iterable[PersonRecord], document_names: Mapping[str, str]
) -> Matching:
    """The records of each document assigned to its mentions so that the names are nearest in all."""
    mentioned: dict[str, list[Mention]] = {}
    for mention in mentions:
        mentioned.setdefault(mention.document, []).append(mention)
    read: dict[str, list[PersonRecord]] = {}
    for record in records:
        read.setdefault(document_names[record.document_id], []).append(record)
    matched: dict[str, Mention] = {}
    for name, of_document in read.items():
        matched |= _assigned(mentioned.get(name, []), of_document)
    unmatched = {record.id for of_document in read.values() for record in of_document} - set(matched)
    return Matching(matched, tuple(sorted(unmatched)))


def nearness(left: str, right: str) -> float:
    """How alike two names are, whatever the order of their parts: from 0 to 1."""
    return SequenceMatcher(None, _key(left), _key(right)).ratio()


def _key(name: str) -> str:
    return " ".join(sorted(latinise(fold(name)).split()))


def _assigned(mentions: list[Mention], records: list[PersonRecord]) -> dict[str, Mention]:
    """The best one-to-one assignment within one document."""
    if not mentions:
        return {}
    near = np.array([[_nearest(record, mention) for mention in mentions] for record in records])
    rows, columns = linear_sum_assignment(near, maximize=True)
    return {
        records[row].id: mentions[column]
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        if near[row, column] >= NEAR_ENOUGH
    }


def _nearest(record: PersonRecord, mention: Mention) -> float:
    forms = (record.name.full, record.name.stated or "", *record.aka)
    return max(nearness(form, mention.stated) for form in forms)
