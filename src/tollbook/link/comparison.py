"""The extension point of linkage: a Comparison holds one thing about two records side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from tollbook.link.forms import Form

__all__ = ["Agreement", "Comparison"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two records agree in one thing.

    Attributes:
        level: The level reached, as it stands in ``weights.toml``.
        left, right: The two values that decided, as stated.
        term: What they share, where its rarity counts; one of ``Comparison.terms``.
    """

    level: str
    left: str
    right: str
    term: str | None = None


class Comparison(Protocol):
    """Compares one thing about two records. It must not depend on which stands left.

    Attributes:
        name: Stands in the reasons and in ``weights.toml``.
    """

    @property
    def name(self) -> str:
        """The name of what is compared."""

    def compare(self, left: Form, right: Form) -> Agreement | None:
        """The agreement; ``None`` where either side does not state it (which says nothing)."""

    def terms(self, form: Form) -> Iterable[str]:
        """What this form adds to the frequencies by which agreement is weighed."""
