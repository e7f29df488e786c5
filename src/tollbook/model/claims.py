"""Claims: attributed statements of a quantity, or of conduct. What somebody said, not a fact."""

from dataclasses import dataclass, field
from enum import StrEnum

from tollbook.model.counts import Count
from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.documents import Span
from tollbook.model.ids import stable_id
from tollbook.model.measures import Group, Measure

__all__ = ["Claim", "Flag", "Mode", "Standing"]


class Mode(StrEnum):
    """How the figure relates to time."""

    CUMULATIVE = "cumulative"
    INCREMENT = "increment"
    EVENT = "event"
    RATE = "rate"
    STOCK = "stock"
    QUALITATIVE = "qualitative"


class Standing(StrEnum):
    """How the text presents the figure."""

    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    ESTIMATED = "estimated"
    DENIED = "denied"


class Flag(StrEnum):
    """What else a reader must know before using the figure."""

    REFUTED = "refuted"
    ALTERED = "altered"
    CORRECTED = "corrected"
    SUPERSEDED = "superseded"
    DISPUTED = "disputed"
    DATE_INFERRED = "date_inferred"
    ORIGINAL_DOCUMENT = "original_document"
    TRANSFERRED = "transferred"


@dataclass(frozen=True, slots=True)
class Claim:
    """One attributed statement.

    Attributes:
        document_id: The document it stands in.
        claimant: Canonical name of whoever made it; ``None`` where nobody is named.
        claimant_in_text: ``False`` where the claimant is known from the header only.
        party: Whose losses.
        measure: What is counted.
        count: The figure, with its qualifier.
        mode: Running total, change, incident ...
        standing: Claimed, confirmed, estimated or denied.
        group: Military, civilian, equipment or unspecified.
        spans: The words, first the main ones.
        covers: The span of the events.
        as_of: The cut-off day.
        said_on: The day it was said, where it differs from publication.
        relayed_by: Who passed it on.
        together_with: Co-claimants.
        subgroup: Children, generals ...
        place: Where, if the figure is about one place.
        flags: Refuted, date inferred ...
        part_of: The id of the total this figure is a part of: never add the two.
        id: The same for the same statement in the same place of the same document.
    """

    document_id: str
    claimant: str | None
    party: str | None
    measure: Measure
    count: Count
    mode: Mode
    spans: tuple[Span, ...]
    standing: Standing = Standing.CLAIMED
    group: Group = Group.UNSPECIFIED
    covers: Period = field(default_factory=Period)
    as_of: FuzzyDate | None = None
    said_on: FuzzyDate | None = None
    claimant_in_text: bool = True
    relayed_by: str | None = None
    together_with: tuple[str, ...] = ()
    subgroup: str | None = None
    place: str | None = None
    flags: frozenset[Flag] = frozenset()
    part_of: str | None = None
    id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Works the id out once: it is asked for far more often than claims are made."""
        start, end = (self.spans[0].start, self.spans[0].end) if self.spans else (None, None)
        made = stable_id(
            "c", self.document_id, start, end, self.measure, self.mode,
            self.count.low, self.count.high, self.party, self.subgroup,
        )  # fmt: skip
        object.__setattr__(self, "id", made)

    @property
    def words(self) -> str:
        """The main quotation."""
        return self.spans[0].quote

    @property
    def is_live(self) -> bool:
        """Whether it may be used as somebody's standing figure."""
        dead = {Flag.REFUTED, Flag.ALTERED, Flag.SUPERSEDED}
        return not (self.flags & dead) and self.standing is not Standing.DENIED
