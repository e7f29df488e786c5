"""Stage two: which records may be one person; and the register's entries made from that."""

from collections.abc import Sequence
from datetime import date

from tollbook.link import propose_links
from tollbook.model.ids import content_sha256
from tollbook.model.links import LinkRecord, LinkRun
from tollbook.model.people import Entry, PersonRecord
from tollbook.pipeline.workspace import Workspace
from tollbook.plain import to_json
from tollbook.register import assemble

__all__ = ["link_people", "link_record", "register_entries"]


def link_record(record: PersonRecord) -> LinkRecord:
    """What linkage may see of a record."""
    return LinkRecord(
        record_id=record.id,
        name=record.name.full,
        family_name=record.name.family,
        given_name=record.name.given,
        patronymic=record.name.patronymic,
        birth_date=record.born,
        age=record.age,
        death_date=record.died,
        rank=record.rank,
        unit=record.unit,
        place=record.home,
        source=record.channel or record.publisher,
        language=record.language,
        recorded_at=record.published,
    )


def link_people(workspace: Workspace) -> LinkRun:
    """A proposal for all records now in the book; recorded unless the same one already stands."""
    records = [link_record(record) for record in _records(workspace, None)]
    judgements = workspace.book.judgements()
    run = propose_links(records, judgements=judgements)
    inputs = content_sha256(to_json([records, judgements]).encode())
    workspace.book.record_link_run(run, inputs, workspace.clock())
    return run


def register_entries(workspace: Workspace, as_known: date | None) -> tuple[Entry, ...]:
    """The register as known on a day, before redaction.

    Where records known by then had not been linked yet, they are linked for the asking, by the
    judgements of that day: a record that nobody has compared is not another person.
    """
    records = _records(workspace, as_known)
    run = workspace.book.link_run(as_known)
    if run is None or not _covers(run, records):
        linkable = [link_record(record) for record in records]
        run = propose_links(linkable, judgements=workspace.book.judgements(as_known))
    return assemble(records, run.clusters, workspace.scope)


def _covers(run: LinkRun, records: Sequence[PersonRecord]) -> bool:
    linked = {member for cluster in run.clusters for member in cluster.members}
    return linked.issuperset(record.id for record in records)


def _records(workspace: Workspace, as_known: date | None) -> list[PersonRecord]:
    return sorted((row.person for row in workspace.book.people(as_known)), key=lambda record: record.id)
