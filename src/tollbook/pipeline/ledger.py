"""The ledger as one looks at it: rival figures side by side, with what can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tollbook.claims import interest_of, leading, rival_pairs
from tollbook.model.claims import Claim
from tollbook.model.comparisons import Comparison
from tollbook.model.documents import Document
from tollbook.model.measures import MEANINGS, Subject
from tollbook.model.scope import Interest
from tollbook.pipeline.workspace import Workspace

__all__ = ["Ledger", "LedgerRow", "side_by_side"]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A claim as it is shown: with its claimant's interest and its document."""

    claim: Claim
    interest: Interest
    document: Document
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Ledger:
    """Figures side by side, and the comparisons worth telling among them."""

    rows: tuple[LedgerRow, ...]
    comparisons: tuple[Comparison, ...]


def side_by_side(
    workspace: Workspace,
    as_known: date | None = None,
    *,
    party: str | None = None,
    measure: str | None = None,
    everything: bool = False,
) -> Ledger:
    """The leading figures about people (or every claim), as known on a day."""
    known = workspace.book.claims(as_known)
    wanted = tuple(
        row.claim
        for row in known
        if (party is None or row.claim.party == party) and (measure is None or row.claim.measure.value == measure)
    )
    shown = wanted if everything or measure else _people(leading(wanted, workspace.scope))
    recorded = {row.claim.id: row.recorded_at for row in known}
    documents = {row.document.id: row.document for row in workspace.book.documents(as_known)}
    rows = (
        LedgerRow(
            claim, interest_of(claim, workspace.scope), documents[claim.document_id], recorded[claim.id]
        )
        for claim in shown
    )
    order = sorted(rows, key=lambda r: (str(r.claim.party), r.claim.measure, str(r.claim.as_of), r.claim.id))
    return Ledger(tuple(order), rival_pairs(shown, workspace.scope))


def _people(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if MEANINGS[claim.measure].subject is not Subject.THINGS)
