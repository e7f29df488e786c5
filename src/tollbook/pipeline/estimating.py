"""Stage three: how many in all, from the overlap of the lists that named the dead.

Only the capture histories leave this file for the estimators: zeros and ones, never people.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tollbook.estimate import estimate_overlap, overlap_table
from tollbook.model.estimates import OverlapStudy, OverlapTable
from tollbook.model.ids import content_sha256
from tollbook.model.people import Confirmation, Entry, Fate
from tollbook.pipeline.linking import register_entries
from tollbook.pipeline.workspace import Workspace
from tollbook.plain import to_json

__all__ = ["estimate_unlisted", "overlap_tables"]

FEWEST_LISTS = 2
# What no interval below knows of; each is a column of its own still to come.
NOT_ALLOWED_FOR = (
    "no allowance is made for the newest dead, whom no list can name yet: the number is low by them",
    "the records are taken as linked without error",
)


def overlap_tables(entries: Sequence[Entry]) -> tuple[OverlapTable, ...]:
    """For each party, which lists named each of its dead; parties on fewer than two lists are left out."""
    by_party: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.fate is Fate.DEAD and entry.party and entry.channels and _stands(entry):
            by_party[entry.party].append(entry)
    tables = (_table(party, dead) for party, dead in sorted(by_party.items()))
    return tuple(table for table in tables if len(table.lists) >= FEWEST_LISTS)


def _stands(entry: Entry) -> bool:
    return entry.confirmation not in {Confirmation.CONTESTED, Confirmation.RETRACTED}


def _table(party: str, dead: Sequence[Entry]) -> OverlapTable:
    lists = sorted({channel for entry in dead for channel in entry.channels})
    histories = [[int(name in entry.channels) for name in lists] for entry in dead]
    return overlap_table(lists, histories, stratum=party)


def _with_warnings(study: OverlapStudy) -> OverlapStudy:
    return replace(study, warnings=(*study.warnings, *NOT_ALLOWED_FOR))


def estimate_unlisted(workspace: Workspace, as_known: date | None = None) -> tuple[OverlapStudy, ...]:
    """A study for each party whose dead stand on two lists or more; each is recorded once."""
    tables = overlap_tables(register_entries(workspace, as_known))
    studies = tuple(_with_warnings(estimate_overlap(table)) for table in tables)
    if as_known is None:
        for study in studies:
            inputs = content_sha256(to_json(study.table).encode())
            workspace.book.record_study(study.table.stratum, study, inputs, workspace.clock())
    return studies
