"""Evidence: what the rules look at, and what they report.

Everything a rule may know is here, so that a rule is a function of one value.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tollbook.model.editions import DocumentCard, Edition, PublishedClaim

__all__ = ["Breach", "Evidence"]


@dataclass(frozen=True, slots=True)
class Breach:
    """What breaks a rule: the id it is about, what was found, and where."""

    subject: str
    told: str
    place: str = ""


@dataclass(frozen=True)
class Evidence:
    """An edition with what it must not show and what it was read from.

    Attributes:
        edition: About to be published.
        withheld: Strings that must occur nowhere in it.
        bodies: Document bodies by id, as far as they are at hand.
        confirmed_by_people: Ids of entries that people confirmed.
    """

    edition: Edition
    withheld: Collection[str] = ()
    bodies: Mapping[str, str] = field(default_factory=dict)
    confirmed_by_people: Collection[str] = ()

    @cached_property
    def cards(self) -> Mapping[str, DocumentCard]:
        """The document cards by id."""
        return {card.id: card for card in self.edition.documents}

    @cached_property
    def claims(self) -> Mapping[str, PublishedClaim]:
        """The published claims by id; one without a span has none and is left out."""
        return {row.claim.id: row for row in self.edition.claims if row.claim.spans}
