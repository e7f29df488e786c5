"""Stage four: an edition is frozen, after redaction and before anything is rendered.

Freezing the same knowledge twice gives the same edition: nothing new, no new number.
"""

import json
import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from tollbook.book import RecordedClaim, RecordedDocument
from tollbook.claims import families, interest_of, rival_pairs
from tollbook.model.claims import Claim
from tollbook.model.editions import Change, DocumentCard, Edition, PublishedClaim
from tollbook.model.ids import content_sha256
from tollbook.model.people import Entry
from tollbook.model.scope import Scope, War
from tollbook.pipeline.linking import register_entries
from tollbook.pipeline.workspace import Workspace
from tollbook.plain import from_plain, to_json
from tollbook.register import cut_withheld, default_policy, redact, withheld_strings

__all__ = ["Draft", "draft_edition", "edition_digest", "freeze_edition", "latest_edition", "load_edition"]

EDITION_FILE = "edition.json"
# What tells two editions of the same knowledge apart, and so is left out of their hash.
SERIAL_FIELDS = {"id", "frozen_at", "as_known", "changes", "previous", "book_head"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition about to be frozen, with what the checks need and no page may see.

    Attributes:
        edition: What everything published is made from.
        withheld: Strings that redaction took out; they must occur nowhere in it.
        claims: The claims with their quotations uncut.
        bodies: The text of each document, by document id.
    """

    edition: Edition
    withheld: tuple[str, ...]
    claims: tuple[Claim, ...]
    bodies: dict[str, str]


def freeze_edition(workspace: Workspace, draft: Draft) -> Edition:
    """The drafted edition, on disk and in the book.

    The standing edition comes back if nothing has changed since it was frozen.
    """
    digest = edition_digest(draft.edition)
    for row in reversed(workspace.book.editions()):
        if row.data_sha256 == digest and _file(workspace.folder, row.edition_id).exists():
            return load_edition(workspace.folder, row.edition_id)
    _write(_file(workspace.folder, draft.edition.id), to_json(draft.edition, indent=1))
    workspace.book.record_edition(draft.edition.id, digest, draft.edition.as_known, draft.edition.frozen_at)
    return draft.edition


def draft_edition(workspace: Workspace, as_known: date | None = None) -> Draft:
    """What an edition of that day would hold, without freezing it."""
    at = workspace.clock()
    rows = tuple(row for row in workspace.book.claims(as_known) if row.claim.is_live)
    claims = tuple(row.claim for row in rows)
    before = register_entries(workspace, as_known)
    entries = tuple(redact(entry, dict(workspace.project.disclosure)) for entry in before)
    withheld = withheld_strings(before, entries)
    documents = workspace.book.documents(as_known)
    cited, unnamed = _cited(claims, entries), _unnamed(before, entries)
    previous = latest_edition(workspace)
    edition = Edition(
        id=_next_id(workspace, as_known or at.date()),
        name=workspace.project.name,
        languages=workspace.project.languages,
        as_known=as_known or at.date(),
        frozen_at=at,
        wars=_wars(workspace, {claim.party for claim in claims} | {entry.party for entry in entries}),
        claims=_published(rows, withheld, workspace.scope),
        comparisons=rival_pairs(claims, workspace.scope),
        families=families(claims, workspace.scope),
        entries=entries,
        studies=tuple((row.subject, row.study) for row in workspace.book.studies(as_known)),
        documents=tuple(
            _redacted(_card(row), withheld, unnamed) for row in documents if row.document.id in cited
        ),
        previous=previous.id if previous else None,
        book_head=workspace.book.head(),
        rules=(default_policy().version, *sorted({entry.rule for entry in entries})),
    )
    edition = replace(edition, changes=_changes(previous, edition))
    return Draft(edition, withheld, claims, {row.document.id: row.document.body for row in documents})


def _published(
    rows: Sequence[RecordedClaim], withheld: Sequence[str], scope: Scope
) -> tuple[PublishedClaim, ...]:
    """The claims with whatever is withheld cut out of their quotations."""
    return tuple(
        PublishedClaim(_cut(row.claim, withheld), interest_of(row.claim, scope), row.recorded_at)
        for row in sorted(rows, key=lambda row: _claim_order(row.claim))
    )


def _claim_order(claim: Claim) -> tuple[str, ...]:
    return str(claim.party), claim.measure.value, str(claim.as_of), claim.id


def _cut(claim: Claim, withheld: Sequence[str]) -> Claim:
    spans = (replace(span, quote=cut_withheld(span.quote, withheld)) for span in claim.spans)
    return replace(claim, spans=tuple(spans))


def _cited(claims: Iterable[Claim], entries: Iterable[Entry]) -> set[str]:
    of_entries = {id_ for entry in entries for id_ in entry.document_ids}
    return of_entries | {claim.document_id for claim in claims}


def latest_edition(workspace: Workspace) -> Edition | None:
    """The edition frozen last, if its file is there."""
    for row in reversed(workspace.book.editions()):
        if _file(workspace.folder, row.edition_id).exists():
            return load_edition(workspace.folder, row.edition_id)
    return None


def load_edition(folder: Path, edition_id: str) -> Edition:
    """The edition as it was frozen."""
    return from_plain(json.loads(_file(folder, edition_id).read_text("utf-8")), Edition)


def _file(folder: Path, edition_id: str) -> Path:
    return folder / "editions" / edition_id / EDITION_FILE


def _write(path: Path, text: str) -> None:
    """The file is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def edition_digest(edition: Edition) -> str:
    """The hash of what an edition says, whatever its serial number and day of freezing."""
    fields = json.loads(to_json(edition))
    said = {name: value for name, value in fields.items() if name not in SERIAL_FIELDS}
    return content_sha256(to_json(said).encode())


def _next_id(workspace: Workspace, day: date) -> str:
    taken = {row.edition_id for row in workspace.book.editions()}
    serial = next(n for n in range(1, len(taken) + 2) if f"{day}.{n}" not in taken)
    return f"{day}.{serial}"


def _wars(workspace: Workspace, parties: Collection[str | None]) -> tuple[War, ...]:
    return tuple(war for war in workspace.scope.wars if set(war.parties) & set(parties))


def _unnamed(before: Sequence[Entry], after: Sequence[Entry]) -> set[str]:
    """The documents behind entries whose name is withheld."""
    pairs = zip(before, after, strict=True)
    return {id_ for old, new in pairs if old.name != new.name for id_ in old.document_ids}


def _redacted(card: DocumentCard, withheld: Sequence[str], unnamed: Collection[str]) -> DocumentCard:
    """The card without withheld names; an address often spells the name, so there it goes too."""
    shown = replace(card, title=cut_withheld(card.title, withheld))
    return replace(shown, url=None) if card.id in unnamed else shown


def _card(row: RecordedDocument) -> DocumentCard:
    document = row.document
    return DocumentCard(
        id=document.id,
        title=document.title or document.stem,
        url=document.url,
        publisher=document.publisher,
        published=document.published,
        language=document.language,
        sha256=document.capture_sha256,
        captured_on=_utc_day(row.retrieved_at),
    )


def _utc_day(instant: datetime) -> date:
    return instant.astimezone(UTC).date()


def _changes(previous: Edition | None, edition: Edition) -> tuple[Change, ...]:
    """What came and went between two editions, by what is stated and not by its place."""
    if previous is None:
        return ()
    then, now = _claims_by_content(previous), _claims_by_content(edition)
    entries_then = {entry.id for entry in previous.entries}
    entries_now = {entry.id for entry in edition.entries}
    return (
        *_came_and_went("claim", then, now),
        *_came_and_went("entry", {i: i for i in entries_then}, {i: i for i in entries_now}),
    )


def _claims_by_content(edition: Edition) -> dict[str, str]:
    return {_content(row.claim): row.claim.id for row in edition.claims}


def _content(claim: Claim) -> str:
    stated = (claim.claimant, claim.party, claim.measure, claim.mode, claim.count, str(claim.as_of))
    return str(stated)


def _came_and_went(what: str, then: dict[str, str], now: dict[str, str]) -> Iterable[Change]:
    for key in sorted(now.keys() - then.keys()):
        yield Change("added", what, now[key])
    for key in sorted(then.keys() - now.keys()):
        yield Change("withdrawn", what, then[key])
