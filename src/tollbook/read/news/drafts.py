"""A claim while it is being read, with what is needed to see that another says the same."""

from dataclasses import dataclass

from tollbook.model.claims import Claim

__all__ = ["Draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim with its place in the reading.

    Attributes:
        claim: The claim as its own sentence gives it.
        number: Its number in the order of the text.
        speaker_party: The side the speaker belongs to, if known.
        headline: Whether it stands in a key point, heading or caption, where speakers are left out.
        total: The number of the draft it is a part of.
        merged: The numbers of the drafts that turned out to say the same.
    """

    claim: Claim
    number: int
    speaker_party: str | None = None
    headline: bool = False
    total: int | None = None
    merged: tuple[int, ...] = ()
